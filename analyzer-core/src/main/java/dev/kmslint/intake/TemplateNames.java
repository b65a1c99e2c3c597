package dev.kmslint.intake;

import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Text;
import dev.kmslint.source.Node;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the names in a CloudFormation template stand for: its parameters with what is given for them
 * or their defaults, the pseudo parameters, and attributes of its keys, users and roles.
 *
 * <p>Sources:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 * and
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
 */
final class TemplateNames {
  private static final int MOST_STEPS = 5;
  private static final int MOST_LOOKS = 10_000;

  private final Node.@Nullable ObjectNode parameters;
  private final Node.@Nullable ObjectNode resources;
  private final Given given;
  private final TemplateValues values;
  private final @Nullable Arn key;
  private final boolean hasKeys;
  private int steps;
  private int looks;

  TemplateNames(Node.ObjectNode template, Given given, TemplateValues values) {
    this.parameters = Members.object(template, "Parameters");
    this.resources = Members.object(template, "Resources");
    this.given = given;
    this.values = values;
    int keys = 0;
    if (resources != null) {
      for (Node.Member member : resources.members()) {
        keys += isKey(type(member.value())) ? 1 : 0;
      }
    }
    this.hasKeys = keys > 0;
    this.key = keys == 1 ? Arn.parse(given.keyArn()) : null;
  }

  private static boolean isKey(String type) {
    return type.equals("AWS::KMS::Key") || type.equals("AWS::KMS::ReplicaKey");
  }

  private static String type(Node resource) {
    Text type = resource instanceof Node.ObjectNode one ? Members.text(one, "Type") : null;
    return type == null ? "" : type.value();
  }

  /** What a Ref stands for; null when it takes a property away. */
  @Nullable Node reference(String name, SourceLocation at) {
    if (name.equals("AWS::NoValue")) {
      return null;
    }
    String known = given.parameters().get(name);
    Node.ObjectNode parameter = parameters == null ? null : Members.object(parameters, name);
    if (parameter != null) {
      return parameter(parameter, name, known, at);
    }
    if (known == null && name.startsWith("AWS::")) {
      known = pseudo(name);
    }
    if (known != null) {
      return new Node.StringNode(at, known);
    }
    Node.ObjectNode resource = resources == null ? null : Members.object(resources, name);
    return resource == null ? unknown(name, at) : identifier(name, resource, at);
  }

  private static Node unknown(String name, SourceLocation at) {
    return new Node.OpenText(at, List.of("", ""), "`" + name + "`");
  }

  private static Node parameter(
      Node.ObjectNode parameter, String name, @Nullable String known, SourceLocation at) {
    Text type = Members.text(parameter, "Type");
    String word = type == null ? "" : type.value();
    Text preset = Members.text(parameter, "Default");
    boolean stored = word.startsWith("AWS::SSM::Parameter::Value");
    boolean unset = preset == null || preset.value().isEmpty() || stored;
    String value = known != null ? known : unset || preset == null ? null : preset.value();
    boolean many = word.startsWith("List<") || word.contains("<List<") || word.contains("Comma");
    if (value != null) {
      return many ? TemplateValues.list(value, ",", at) : new Node.StringNode(at, value);
    }
    if (many) {
      return TemplateValues.open(at, "parameter `" + name + "`");
    }
    List<Node> allowed = new ArrayList<>();
    for (Text each : Members.texts(parameter, "AllowedValues")) {
      allowed.add(new Node.StringNode(at, each.value()));
    }
    return allowed.isEmpty() || stored
        ? new Node.OpenText(at, List.of("", ""), "parameter `" + name + "`")
        : new Node.OpenNode(at, List.copyOf(allowed), "parameter `" + name + "`");
  }

