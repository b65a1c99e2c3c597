package dev.kmslint.rules;

import dev.kmslint.lint.Rule;
import dev.kmslint.rules.iam.AliasArnResource;
import dev.kmslint.rules.iam.MalformedKeyId;
import dev.kmslint.rules.kms.ConditionKeyNotPermitted;
import dev.kmslint.rules.kms.ExternalFullAccess;
import dev.kmslint.rules.kms.GrantConditionOnOtherAction;
import dev.kmslint.rules.kms.MissingResource;
import dev.kmslint.rules.kms.OrphanedPrincipal;
import dev.kmslint.rules.kms.PartitionMismatch;
import dev.kmslint.rules.kms.ResourceNotStar;
import dev.kmslint.rules.kms.SsoRolePath;
import dev.kmslint.rules.kms.UnknownViaService;
import dev.kmslint.rules.policy.AllowNotPrincipal;
import dev.kmslint.rules.policy.ConflictingElements;
import dev.kmslint.rules.policy.DuplicateConditionKey;
import dev.kmslint.rules.policy.DuplicateKey;
import dev.kmslint.rules.policy.DuplicateSid;
import dev.kmslint.rules.policy.EmptyElement;
import dev.kmslint.rules.policy.InvalidAccount;
import dev.kmslint.rules.policy.InvalidCharacter;
import dev.kmslint.rules.policy.InvalidConditionValue;
import dev.kmslint.rules.policy.InvalidEffect;
import dev.kmslint.rules.policy.InvalidJson;
import dev.kmslint.rules.policy.InvalidSid;
import dev.kmslint.rules.policy.InvalidVersion;
import dev.kmslint.rules.policy.MalformedAction;
import dev.kmslint.rules.policy.MalformedArn;
import dev.kmslint.rules.policy.MalformedPrincipal;
import dev.kmslint.rules.policy.MissingElement;
import dev.kmslint.rules.policy.MissingVersion;
import dev.kmslint.rules.policy.NullOperatorMisuse;
import dev.kmslint.rules.policy.NumberAccountId;
import dev.kmslint.rules.policy.OldVersion;
import dev.kmslint.rules.policy.OperatorTypeMismatch;
import dev.kmslint.rules.policy.PrincipalNotAllowed;
import dev.kmslint.rules.policy.TooLarge;
import dev.kmslint.rules.policy.UnknownAction;
import dev.kmslint.rules.policy.UnknownConditionKey;
import dev.kmslint.rules.policy.UnknownElement;
import dev.kmslint.rules.policy.UnknownOperator;
import dev.kmslint.rules.policy.UnknownPartition;
import dev.kmslint.rules.policy.WildcardInPrincipal;
import dev.kmslint.rules.policy.WrongType;
import java.util.List;

/** The rules that come with kmslint: one line for each, by family and name. */
public final class BuiltInRules {
  private BuiltInRules() {}

  /** All of them. */
  public static List<Rule> all() {
    return List.of(
        // iam
        new AliasArnResource(),
        new MalformedKeyId(),
        // kms
        new ConditionKeyNotPermitted(),
        new ExternalFullAccess(),
        new GrantConditionOnOtherAction(),
        new MissingResource(),
        new OrphanedPrincipal(),
        new PartitionMismatch(),
        new ResourceNotStar(),
        new SsoRolePath(),
        new UnknownViaService(),
        // policy
        new AllowNotPrincipal(),
        new ConflictingElements(),
        new DuplicateConditionKey(),
        new DuplicateKey(),
        new DuplicateSid(),
        new EmptyElement(),
        new InvalidAccount(),
        new InvalidCharacter(),
        new InvalidConditionValue(),
        new InvalidEffect(),
        new InvalidJson(),
        new InvalidSid(),
        new InvalidVersion(),
        new MalformedAction(),
        new MalformedArn(),
        new MalformedPrincipal(),
        new MissingElement(),
        new MissingVersion(),
        new NullOperatorMisuse(),
        new NumberAccountId(),
        new OldVersion(),
        new OperatorTypeMismatch(),
        new PrincipalNotAllowed(),
        new TooLarge(),
        new UnknownAction(),
        new UnknownConditionKey(),
        new UnknownElement(),
        new UnknownOperator(),
        new UnknownPartition(),
        new WildcardInPrincipal(),
        new WrongType());
  }
}
