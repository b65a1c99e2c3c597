package dev.kmslint.rules.share;

import dev.kmslint.catalog.Nearest;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingActions;
import dev.kmslint.rules.Wording;
import dev.kmslint.share.Gap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What to do about a condition that cannot hold. */
final class ConditionHelp {
  private static final String GRANT_KEY = "kms:GrantIsForAWSResource";
  private static final List<String> USUAL_KEYS =
      List.of(GRANT_KEY, "kms:ViaService", "kms:CallerAccount", "aws:PrincipalAccount");

  private ConditionHelp() {}

  static String of(Gap gap, Sharing sharing) {
    String key = gap.detail("conditionKey");
    String sent = gap.detail("sent");
    Optional<String> meant = Nearest.nearest(key, USUAL_KEYS);
    if (!gap.detail("version").isEmpty()) {
      return "write `\"Version\": \"2012-10-17\"` in this policy, under which `${...}` is a variable";
    }
    if (sent.isEmpty() && meant.isPresent()) {
      return "write " + Wording.code(meant.get());
    }
    if (sent.isEmpty()) {
      return absent(gap, key.toLowerCase(Locale.ROOT));
    }
    boolean negated = gap.detail("operator").contains("Not");
    boolean oneValue = !sent.contains("`");
    return oneValue && !negated && !gap.detail("operator").equals("Null")
        ? "write " + Wording.code(sent) + " here"
        : "change this condition so that it holds for "
            + Wording.code(sent)
            + ", or allow "
            + SharingActions.all(gap)
            + " for "
            + sharing.caller()
            + " in a statement without it";
  }

  private static String absent(Gap gap, String key) {
    String apart = "allow " + SharingActions.all(gap) + " in another statement ";
    if (key.equals(GRANT_KEY.toLowerCase(Locale.ROOT))) {
      return apart + "without this condition, which is for " + SharingActions.GRANT + " only";
    }
    boolean network = key.startsWith("aws:sourcevpc") || key.startsWith("aws:vpc");
    return network || key.equals("aws:sourceip")
        ? apart + "with `\"Bool\": {\"aws:ViaAWSService\": \"true\"}` in place of this condition"
        : apart + "without this condition";
  }
}
