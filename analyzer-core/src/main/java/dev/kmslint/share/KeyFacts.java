package dev.kmslint.share;

import dev.kmslint.intake.KeyDescription;
import dev.kmslint.intake.SnapshotDescription;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Text;
import dev.kmslint.share.Gap.Consequence;
import dev.kmslint.share.Gap.Kind;
import dev.kmslint.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * What a sharing demands of the key itself.
 *
 * <p>Sources: https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html,
 * https://docs.aws.amazon.com/kms/latest/developerguide/services-rds.html,
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/share-encrypted-snapshot.html
 */
final class KeyFacts {
  private final ShareInput input;
  private final ShareFacts facts;
  private final Gaps gaps;

  KeyFacts(ShareInput input, ShareFacts facts, Gaps gaps) {
    this.input = input;
    this.facts = facts;
    this.gaps = gaps;
  }

  void check() {
    SourceLocation managed = awsManaged(input);
    if (managed != null) {
      gaps.fact(
          Kind.AWS_MANAGED_KEY,
          Consequence.BREAKS,
          Side.KEY,
          managed,
          "key",
          facts.key() == null ? "" : facts.key().toString());
    }
    KeyDescription key = input.key();
    if (key != null) {
      unusable(key.keyState(), "KeyState", "Enabled", "Updating");
      unusable(key.keySpec(), "KeySpec", "SYMMETRIC_DEFAULT");
      unusable(key.keyUsage(), "KeyUsage", "ENCRYPT_DECRYPT");
    }
    sameKey(key == null ? null : key.arn(), Side.KEY);
    SnapshotDescription snapshot = input.snapshot();
    sameKey(snapshot == null ? null : snapshot.kmsKeyId(), Side.SNAPSHOT);
  }

  /** Where it is to be seen that the key is managed by AWS; null when it is not. */
  static @Nullable SourceLocation awsManaged(ShareInput input) {
    KeyDescription key = input.key();
    if (key != null && key.keyManager() != null) {
      return key.keyManager().value().equals("AWS") ? key.keyManager().location() : null;
    }
    SnapshotDescription snapshot = input.snapshot();
    Text named = snapshot == null ? null : snapshot.kmsKeyId();
    if (named != null && named.value().endsWith("alias/aws/rds")) {
      return named.location();
    }
    Policy policy = input.keyPolicy();
    Text id = policy == null || !policy.hasIdOfAws() ? null : policy.id();
    return id == null ? null : id.location();
  }

  private void unusable(@Nullable Text value, String property, String... good) {
    if (value == null) {
      return;
    }
    for (String one : good) {
      if (value.value().equals(one)) {
        return;
      }
    }
    gaps.fact(
        Kind.KEY_UNUSABLE,
        Consequence.BREAKS,
        Side.KEY,
        value.location(),
        "property",
        property,
        "value",
        value.value());
  }

  /** A key that a document names must be the key of this sharing. */
  private void sameKey(@Nullable Text named, Side side) {
    Arn key = facts.key();
    if (named == null || key == null || named.value().contains("alias/")) {
      return;
    }
    Arn arn = Arn.parse(named.value());
    boolean same =
        arn == null
            ? key.resourceName().equals(named.value())
            : named.value().equals(key.toString());
    if (!same) {
      gaps.fact(
          Kind.KEY_MISMATCH,
          Consequence.BREAKS,
          side,
          named.location(),
          "snapshotKey",
          named.value(),
          "key",
          key.toString());
    }
  }
}
