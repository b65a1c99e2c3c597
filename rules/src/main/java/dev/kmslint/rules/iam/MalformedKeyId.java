package dev.kmslint.rules.iam;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.Parts;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags key ARNs whose id is no key id, so that they match no key. */
public final class MalformedKeyId implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "iam/malformed-key-id",
          Severity.WARNING,
          Precision.HIGH,
          0,
          "a key ARN whose id is no key id",
          "0.1.0",
          List.of(
              "https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-id",
              "https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html"));

  private static final String UUID_FORM = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  private static final String MULTI_REGION_FORM = "mrk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      if (!context.kind().isIdentitySide()) {
        continue;
      }
      for (Resources.Entry entry : Parts.resources(statement)) {
        Arn arn = Arn.parse(entry.text());
        if (arn != null && arn.service().equals("kms") && arn.resource().startsWith("key/")) {
          String id = arn.resource().substring("key/".length());
          if (isMalformed(id)) {
            String why = id.isEmpty() ? "it has no id" : Wording.code(id) + " is no key id";
            findings.add(
                Finding.of(INFO)
                    .at(entry.location())
                    .says(
                        Wording.code(entry.text()) + " matches no key: " + why,
                        "write the id that `aws kms describe-key` shows: a UUID, or `mrk-` and 32"
                            + " hexadecimal digits"));
          }
        }
      }
    }
    return findings;
  }

  private static boolean isMalformed(String id) {
    boolean open = id.indexOf('*') >= 0 || id.indexOf('?') >= 0 || id.indexOf("${") >= 0;
    return !open && !hasForm(id, UUID_FORM) && !hasForm(id, MULTI_REGION_FORM);
  }

  /** Whether a text is as a form says, in which x stands for a hexadecimal digit. */
  private static boolean hasForm(String text, String form) {
    boolean has = text.length() == form.length();
    for (int i = 0; has && i < form.length(); i++) {
      char c = text.charAt(i);
      boolean hex = Character.digit(c, 16) >= 0 && c < 128;
      has = form.charAt(i) == 'x' ? hex : c == form.charAt(i);
    }
    return has;
  }
}
