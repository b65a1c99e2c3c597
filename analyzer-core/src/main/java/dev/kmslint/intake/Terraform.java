package dev.kmslint.intake;

import dev.kmslint.intake.SnapshotRequest.Operation;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.PolicyReader;
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
 * A plan or state as {@code terraform show -json} prints it: the policies of its keys, users,
 * groups and roles, grants, and snapshots that it shares.
 *
 * <p>Sources: https://developer.hashicorp.com/terraform/internals/json-format and the resources'
 * pages in https://github.com/hashicorp/terraform-provider-aws/tree/main/website/docs
 */
final class Terraform implements Carrier {
  private static final String WHY = "the Terraform resource says so";

  private final Map<String, TerraformResource> documents = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private final Set<String> bounding = new HashSet<>();
  private final Set<String> attached = new HashSet<>();

  @Override
  public void read(Node.ObjectNode root, Intake found) {
    if (root.member("format_version") == null) {
      return;
    }
    List<TerraformResource> resources = resources(root);
    TerraformConfiguration configuration = new TerraformConfiguration(root);
    for (TerraformResource each : resources) {
      if (each.isDocument()) {
        documents.put(each.plainAddress(), each);
      }
      bounding.addAll(configuration.references(each, "permissions_boundary"));
      attached.addAll(configuration.references(each, "policy_arn"));
    }
    TerraformHolders holders = new TerraformHolders(resources);
    int before = found.contents().size();
    for (TerraformResource each : resources) {
      resource(each, configuration, holders, found);
    }
    for (TerraformResource each : resources) {
      if (each.isDocument() && !used.contains(each.plainAddress())) {
        unused(each, configuration, found);
      }
    }
    if (found.contents().size() == before) {
      found.add(
          new NoPolicies(
              root.location(),
              "a Terraform plan or state without policies of keys, users, groups or roles"));
    }
  }

  private static List<TerraformResource> resources(Node.ObjectNode root) {
    List<TerraformResource> resources = new ArrayList<>();
    Node changes = root.get("resource_changes");
    if (changes instanceof Node.ArrayNode) {
      add(Members.list(root, "resource_changes"), resources);
      return resources;
    }
    Node.ObjectNode values = Members.object(root, "planned_values");
    values = values == null ? Members.object(root, "values") : values;
    Node.ObjectNode module = values == null ? null : Members.object(values, "root_module");
    if (module != null) {
      addModule(module, resources);
    }
    return resources;
  }

  private static void addModule(Node.ObjectNode module, List<TerraformResource> to) {
    add(Members.list(module, "resources"), to);
    for (Node each : Members.list(module, "child_modules")) {
      if (each instanceof Node.ObjectNode child) {
        addModule(child, to);
      }
    }
  }

  private static void add(List<Node> objects, List<TerraformResource> to) {
    for (Node each : objects) {
      TerraformResource resource =
          each instanceof Node.ObjectNode object ? TerraformResource.of(object) : null;
      if (resource != null) {
        to.add(resource);
      }
    }
  }

  private void resource(
      TerraformResource resource,
      TerraformConfiguration configuration,
      TerraformHolders holders,
      Intake found) {
    if (resource.data()) {
      return;
    }
    Reader reader = new Reader(resource, configuration, holders, found);
    switch (resource.type()) {
      case "aws_kms_key",
          "aws_kms_replica_key",
          "aws_kms_external_key",
          "aws_kms_replica_external_key",
          "aws_kms_key_policy" ->
          reader.policy("policy", PolicyKind.KEY);
      case "aws_iam_policy" -> {
        String arn = resource.localAddress() + ".arn";
        boolean bounds = bounding.contains(arn) && !attached.contains(arn);
        reader.policy("policy", bounds ? PolicyKind.BOUNDARY : PolicyKind.IDENTITY);
      }
      case "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy" ->
          reader.policy("policy", PolicyKind.IDENTITY);
      case "aws_iam_role" -> {
        reader.inline();
        reader.policy("assume_role_policy", PolicyKind.TRUST);
      }
      case "aws_ssoadmin_permission_set_inline_policy" ->
          reader.policy("inline_policy", PolicyKind.IDENTITY);
      case "aws_organizations_policy" -> reader.organization();
      case "aws_kms_grant" ->
          found.add(
              new KeyGrant(
                  resource.values().location(),
                  resource.text("key_id"),
                  resource.text("grantee_principal"),
                  Members.texts(resource.values(), "operations")));
      case "aws_db_cluster_snapshot" -> reader.snapshot(true);
      case "aws_db_snapshot" -> reader.snapshot(false);
      case "aws_rds_cluster_snapshot_copy" ->
          reader.copy(Operation.COPY_CLUSTER_SNAPSHOT, "source_db_cluster_snapshot_identifier");
      case "aws_db_snapshot_copy" ->
          reader.copy(Operation.COPY_INSTANCE_SNAPSHOT, "source_db_snapshot_identifier");
      default -> {}
    }
  }

  /** A policy document that no resource of the plan is seen to use. */
  private static void unused(
      TerraformResource resource, TerraformConfiguration configuration, Intake found) {
    Node.ObjectNode policy = TerraformDocument.policy(resource);
    KindGuess guess = KindGuess.of(policy);
    found.add(
        new Content.FoundPolicy(
            policy,
            PolicyReader.readOpen(policy, guess.kind()),
            guess.certain(),
            guess.why(),
            Setting.of(null, declaration(resource, configuration))));
  }

