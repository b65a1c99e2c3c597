package dev.kmslint.rules.kms;

import dev.kmslint.lint.Exact;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Bounds;
import dev.kmslint.rules.Outsiders;
import dev.kmslint.rules.Parts;
import dev.kmslint.rules.Variants;
import dev.kmslint.rules.Wording;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags statements that let callers of any AWS account use the key. */
public final class PublicKeyPolicy implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "kms/public-key-policy",
              Severity.ERROR,
              Precision.VERY_HIGH,
              9,
              "callers of any AWS account can use the key",
              "0.1.0",
              List.of(
                  AwsPages.PRINCIPAL,
                  AwsPages.GLOBAL_KEYS,
                  AwsPages.KMS_CONDITIONS + "#conditions-kms-caller-account"))
          .superseding(Where.STATEMENT, "policy/if-exists-weakens");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    Outsiders outsiders = null;
    for (Statement statement : context.policy().statements()) {
      SourceLocation open = context.isKeyPolicy() ? open(statement) : null;
      if (open == null) {
        continue;
      }
      outsiders = outsiders == null ? new Outsiders(context) : outsiders;
      Exact alone = context.exact().about(Variants.alone(context.policy(), statement));
      List<String> actions = outsiders.actions(alone);
      if (!actions.isEmpty()) {
        findings.add(finding(statement, open, actions, outsiders.comeFromAnywhere(alone)));
      }
    }
    return findings;
  }

  /** Where an Allow may let everybody in; null where it certainly does not. */
  private static @Nullable SourceLocation open(Statement statement) {
    for (Condition condition : statement.conditions()) {
      if (Bounds.isCertain(condition)) {
        return null;
      }
    }
    if (statement.isAllow() && statement.principals() != null) {
      if (statement.principals().negated()) {
        return statement.principals().nameLocation();
      }
      for (Principal principal : Parts.principals(statement)) {
        if (principal.form() == Principal.Form.EVERYONE) {
          return principal.location();
        }
      }
    }
    return null;
  }

  private static Finding finding(
      Statement statement, SourceLocation open, List<String> actions, boolean anywhere) {
    Finding.Builder builder = Finding.of(INFO).at(open);
    for (Condition condition : statement.conditions()) {
      builder.related(condition.key().location(), Bounds.whyNot(condition));
    }
    String who =
        anywhere
            ? "anyone in any AWS account can call "
            : "anyone in any AWS account can, from the right network, call ";
    return builder
        .severity(anywhere ? Severity.ERROR : Severity.WARNING)
        .says(
            who + Wording.some(actions) + " with this key",
            "name the accounts or principals that need the key, or add a condition that requires"
                + " `kms:CallerAccount` or `aws:PrincipalOrgID` to have a value of yours");
  }
}
