package dev.kmslint.rules.kms;

import dev.kmslint.catalog.Nearest;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Parts;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags actions of other services in a key policy, which governs a KMS key and nothing else. */
public final class ForeignAction implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/foreign-action",
          Severity.WARNING,
          Precision.VERY_HIGH,
          0,
          "a key policy names an action of another service",
          "0.1.0",
          List.of(AwsPages.KEY_POLICY, AwsPages.KMS_PERMISSIONS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final List<String> OURS = List.of("kms");

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      for (Actions.Entry entry : Parts.actions(statement)) {
        if (context.isKeyPolicy()
            && entry.isWellFormed()
            && !entry.isEverything()
            && !entry.service().equals("kms")) {
          boolean near = Nearest.nearest(entry.service(), OURS).isPresent();
          findings.add(
              Finding.of(INFO)
                  .at(entry.location())
                  .says(
                      Wording.code(entry.text())
                          + " is no action of KMS, so it has no effect in a key policy",
                      near
                          ? "did you mean " + Wording.code("kms:" + entry.name()) + "?"
                          : "remove it, or put it into an IAM policy or the policy of its"
                              + " resource"));
        }
      }
    }
    return findings;
  }
}
