package dev.kmslint.rules;

import dev.kmslint.catalog.Nearest;
import dev.kmslint.catalog.Services;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of condition keys that are right, and those that were meant by wrong ones. */
public final class KeyNames {
  private final Services services;
  private final Map<String, Vocabulary> known = new HashMap<>();

  /** The names of all services. */
  public KeyNames(Services services) {
    this.services = services;
  }

  /**
   * Whether AWS has no such key. Not told of keys whose prefix is the host of an identity provider,
   * as {@code oidc.example.org/id:sub}: anybody can set up one.
   *
   * @param key the key with its prefix, in any case
   */
  public boolean isUnknown(String key) {
    int colon = key.indexOf(':');
    return colon > 0
        && services.conditionKey(key) == null
        && (services.knowsKeysOf(key.substring(0, colon)) || !isHost(key.substring(0, colon)));
  }

  private static boolean isHost(String prefix) {
    return prefix.indexOf('.') >= 0 || prefix.indexOf('/') >= 0;
  }

  /** The names behind the prefix, of all keys that have it. */
  private Vocabulary ofPrefix(String prefix) {
    Vocabulary names = known.get(prefix);
    if (names == null) {
      List<String> all = new ArrayList<>();
      for (String name : services.conditionKeyNames(prefix)) {
        all.add(name.substring(prefix.length() + 1));
      }
      names = new Vocabulary(all);
      known.put(prefix, names);
    }
    return names;
  }

  /** The key that an unknown one was probably meant to be; empty when none is near. */
  public String near(String key) {
    int colon = key.indexOf(':');
    String prefix = key.substring(0, colon).toLowerCase(Locale.ROOT);
    String name = key.substring(colon + 1);
    String near = ofPrefix(prefix).near(name).orElse("");
    if (!near.isEmpty()) {
      return prefix + ":" + near;
    }
    if (services.conditionKey("aws:" + name) != null) {
      return "aws:" + name;
    }
    for (String other : services.knowsKeysOf(prefix) ? List.<String>of() : services.prefixes()) {
      boolean isNear = Nearest.nearest(prefix, List.of(other)).isPresent();
      if (isNear && services.conditionKey(other + ":" + name) != null) {
        return other + ":" + name;
      }
    }
    return "";
  }

  /**
   * Whether an unknown key is wrong, and not just younger than the facts: those of {@code aws}, KMS
   * and RDS are kept by hand; another is when a word is misspelt, or its name is right under
   * another prefix.
   *
   * @param near the key that was probably meant; empty when there is none
   */
  public boolean isSurelyWrong(String key, String near) {
    int colon = key.indexOf(':');
    String prefix = key.substring(0, colon).toLowerCase(Locale.ROOT);
    return prefix.equals("aws")
        || UnknownNames.isKeptByHand(prefix)
        || (!near.isEmpty() && !near.startsWith(prefix + ":"))
        || (!near.isEmpty() && ofPrefix(prefix).isMisspelt(key.substring(colon + 1)));
  }
}
