package dev.kmslint.intake;

import dev.kmslint.policy.Text;
import dev.kmslint.source.Node;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the policy that a data source {@code aws_iam_policy_document} will make. What is known only
 * after apply stays open.
 *
 * <p>Source:
 * https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/d/iam_policy_document.html.markdown
 */
final class TerraformDocument {
  private static final String LATER = "a value known only after apply";

  private TerraformDocument() {}

  /** The policy. */
  static Node.ObjectNode policy(TerraformResource resource) {
    Node.ObjectNode values = resource.values();
    SourceLocation at = values.location();
    List<Node> statements = new ArrayList<>();
    Node unknown = resource.unknown() == null ? null : resource.unknown().get("statement");
    List<Node> known = Members.list(values, "statement");
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i) instanceof Node.ObjectNode statement) {
        statements.add(statement(statement, element(unknown, i)));
      }
    }
    if (TerraformResource.isTrue(unknown) || mergesOthers(resource)) {
      statements.add(open(at));
    }
    Text version = resource.text("version");
    List<Node.Member> members = new ArrayList<>();
    Node written =
        version == null
            ? new Node.StringNode(at, "2012-10-17")
            : new Node.StringNode(version.location(), version.value());
    members.add(new Node.Member("Version", at, written));
    members.add(new Node.Member("Statement", at, new Node.ArrayNode(at, statements)));
    return new Node.ObjectNode(at, members);
  }

  private static boolean mergesOthers(TerraformResource resource) {
    boolean merges = false;
    for (String attribute :
        List.of(
            "source_json",
            "override_json",
            "source_policy_documents",
            "override_policy_documents")) {
      Node value = resource.values().get(attribute);
      boolean given =
          value instanceof Node.StringNode
              || (value instanceof Node.ArrayNode array && !array.elements().isEmpty());
      merges |= given || resource.isUnknown(attribute);
    }
    return merges;
  }

  /** A value of which nothing is known. */
  static Node open(SourceLocation at) {
    return new Node.OpenNode(at, List.of(), LATER);
  }

  private static @Nullable Node element(@Nullable Node list, int index) {
    return list instanceof Node.ArrayNode array && index < array.elements().size()
        ? array.elements().get(index)
        : null;
  }

  private static @Nullable Node member(@Nullable Node node, String name) {
    return node instanceof Node.ObjectNode object ? object.get(name) : null;
  }

  private static Node statement(Node.ObjectNode values, @Nullable Node unknown) {
    List<Node.Member> members = new ArrayList<>();
    copy(values, unknown, "sid", "Sid", members);
    copy(values, unknown, "effect", "Effect", members);
    if (members.isEmpty() || !members.get(members.size() - 1).name().equals("Effect")) {
      SourceLocation at = values.location();
      members.add(new Node.Member("Effect", at, new Node.StringNode(at, "Allow")));
    }
    copy(values, unknown, "actions", "Action", members);
    copy(values, unknown, "not_actions", "NotAction", members);
    copy(values, unknown, "resources", "Resource", members);
    copy(values, unknown, "not_resources", "NotResource", members);
    principals(values, unknown, "principals", "Principal", members);
    principals(values, unknown, "not_principals", "NotPrincipal", members);
    conditions(values, unknown, members);
    return new Node.ObjectNode(values.location(), members);
  }

  /** A value with its unknown parts; null when there is nothing. */
  private static @Nullable Node value(@Nullable Node known, @Nullable Node unknown, Node at) {
    if (TerraformResource.isTrue(unknown)) {
      return open(at.location());
    }
    if (known instanceof Node.ArrayNode array) {
      List<Node> elements = new ArrayList<>();
      for (int i = 0; i < array.elements().size(); i++) {
        Node one = value(array.elements().get(i), element(unknown, i), array);
        if (one != null) {
          elements.add(one);
        }
      }
      return elements.isEmpty() ? null : new Node.ArrayNode(array.location(), elements);
    }
    return known instanceof Node.NullNode ? null : known;
  }

  private static void copy(
      Node.ObjectNode values,
      @Nullable Node unknown,
      String from,
      String to,
      List<Node.Member> members) {
    Node value = value(values.get(from), member(unknown, from), values);
    if (value != null) {
      Node.Member member = values.member(from);
      SourceLocation name = member == null ? values.location() : member.nameLocation();
      members.add(new Node.Member(to, name, value));
    }
  }

  private static void principals(
      Node.ObjectNode values,
      @Nullable Node unknown,
      String from,
      String to,
      List<Node.Member> members) {
    Node.Member member = values.member(from);
    Node missing = member(unknown, from);
    SourceLocation at = member == null ? values.location() : member.value().location();
    if (TerraformResource.isTrue(missing)) {
      members.add(new Node.Member(to, at, open(at)));
      return;
    }
    List<Node.Member> byType = new ArrayList<>();
    List<Node> blocks = Members.list(values, from);
    for (int i = 0; i < blocks.size(); i++) {
      Text type = blocks.get(i) instanceof Node.ObjectNode one ? Members.text(one, "type") : null;
      Node block = element(missing, i);
      Node who =
          value(member(blocks.get(i), "identifiers"), member(block, "identifiers"), blocks.get(i));
      if (type == null || who == null) {
        members.add(new Node.Member(to, at, open(at)));
        return;
      }
      if (type.value().equals("*")) {
        members.add(new Node.Member(to, at, new Node.StringNode(type.location(), "*")));
        return;
      }
      byType.add(new Node.Member(type.value(), type.location(), who));
    }
    if (!byType.isEmpty() && member != null) {
      members.add(
          new Node.Member(to, member.nameLocation(), new Node.ObjectNode(at, merged(byType))));
    }
  }

  /** Members of which no two have one name: lists of one name are one list. */
  private static List<Node.Member> merged(List<Node.Member> members) {
    List<Node.Member> merged = new ArrayList<>();
    for (Node.Member member : members) {
      Node.Member same = null;
      for (Node.Member each : merged) {
        same = each.name().equals(member.name()) ? each : same;
      }
      if (same == null) {
        merged.add(member);
      } else {
        merged.set(
            merged.indexOf(same),
            new Node.Member(same.name(), same.nameLocation(), both(same.value(), member.value())));
      }
    }
    return merged;
  }

  private static Node both(Node one, Node other) {
    if (one instanceof Node.ObjectNode left && other instanceof Node.ObjectNode right) {
      List<Node.Member> members = new ArrayList<>(left.members());
      members.addAll(right.members());
      return new Node.ObjectNode(one.location(), merged(members));
    }
    List<Node> all = new ArrayList<>();
    for (Node each : List.of(one, other)) {
      if (each instanceof Node.ArrayNode array) {
        all.addAll(array.elements());
      } else {
        all.add(each);
      }
    }
    return new Node.ArrayNode(one.location(), all);
  }

  private static void conditions(
      Node.ObjectNode values, @Nullable Node unknown, List<Node.Member> members) {
    Node.Member member = values.member("condition");
    Node missing = member(unknown, "condition");
    SourceLocation at = member == null ? values.location() : member.value().location();
    if (TerraformResource.isTrue(missing)) {
      members.add(new Node.Member("Condition", at, open(at)));
      return;
    }
    List<Node.Member> operators = new ArrayList<>();
    List<Node> blocks = Members.list(values, "condition");
    for (int i = 0; i < blocks.size(); i++) {
      Node block = blocks.get(i);
      Text test = block instanceof Node.ObjectNode one ? Members.text(one, "test") : null;
      Text variable = block instanceof Node.ObjectNode one ? Members.text(one, "variable") : null;
      Node list = value(member(block, "values"), member(element(missing, i), "values"), block);
      if (test == null || variable == null || list == null) {
        members.add(new Node.Member("Condition", at, open(at)));
        return;
      }
      Node.Member key = new Node.Member(variable.value(), variable.location(), list);
      Node byKey = new Node.ObjectNode(block.location(), List.of(key));
      operators.add(new Node.Member(test.value(), test.location(), byKey));
    }
    if (!operators.isEmpty() && member != null) {
      Node block = new Node.ObjectNode(at, merged(operators));
      members.add(new Node.Member("Condition", member.nameLocation(), block));
    }
  }
}
