package dev.kmslint.intake;

import dev.kmslint.policy.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose identity policy is which, as far as a plan or state tells: a role, user or group is named
 * by its name, and its ARN stands in the resource that makes it.
 *
 * <p>Source: the pages of the aws_iam resources in
 * https://github.com/hashicorp/terraform-provider-aws/tree/main/website/docs/r
 */
final class TerraformHolders {
  private static final String AMBIGUOUS = "";

  private final Map<String, String> users = new HashMap<>();
  private final Map<String, String> roles = new HashMap<>();

  /** The names of a group's users, by the group's name. */
  private final Map<String, Set<String>> members = new HashMap<>();

  private final Map<String, List<TerraformResource>> attachments = new HashMap<>();

  TerraformHolders(Collection<TerraformResource> resources) {
    for (TerraformResource each : resources) {
      learn(each);
    }
  }

  private void learn(TerraformResource resource) {
    switch (resource.type()) {
      case "aws_iam_user" -> name(resource, users);
      case "aws_iam_role" -> name(resource, roles);
      case "aws_iam_group_membership" -> {
        for (Text user : Members.texts(resource.values(), "users")) {
          join(resource.text("group"), user);
        }
      }
      case "aws_iam_user_group_membership" -> {
        for (Text group : Members.texts(resource.values(), "groups")) {
          join(group, resource.text("user"));
        }
      }
      case "aws_iam_policy_attachment",
          "aws_iam_role_policy_attachment",
          "aws_iam_user_policy_attachment",
          "aws_iam_group_policy_attachment" -> {
        Text policy = resource.text("policy_arn");
        if (policy != null) {
          attachments.computeIfAbsent(policy.value(), any -> new ArrayList<>()).add(resource);
        }
      }
      default -> {}
    }
  }

  /** Two of one name are of different accounts, and a name alone does not say which. */
  private static void name(TerraformResource resource, Map<String, String> arns) {
    Text name = resource.text("name");
    Text arn = resource.text("arn");
    if (name != null && arn != null) {
      String other = arns.putIfAbsent(name.value(), arn.value());
      if (other != null && !other.equals(arn.value())) {
        arns.put(name.value(), AMBIGUOUS);
      }
    }
  }

  private void join(@Nullable Text group, @Nullable Text user) {
    if (group != null && user != null) {
      members.computeIfAbsent(group.value(), any -> new LinkedHashSet<>()).add(user.value());
    }
  }

  /** The holders of an identity policy that a resource makes; null when they are not known. */
  @Nullable List<String> of(TerraformResource resource) {
    if (!resource.type().equals("aws_iam_policy")) {
      return resource.type().equals("aws_iam_role")
          ? arns(List.of(), texts(resource, "name"), List.of())
          : named(resource);
    }
    Text arn = resource.text("arn");
    List<TerraformResource> attached = arn == null ? null : attachments.get(arn.value());
    Set<String> all = new LinkedHashSet<>();
    for (TerraformResource each : attached == null ? List.<TerraformResource>of() : attached) {
      List<String> holders = named(each);
      if (holders == null) {
        return null;
      }
      all.addAll(holders);
    }
    return all.isEmpty() ? null : List.copyOf(all);
  }

  /** Those whom a resource names, one or several. */
  private @Nullable List<String> named(TerraformResource resource) {
    List<String> someUsers = texts(resource, "user");
    someUsers.addAll(texts(resource, "users"));
    List<String> someRoles = texts(resource, "role");
    someRoles.addAll(texts(resource, "roles"));
    List<String> someGroups = texts(resource, "group");
    someGroups.addAll(texts(resource, "groups"));
    return arns(someUsers, someRoles, someGroups);
  }

  private static List<String> texts(TerraformResource resource, String attribute) {
    List<String> texts = new ArrayList<>();
    for (Text text : Members.texts(resource.values(), attribute)) {
      texts.add(text.value());
    }
    return texts;
  }

  private @Nullable List<String> arns(
      List<String> someUsers, List<String> someRoles, List<String> someGroups) {
    Set<String> all = new LinkedHashSet<>();
    boolean known = add(someUsers, users, all) && add(someRoles, roles, all);
    for (String group : someGroups) {
      Set<String> joined = members.get(group);
      known = known && joined != null && add(joined, users, all);
    }
    return known && !all.isEmpty() ? List.copyOf(all) : null;
  }

  private static boolean add(Collection<String> names, Map<String, String> arns, Set<String> to) {
    for (String name : names) {
      String arn = arns.getOrDefault(name, AMBIGUOUS);
      if (arn.equals(AMBIGUOUS)) {
        return false;
      }
      to.add(arn);
    }
    return true;
  }
}
