package dev.kmslint.rules;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.lint.KnownPrincipals;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known around a case's policy: the lines of its {@code .facts} file, or the words behind
 * {@code bad} or {@code good} in a page.
 *
 * <pre>
 * kind=scp                        identity, boundary, session, scp, rcp, trust, resource; key
 * key-arn=arn:aws:kms:...         the key, and with it the owner
 * owner=111122223333              the key's account
 * aws-managed=true                the key is managed by AWS
 * trusted-accounts=4444...,5...   accounts that are trusted
 * trusted-orgs=o-abc              organizations that are trusted
 * today=2027-06-30                the day
 * users=arn:...,arn:...           all users of the key's account
 * roles=arn:...,arn:...           all roles of the key's account
 * </pre>
 */
final class Facts {
  private static final Set<String> NAMES =
      Set.of(
          "kind",
          "key-arn",
          "owner",
          "aws-managed",
          "trusted-accounts",
          "trusted-orgs",
          "today",
          "users",
          "roles");

  private final Properties properties = new Properties();

  private Facts(String text) {
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (String name : properties.stringPropertyNames()) {
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException("no such fact: " + name);
      }
    }
  }

  /** The facts of a file's lines. */
  static Facts ofLines(String text) {
    return new Facts(text);
  }

  /** The facts of words parted by blanks. */
  static Facts ofWords(String text) {
    return new Facts(text.strip().replace(' ', '\n'));
  }

  /** The policy's kind: as said; else by the rule's family, and for any policy by its text. */
  PolicyKind kind(String family, String text) {
    String kind = properties.getProperty("kind");
    if (kind != null) {
      return PolicyKind.valueOf(kind.toUpperCase(Locale.ROOT));
    }
    boolean principal = text.contains("Principal\"");
    return switch (family) {
      case "iam" -> PolicyKind.IDENTITY;
      case "policy" -> principal ? PolicyKind.KEY : PolicyKind.IDENTITY;
      default -> PolicyKind.KEY;
    };
  }

  PolicyContext context(Policy policy) {
    Arn key = Arn.parse(properties.getProperty("key-arn", ""));
    PolicyContext context =
        new PolicyContext(
            policy,
            key,
            properties.getProperty("owner", key == null ? "" : key.account()),
            Boolean.parseBoolean(properties.getProperty("aws-managed")),
            set("trusted-accounts"),
            set("trusted-orgs"),
            Catalog.builtIn(),
            properties.getProperty("today", ""));
    boolean known = properties.containsKey("users") || properties.containsKey("roles");
    return known ? context.with(new KnownPrincipals(all("users"), all("roles"))) : context;
  }

  private @Nullable Set<String> all(String name) {
    return properties.containsKey(name) ? set(name) : null;
  }

  private Set<String> set(String name) {
    String list = properties.getProperty(name, "");
    return list.isEmpty() ? Set.of() : Set.copyOf(List.of(list.split(",")));
  }
}