  private static Setting.Declaration declaration(
      TerraformResource resource, TerraformConfiguration configuration) {
    return new Setting.Declaration(
        resource.location(),
        resource.address(),
        List.of(resource.data() ? "data" : "resource", resource.type(), resource.name()),
        configuration.folder(resource));
  }

  /** Reads one resource. */
  private final class Reader {
    private final TerraformResource resource;
    private final TerraformConfiguration configuration;
    private final TerraformHolders holders;
    private final Intake found;

    Reader(
        TerraformResource resource,
        TerraformConfiguration configuration,
        TerraformHolders holders,
        Intake found) {
      this.resource = resource;
      this.configuration = configuration;
      this.holders = holders;
      this.found = found;
    }

    void policy(String attribute, PolicyKind kind) {
      Setting setting = setting(kind, declaration(resource, configuration));
      TerraformResource document = document(attribute);
      Node value = resource.values().get(attribute);
      if (value instanceof Node.StringNode text) {
        if (!text.value().isEmpty()) {
          Documents.addPolicy(text, kind, WHY, setting, found);
        }
      } else if (document != null) {
        Node.ObjectNode policy = TerraformDocument.policy(document);
        Setting of = setting(kind, declaration(document, configuration));
        found.add(Content.FoundPolicy.ofOpen(policy, kind, WHY, of));
      } else if (resource.isUnknown(attribute)
          && !configuration.references(resource, attribute).isEmpty()) {
        SourceLocation at = resource.location();
        Node statement = TerraformDocument.open(at);
        Node policy = new Node.ObjectNode(at, List.of(new Node.Member("Statement", at, statement)));
        found.add(Content.FoundPolicy.ofOpen(policy, kind, WHY, setting));
      }
    }

    private Setting setting(PolicyKind kind, Setting.Declaration declaration) {
      return new Setting(
          kind == PolicyKind.KEY ? key() : null,
          kind == PolicyKind.IDENTITY ? holders.of(resource) : null,
          List.of(),
          false,
          declaration);
    }

    /** The policy document that an attribute takes its text from; null for other origins. */
    private @Nullable TerraformResource document(String attribute) {
      String address = resource.plainAddress();
      String module = address.substring(0, address.length() - resource.localAddress().length());
      TerraformResource only = null;
      for (String reference : configuration.references(resource, attribute)) {
        String name = reference.endsWith(".json") ? reference : "";
        name = name.isEmpty() ? name : reference.substring(0, reference.length() - 5);
        TerraformResource document = documents.get(module + name);
        if (document != null) {
          used.add(document.plainAddress());
          only = document;
        }
      }
      return only;
    }

    private KeyDescription key() {
      boolean alone = resource.type().equals("aws_kms_key_policy");
      Text arn = resource.text(alone ? "key_id" : "arn");
      Arn parsed = arn == null ? null : Arn.parse(arn.value());
      if (parsed == null) {
        arn = null;
      }
      Text account =
          arn == null || parsed == null ? null : new Text(parsed.account(), arn.location());
      return new KeyDescription(
          resource.values().location(),
          arn,
          account,
          null,
          null,
          resource.text("customer_master_key_spec"),
          resource.text("key_usage"),
          null);
    }

    void inline() {
      Setting setting = setting(PolicyKind.IDENTITY, declaration(resource, configuration));
      for (Node each : Members.list(resource.values(), "inline_policy")) {
        Node policy = each instanceof Node.ObjectNode one ? one.get("policy") : null;
        if (policy instanceof Node.StringNode text && !text.value().isEmpty()) {
          Documents.addPolicy(text, PolicyKind.IDENTITY, WHY, setting, found);
        }
      }
    }

    void organization() {
      Text type = resource.text("type");
      String word = type == null ? "SERVICE_CONTROL_POLICY" : type.value();
      if (word.equals("SERVICE_CONTROL_POLICY")) {
        policy("content", PolicyKind.SCP);
      } else if (word.equals("RESOURCE_CONTROL_POLICY")) {
        policy("content", PolicyKind.RCP);
      }
    }

    void snapshot(boolean cluster) {
      String prefix = cluster ? "db_cluster_snapshot" : "db_snapshot";
      Text identifier = resource.text(prefix + "_identifier");
      found.add(
          new SnapshotDescription(
              resource.values().location(),
              cluster,
              identifier,
              resource.text(prefix + "_arn"),
              resource.text("engine"),
              resource.text("status"),
              resource.text("snapshot_type"),
              resource.text(cluster ? "storage_encrypted" : "encrypted"),
              null,
              resource.text("kms_key_id")));
      Node shared = resource.values().get("shared_accounts");
      if (shared instanceof Node.ArrayNode list) {
        found.add(
            new SnapshotAttributes(
                resource.values().location(),
                cluster,
                identifier,
                Members.texts(resource.values(), "shared_accounts"),
                list.location()));
      }
    }

    void copy(Operation operation, String source) {
      found.add(
          new SnapshotRequest(
              resource.values().location(),
              operation,
              resource.text(source),
              resource.text("kms_key_id")));
    }
  }
}
