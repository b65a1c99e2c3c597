package dev.kmslint.share;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.Quota;
import dev.kmslint.intake.SnapshotAttributes;
import dev.kmslint.intake.SnapshotDescription;
import dev.kmslint.intake.SnapshotRequest.Operation;
import dev.kmslint.policy.Text;
import dev.kmslint.share.Gap.Consequence;
import dev.kmslint.share.Gap.Kind;
import dev.kmslint.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * What a sharing demands of the snapshot and of the list of accounts that it is shared with.
 *
 * <p>Sources:
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-share-snapshot.html,
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html,
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBClusterSnapshotAttribute.html
 */
final class SnapshotFacts {
  private final ShareInput input;
  private final ShareFacts facts;
  private final Catalog catalog;
  private final Encryption encryption;
  private final Gaps gaps;

  SnapshotFacts(ShareInput input, ShareFacts facts, Catalog catalog, Gaps gaps) {
    this.input = input;
    this.facts = facts;
    this.catalog = catalog;
    this.encryption = Encryption.of(input.snapshot());
    this.gaps = gaps;
  }

  void check() {
    SnapshotDescription snapshot = input.snapshot();
    if (snapshot != null) {
      described(snapshot);
    }
    SnapshotAttributes attributes = input.attributes();
    if (attributes != null) {
      shared(attributes);
    }
    boolean encrypted = encryption == Encryption.KMS || encryption == Encryption.NOT_GIVEN;
    if (input.scenario().operation() == Operation.RESTORE_INSTANCE
        && encrypted
        && facts.isShared()) {
      gaps.fact(Kind.INSTANCE_DIRECT_RESTORE, Consequence.BREAKS, Side.REQUEST, restoreLocation());
    }
  }

  private SourceLocation restoreLocation() {
    if (input.request() != null) {
      Text named = input.request().snapshot();
      return named == null ? input.request().location().first() : named.location();
    }
    return input.location();
  }

  private void described(SnapshotDescription snapshot) {
    if (encryption == Encryption.AWS_OWNED && snapshot.encryptionType() != null) {
      gaps.fact(
          Kind.AWS_OWNED_KEY,
          Consequence.UNDETERMINED,
          Side.SNAPSHOT,
          snapshot.encryptionType().location());
    }
    Text status = snapshot.status();
    if (status != null && !status.value().equals("available")) {
      gaps.fact(
          Kind.SNAPSHOT_NOT_AVAILABLE,
          Consequence.BREAKS,
          Side.SNAPSHOT,
          status.location(),
          "status",
          status.value());
    }
    automated(snapshot);
    engine(snapshot.engine());
  }

  private void automated(SnapshotDescription snapshot) {
    Text type = snapshot.snapshotType();
    Text name = snapshot.identifier();
    if (type != null && (type.value().equals("automated") || type.value().equals("awsbackup"))) {
      automated(type.location(), type.value());
    } else if (name != null && name.value().startsWith("rds:")) {
      automated(name.location(), "automated");
    } else if (name != null && name.value().startsWith("awsbackup:")) {
      automated(name.location(), "awsbackup");
    }
  }

  private void automated(SourceLocation at, String type) {
    gaps.fact(Kind.AUTOMATED_SNAPSHOT, Consequence.BREAKS, Side.SNAPSHOT, at, "type", type);
  }

  /**
   * Amazon Neptune, Amazon DocumentDB and Multi-AZ DB clusters have their snapshots in the same
   * API. Neptune's copy is documented as Aurora's; for the rest AWS's pages disagree or are silent.
   */
  private void engine(@Nullable Text engine) {
    if (engine == null || !input.scenario().cluster() || engine.value().startsWith("aurora")) {
      return;
    }
    boolean copy = input.scenario().operation() == Operation.COPY_CLUSTER_SNAPSHOT;
    if (!(copy && engine.value().equals("neptune"))) {
      gaps.undetermined(
          Side.SNAPSHOT,
          engine.location(),
          "what AWS demands of a shared, encrypted cluster snapshot of the engine `"
              + engine.value()
              + "`: its pages disagree or do not say",
          "");
    }
  }

  private void shared(SnapshotAttributes attributes) {
    boolean listed = !facts.isShared();
    int accounts = 0;
    for (Text value : attributes.restore()) {
      if (value.value().equals("all")) {
        listed = true;
        everybody(value);
      } else {
        accounts++;
        listed |= value.value().equals(facts.caller().account());
      }
    }
    long quota = catalog.quota(Quota.Name.SNAPSHOT_SHARED_ACCOUNTS).limit();
    if (accounts > quota) {
      gaps.fact(
          Kind.TOO_MANY_ACCOUNTS,
          Consequence.BREAKS,
          Side.SNAPSHOT,
          attributes.restoreLocation().inOneLine(),
          "count",
          String.valueOf(accounts),
          "quota",
          String.valueOf(quota));
    }
    if (!listed) {
      gaps.fact(
          Kind.NOT_SHARED_WITH_ACCOUNT,
          Consequence.BREAKS,
          Side.SNAPSHOT,
          attributes.restoreLocation().inOneLine(),
          "account",
          facts.caller().account(),
          "identifier",
          attributes.identifier() == null ? "" : attributes.identifier().value());
    }
  }

  private void everybody(Text value) {
    boolean plain = encryption == Encryption.NONE;
    gaps.fact(
        plain ? Kind.PUBLIC_SNAPSHOT : Kind.PUBLIC_ENCRYPTED,
        plain ? Consequence.WARNS : Consequence.BREAKS,
        Side.SNAPSHOT,
        value.location());
  }
}
