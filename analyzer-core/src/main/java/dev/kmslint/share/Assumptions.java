package dev.kmslint.share;

import dev.kmslint.access.Evaluator;
import dev.kmslint.intake.SnapshotRequest.Operation;
import dev.kmslint.policy.Policy;
import dev.kmslint.share.ShareResult.Decided;
import java.util.ArrayList;
import java.util.List;

/** Says what was taken for granted because it was not given. */
final class Assumptions {
  private Assumptions() {}

  static List<String> of(
      ShareInput input, ShareFacts facts, boolean needsKey, List<Decided> decided) {
    List<String> assumed = new ArrayList<>();
    if (!needsKey) {
      assumed.add("the snapshot is not encrypted with a KMS key, so no key policy is asked");
    }
    if (needsKey && input.key() == null) {
      assumed.add("the key is an enabled symmetric customer managed key");
    }
    if (input.snapshot() == null) {
      assumed.add("the snapshot is a manual one, available, and encrypted with this key");
    }
    if (input.attributes() == null && facts.isShared()) {
      assumed.add("the snapshot is shared with account `" + facts.caller().account() + "`");
    }
    guardrails(input, assumed);
    if (!Mentions.anyOf(input.identityPolicies(), "rds")) {
      assumed.add("another policy allows the caller `" + call(input) + "`");
    }
    if (needsKey && !decidesTargetKey(decided)) {
      assumed.add("the caller may use the key for the copy");
    } else if (needsKey) {
      assumed.add("the policy of the key for the copy lets the caller use it");
    }
    assumed.add(
        "the principals exist, and the key's Region is enabled in account `"
            + facts.caller().account()
            + "`");
    return List.copyOf(assumed);
  }

  private static void guardrails(ShareInput input, List<String> assumed) {
    List<String> absent = new ArrayList<>();
    if (input.boundary() == null) {
      absent.add("permissions boundary");
    }
    if (input.session() == null) {
      absent.add("session policy");
    }
    if (input.scps().isEmpty()) {
      absent.add("SCP");
    }
    if (input.rcps().isEmpty()) {
      absent.add("RCP");
    }
    if (!absent.isEmpty()) {
      StringBuilder names = new StringBuilder();
      for (int i = 0; i < absent.size(); i++) {
        names.append(i == 0 ? "" : i + 1 == absent.size() ? " or " : ", ").append(absent.get(i));
      }
      assumed.add("no " + names + " restricts the call");
    }
    for (Policy scp : input.scps()) {
      if (!Evaluator.hasAllow(scp)) {
        assumed.add("FullAWSAccess is attached beside `" + scp.file().path() + "`");
      }
    }
  }

  private static String call(ShareInput input) {
    Operation operation = input.scenario().operation();
    return switch (operation) {
      case COPY_CLUSTER_SNAPSHOT -> "rds:CopyDBClusterSnapshot";
      case RESTORE_CLUSTER -> "rds:RestoreDBClusterFromSnapshot";
      case COPY_INSTANCE_SNAPSHOT -> "rds:CopyDBSnapshot";
      case RESTORE_INSTANCE -> "rds:RestoreDBInstanceFromDBSnapshot";
    };
  }

  private static boolean decidesTargetKey(List<Decided> decided) {
    int grants = 0;
    for (Decided one : decided) {
      grants += one.action().equals("kms:CreateGrant") ? 1 : 0;
    }
    return grants > 1;
  }
}
