package dev.kmslint.rules;

import dev.kmslint.lint.Rule;
import dev.kmslint.rules.config.ExpiredSuppression;
import dev.kmslint.rules.config.UnusedSuppression;
import dev.kmslint.rules.iam.AliasArnResource;
import dev.kmslint.rules.iam.MalformedKeyId;
import dev.kmslint.rules.kms.ConditionKeyNotPermitted;
import dev.kmslint.rules.kms.ExternalFullAccess;
import dev.kmslint.rules.kms.GrantConditionOnOtherAction;
import dev.kmslint.rules.kms.Lockout;
import dev.kmslint.rules.kms.MissingResource;
import dev.kmslint.rules.kms.OrphanedPrincipal;
import dev.kmslint.rules.kms.PartitionMismatch;
import dev.kmslint.rules.kms.PublicKeyPolicy;
import dev.kmslint.rules.kms.ResourceNotStar;
import dev.kmslint.rules.kms.SsoRolePath;
import dev.kmslint.rules.kms.UnknownViaService;
import dev.kmslint.rules.policy.DuplicateKey;
import dev.kmslint.rules.policy.InvalidCharacter;
import dev.kmslint.rules.policy.InvalidJson;
import dev.kmslint.rules.policy.MalformedAction;
import dev.kmslint.rules.policy.MalformedPrincipal;
import dev.kmslint.rules.policy.MissingElement;
import dev.kmslint.rules.policy.TooLarge;
import dev.kmslint.rules.policy.UnknownConditionKey;
import dev.kmslint.rules.policy.UnknownElement;
import dev.kmslint.rules.policy.WildcardInPrincipal;
import dev.kmslint.rules.policy.WrongType;
import java.util.List;

/** The rules that come with kmslint: one line for each, by family and name. */
public final class BuiltInRules {
  private BuiltInRules() {}

  /** All of them. */
  public static List<Rule> all() {
    return List.of(
        // config
        new ExpiredSuppression(),
        new UnusedSuppression(),
        // iam
        new AliasArnResource(),
        new dev.kmslint.rules.iam.GrantConditionBypassed(),
        new MalformedKeyId(),
        // kms
        new ConditionKeyNotPermitted(),
        new ExternalFullAccess(),
        new dev.kmslint.rules.kms.GrantConditionBypassed(),
        new GrantConditionOnOtherAction(),
        new Lockout(),
        new MissingResource(),
        new OrphanedPrincipal(),
        new PartitionMismatch(),
        new PublicKeyPolicy(),
        new ResourceNotStar(),
        new SsoRolePath(),
        new UnknownViaService(),
        // policy
        new DuplicateKey(),
        new InvalidCharacter(),
        new InvalidJson(),
        new MalformedAction(),
        new MalformedPrincipal(),
        new MissingElement(),
        new TooLarge(),
        new UnknownConditionKey(),
        new UnknownElement(),
        new WildcardInPrincipal(),
        new WrongType());
  }
}
