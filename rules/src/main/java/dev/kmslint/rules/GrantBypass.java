package dev.kmslint.rules;

import dev.kmslint.access.Outcome;
import dev.kmslint.access.Question;
import dev.kmslint.access.Who;
import dev.kmslint.lint.Exact;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Principals;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on kms:CreateGrant that restricts nothing, since other statements allow the same
 * without it.
 *
 * @param principals of a key policy: the principals of the statement that it does not restrict
 * @param other a statement that allows without the condition
 */
@SuppressWarnings("ReferenceEquality") // the same statement, not an equal one
public record GrantBypass(
    Statement statement, Condition condition, List<Principal> principals, Statement other) {
  /** The action that makes grants. */
  public static final String CREATE_GRANT = "kms:CreateGrant";

  private static final String PUT_KEY_POLICY = "kms:PutKeyPolicy";

  /**
   * The condition keys that say which grants can be made.
   *
   * <p>Source: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
   */
  private static final List<String> KEYS =
      List.of(
          "kms:GrantIsForAWSResource",
          "kms:GrantOperations",
          "kms:GrantConstraintType",
          "kms:GrantConstraintSourceArn",
          "kms:GranteePrincipal",
          "kms:GranteeServicePrincipal",
          "kms:RetiringPrincipal",
          "kms:RetiringServicePrincipal");

  /** All of a policy. */
  public static List<GrantBypass> in(PolicyContext context) {
    List<GrantBypass> found = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      if (allowsGrants(statement)) {
        for (Condition condition : statement.conditions()) {
          GrantBypass bypass = isOnGrants(condition) ? find(context, statement, condition) : null;
          if (bypass != null) {
            found.add(bypass);
          }
        }
      }
    }
    return found;
  }

  /** Whether a statement allows kms:CreateGrant, whatever its conditions. */
  public static boolean allowsGrants(Statement statement) {
    return statement.isAllow()
        && statement.actions() != null
        && statement.actions().matches(CREATE_GRANT);
  }

  /** Whether a condition says which grants can be made. */
  public static boolean isOnGrants(Condition condition) {
    for (String key : KEYS) {
      if (condition.hasKey(key)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable GrantBypass find(
      PolicyContext context, Statement statement, Condition condition) {
    Principals named = statement.principals();
    String partition = Asking.partition(context);
    if (named == null) {
      Who anyone = Asking.anyIdentity(partition);
      Statement other = other(context, statement, condition, anyone, null);
      return other == null ? null : new GrantBypass(statement, condition, List.of(), other);
    }
    List<Principal> unrestricted = new ArrayList<>();
    Statement shown = null;
    for (Principal principal : named.entries()) {
      Who who = named.negated() ? null : Asking.who(principal, partition);
      Statement other = who == null ? null : other(context, statement, condition, who, principal);
      if (other != null) {
        unrestricted.add(principal);
        shown = shown == null ? other : shown;
      }
    }
    return shown == null ? null : new GrantBypass(statement, condition, unrestricted, shown);
  }

  /** A statement through which some callers escape the condition, if it restricts none of them. */
  private static @Nullable Statement other(
      PolicyContext context,
      Statement statement,
      Condition condition,
      Who who,
      @Nullable Principal principal) {
    List<Statement> others = new ArrayList<>();
    for (Statement other : context.policy().statements()) {
      Statement same =
          other.index() == statement.index() ? null : asStrong(other, principal, context.owner());
      if (same != null) {
        others.add(same);
      }
    }
    if (others.isEmpty()) {
      return null;
    }
    Exact exact = context.exact();
    Policy policy = context.policy();
    Question question = Asking.about(context, who, CREATE_GRANT);
    Statement free =
        Variants.without(
            principal == null ? statement : Variants.only(statement, List.of(principal)),
            condition);
    List<Statement> rest = new ArrayList<>(List.of(free));
    for (Statement other : others) {
      rest.add(Variants.asDeny(other));
    }
    if (exact.about(Variants.of(policy, rest)).answer(question).outcome() != Outcome.NEVER) {
      return null;
    }
    for (Statement other : others) {
      List<Statement> escape = Variants.denies(policy);
      escape.add(Variants.denyWhere(statement, condition));
      escape.add(other);
      if (exact.about(Variants.of(policy, escape)).allowsSome(question)) {
        return other;
      }
    }
    return null;
  }

  /**
   * Another statement, with those of its principals that let a principal in on the same terms: a
   * principal of the key's account that is named needs no identity policy, and one that is only in
   * a named account does. Null when nothing is left, and for statements of administrators, who can
   * change the policy anyway.
   */
  private static @Nullable Statement asStrong(
      Statement other, @Nullable Principal principal, String owner) {
    Actions actions = other.actions();
    boolean external = principal != null && Asking.isExternal(principal, owner);
    if (!allowsGrants(other) || actions == null || (!external && actions.matches(PUT_KEY_POLICY))) {
      return null;
    }
    return principal == null ? other : letting(other, principal, external);
  }

  /**
   * A statement, with those of its principals that let a principal in on the same terms; null when
   * none is left.
   *
   * @param external whether the principal belongs to another account than the key, which makes the
   *     terms the same for all
   */
  static @Nullable Statement letting(Statement statement, Principal principal, boolean external) {
    Principals named = statement.principals();
    if (named == null || named.negated()) {
      return null;
    }
    List<Principal> strong = new ArrayList<>();
    for (Principal entry : named.entries()) {
      boolean everyone = entry.form() == Principal.Form.EVERYONE;
      boolean account = entry.account().equals(principal.account());
      if ((everyone || account || entry.value().equals(principal.value()))
          && (external || strength(entry) >= strength(principal))) {
        strong.add(entry);
      }
    }
    return strong.isEmpty() ? null : Variants.only(statement, strong);
  }

  private static int strength(Principal principal) {
    return switch (principal.form()) {
      case ACCOUNT -> 0;
      case ROLE -> 1;
      default -> 2;
    };
  }
}
