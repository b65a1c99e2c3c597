package dev.kmslint.rules;

import dev.kmslint.access.Caller;
import dev.kmslint.intake.SnapshotRequest.Operation;
import dev.kmslint.policy.Arn;
import dev.kmslint.share.Gap;
import dev.kmslint.share.Scenario;
import dev.kmslint.share.Scenarios;
import dev.kmslint.share.ShareResult;
import org.jspecify.annotations.Nullable;

/** What messages about a sharing call its parts. */
public final class Sharing {
  private final ShareResult result;
  private final @Nullable Arn key;
  private final @Nullable Caller caller;
  private final Operation operation;
  private final boolean cluster;

  /** The words for the parts of a sharing. */
  public Sharing(ShareResult result) {
    this.result = result;
    this.key = Arn.parse(result.keyArn());
    this.caller = Caller.parse(result.to(), key == null ? "aws" : key.partition());
    Scenario named = Scenarios.named(result.scenario());
    this.operation = named == null ? Operation.COPY_CLUSTER_SNAPSHOT : named.operation();
    this.cluster = named == null || named.cluster();
  }

  /** Who makes the call: {@code account `444455556666`}, or an ARN in backticks. */
  public String caller() {
    return caller == null ? Wording.code(result.to()) : caller.title();
  }

  /** The caller's account id. */
  public String accountId() {
    return caller == null ? result.to() : caller.account();
  }

  /** The caller's account, as {@code account `444455556666`}. */
  public String account() {
    return "account " + Wording.code(accountId());
  }

  /** Whether any user or role of the account may be the caller. */
  public boolean isForAccount() {
    return caller == null || caller.kind() == Caller.Kind.ACCOUNT;
  }

  /** The ARN by which a key policy names the caller. */
  public String principal() {
    return caller == null ? result.to() : caller.arn();
  }

  /** The ARN by which a key policy names the caller's account. */
  public String accountArn() {
    return Arn.ofAccount(caller == null ? "aws" : caller.partition(), accountId());
  }

  /** The key's account, as {@code account `111122223333`}. */
  public String owner() {
    return result.owner().isEmpty()
        ? "the key's account"
        : "account " + Wording.code(result.owner());
  }

  /** The key: {@code key `ARN`}; {@code the key} when unknown. */
  public String key() {
    return key == null ? "the key" : "key " + Wording.code(result.keyArn());
  }

  /** The key's ARN in backticks, to be written somewhere. */
  public String keyArn() {
    return key == null ? "the key's ARN" : Wording.code(result.keyArn());
  }

  /** The key's ARN taken apart; null when unknown. */
  public @Nullable Arn arn() {
    return key;
  }

  /** Whether it is about DB cluster snapshots, not those of DB instances. */
  public boolean isCluster() {
    return cluster;
  }

  /** Whether the snapshot is copied, not restored. */
  public boolean isCopy() {
    return operation == Operation.COPY_CLUSTER_SNAPSHOT
        || operation == Operation.COPY_INSTANCE_SNAPSHOT;
  }

  /** What the caller wants to do, in the infinitive. */
  public String task() {
    return isCopy() ? "copy the snapshot" : "restore the snapshot";
  }

  /** That the caller cannot do it: the beginning of a message. */
  public String cannot() {
    return caller() + " cannot " + task();
  }

  /**
   * A message about something that keeps the caller from calling actions. The reason is put
   * together around the name of the caller.
   */
  public String message(Gap gap, String before, String after) {
    if (gap.consequence() == Gap.Consequence.BREAKS) {
      return cannot() + ", because " + before + "it" + after;
    }
    boolean ofKms = !gap.actions().isEmpty() && gap.actions().get(0).startsWith("kms:");
    return before
        + caller()
        + after
        + (ofKms
            ? "; AWS's example of this sharing allows that"
            : "; unless another policy does, it cannot " + task());
  }
}