  /** A pseudo parameter that follows from what is known of the key; null when none does. */
  private @Nullable String pseudo(String name) {
    Arn arn = Arn.parse(given.keyArn());
    boolean owners = hasKeys;
    return switch (name) {
      case "AWS::AccountId" ->
          !owners
              ? null
              : !given.owner().isEmpty() ? given.owner() : arn == null ? null : arn.account();
      case "AWS::Partition" -> arn == null ? null : arn.partition();
      case "AWS::Region" -> owners && arn != null ? arn.region() : null;
      default -> null;
    };
  }

  private Node identifier(String name, Node.ObjectNode resource, SourceLocation at) {
    return switch (type(resource)) {
      case "AWS::KMS::Key", "AWS::KMS::ReplicaKey" ->
          key == null ? unknown(name, at) : new Node.StringNode(at, key.resourceName());
      case "AWS::KMS::Alias" -> property(name, resource, "AliasName", at);
      case "AWS::IAM::Role" -> property(name, resource, "RoleName", at);
      case "AWS::IAM::User" -> property(name, resource, "UserName", at);
      default -> unknown(name, at);
    };
  }

  private Node property(String name, Node.ObjectNode resource, String property, SourceLocation at) {
    Node.ObjectNode properties = Members.object(resource, "Properties");
    Node value = properties == null ? null : properties.get(property);
    if (value == null || steps > MOST_STEPS || looks++ > MOST_LOOKS) {
      return unknown(name, at);
    }
    steps++;
    Node resolved = values.resolve(value);
    steps--;
    return resolved == null ? unknown(name, at) : TemplateValues.moved(resolved, at);
  }

  /** What {@code Resource.Attribute} stands for. */
  Node attribute(String name, SourceLocation at) {
    String known = given.parameters().get(name);
    if (known != null) {
      return new Node.StringNode(at, known);
    }
    int dot = name.indexOf('.');
    String logical = dot < 0 ? name : name.substring(0, dot);
    String attribute = name.substring(dot + 1);
    Node.ObjectNode resource = resources == null ? null : Members.object(resources, logical);
    if (resource == null || dot < 0) {
      return unknown(name, at);
    }
    String type = type(resource);
    if (isKey(type)) {
      if (key != null && (attribute.equals("Arn") || attribute.equals("KeyId"))) {
        String value = attribute.equals("Arn") ? key.toString() : key.resourceName();
        return new Node.StringNode(at, value);
      }
      return attribute.equals("Arn") ? arn("kms", name, "key/", at) : unknown(name, at);
    }
    if (!attribute.equals("Arn")) {
      return unknown(name, at);
    }
    return switch (type) {
      case "AWS::IAM::Role" -> principal("role", logical, resource, "RoleName", at);
      case "AWS::IAM::User" -> principal("user", logical, resource, "UserName", at);
      default -> unknown(name, at);
    };
  }

  private Node arn(String service, String name, String start, SourceLocation at) {
    JoinedText text = start(service, at);
    text.add(start);
    text.addUnknown("`" + name + "`");
    return text.at(at);
  }

  private JoinedText start(String service, SourceLocation at) {
    JoinedText text = new JoinedText();
    text.add("arn:");
    addPseudo("AWS::Partition", text, at);
    text.add(":" + service + ":");
    if (!service.equals("iam")) {
      addPseudo("AWS::Region", text, at);
    }
    text.add(":");
    addPseudo("AWS::AccountId", text, at);
    text.add(":");
    return text;
  }

  private void addPseudo(String name, JoinedText text, SourceLocation at) {
    Node value = reference(name, at);
    if (value != null) {
      text.add(value);
    }
  }

  private Node principal(
      String kind, String name, Node.ObjectNode resource, String property, SourceLocation at) {
    JoinedText text = start("iam", at);
    text.add(kind);
    Node.ObjectNode properties = Members.object(resource, "Properties");
    if (properties == null || properties.get("Path") == null) {
      text.add("/");
    } else {
      text.add(property(name, resource, "Path", at));
    }
    text.add(property(name, resource, property, at));
    return text.at(at);
  }
}
