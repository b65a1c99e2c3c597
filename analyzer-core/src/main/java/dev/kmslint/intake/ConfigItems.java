package dev.kmslint.intake;

import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Text;
import dev.kmslint.source.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Configuration items of AWS Config: one, or the {@code configurationItems} of a snapshot file, of
 * {@code get-resource-config-history} or {@code batch-get-resource-config}, or the {@code Results}
 * of {@code select-resource-config}. Their configuration is an object, or an object's text.
 *
 * <p>Sources: https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationItem.html and
 * https://github.com/awslabs/aws-config-resource-schema
 */
final class ConfigItems implements Carrier {
  /** Its lists. */
  static final List<String> LISTS =
      List.of("configurationItems", "baseConfigurationItems", "Results");

  private static final String WHY = "AWS Config recorded it";

  @Override
  public void read(Node.ObjectNode root, Intake found) {
    readAll(Members.list(root, "configurationItems"), found);
    readAll(Members.list(root, "baseConfigurationItems"), found);
    readAll(Members.list(root, "Results"), found);
    item(root, found);
  }

  private static void readAll(List<Node> items, Intake found) {
    for (Node each : items) {
      Node.ObjectNode item = Documents.object(each, found);
      if (item != null) {
        item(item, found);
      }
    }
  }

  private static void item(Node.ObjectNode item, Intake found) {
    Text type = Members.text(item, "resourceType");
    if (type == null) {
      return;
    }
    Node.ObjectNode configuration = Documents.object(item.get("configuration"), found);
    Node.ObjectNode more = Documents.object(item.get("supplementaryConfiguration"), found);
    switch (type.value()) {
      case "AWS::KMS::Key" -> key(item, configuration, more, found);
      case "AWS::IAM::Policy" -> managed(configuration, found);
      case "AWS::IAM::User" -> principal(configuration, "userPolicyList", found);
      case "AWS::IAM::Group" -> principal(configuration, "groupPolicyList", found);
      case "AWS::IAM::Role" -> principal(configuration, "rolePolicyList", found);
      case "AWS::RDS::DBClusterSnapshot" -> snapshot(configuration, more, true, found);
      case "AWS::RDS::DBSnapshot" -> snapshot(configuration, more, false, found);
      default -> {}
    }
  }

  private static void key(
      Node.ObjectNode item,
      Node.@Nullable ObjectNode configuration,
      Node.@Nullable ObjectNode more,
      Intake found) {
    Node.ObjectNode says = configuration == null ? item : configuration;
    Text arn = Members.text(item, "arn");
    KeyDescription key =
        new KeyDescription(
            says.location(),
            arn == null ? Members.text(item, "ARN") : arn,
            Members.text(item, "accountId"),
            Members.text(says, "keyManager"),
            Members.text(says, "keyState"),
            Members.text(says, "keySpec"),
            Members.text(says, "keyUsage"),
            null);
    Node policy = more == null ? null : more.get("Policy");
    if (policy == null) {
      found.add(key);
      return;
    }
    Documents.addPolicy(policy, PolicyKind.KEY, WHY, Setting.ofKey(key), found);
  }

  private static void managed(Node.@Nullable ObjectNode policy, Intake found) {
    if (policy == null) {
      return;
    }
    Text arn = Members.text(policy, "arn");
    boolean aws = arn != null && arn.value().contains(":iam::aws:");
    Setting setting = new Setting(null, null, List.of(), aws, null);
    for (Node each : Members.list(policy, "policyVersionList")) {
      if (each instanceof Node.ObjectNode version
          && version.get("isDefaultVersion") instanceof Node.BooleanNode is
          && is.value()) {
        Documents.addPolicy(version.get("document"), PolicyKind.IDENTITY, WHY, setting, found);
      }
    }
  }

  private static void principal(Node.@Nullable ObjectNode principal, String list, Intake found) {
    if (principal == null) {
      return;
    }
    Text arn = Members.text(principal, "arn");
    boolean group = list.startsWith("group");
    Setting setting = arn == null || group ? Setting.NONE : Setting.of(List.of(arn.value()));
    for (Node each : Members.list(principal, list)) {
      if (each instanceof Node.ObjectNode policy) {
        Documents.addPolicy(policy.get("policyDocument"), PolicyKind.IDENTITY, WHY, setting, found);
      }
    }
    Documents.addPolicy(
        principal.get("assumeRolePolicyDocument"), PolicyKind.TRUST, WHY, Setting.NONE, found);
  }

  private static void snapshot(
      Node.@Nullable ObjectNode snapshot,
      Node.@Nullable ObjectNode more,
      boolean cluster,
      Intake found) {
    if (snapshot == null) {
      return;
    }
    String prefix = cluster ? "dbcluster" : "db";
    Text identifier = either(snapshot, prefix + "SnapshotIdentifier", "dbsnapshotIdentifier");
    found.add(
        new SnapshotDescription(
            snapshot.location(),
            cluster,
            identifier,
            either(snapshot, prefix + "SnapshotArn", "dbsnapshotArn"),
            Members.text(snapshot, "engine"),
            Members.text(snapshot, "status"),
            Members.text(snapshot, "snapshotType"),
            Members.text(snapshot, cluster ? "storageEncrypted" : "encrypted"),
            Members.text(snapshot, "storageEncryptionType"),
            Members.text(snapshot, "kmsKeyId")));
    Node attributes =
        more == null
            ? null
            : more.get(cluster ? "DBClusterSnapshotAttributes" : "DBSnapshotAttributes");
    Node list = Documents.value(attributes, found);
    if (list instanceof Node.ArrayNode array) {
      found.add(DescribedAttributes.attributes(array, array.location(), cluster, identifier));
    }
  }

  private static @Nullable Text either(Node.ObjectNode object, String one, String other) {
    Text text = Members.text(object, one);
    return text == null ? Members.text(object, other) : text;
  }
}
