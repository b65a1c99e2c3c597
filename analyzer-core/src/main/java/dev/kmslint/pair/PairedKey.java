package dev.kmslint.pair;

import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Policy;

/** A key whose ARN is known, and its policy. */
public record PairedKey(Arn arn, Policy policy) {
  /** The key's account. */
  public String owner() {
    return arn.account();
  }
}
