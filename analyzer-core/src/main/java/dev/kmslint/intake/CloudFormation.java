package dev.kmslint.intake;

import dev.kmslint.policy.Arn;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Text;
import dev.kmslint.source.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A CloudFormation template, one of the Serverless Application Model included: the policies of its
 * keys, users, groups and roles.
 *
 * <p>Sources:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-kms-key.html,
 * AWS_KMS.html and AWS_IAM.html beside it
 */
final class CloudFormation implements Carrier {
  private static final String WHY = "the template says so";

  private final Set<String> boundaries = new HashSet<>();
  private final Set<String> attached = new HashSet<>();

  @Override
  public void read(Node.ObjectNode root, Intake found) {
    Node.ObjectNode resources = Members.object(root, "Resources");
    if (resources == null || !isTemplate(root, resources)) {
      return;
    }
    TemplateValues values = new TemplateValues(root, found.given());
    TemplateHolders holders = new TemplateHolders(resources, values);
    for (Node.Member member : resources.members()) {
      Node.ObjectNode properties = properties(member.value());
      if (properties != null) {
        note(properties.get("PermissionsBoundary"), boundaries);
        for (Node each : Members.list(properties, "ManagedPolicyArns")) {
          note(each, attached);
        }
      }
    }
    int before = found.policies();
    for (Node.Member member : resources.members()) {
      if (member.value() instanceof Node.ObjectNode resource) {
        new TemplateMetadata(resource, found).read();
        resource(member, resource, values, holders, found);
      }
    }
    if (found.policies() == before) {
      found.add(
          new NoPolicies(
              root.location(),
              "a CloudFormation template without policies of keys, users, groups or roles"));
    }
  }

  private static boolean isTemplate(Node.ObjectNode root, Node.ObjectNode resources) {
    if (root.member("AWSTemplateFormatVersion") != null || root.member("Transform") != null) {
      return true;
    }
    for (Node.Member member : resources.members()) {
      Text type = member.value() instanceof Node.ObjectNode one ? Members.text(one, "Type") : null;
      if (type != null && type.value().contains("::")) {
        return true;
      }
    }
    return false;
  }

  private static Node.@Nullable ObjectNode properties(Node resource) {
    return resource instanceof Node.ObjectNode one ? Members.object(one, "Properties") : null;
  }

  /** Notes the resource that a value refers to. */
  private static void note(@Nullable Node value, Set<String> names) {
    Text name = value instanceof Node.ObjectNode ref ? Members.text(ref, "Ref") : null;
    if (name != null) {
      names.add(name.value());
    }
  }

  private void resource(
      Node.Member member,
      Node.ObjectNode resource,
      TemplateValues values,
      TemplateHolders holders,
      Intake found) {
    Text type = Members.text(resource, "Type");
    Node.ObjectNode properties = Members.object(resource, "Properties");
    if (type == null || properties == null) {
      return;
    }
    switch (type.value()) {
      case "AWS::KMS::Key", "AWS::KMS::ReplicaKey" -> key(member, properties, values, found);
      case "AWS::IAM::Policy",
          "AWS::IAM::RolePolicy",
          "AWS::IAM::UserPolicy",
          "AWS::IAM::GroupPolicy" ->
          add(
              properties.get("PolicyDocument"),
              PolicyKind.IDENTITY,
              setting(holders.named(properties)),
              values,
              found);
      case "AWS::IAM::ManagedPolicy" -> {
        boolean bounds = boundaries.contains(member.name()) && !attached.contains(member.name());
        PolicyKind kind = bounds ? PolicyKind.BOUNDARY : PolicyKind.IDENTITY;
        add(properties.get("PolicyDocument"), kind, values, found);
      }
      case "AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group" -> {
        inline(properties, values, setting(holders.self(member)), found);
        add(properties.get("AssumeRolePolicyDocument"), PolicyKind.TRUST, values, found);
      }
      case "AWS::Serverless::Function", "AWS::Serverless::StateMachine" -> {
        for (Node each : Members.list(properties, "Policies")) {
          if (each instanceof Node.ObjectNode policy && policy.member("Statement") != null) {
            add(policy, PolicyKind.IDENTITY, values, found);
          }
        }
        add(properties.get("AssumeRolePolicyDocument"), PolicyKind.TRUST, values, found);
      }
      case "AWS::Organizations::Policy" -> {
        Text kind = Members.text(properties, "Type");
        if (kind != null && kind.value().equals("SERVICE_CONTROL_POLICY")) {
          add(properties.get("Content"), PolicyKind.SCP, values, found);
        } else if (kind != null && kind.value().equals("RESOURCE_CONTROL_POLICY")) {
          add(properties.get("Content"), PolicyKind.RCP, values, found);
        }
      }
      case "AWS::SSO::PermissionSet" ->
          add(properties.get("InlinePolicy"), PolicyKind.IDENTITY, values, found);
      default -> {}
    }
  }

