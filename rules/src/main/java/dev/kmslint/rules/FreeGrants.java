package dev.kmslint.rules;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A statement that allows kms:CreateGrant whatever the grant: to anybody, for every operation.
 *
 * @param principals of a key policy: the principals of the statement who can make such grants
 */
public record FreeGrants(Statement statement, List<Principal> principals) {
  private static final String PUT_KEY_POLICY = "kms:PutKeyPolicy";
  private static final String CONTEXT = "kms:encryptioncontext:";

  /**
   * The condition keys that say which grants are made, and through which service.
   *
   * <p>Source: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
   */
  private static final List<String> ABSENT =
      List.of(
          "kms:GrantIsForAWSResource",
          "kms:GrantConstraintType",
          "kms:GrantConstraintSourceArn",
          "kms:GranteeServicePrincipal",
          "kms:RetiringPrincipal",
          "kms:RetiringServicePrincipal",
          "kms:EncryptionContextKeys",
          "kms:ViaService");

  /**
   * Every operation that a grant can permit.
   *
   * <p>Source:
   * https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html#API_CreateGrant_RequestSyntax
   */
  private static final ContextValue OPERATIONS =
      ContextValue.of(
          "Decrypt",
          "Encrypt",
          "GenerateDataKey",
          "GenerateDataKeyWithoutPlaintext",
          "ReEncryptFrom",
          "ReEncryptTo",
          "Sign",
          "Verify",
          "GetPublicKey",
          "CreateGrant",
          "RetireGrant",
          "DescribeKey",
          "GenerateDataKeyPair",
          "GenerateDataKeyPairWithoutPlaintext",
          "GenerateMac",
          "VerifyMac",
          "DeriveSharedSecret");

  private static final ContextValue ANYBODY =
      ContextValue.of("arn:aws:iam::000000000000:role/anybody");

  /** All of a key policy. What {@link GrantBypass} tells of is left out. */
  public static List<FreeGrants> inKeyPolicy(PolicyContext context) {
    List<FreeGrants> found = new ArrayList<>();
    List<GrantBypass> bypasses = GrantBypass.in(context);
    String partition = Asking.partition(context);
    boolean denies = !Variants.denies(context.policy()).isEmpty();
    for (Statement statement : context.policy().statements()) {
      boolean administers =
          !denies && statement.conditions().isEmpty() && allows(statement, PUT_KEY_POLICY);
      List<Principal> free = new ArrayList<>();
      for (Principal principal : Parts.principals(statement)) {
        Who who = Asking.who(principal, partition);
        if (GrantBypass.allowsGrants(statement)
            && who != null
            && principal.form() != Principal.Form.SERVICE
            && !(administers && !Asking.isExternal(principal, context.owner()))
            && !isTold(principal, bypasses)
            && isFree(context, Variants.only(statement, List.of(principal)), who)
            && !canChangeThePolicy(context, principal, who)) {
          free.add(principal);
        }
      }
      if (!free.isEmpty()) {
        found.add(new FreeGrants(statement, free));
      }
    }
    return found;
  }

  /** All of an identity policy. What {@link GrantBypass} tells of is left out. */
  public static List<FreeGrants> inIdentityPolicy(PolicyContext context) {
    List<FreeGrants> found = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      if (GrantBypass.allowsGrants(statement)
          && !allows(statement, PUT_KEY_POLICY)
          && isFree(context, statement, Asking.anyIdentity(Asking.partition(context)))) {
        found.add(new FreeGrants(statement, List.of()));
      }
    }
    return found.isEmpty() || GrantBypass.in(context).isEmpty() ? found : List.of();
  }

  private static boolean allows(Statement statement, String action) {
    return statement.isAllow()
        && statement.actions() != null
        && statement.actions().matches(action);
  }

  private static boolean isTold(Principal principal, List<GrantBypass> bypasses) {
    for (GrantBypass bypass : bypasses) {
      for (Principal told : bypass.principals()) {
        if (told.value().equals(principal.value())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isFree(PolicyContext context, Statement statement, Who who) {
    for (Condition condition : statement.conditions()) {
      for (String key : ABSENT) {
        if (condition.hasKey(key) && Conditions.needsItsKey(condition)) {
          return false;
        }
      }
    }
    RequestContext known = RequestContext.OPEN;
    for (String key : ABSENT) {
      known = known.with(key, ContextValue.ABSENT);
    }
    for (Statement each : context.policy().statements()) {
      for (Condition condition : each.conditions()) {
        String key = condition.key().value().toLowerCase(Locale.ROOT);
        known = key.startsWith(CONTEXT) ? known.with(key, ContextValue.ABSENT) : known;
      }
    }
    known = known.with("kms:GrantOperations", OPERATIONS).with("kms:GranteePrincipal", ANYBODY);
    Question question = Asking.about(context, who, GrantBypass.CREATE_GRANT).with(known);
    Policy alone = Variants.alone(context.policy(), statement);
    return context.exact().about(alone).allowsSome(question);
  }

  /** Whether a principal of the key's account can change the key policy on the same terms. */
  private static boolean canChangeThePolicy(PolicyContext context, Principal principal, Who who) {
    if (Asking.isExternal(principal, context.owner())) {
      return false;
    }
    List<Statement> statements = Variants.denies(context.policy());
    for (Statement statement : context.policy().statements()) {
      Statement strong =
          allows(statement, PUT_KEY_POLICY)
              ? GrantBypass.letting(statement, principal, false)
              : null;
      if (strong != null) {
        statements.add(strong);
      }
    }
    Question question = Asking.about(context, who, PUT_KEY_POLICY);
    return context.exact().about(Variants.of(context.policy(), statements)).allowsSome(question);
  }
}
