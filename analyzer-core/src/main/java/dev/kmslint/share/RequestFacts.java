package dev.kmslint.share;

import dev.kmslint.intake.SnapshotRequest;
import dev.kmslint.intake.SnapshotRequest.Operation;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Text;
import dev.kmslint.share.Gap.Consequence;
import dev.kmslint.share.Gap.Kind;
import dev.kmslint.source.SourceLocation;

/**
 * What a sharing demands of the copy or restore request.
 *
 * <p>Sources:
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CopyDBClusterSnapshot.html,
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CopyDBSnapshot.html,
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBClusterFromSnapshot.html
 */
final class RequestFacts {
  private final ShareInput input;
  private final ShareFacts facts;
  private final Encryption encryption;
  private final Gaps gaps;

  RequestFacts(ShareInput input, ShareFacts facts, Gaps gaps) {
    this.input = input;
    this.facts = facts;
    this.encryption = Encryption.of(input.snapshot());
    this.gaps = gaps;
  }

  void check() {
    if (facts.crossesRegions() && facts.isShared()) {
      gaps.fact(
          Kind.CROSS_ACCOUNT_AND_REGION,
          Consequence.WARNS,
          Side.REQUEST,
          input.request() == null ? input.location() : input.request().location().first(),
          "from",
          facts.snapshotRegion(),
          "to",
          facts.callRegion());
    }
    SnapshotRequest request = input.request();
    if (request == null) {
      return;
    }
    Text snapshot = request.snapshot();
    if (snapshot != null && Arn.parse(snapshot.value()) == null && facts.isShared()) {
      gaps.fact(
          Kind.IDENTIFIER_NOT_ARN,
          Consequence.BREAKS,
          Side.REQUEST,
          snapshot.location(),
          "identifier",
          snapshot.value(),
          "arn",
          facts.snapshotArn() == null ? "" : facts.snapshotArn().toString());
    }
    Text key = request.kmsKeyId();
    if (key == null) {
      withoutKey(request);
    } else {
      withKey(request, key);
    }
  }

  private boolean encrypted() {
    return encryption != Encryption.NONE;
  }

  private boolean isCopy(SnapshotRequest request) {
    return request.operation() == Operation.COPY_CLUSTER_SNAPSHOT
        || request.operation() == Operation.COPY_INSTANCE_SNAPSHOT;
  }

  private void withoutKey(SnapshotRequest request) {
    if (!encrypted()) {
      return;
    }
    if (isCopy(request) && (facts.isShared() || facts.crossesRegions())) {
      gaps.fact(
          Kind.TARGET_KEY_MISSING,
          Consequence.BREAKS,
          Side.REQUEST,
          request.location().first(),
          "reason",
          facts.crossesRegions() ? "cross-region" : "shared");
    } else if (!isCopy(request) && facts.isShared() && facts.key() != null) {
      keepsSourceKey(request.location().first());
    }
  }

  private void withKey(SnapshotRequest request, Text named) {
    if (encryption == Encryption.NONE && request.operation() == Operation.COPY_CLUSTER_SNAPSHOT) {
      gaps.fact(Kind.ENCRYPT_ON_COPY, Consequence.BREAKS, Side.REQUEST, named.location());
      return;
    }
    Arn arn = Arn.parse(named.value());
    if (arn != null && !facts.callRegion().isEmpty() && !arn.region().equals(facts.callRegion())) {
      gaps.fact(
          Kind.TARGET_KEY_OTHER_REGION,
          Consequence.BREAKS,
          Side.REQUEST,
          named.location(),
          "keyRegion",
          arn.region(),
          "region",
          facts.callRegion());
      return;
    }
    Arn source = facts.key();
    if (source == null || facts.owner().equals(facts.caller().account())) {
      return;
    }
    if (arn != null && arn.equals(source)) {
      keepsSourceKey(named.location());
    } else if (arn == null && named.value().equals(source.resourceName())) {
      gaps.fact(
          Kind.KEY_ID_NOT_ARN,
          Consequence.BREAKS,
          Side.REQUEST,
          named.location(),
          "id",
          named.value(),
          "key",
          source.toString());
    }
  }

  private void keepsSourceKey(SourceLocation at) {
    gaps.fact(
        Kind.KEEPS_SOURCE_KEY,
        Consequence.WARNS,
        Side.REQUEST,
        at,
        "key",
        String.valueOf(facts.key()));
  }
}
