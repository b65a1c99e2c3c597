package dev.kmslint.policy;

import dev.kmslint.source.Node;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one statement of a policy. */
final class StatementReader {
  private final PolicyReader policy;
  private final boolean variables;
  private boolean unreadable;

  StatementReader(PolicyReader policy, boolean variables) {
    this.policy = policy;
    this.variables = variables;
  }

  Statement read(Node.ObjectNode object, int index) {
    policy.checkNames(object, "statement");
    Text sid = policy.text(object.member("Sid"));
    Node.Member effectMember = object.member("Effect");
    Effect effect = effect(object, effectMember);
    Principals principals = principals(object);
    Actions actions = actions(object);
    Resources resources = resources(object);
    List<Condition> conditions = conditions(object.member("Condition"));
    return new Statement(
        index,
        object.location(),
        sid,
        effect,
        effectMember == null ? null : effectMember.value().location(),
        principals,
        actions,
        resources,
        conditions,
        unreadable);
  }

  private @Nullable Effect effect(Node.ObjectNode object, Node.@Nullable Member member) {
    if (member == null) {
      policy.fault(Fault.Kind.MISSING_ELEMENT, object.location().first(), "Effect", "");
      return null;
    }
    Text text = policy.text(member);
    if (text == null) {
      return null;
    }
    for (Effect effect : Effect.values()) {
      if (effect.word().equals(text.value())) {
        return effect;
      }
    }
    policy.fault(Fault.Kind.INVALID_EFFECT, text.location(), "Effect", text.value());
    return null;
  }

  /** The member of that name or of its negated form; faults for both, and for none if required. */
  private Node.@Nullable Member either(Node.ObjectNode object, String name, boolean required) {
    Node.Member plain = object.member(name);
    Node.Member negated = object.member("Not" + name);
    if (plain != null && negated != null) {
      policy.fault(
          Fault.Kind.CONFLICTING_ELEMENTS, negated.nameLocation(), negated.name(), plain.name());
      unreadable = true;
      return plain;
    }
    if (plain == null && negated == null && required) {
      policy.fault(Fault.Kind.MISSING_ELEMENT, object.location().first(), name, "");
    }
    return plain != null ? plain : negated;
  }

  private @Nullable Principals principals(Node.ObjectNode object) {
    Node.Member member = either(object, "Principal", policy.kind().hasPrincipal());
    if (member == null) {
      return null;
    }
    List<Principal> entries = new ArrayList<>();
    if (member.value() instanceof Node.StringNode text) {
      entries.add(
          text.value().equals("*")
              ? Principal.of(Principal.Type.ANYONE, text.value(), text.location())
              : Principal.of(Principal.Type.AWS, text.value(), text.location()));
      if (!text.value().equals("*")) {
        unreadable = true;
        policy.wrongType(text, member.name());
      }
    } else if (member.value() instanceof Node.ObjectNode byType) {
      policy.checkNames(byType, "principal");
      checkNotEmpty(byType.members().isEmpty(), byType.location(), member.name());
      for (Node.Member named : byType.members()) {
        addPrincipals(named, entries);
      }
    } else {
      unreadable = true;
      policy.wrongType(member.value(), member.name());
    }
    return new Principals(
        member.name().startsWith("Not"),
        member.nameLocation(),
        member.value().location(),
        List.copyOf(entries));
  }

  private void addPrincipals(Node.Member named, List<Principal> entries) {
    Principal.Type type = null;
    for (Principal.Type candidate : Principal.Type.values()) {
      if (candidate != Principal.Type.ANYONE && candidate.word().equals(named.name())) {
        type = candidate;
      }
    }
    if (type == null) {
      unreadable = true;
      return;
    }
    for (Node value : values(named)) {
      if (value instanceof Node.StringNode text) {
        entries.add(Principal.of(type, text.value(), text.location()));
      } else if (value instanceof Node.NumberNode number) {
        unreadable = true;
        policy.fault(Fault.Kind.NUMBER_ACCOUNT_ID, number.location(), named.name(), number.text());
      } else {
        unreadable = true;
        policy.wrongType(value, named.name());
      }
    }
  }

