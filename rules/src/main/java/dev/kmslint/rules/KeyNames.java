package dev.kmslint.rules;

import dev.kmslint.catalog.Nearest;
import dev.kmslint.catalog.Services;
import dev.kmslint.lint.PolicyContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The names of condition keys that are right, and those that were meant by wrong ones. */
public final class KeyNames {
  private KeyNames() {}

  /**
   * Whether AWS has no such key. Not told of keys whose prefix is the host of an identity provider,
   * as {@code oidc.example.org/id:sub}: anybody can set up one.
   *
   * @param key the key with its prefix, in any case
   */
  public static boolean isUnknown(String key, Services services) {
    int colon = key.indexOf(':');
    return colon > 0
        && services.conditionKey(key) == null
        && (services.knowsKeysOf(key.substring(0, colon)) || !isHost(key.substring(0, colon)));
  }

  private static boolean isHost(String prefix) {
    return prefix.indexOf('.') >= 0 || prefix.indexOf('/') >= 0;
  }

  /** The key that a wrong one was probably meant to be; empty when none is near. */
  public static String near(String key, Services services) {
    int colon = key.indexOf(':');
    String rest = key.substring(colon);
    List<String> candidates = new ArrayList<>(services.conditionKeyNames(key.substring(0, colon)));
    if (candidates.isEmpty()) {
      for (String prefix : services.prefixes()) {
        if (services.conditionKey(prefix + rest) != null) {
          candidates.add(prefix + rest);
        }
      }
    }
    if (services.conditionKey("aws" + rest) != null) {
      candidates.add("aws" + rest);
    }
    String near = Nearest.nearest(key, candidates).orElse("");
    return near.isEmpty() && candidates.contains("aws" + rest) ? "aws" + rest : near;
  }

  /**
   * Whether a key is wrong, and not just younger than the facts: those of {@code aws}, KMS and RDS
   * are kept by hand, and others are when a word is misspelt or the key is one of {@code aws}.
   *
   * @param near the right key that is near; empty when there is none
   */
  public static boolean isSurelyWrong(String key, String near, PolicyContext context) {
    int colon = key.indexOf(':');
    String prefix = key.substring(0, colon).toLowerCase(Locale.ROOT);
    if (prefix.equals("aws") || UnknownNames.isKeptByHand(prefix)) {
      return true;
    }
    List<String> names = new ArrayList<>();
    for (String name : context.catalog().services().conditionKeyNames(prefix)) {
      names.add(name.substring(name.indexOf(':') + 1));
    }
    boolean ofAnother = !near.isEmpty() && !near.regionMatches(true, 0, key, 0, colon + 1);
    return ofAnother
        || (!near.isEmpty() && UnknownNames.isMisspelt(key.substring(colon + 1), names));
  }
}
