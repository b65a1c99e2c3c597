package dev.kmslint.catalog;

import java.util.List;
import java.util.Set;

/**
 * One action of a service, as the AWS Service Authorization Reference and, for KMS, the table of
 * KMS permissions describe it.
 *
 * @param service the service prefix, in lower case: {@code kms}
 * @param name the name without the prefix, in AWS's spelling: {@code CreateGrant}
 * @param accessLevel AWS's access levels as the reference names them; several are joined by {@code
 *     ", "}: {@code Permissions management, Write}
 * @param resourceTypes the resource types the action works on, without AWS's {@code *} mark; names
 *     of {@link ResourceType}s of the same service; empty when there is none
 * @param requiredResourceTypes those of {@code resourceTypes} that AWS marks as required
 * @param needsResource false when the action has no resource type, so that a statement about it
 *     must have the Resource {@code *}
 * @param crossAccount true when KMS lets a principal of another account use the action on a key
 *     (given permission on both sides); always false outside {@code kms}
 * @param crossAccountKeyForm how the other account has to name the key, in the words of the table:
 *     {@code key ARN only}, {@code key ARN or alias ARN}; empty when {@code crossAccount} is false
 * @param keyPolicy true when a key policy speaks about the action; false for KMS actions that have
 *     no key as a resource and for other services
 * @param grantDecides true when the grant itself, not a policy's Allow, gives the permission: only
 *     {@code kms:RetireGrant}, where an Allow in a key policy has no effect and a Deny has
 * @param grantOperation true when a KMS grant can give the action
 * @param conditionKeys the generic names ({@link ConditionKeyInfo#genericName}) in lower case of
 *     the keys that AWS lists for the action or for one of its resource types. Most global {@code
 *     aws:} keys are not listed: ask {@link Catalog#carries}. Iteration order is that of the tables
 * @see <a
 *     href="https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html">AWS
 *     KMS permissions</a>
 */
public record ActionInfo(
    String service,
    String name,
    String accessLevel,
    List<String> resourceTypes,
    List<String> requiredResourceTypes,
    boolean needsResource,
    boolean crossAccount,
    String crossAccountKeyForm,
    boolean keyPolicy,
    boolean grantDecides,
    boolean grantOperation,
    Set<String> conditionKeys) {

  /** Copies the collections. */
  public ActionInfo {
    resourceTypes = List.copyOf(resourceTypes);
    requiredResourceTypes = List.copyOf(requiredResourceTypes);
    conditionKeys = SmallSet.of(conditionKeys);
  }

  /** The name as policies write it: {@code kms:CreateGrant}. */
  public String qualifiedName() {
    return service + ':' + name;
  }
}
