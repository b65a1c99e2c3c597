package dev.kmslint.rules.iam;

import dev.kmslint.lint.Exact;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AnyKey;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Variants;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags permission to decrypt with keys that the policy does not name. */
public final class DecryptAnyKey implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "iam/decrypt-any-key",
          Severity.WARNING,
          Precision.VERY_HIGH,
          5,
          "permission to decrypt with any key",
          "0.1.0",
          List.of(
              "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html",
              AwsPages.KMS_IAM_POLICIES));

  private static final List<String> ACTIONS = List.of("kms:Decrypt", "kms:ReEncryptFrom");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    if (context.kind() != PolicyKind.IDENTITY) {
      return findings;
    }
    for (Statement statement : context.policy().statements()) {
      AnyKey key = isAboutDecryption(statement) ? AnyKey.of(statement) : null;
      if (key == null) {
        continue;
      }
      Exact alone = context.exact().about(Variants.alone(context.policy(), statement));
      List<String> allowed = new ArrayList<>();
      for (String action : ACTIONS) {
        if (key.isAllowed(context, alone, action)) {
          allowed.add(action);
        }
      }
      if (!allowed.isEmpty()) {
        findings.add(
            Finding.of(INFO)
                .at(key.place())
                .says(
                    Wording.codes(allowed)
                        + (allowed.size() == 1 ? " is" : " are")
                        + " allowed with any key"
                        + (key.account().isEmpty()
                            ? ""
                            : " of account " + Wording.code(key.account())),
                    "name the keys, or bound them with a condition such as `kms:ViaService` or"
                        + " `kms:ResourceAliases`"));
      }
    }
    return findings;
  }

  private static boolean isAboutDecryption(Statement statement) {
    boolean wide = false;
    for (String action : ACTIONS) {
      wide |=
          statement.isAllow() && statement.actions() != null && statement.actions().matches(action);
    }
    return wide;
  }
}
