package dev.kmslint.intake;

import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Text;
import dev.kmslint.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The output of {@code aws iam get-account-authorization-details}: the users, groups, roles and
 * policies of an account.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
final class AuthorizationDetails implements Carrier {
  /** Its lists; whose policy is which, the first three say. */
  static final List<String> LISTS =
      List.of("UserDetailList", "GroupDetailList", "RoleDetailList", "Policies");

  private static final String WHY = "`get-account-authorization-details` printed it";

  /** Whose policy is which, by the policy's ARN. */
  private final Map<String, List<String>> holders = new HashMap<>();

  private final Map<String, List<String>> bounded = new HashMap<>();

  /** The ARNs of a group's users, by the group's name. */
  private final Map<String, List<String>> members = new HashMap<>();

  private final AccountPrincipals principals = new AccountPrincipals();

  @Override
  public void read(Node.ObjectNode root, Intake found) {
    principals.start(root);
    for (Node each : Members.list(root, "UserDetailList")) {
      if (each instanceof Node.ObjectNode user) {
        List<String> self = self(user);
        principals.add(user, AccountPrincipal.Kind.USER);
        for (Text group : Members.texts(user, "GroupList")) {
          add(members, group.value(), self);
        }
        attach(user, self);
        inline(user, "UserPolicyList", self, found);
      }
    }
    for (Node each : Members.list(root, "GroupDetailList")) {
      if (each instanceof Node.ObjectNode group) {
        Text name = Members.text(group, "GroupName");
        principals.addGroup(group);
        List<String> users = name == null ? List.of() : get(members, name.value());
        attach(group, users);
        inline(group, "GroupPolicyList", users, found);
      }
    }
    for (Node each : Members.list(root, "RoleDetailList")) {
      if (each instanceof Node.ObjectNode role) {
        List<String> self = self(role);
        principals.add(role, AccountPrincipal.Kind.ROLE);
        attach(role, self);
        inline(role, "RolePolicyList", self, found);
        Documents.addPolicy(
            role.get("AssumeRolePolicyDocument"), PolicyKind.TRUST, WHY, Setting.NONE, found);
      }
    }
    for (Node each : Members.list(root, "Policies")) {
      if (each instanceof Node.ObjectNode policy) {
        managed(policy, found);
      }
    }
  }

  @Override
  public void finish(Intake found) {
    principals.tell(found);
  }

  private static List<String> self(Node.ObjectNode principal) {
    Text arn = Members.text(principal, "Arn");
    return arn == null ? List.of() : List.of(arn.value());
  }

  private void attach(Node.ObjectNode principal, List<String> to) {
    for (Node each : Members.list(principal, "AttachedManagedPolicies")) {
      Text arn = each instanceof Node.ObjectNode one ? Members.text(one, "PolicyArn") : null;
      if (arn != null) {
        add(holders, arn.value(), to);
      }
    }
    Node.ObjectNode boundary = Members.object(principal, "PermissionsBoundary");
    Text arn = boundary == null ? null : Members.text(boundary, "PermissionsBoundaryArn");
    if (arn != null) {
      add(bounded, arn.value(), to);
    }
  }

  private static void inline(
      Node.ObjectNode principal, String list, List<String> holders, Intake found) {
    for (Node each : Members.list(principal, list)) {
      if (each instanceof Node.ObjectNode policy) {
        Documents.addPolicy(
            policy.get("PolicyDocument"), PolicyKind.IDENTITY, WHY, Setting.of(holders), found);
      }
    }
  }

  private void managed(Node.ObjectNode policy, Intake found) {
    Text text = Members.text(policy, "Arn");
    String arn = text == null ? "" : text.value();
    List<String> bounds = get(bounded, arn);
    List<String> held = get(holders, arn);
    PolicyKind kind =
        held.isEmpty() && !bounds.isEmpty() ? PolicyKind.BOUNDARY : PolicyKind.IDENTITY;
    Setting setting = new Setting(null, held, bounds, arn.contains(":iam::aws:"), null);
    for (Node each : Members.list(policy, "PolicyVersionList")) {
      if (each instanceof Node.ObjectNode version && isDefault(version)) {
        principals.addPolicy(arn);
        Documents.addPolicy(version.get("Document"), kind, WHY, setting, found);
      }
    }
  }

  private static boolean isDefault(Node.ObjectNode version) {
    return version.get("IsDefaultVersion") instanceof Node.BooleanNode is && is.value();
  }

  private static void add(Map<String, List<String>> map, String key, List<String> values) {
    List<String> known = map.get(key);
    if (known == null) {
      known = new ArrayList<>();
      map.put(key, known);
    }
    known.addAll(values);
  }

  private static List<String> get(Map<String, List<String>> map, String key) {
    List<String> known = map.get(key);
    return known == null ? List.of() : List.copyOf(known);
  }
}
