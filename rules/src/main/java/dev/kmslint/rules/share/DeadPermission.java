package dev.kmslint.rules.share;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.pair.Pairing;
import dev.kmslint.policy.Actions;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags permissions on a key that the key's policy gives to none of those who hold them. */
public final class DeadPermission implements Rule.OfPairing {
  private static final RuleInfo INFO =
      new RuleInfo(
          "share/dead-permission",
          Severity.WARNING,
          Precision.HIGH,
          0,
          "an identity policy allows what the key's policy does not let its holders do",
          "0.1.0",
          List.of(AwsPages.KEY_POLICIES, AwsPages.KMS_EXTERNAL_ACCOUNTS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Pairing pairing) {
    List<Finding> findings = new ArrayList<>();
    for (dev.kmslint.pair.DeadPermission dead : pairing.dead()) {
      List<String> actions = new ArrayList<>();
      for (Actions.Entry entry : dead.actions()) {
        actions.add(entry.text());
      }
      boolean one = actions.size() == 1;
      Finding.Builder finding =
          Finding.of(INFO)
              .at(dead.whole() ? dead.named().location() : dead.actions().get(0).location());
      if (dead.nearest() == null) {
        finding.related(dead.key().policy().location(), "the key's policy");
      } else {
        finding.related(
            dead.nearest().location(), PermissionWords.beside(dead.why(), dead.nearest().title()));
      }
      findings.add(
          finding.says(
              Wording.some(actions)
                  + (one ? " has" : " have")
                  + " no effect on key "
                  + Wording.code(dead.key().arn().toString())
                  + ": "
                  + PermissionWords.why(dead, one ? "it" : "them"),
              PermissionWords.help(dead)));
    }
    return findings;
  }
}
