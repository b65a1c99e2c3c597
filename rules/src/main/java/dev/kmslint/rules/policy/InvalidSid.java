package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Statement;
import dev.kmslint.policy.Text;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags a Sid of an identity policy that holds more than letters and digits. Key policies can have
 * blanks in it, and AWS's own do. Characters that no policy may hold are
 * policy/invalid-character's.
 */
public final class InvalidSid implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/invalid-sid",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "a `Sid` with a character that IAM does not take",
          "0.1.0",
          List.of(
              "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html",
              AwsPages.POLICY_CHECKS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final char LAST_OF_POLICIES = 0xFF;

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    boolean iam =
        switch (context.kind()) {
          case IDENTITY, BOUNDARY, SESSION -> true;
          default -> false;
        };
    for (Statement statement : context.policy().statements()) {
      Text sid = iam ? statement.sid() : null;
      if (sid != null) {
        String good = lettersAndDigits(sid.value());
        if (good.length() < sid.value().length() && !holdsOtherFault(sid.value())) {
          findings.add(
              Finding.of(INFO)
                  .at(sid.location())
                  .says(
                      "IAM takes only letters and digits in a `Sid`, so it rejects the policy for "
                          + Wording.code(sid.value()),
                      good.isEmpty()
                          ? "use the letters A to Z, a to z and digits"
                          : "write " + Wording.code(good)));
        }
      }
    }
    return findings;
  }

  private static String lettersAndDigits(String sid) {
    StringBuilder good = new StringBuilder();
    boolean newWord = false;
    for (int i = 0; i < sid.length(); i++) {
      char c = sid.charAt(i);
      boolean small = c >= 'a' && c <= 'z';
      boolean fits = small || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (fits) {
        good.append(small && newWord ? (char) (c - 'a' + 'A') : c);
      }
      newWord = !fits;
    }
    return good.toString();
  }

  private static boolean holdsOtherFault(String sid) {
    for (int i = 0; i < sid.length(); i++) {
      if (sid.charAt(i) > LAST_OF_POLICIES) {
        return true;
      }
    }
    return false;
  }
}
