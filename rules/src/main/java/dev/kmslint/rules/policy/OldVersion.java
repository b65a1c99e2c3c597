package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Text;
import dev.kmslint.rules.Wording;
import java.util.List;

/** Notes policies of version 2008-10-17, in which policy variables are plain text. */
public final class OldVersion implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/old-version",
          Severity.NOTE,
          Precision.VERY_HIGH,
          0,
          "a policy in the old version of the language",
          "0.1.0",
          List.of(
              "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    Text version = context.policy().version();
    if (version == null || !version.value().equals(Policy.OLD_VERSION)) {
      return List.of();
    }
    return List.of(
        Finding.of(INFO)
            .at(version.location())
            .says(
                "under version "
                    + Wording.code(Policy.OLD_VERSION)
                    + " variables such as `${aws:username}` are plain text",
                "write `\"Version\": \"" + Policy.CURRENT_VERSION + "\"`"));
  }
}
