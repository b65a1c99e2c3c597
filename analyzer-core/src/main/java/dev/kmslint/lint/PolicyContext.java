package dev.kmslint.lint;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy and what is known around it.
 *
 * @param key of a key policy: the key's ARN; null when unknown
 * @param owner of a key policy: the key's account; empty when unknown
 * @param awsManaged whether the key is known to be managed by AWS
 * @param trustedAccounts accounts that the configuration or a share trusts
 * @param trustedOrganizations organizations that the configuration trusts
 * @param today the day, as {@code 2027-06-30}, by which facts grow old; empty when it is not known
 * @param principals of a key policy: who is in the key's account; null when unknown
 * @param exact the exact answers about the policy
 */
public record PolicyContext(
    Policy policy,
    @Nullable Arn key,
    String owner,
    boolean awsManaged,
    Set<String> trustedAccounts,
    Set<String> trustedOrganizations,
    Catalog catalog,
    String today,
    @Nullable KnownPrincipals principals,
    Exact exact) {

  /** A policy and what is known around it; its engine is compiled when a rule needs it. */
  public PolicyContext(
      Policy policy,
      @Nullable Arn key,
      String owner,
      boolean awsManaged,
      Set<String> trustedAccounts,
      Set<String> trustedOrganizations,
      Catalog catalog,
      String today) {
    this(
        policy,
        key,
        owner,
        awsManaged,
        trustedAccounts,
        trustedOrganizations,
        catalog,
        today,
        null,
        new Exact(policy, owner, catalog));
  }

  /** The same, with who is in the key's account. */
  public PolicyContext with(@Nullable KnownPrincipals known) {
    return new PolicyContext(
        policy,
        key,
        owner,
        awsManaged,
        trustedAccounts,
        trustedOrganizations,
        catalog,
        today,
        known,
        exact);
  }

  /** The policy's kind. */
  public PolicyKind kind() {
    return policy.kind();
  }

  /** Whether it is a key policy. */
  public boolean isKeyPolicy() {
    return policy.kind() == PolicyKind.KEY;
  }
}