  private static Setting setting(@Nullable List<String> holders) {
    return holders == null ? Setting.NONE : Setting.of(holders);
  }

  private static void inline(
      Node.ObjectNode properties, TemplateValues values, Setting setting, Intake found) {
    Node policies = properties.get("Policies");
    Node list = policies == null ? null : values.resolve(policies);
    if (list != null) {
      inline(list, setting, found);
    }
  }

  /** Inline policies, also those that only a condition brings. */
  private static void inline(Node list, Setting setting, Intake found) {
    if (list instanceof Node.ArrayNode array) {
      for (Node each : array.elements()) {
        inline(each, setting, found);
      }
    } else if (list instanceof Node.OpenNode open) {
      for (Node each : open.candidates()) {
        inline(each, setting, found);
      }
    } else if (list instanceof Node.ObjectNode policy) {
      addResolved(policy.get("PolicyDocument"), PolicyKind.IDENTITY, setting, found);
    }
  }

  private static void add(
      @Nullable Node document, PolicyKind kind, TemplateValues values, Intake found) {
    add(document, kind, Setting.NONE, values, found);
  }

  private static void add(
      @Nullable Node document,
      PolicyKind kind,
      Setting setting,
      TemplateValues values,
      Intake found) {
    addResolved(document == null ? null : values.resolve(document), kind, setting, found);
  }

  private static void addResolved(
      @Nullable Node document, PolicyKind kind, Setting setting, Intake found) {
    if (document instanceof Node.OpenNode open) {
      for (Node each : open.candidates()) {
        addResolved(each, kind, setting, found);
      }
      return;
    }
    Node.ObjectNode policy = Documents.object(document, found);
    if (policy != null) {
      found.add(Content.FoundPolicy.ofOpen(policy, kind, WHY, setting));
    }
  }

  private static void key(
      Node.Member member, Node.ObjectNode properties, TemplateValues values, Intake found) {
    Node policy = properties.get("KeyPolicy");
    Text arn = known(values.attribute(member.name() + ".Arn", member.nameLocation()));
    Text account = known(values.reference("AWS::AccountId", member.nameLocation()));
    Text primary = text(properties, "PrimaryKeyArn", values);
    Arn parsed = primary == null ? null : Arn.parse(primary.value());
    if (primary != null && parsed != null && account == null) {
      account = new Text(parsed.account(), primary.location());
    }
    KeyDescription key =
        new KeyDescription(
            member.nameLocation(),
            arn,
            account,
            null,
            null,
            text(properties, "KeySpec", values),
            text(properties, "KeyUsage", values),
            null);
    if (policy != null) {
      addResolved(values.resolve(policy), PolicyKind.KEY, Setting.ofKey(key), found);
    }
  }

  private static @Nullable Text text(
      Node.ObjectNode properties, String name, TemplateValues values) {
    Node value = properties.get(name);
    return value == null ? null : known(values.resolve(value));
  }

  private static @Nullable Text known(@Nullable Node value) {
    return value == null ? null : Members.text(value);
  }

  /** What a template holds of a resource besides its properties. */
  private record TemplateMetadata(Node.ObjectNode resource, Intake found) {
    void read() {
      Node.ObjectNode metadata = Members.object(resource, "Metadata");
      Node.ObjectNode ours = metadata == null ? null : Members.object(metadata, "kmslint");
      List<Node> entries = ours == null ? List.of() : Members.list(ours, "suppress");
      for (Node entry : entries) {
        Text rule = Members.text(entry);
        Text reason = null;
        if (entry instanceof Node.ObjectNode object) {
          rule = Members.text(object, "rule");
          reason = Members.text(object, "reason");
        }
        if (rule != null) {
          found.add(
              new InlineSuppression(
                  rule.location(),
                  resource.location(),
                  rule.value(),
                  reason == null ? "the template's metadata says so" : reason.value()));
        }
      }
    }
  }
}
