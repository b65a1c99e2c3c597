package dev.kmslint.policy;

import dev.kmslint.policy.ConditionOperator.Base;
import dev.kmslint.policy.ConditionOperator.Family;
import dev.kmslint.source.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Condition element in which some values are not known. */
final class OpenConditions {
  private OpenConditions() {}

  /** A condition block that holds only where this one certainly does; null without one. */
  static @Nullable Node certain(Node block) {
    if (!(block instanceof Node.ObjectNode operators)) {
      return null;
    }
    List<Node.Member> all = new ArrayList<>();
    for (Node.Member operator : operators.members()) {
      Node byKey = operator.value();
      if (OpenStatement.unknown(byKey) != null) {
        byKey = certain(operator);
      }
      if (byKey == null) {
        return null;
      }
      all.add(new Node.Member(operator.name(), operator.nameLocation(), byKey));
    }
    return new Node.ObjectNode(block.location(), all);
  }

  private static @Nullable Node certain(Node.Member operator) {
    ConditionOperator parsed = ConditionOperator.parse(operator.name());
    if (!(operator.value() instanceof Node.ObjectNode byKey)
        || parsed == null
        || parsed.base().isNegated()
        || parsed.base() == Base.NULL) {
      return null;
    }
    List<Node.Member> all = new ArrayList<>();
    for (Node.Member key : byKey.members()) {
      Node known =
          OpenStatement.unknown(key.value()) == null ? key.value() : OpenValues.known(key.value());
      if (known == null) {
        return null;
      }
      all.add(new Node.Member(key.name(), key.nameLocation(), known));
    }
    return new Node.ObjectNode(byKey.location(), all);
  }

  /**
   * A condition block that holds wherever this one may, narrowed by another one; null when there is
   * nothing to demand.
   */
  static @Nullable Node possible(Node block, Node.@Nullable ObjectNode more) {
    List<Node.Member> all = new ArrayList<>();
    if (more != null) {
      all.addAll(more.members());
    }
    if (block instanceof Node.ObjectNode operators) {
      for (Node.Member operator : operators.members()) {
        if (OpenStatement.unknown(operator.value()) == null) {
          all.add(operator);
        } else if (operator.value() instanceof Node.ObjectNode byKey) {
          for (Node.Member key : byKey.members()) {
            Node.Member one = possible(operator, key);
            if (one != null) {
              all.add(one);
            }
          }
        }
      }
    }
    return all.isEmpty() ? null : new Node.ObjectNode(block.location(), all);
  }

  private static Node.@Nullable Member possible(Node.Member operator, Node.Member key) {
    if (OpenStatement.unknown(key.value()) == null) {
      return under(operator, operator.name(), key, key.value());
    }
    ConditionOperator parsed = ConditionOperator.parse(operator.name());
    if (parsed == null || parsed.base() == Base.NULL) {
      return null;
    }
    if (parsed.base().isNegated()) {
      Node known = OpenValues.known(key.value());
      return known == null ? null : under(operator, operator.name(), key, known);
    }
    Node patterns = OpenValues.possible(key.value());
    if (parsed.base() == Base.STRING_EQUALS || parsed.base() == Base.STRING_LIKE) {
      ConditionOperator like =
          new ConditionOperator(Base.STRING_LIKE, parsed.set(), parsed.ifExists());
      return under(operator, like.canonical(), key, patterns);
    }
    boolean arns = parsed.base().family() == Family.ARN && areArns(key.value());
    return arns ? under(operator, operator.name(), key, patterns) : null;
  }

  private static boolean areArns(Node value) {
    for (OpenValues.Leaf leaf : OpenValues.leaves(value)) {
      String pattern = leaf.pattern();
      if (pattern == null || Arn.parse(pattern) == null) {
        return false;
      }
    }
    return true;
  }

  private static Node.Member under(Node.Member operator, String name, Node.Member key, Node value) {
    Node.Member one = new Node.Member(key.name(), key.nameLocation(), value);
    Node byKey = new Node.ObjectNode(operator.value().location(), List.of(one));
    return new Node.Member(name, operator.nameLocation(), byKey);
  }
}