  private @Nullable Actions actions(Node.ObjectNode object) {
    Node.Member member = either(object, "Action", true);
    if (member == null) {
      return null;
    }
    List<Actions.Entry> entries = new ArrayList<>();
    for (Text text : texts(member)) {
      entries.add(Actions.Entry.of(text.value(), text.location()));
    }
    return new Actions(
        member.name().startsWith("Not"),
        member.nameLocation(),
        member.value().location(),
        List.copyOf(entries));
  }

  private @Nullable Resources resources(Node.ObjectNode object) {
    Node.Member member = either(object, "Resource", policy.kind() != PolicyKind.TRUST);
    if (member == null) {
      return null;
    }
    List<Resources.Entry> entries = new ArrayList<>();
    for (Text text : texts(member)) {
      Template template = Template.ofResource(text.value(), variables);
      entries.add(new Resources.Entry(text.value(), template, text.location()));
    }
    return new Resources(
        member.name().startsWith("Not"),
        member.nameLocation(),
        member.value().location(),
        List.copyOf(entries));
  }

  private List<Text> texts(Node.Member member) {
    List<Text> texts = new ArrayList<>();
    for (Node value : values(member)) {
      if (value instanceof Node.StringNode text) {
        texts.add(new Text(text.value(), text.location()));
      } else {
        unreadable = true;
        policy.wrongType(value, member.name());
      }
    }
    return texts;
  }

  private List<Node> values(Node.Member member) {
    if (member.value() instanceof Node.ArrayNode array) {
      checkNotEmpty(array.elements().isEmpty(), array.location(), member.name());
      return array.elements();
    }
    return List.of(member.value());
  }

  private void checkNotEmpty(boolean empty, SourceLocation location, String element) {
    if (empty) {
      unreadable = true;
      policy.fault(Fault.Kind.EMPTY_ELEMENT, location, element, "");
    }
  }

  private List<Condition> conditions(Node.@Nullable Member member) {
    if (member == null) {
      return List.of();
    }
    if (!(member.value() instanceof Node.ObjectNode block)) {
      unreadable = true;
      policy.wrongType(member.value(), "Condition");
      return List.of();
    }
    policy.checkNames(block, "condition block");
    List<Condition> conditions = new ArrayList<>();
    for (Node.Member operator : block.members()) {
      addConditions(operator, conditions);
    }
    return List.copyOf(conditions);
  }

  private void addConditions(Node.Member member, List<Condition> conditions) {
    ConditionOperator operator = ConditionOperator.parse(member.name());
    if (operator == null) {
      unreadable = true;
      policy.fault(Fault.Kind.UNKNOWN_OPERATOR, member.nameLocation(), "Condition", member.name());
    }
    if (!(member.value() instanceof Node.ObjectNode byKey)) {
      unreadable = true;
      if (operator != null) {
        policy.wrongType(member.value(), member.name());
      }
      return;
    }
    policy.checkNames(byKey, "condition");
    checkNotEmpty(byKey.members().isEmpty(), byKey.location(), member.name());
    Text name = new Text(member.name(), member.nameLocation());
    for (Node.Member key : byKey.members()) {
      conditions.add(
          new Condition(
              operator,
              name,
              new Text(key.name(), key.nameLocation()),
              conditionValues(key),
              key.value().location()));
    }
  }

  private List<Condition.Value> conditionValues(Node.Member key) {
    List<Condition.Value> values = new ArrayList<>();
    for (Node value : values(key)) {
      if (value instanceof Node.StringNode text) {
        values.add(new Condition.Value(text.value(), Condition.ValueType.STRING, text.location()));
      } else if (value instanceof Node.NumberNode number) {
        values.add(
            new Condition.Value(number.text(), Condition.ValueType.NUMBER, number.location()));
      } else if (value instanceof Node.BooleanNode bool) {
        values.add(
            new Condition.Value(
                String.valueOf(bool.value()), Condition.ValueType.BOOLEAN, bool.location()));
      } else {
        unreadable = true;
        policy.wrongType(value, key.name());
      }
    }
    return List.copyOf(values);
  }
}
