package dev.kmslint.rules.share;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.pair.DeadPermission.Why;
import dev.kmslint.pair.Pairing;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Arn;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        finding.related(dead.nearest().location(), beside(dead.why(), dead.nearest().title()));
      }
      findings.add(
          finding.says(
              Wording.some(actions)
                  + (one ? " has" : " have")
                  + " no effect on key "
                  + Wording.code(dead.key().arn().toString())
                  + ": "
                  + why(dead.why(), one ? "it" : "them", holders(dead.holders())),
              help(dead)));
    }
    return findings;
  }

  private static String why(Why why, String them, String holders) {
    return switch (why) {
      case NOT_ALLOWED -> "its policy does not allow " + them + " to " + holders;
      case DENIED -> "its policy denies " + them + " to " + holders;
      case CONDITIONS ->
          "the conditions under which its policy allows "
              + them
              + " never hold together with those of this statement";
    };
  }

  private static String beside(Why why, String statement) {
    return switch (why) {
      case NOT_ALLOWED -> statement + " of the key's policy comes nearest";
      case DENIED -> statement + " of the key's policy denies it";
      case CONDITIONS -> statement + " of the key's policy has other conditions";
    };
  }

  private static String holders(@Nullable List<String> holders) {
    if (holders == null) {
      return "anybody";
    }
    return holders.size() == 1
        ? Wording.code(holders.get(0))
        : "any of the " + holders.size() + " users and roles that hold this policy";
  }

  private static String help(dev.kmslint.pair.DeadPermission dead) {
    if (dead.why() != Why.NOT_ALLOWED) {
      return "change that statement of the key's policy, or remove the permission here";
    }
    Arn first = dead.holders() == null ? null : Arn.parse(dead.holders().get(0));
    boolean own = first != null && first.account().equals(dead.key().owner());
    String account = first == null ? "" : Arn.ofAccount(first.partition(), first.account());
    return first == null
        ? "name who is to have it in the key's policy, or remove the permission here"
        : own
            ? "let the key's policy enable IAM policies, with "
                + Wording.code(account)
                + " as the principal, or remove the permission here"
            : "allow it in the key's policy to the holder, or to its account with "
                + Wording.code(account)
                + ", or remove the permission here";
  }
}
