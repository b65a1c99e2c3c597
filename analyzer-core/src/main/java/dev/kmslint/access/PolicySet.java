package dev.kmslint.access;

import dev.kmslint.policy.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policies that have a say in a request.
 *
 * @param keyPolicy the key's policy; null when it was not given
 * @param owner the key's account; empty when unknown
 * @param identityPolicies the caller's identity policies, all together
 * @param boundary the caller's permissions boundary; null without one
 * @param session the session policy; null without one
 * @param scps service control policies of the caller's account
 * @param rcps resource control policies of the key's account; only their Deny statements count
 */
public record PolicySet(
    @Nullable Policy keyPolicy,
    String owner,
    List<Policy> identityPolicies,
    @Nullable Policy boundary,
    @Nullable Policy session,
    List<Policy> scps,
    List<Policy> rcps) {

  public PolicySet {
    identityPolicies = List.copyOf(identityPolicies);
    scps = List.copyOf(scps);
    rcps = List.copyOf(rcps);
  }

  /** A key policy alone. */
  public static PolicySet ofKey(Policy keyPolicy, String owner) {
    return new PolicySet(keyPolicy, owner, List.of(), null, null, List.of(), List.of());
  }
}
