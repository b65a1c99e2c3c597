package dev.kmslint.intake;

import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Text;
import dev.kmslint.source.Node;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The users and roles of the output of {@code get-account-authorization-details}, and whether it
 * holds all of them and of their policies. Each of its pages can end early, and {@code --filter}
 * leaves whole lists empty, so an empty list says nothing.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
final class AccountPrincipals {
  private final List<Held> all = new ArrayList<>();
  private final Map<String, List<String>> ofGroups = new HashMap<>();
  private final Set<String> policies = new HashSet<>();
  private @Nullable SourceLocation start;
  private boolean whole;
  private boolean saysSo;

  /**
   * A user or role, the names of its groups and the ARNs of the managed policies attached to it.
   */
  private record Held(
      Text arn,
      AccountPrincipal.Kind kind,
      @Nullable Text boundary,
      List<String> groups,
      List<String> attached) {}

  /** Starts with a document, or with what one that is read in parts has besides its lists. */
  void start(Node.ObjectNode root) {
    if (start == null) {
      start = root.location().first();
      whole = isWhole(root);
      saysSo = root.get("IsTruncated") != null;
    }
  }

  void add(Node.ObjectNode principal, AccountPrincipal.Kind kind) {
    Text arn = Members.text(principal, "Arn");
    if (arn == null) {
      return;
    }
    Node.ObjectNode boundary = Members.object(principal, "PermissionsBoundary");
    List<String> groups = new ArrayList<>();
    for (Text group : Members.texts(principal, "GroupList")) {
      groups.add(group.value());
    }
    all.add(
        new Held(
            arn,
            kind,
            boundary == null ? null : Members.text(boundary, "PermissionsBoundaryArn"),
            groups,
            attached(principal)));
  }

  void addGroup(Node.ObjectNode group) {
    Text name = Members.text(group, "GroupName");
    if (name != null) {
      ofGroups.put(name.value(), attached(group));
    }
  }

  /** Adds a managed policy whose text is told. */
  void addPolicy(String arn) {
    policies.add(arn);
  }

  private static List<String> attached(Node.ObjectNode holder) {
    List<String> attached = new ArrayList<>();
    for (Node each : Members.list(holder, "AttachedManagedPolicies")) {
      Text arn = each instanceof Node.ObjectNode one ? Members.text(one, "PolicyArn") : null;
      attached.add(arn == null ? "" : arn.value());
    }
    return attached;
  }

  /** Tells what was added; that there is nobody only where it is said that nothing is missing. */
  void tell(Intake found) {
    SourceLocation at = start;
    if (at == null) {
      return;
    }
    Set<String> accounts = new HashSet<>();
    boolean users = false;
    boolean roles = false;
    for (Held each : all) {
      found.add(new AccountPrincipal(each.arn(), each.kind(), each.boundary(), isTold(each)));
      Arn arn = Arn.parse(each.arn().value());
      accounts.add(arn == null ? "" : arn.account());
      users |= each.kind() == AccountPrincipal.Kind.USER;
      roles |= each.kind() == AccountPrincipal.Kind.ROLE;
    }
    if (!all.isEmpty()) {
      boolean one = whole && accounts.size() == 1;
      String account = accounts.size() == 1 ? accounts.iterator().next() : "";
      found.add(new AccountExport(at, account, one && users, one && roles));
    } else if (whole && saysSo) {
      found.add(new AccountExport(at, "", true, true));
    }
  }

  private boolean isTold(Held principal) {
    boolean told = policies.containsAll(principal.attached());
    for (String group : principal.groups()) {
      List<String> attached = ofGroups.get(group);
      told &= attached != null && policies.containsAll(attached);
    }
    return told;
  }

  /** The command asks for page after page and then leaves {@code IsTruncated} out. */
  private static boolean isWhole(Node.ObjectNode root) {
    for (String list : AuthorizationDetails.LISTS) {
      if (!(root.get(list) instanceof Node.ArrayNode)) {
        return false;
      }
    }
    Text truncated = Members.text(root, "IsTruncated");
    return (truncated == null || truncated.value().equals("false"))
        && !Members.has(root, "Marker")
        && !Members.has(root, "NextToken");
  }
}
