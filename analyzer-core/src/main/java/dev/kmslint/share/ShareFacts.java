package dev.kmslint.share;

import dev.kmslint.access.Caller;
import dev.kmslint.intake.KeyDescription;
import dev.kmslint.intake.SnapshotDescription;
import dev.kmslint.intake.SnapshotRequest;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.policy.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a sharing: what was given, and what follows from it with certainty.
 *
 * @param key the key's ARN; null when unknown
 * @param owner the key's account; empty when unknown
 * @param caller who makes the call
 * @param callRegion the Region in which the call is made; empty when unknown
 * @param snapshotArn the snapshot's ARN; null when unknown
 * @param inferred what was inferred, in sentences
 */
record ShareFacts(
    @Nullable Arn key,
    String owner,
    Caller caller,
    String callRegion,
    @Nullable Arn snapshotArn,
    List<String> inferred) {

  static ShareFacts of(ShareInput input) {
    List<String> inferred = new ArrayList<>();
    Arn key = key(input, inferred);
    String owner = owner(input, key, inferred);
    Arn snapshot = snapshotArn(input);
    String partition =
        key != null ? key.partition() : snapshot != null ? snapshot.partition() : "aws";
    String region = region(input, key, snapshot, inferred);
    return new ShareFacts(
        key, owner, caller(input, partition), region, snapshot, List.copyOf(inferred));
  }

  private static Caller caller(ShareInput input, String partition) {
    Caller caller = Caller.parse(input.to(), partition);
    if (caller == null || caller.isService()) {
      throw new IllegalArgumentException("no account and no principal: " + input.to());
    }
    return input.rootUser() ? Caller.rootUserOf(caller.partition(), caller.account()) : caller;
  }

  private static @Nullable Arn key(ShareInput input, List<String> inferred) {
    if (!input.keyArn().isEmpty()) {
      return Arn.parse(input.keyArn());
    }
    KeyDescription described = input.key();
    Arn found = described == null ? null : arn(described.arn());
    if (found != null) {
      inferred.add("the key is `" + found + "`, from the output of describe-key");
      return found;
    }
    SnapshotDescription snapshot = input.snapshot();
    found = snapshot == null ? null : arn(snapshot.kmsKeyId());
    if (found != null && found.resource().startsWith("key/")) {
      inferred.add("the key is `" + found + "`, from the snapshot's KmsKeyId");
      return found;
    }
    Set<String> named = namedKeys(input.identityPolicies());
    if (named.size() == 1) {
      String only = named.iterator().next();
      inferred.add("the key is `" + only + "`, the only one that the identity policies name");
      return Arn.parse(only);
    }
    return null;
  }

  private static @Nullable Arn arn(@Nullable Text text) {
    return text == null ? null : Arn.parse(text.value());
  }

  /** The key ARNs without wildcards that identity policies name. */
  private static Set<String> namedKeys(List<Policy> policies) {
    Set<String> named = new LinkedHashSet<>();
    for (Policy policy : policies) {
      if (policy.isOpen()) {
        return Set.of();
      }
      for (Statement statement : policy.statements()) {
        Resources resources = statement.resources();
        if (resources == null || resources.negated() || !statement.isAllow()) {
          continue;
        }
        for (Resources.Entry entry : resources.entries()) {
          Arn arn = Arn.parse(entry.text());
          boolean plain =
              entry.text().indexOf('*') < 0
                  && entry.text().indexOf('?') < 0
                  && entry.text().indexOf('$') < 0;
          if (arn != null
              && plain
              && arn.service().equals("kms")
              && arn.resource().startsWith("key/")) {
            named.add(entry.text());
          }
        }
      }
    }
    return named;
  }

  private static String owner(ShareInput input, @Nullable Arn key, List<String> inferred) {
    if (!input.owner().isEmpty()) {
      return input.owner();
    }
    if (key != null && Arn.isAccountId(key.account())) {
      inferred.add("the key's owner is account `" + key.account() + "`, from the key's ARN");
      return key.account();
    }
    return "";
  }

  /** The snapshot's ARN: as described, else as the request names it. */
  private static @Nullable Arn snapshotArn(ShareInput input) {
    SnapshotDescription snapshot = input.snapshot();
    Arn described = snapshot == null ? null : arn(snapshot.arn());
    SnapshotRequest request = input.request();
    return described != null ? described : request == null ? null : arn(request.snapshot());
  }

  private static String region(
      ShareInput input, @Nullable Arn key, @Nullable Arn snapshot, List<String> inferred) {
    if (!input.region().isEmpty()) {
      return input.region();
    }
    if (snapshot != null && !snapshot.region().isEmpty()) {
      inferred.add("the call is made in `" + snapshot.region() + "`, the snapshot's Region");
      return snapshot.region();
    }
    if (key != null && !key.region().isEmpty()) {
      inferred.add("the call is made in `" + key.region() + "`, the key's Region");
      return key.region();
    }
    return "";
  }

  /** The Region of the snapshot: of its ARN, else of the key. Empty when unknown. */
  String snapshotRegion() {
    Arn arn = snapshotArn;
    if (arn != null) {
      return arn.region();
    }
    return key == null ? "" : key.region();
  }

  /** Whether the call is made in another Region than the snapshot's. */
  boolean crossesRegions() {
    String from = snapshotRegion();
    return !from.isEmpty() && !callRegion.isEmpty() && !from.equals(callRegion);
  }

  /** The account that the snapshot is shared from: of its ARN, else the key's owner. */
  String snapshotOwner() {
    Arn arn = snapshotArn;
    return arn != null && Arn.isAccountId(arn.account()) ? arn.account() : owner;
  }

  /** Whether the snapshot belongs to another account than the caller's. */
  boolean isShared() {
    return !caller.account().equals(snapshotOwner());
  }
}
