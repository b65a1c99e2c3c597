package dev.kmslint.intake;

import dev.kmslint.policy.Arn;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What kind of policy a document is when nobody said so, by what its statements hold.
 *
 * <p>Statements without a principal make an identity policy. With a principal, KMS actions make a
 * key policy, but for three shapes that another resource's policy has too: nothing but Deny for
 * everybody (a resource control policy), an Allow for everybody with several key ARNs (a VPC
 * endpoint policy), and more actions of other services than of KMS.
 *
 * @param certain false when it could as well be a policy of another kind
 * @param why a phrase that says what decided, for a person
 */
record KindGuess(PolicyKind kind, boolean certain, String why) {

  /** What the statements hold, counted. */
  private static final class Census {
    int statements;
    int withPrincipal;
    int withDenyForEveryone;
    boolean allowsEveryone;
    int kmsActions;
    int assumeRoleActions;
    int otherActions;
    final Set<String> keyArns = new TreeSet<>();

    void add(Node.ObjectNode statement) {
      statements++;
      boolean everyone = isEveryone(statement.get("Principal"));
      if (statement.member("Principal") != null || statement.member("NotPrincipal") != null) {
        withPrincipal++;
      }
      if (statement.get("Effect") instanceof Node.StringNode effect) {
        if (everyone && effect.value().equals("Deny")) {
          withDenyForEveryone++;
        }
        allowsEveryone |= everyone && effect.value().equals("Allow");
      }
      for (String action : strings(statement, "Action", "NotAction")) {
        addAction(action.toLowerCase(Locale.ROOT));
      }
      for (String resource : strings(statement, "Resource", "NotResource")) {
        Arn arn = Arn.parse(resource);
        if (arn != null && arn.service().equals("kms")) {
          keyArns.add(resource);
        }
      }
    }

    private void addAction(String action) {
      if (action.startsWith("sts:assumerole") || action.equals("sts:tagsession")) {
        assumeRoleActions++;
      } else if (action.startsWith("kms")
          && (action.length() == 3 || !Character.isLetterOrDigit(action.charAt(3)))) {
        kmsActions++;
      } else if (!action.equals("*")) {
        otherActions++;
      }
    }
  }

  static KindGuess of(Node.ObjectNode policy) {
    Census census = new Census();
    for (Node statement : Members.list(policy, "Statement")) {
      if (statement instanceof Node.ObjectNode object) {
        census.add(object);
      }
    }
    if (census.statements == 0) {
      return new KindGuess(PolicyKind.IDENTITY, false, "it has no statements");
    }
    if (census.withPrincipal == 0) {
      return new KindGuess(PolicyKind.IDENTITY, true, "no statement has a principal");
    }
    if (census.kmsActions == 0) {
      return census.assumeRoleActions > 0
          ? new KindGuess(
              PolicyKind.TRUST, true, "it has principals, and actions that assume a role")
          : new KindGuess(
              PolicyKind.RESOURCE,
              census.otherActions > 0,
              "it has principals, but no actions of KMS");
    }
    if (census.withDenyForEveryone == census.statements) {
      return new KindGuess(
          PolicyKind.RESOURCE,
          false,
          "it only denies, and to everybody: it could be a resource control policy (`--rcp`) or a"
              + " key policy (`--key-policy`)");
    }
    if (census.allowsEveryone && census.keyArns.size() > 1) {
      return new KindGuess(
          PolicyKind.RESOURCE,
          false,
          "it allows everybody and names several keys: it could be the policy of a VPC endpoint");
    }
    int others = census.otherActions + census.assumeRoleActions;
    if (others > census.kmsActions) {
      return new KindGuess(
          PolicyKind.RESOURCE,
          false,
          "it has principals, but more actions of other services than of KMS");
    }
    return new KindGuess(PolicyKind.KEY, true, "it has principals and actions of KMS");
  }

  private static boolean isEveryone(@Nullable Node principal) {
    if (principal instanceof Node.StringNode text) {
      return text.value().equals("*");
    }
    if (principal instanceof Node.ObjectNode byType && byType.members().size() == 1) {
      for (Node value : Members.list(byType, "AWS")) {
        if (value instanceof Node.StringNode text && text.value().equals("*")) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> strings(Node.ObjectNode statement, String... names) {
    List<String> strings = new ArrayList<>();
    for (String name : names) {
      for (Node value : Members.list(statement, name)) {
        if (value instanceof Node.StringNode text) {
          strings.add(text.value());
        }
      }
    }
    return strings;
  }
}
