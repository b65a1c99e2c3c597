package dev.kmslint.rules;

import dev.kmslint.share.Gap;
import java.util.ArrayList;
import java.util.List;

/**
 * The actions of a sharing, as AWS's example writes them.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
 */
public final class SharingActions {
  /** The actions that use the key, in backticks. */
  public static final String USE =
      Wording.codes(
          List.of(
              "kms:Encrypt",
              "kms:Decrypt",
              "kms:ReEncrypt*",
              "kms:GenerateDataKey*",
              "kms:DescribeKey"));

  /** The actions on grants, in backticks. */
  public static final String GRANT =
      Wording.codes(List.of("kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"));

  /** The condition under which the actions on grants are allowed, in backticks. */
  public static final String GRANT_CONDITION =
      Wording.code("\"Bool\": {\"kms:GrantIsForAWSResource\": \"true\"}");

  private static final int MANY = 4;

  private static final String[][] PATTERNS = {
    {"kms:ReEncrypt*", "kms:ReEncryptFrom", "kms:ReEncryptTo"},
    {"kms:GenerateDataKey*", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext"},
  };

  private SharingActions() {}

  /** The actions of a gap in backticks, of many only the first two: for messages. */
  public static String of(Gap gap) {
    List<String> actions = patterns(gap);
    return actions.size() <= MANY
        ? Wording.codes(actions)
        : Wording.code(actions.get(0))
            + ", "
            + Wording.code(actions.get(1))
            + " and "
            + (actions.size() - 2)
            + " more actions";
  }

  /** All actions of a gap in backticks: for help. */
  public static String all(Gap gap) {
    return Wording.codes(patterns(gap));
  }

  /** The actions; those that AWS writes as one pattern become that pattern. */
  private static List<String> patterns(Gap gap) {
    List<String> actions = new ArrayList<>(gap.actions());
    for (String[] pattern : PATTERNS) {
      if (actions.contains(pattern[1]) && actions.remove(pattern[2])) {
        actions.set(actions.indexOf(pattern[1]), pattern[0]);
      }
    }
    return actions;
  }
}
