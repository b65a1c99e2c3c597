package dev.kmslint.intake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.intake.Content.FoundPolicy;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.Document;
import dev.kmslint.source.JsonReader;
import dev.kmslint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerraformTest {
  private static final String POLICY =
      "'{\\'Statement\\':[{\\'Effect\\':\\'Allow\\',\\'Action\\':\\'kms:*\\'}]}'";

  private static List<Content> contents(String text) {
    Document document = JsonReader.read(new SourceFile("p.json", text.replace('\'', '"')));
    assertThat(document.faults()).isEmpty();
    Intake intake = Intake.of(document, Given.NOTHING);
    assertThat(intake.faults()).isEmpty();
    return intake.contents();
  }

  private static List<FoundPolicy> policies(String text) {
    List<FoundPolicy> found = new ArrayList<>();
    for (Content content : contents(text)) {
      found.add((FoundPolicy) content);
    }
    return found;
  }

  private static String change(String type, String name, String after, String unknown) {
    return "{'address':'TYPE.NAME','mode':'managed','type':'TYPE','name':'NAME','change':{'after':"
            .replace("TYPE", type)
            .replace("NAME", name)
        + after
        + ",'after_unknown':"
        + unknown
        + "}}";
  }

  private static String plan(String changes, String configuration) {
    return "{'format_version':'1.2','resource_changes':["
        + changes
        + "],'configuration':{'root_module':{'resources':["
        + configuration
        + "]}}}";
  }

  private static String config(String address, String attribute, String... references) {
    return "{'address':'ADDRESS','expressions':{'ATTRIBUTE':{'references':['"
            .replace("ADDRESS", address)
            .replace("ATTRIBUTE", attribute)
        + String.join("','", references)
        + "']}}}";
  }

  @ParameterizedTest
  @CsvSource({
    "aws_kms_key, policy, KEY",
    "aws_kms_replica_key, policy, KEY",
    "aws_kms_key_policy, policy, KEY",
    "aws_iam_policy, policy, IDENTITY",
    "aws_iam_role_policy, policy, IDENTITY",
    "aws_iam_user_policy, policy, IDENTITY",
    "aws_iam_group_policy, policy, IDENTITY",
    "aws_iam_role, assume_role_policy, TRUST",
    "aws_organizations_policy, content, SCP"
  })
  void readsThePoliciesOfResources(String type, String attribute, PolicyKind kind) {
    String after = "{'" + attribute + "':" + POLICY + "}";
    FoundPolicy found = policies(plan(change(type, "n", after, "{}"), "")).get(0);
    assertThat(found.policy().kind()).isEqualTo(kind);
    Setting.Declaration declared = requireNonNull(found.setting().declaration());
    assertThat(declared.address()).isEqualTo(type + ".n");
    assertThat(declared.words()).containsExactly("resource", type, "n");
    assertThat(declared.location().text()).isEqualTo('"' + type + ".n\"");
    assertThat(found.location().text()).startsWith("{\\\"Statement");
    String state =
        "{'format_version':'1.0','values':{'root_module':{'child_modules':[{'resources':["
            + change(type, "n", after, "{}")
                .replace("'change':{'after':", "'values':")
                .replace(",'after_unknown':{}}", "")
            + "]}]}}}";
    assertThat(policies(state).get(0).policy().kind()).isEqualTo(kind);
  }

  @Test
  void aKeyThatIsThereHasItsFacts() {
    String after = "{'arn':'arn:aws:kms:eu-west-1:111122223333:key/k','policy':" + POLICY + "}";
    FoundPolicy found = policies(plan(change("aws_kms_key", "n", after, "{}"), "")).get(0);
    KeyDescription key = requireNonNull(found.setting().key());
    assertThat(requireNonNull(key.account()).value()).isEqualTo("111122223333");
  }

  @Test
  void aResourceThatGoesIsNotRead() {
    String plan = plan(change("aws_kms_key", "n", "null", "{}"), "");
    assertThat(((NoPolicies) contents(plan).get(0)).words()).contains("Terraform");
  }

  @Test
  void aPolicyOfWhichNothingIsKnownMayBeAnything() {
    String change = change("aws_kms_key", "n", "{}", "{'policy':true}");
    FoundPolicy found =
        policies(plan(change, config("aws_kms_key.n", "policy", "var.policy"))).get(0);
    assertThat(found.policy().isOpen()).isTrue();
    assertThat(found.policy().readings()).hasSize(2);
    assertThat(contents(plan(change, ""))).allMatch(NoPolicies.class::isInstance);
  }

  private static final String DOCUMENT =
      "{'address':'data.aws_iam_policy_document.d','mode':'data','type':'aws_iam_policy_document',"
          + "'name':'d','change':{'after':{'statement':[{'actions':['kms:Decrypt'],'resources':['*'],"
          + "'principals':[{'type':'AWS','identifiers':['111122223333',null]},{'type':'AWS'}],"
          + "'condition':[{'test':'Bool','variable':'aws:SecureTransport','values':['true']},"
          + "{'test':'Bool','variable':'kms:GrantIsForAWSResource','values':['true']}]}]},"
          + "'after_unknown':{'json':true,'statement':[{'actions':[false],'principals':"
          + "[{'identifiers':[false,true]},{'identifiers':true}]}]}}}";

  @Test
  void aPolicyDocumentIsReadThroughItsAttributes() {
    String plan =
        plan(
            DOCUMENT + "," + change("aws_kms_key", "n", "{}", "{'policy':true}"),
            config("aws_kms_key.n", "policy", "data.aws_iam_policy_document.d.json"));
    List<FoundPolicy> all = policies(plan);
    assertThat(all).hasSize(1);
    Policy policy = all.get(0).policy();
    assertThat(policy.kind()).isEqualTo(PolicyKind.KEY);
    assertThat(policy.faults()).isEmpty();
    Statement statement = policy.statements().get(0);
    assertThat(statement.isAllow()).isTrue();
    assertThat(statement.isOpen()).isTrue();
    assertThat(requireNonNull(statement.principals()).entries()).hasSize(1);
    assertThat(statement.conditions()).hasSize(2);
    assertThat(requireNonNull(all.get(0).setting().declaration()).words())
        .containsExactly("data", "aws_iam_policy_document", "d");
  }

  @Test
  void aPolicyDocumentThatNothingIsSeenToUseIsReadByItself() {
    FoundPolicy found = policies(plan(DOCUMENT, "")).get(0);
    assertThat(found.policy().kind()).isEqualTo(PolicyKind.KEY);
  }

  @Test
  void aDocumentThatMergesOthersMayHoldMore() {
    String plan = plan(DOCUMENT.replace("'after':{", "'after':{'source_json':'{}',"), "");
    assertThat(policies(plan).get(0).policy().statements().size()).isGreaterThan(1);
  }

  @Test
  void aPolicyThatOnlyBoundsIsABoundary() {
    String plan =
        plan(
            change("aws_iam_policy", "b", "{'policy':" + POLICY + "}", "{}")
                + ","
                + change("aws_iam_role", "r", "{}", "{}"),
            config("aws_iam_role.r", "permissions_boundary", "aws_iam_policy.b.arn"));
    assertThat(policies(plan).get(0).policy().kind()).isEqualTo(PolicyKind.BOUNDARY);
  }

  @Test
  void grantsSnapshotsAndCopies() {
    List<Content> found =
        contents(
            plan(
                change(
                        "aws_kms_grant",
                        "g",
                        "{'key_id':'k','grantee_principal':'p','operations':['Decrypt']}",
                        "{}")
                    + ","
                    + change(
                        "aws_db_cluster_snapshot",
                        "s",
                        "{'db_cluster_snapshot_identifier':'s','shared_accounts':['111122223333']}",
                        "{'kms_key_id':true}")
                    + ","
                    + change(
                        "aws_rds_cluster_snapshot_copy",
                        "c",
                        "{'source_db_cluster_snapshot_identifier':'s','kms_key_id':'k'}",
                        "{}"),
                ""));
    assertThat(requireNonNull(((KeyGrant) found.get(0)).grantee()).value()).isEqualTo("p");
    assertThat(requireNonNull(((SnapshotDescription) found.get(1)).identifier()).value())
        .isEqualTo("s");
    assertThat(((SnapshotAttributes) found.get(2)).restore()).hasSize(1);
    assertThat(requireNonNull(((SnapshotRequest) found.get(3)).kmsKeyId()).value()).isEqualTo("k");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "aws_kms_key.n # ./x # .",
        "module.m.aws_kms_key.n # ./x/y # ././x/y",
        "module.m['a.b[0]'].aws_kms_key.n[0] # ../x # ./../x",
        "module.m.aws_kms_key.n # terraform-aws-modules/kms/aws # none",
        "module.other.aws_kms_key.n # ./x # none"
      })
  void modulesAreFollowedToTheirFolders(String address, String source, String folder) {
    String change =
        change("aws_kms_key", "n", "{'policy':" + POLICY + "}", "{}")
            .replace("aws_kms_key.n", address.replace("'", "\\'"));
    String plan =
        "{'format_version':'1.2','resource_changes':["
            + change
            + "],'configuration':{'root_module':{'module_calls':{'m':{'source':'"
            + source
            + "','module':{}}}}}}";
    Setting.Declaration declared = requireNonNull(policies(plan).get(0).setting().declaration());
    assertThat(declared.folder() == null ? "none" : declared.folder()).isEqualTo(folder);
  }

  private static String resource(String type, String name, String values) {
    return "{'address':'TYPE.NAME','mode':'managed','type':'TYPE','name':'NAME','values':{"
            .replace("TYPE", type)
            .replace("NAME", name)
        + values
        + "}}";
  }

  private static final String PEOPLE =
      String.join(
          ",",
          resource("aws_iam_role", "r", "'name':'r','arn':'arn:aws:iam::1:role/p/r'"),
          resource("aws_iam_user", "u", "'name':'u','arn':'arn:aws:iam::1:user/u'"),
          resource("aws_iam_user", "v", "'name':'v','arn':'arn:aws:iam::1:user/v'"),
          resource("aws_iam_role", "t1", "'name':'twice','arn':'arn:aws:iam::1:role/twice'"),
          resource("aws_iam_role", "t2", "'name':'twice','arn':'arn:aws:iam::2:role/twice'"),
          resource("aws_iam_group_membership", "g", "'group':'g','users':['u']"),
          resource("aws_iam_user_group_membership", "g", "'user':'v','groups':['g']"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "aws_iam_role_policy | 'role':'r' | | arn:aws:iam::1:role/p/r",
        "aws_iam_role_policy | 'role':'else' | | ~~",
        "aws_iam_role_policy | 'role':'twice' | | ~~",
        "aws_iam_user_policy | 'user':'u' | | arn:aws:iam::1:user/u",
        "aws_iam_group_policy | 'group':'g' | | arn:aws:iam::1:user/u, arn:aws:iam::1:user/v",
        "aws_iam_group_policy | 'group':'h' | | ~~",
        "aws_iam_policy | 'arn':'arn:p' | | ~~",
        "aws_iam_policy | 'arn':'arn:p' | aws_iam_role_policy_attachment 'role':'r' | arn:aws:iam::1:role/p/r",
        "aws_iam_policy | 'arn':'arn:p' | aws_iam_policy_attachment 'users':['u'],'roles':['r'] | arn:aws:iam::1:user/u, arn:aws:iam::1:role/p/r",
        "aws_iam_policy | 'arn':'arn:p' | aws_iam_policy_attachment 'users':['u'],'roles':['s'] | ~~",
      })
  void tellsWhoHoldsAPolicy(String type, String to, String attachment, String holders) {
    String resources = PEOPLE + "," + resource(type, "p", "'policy':" + POLICY + "," + to);
    if (attachment != null) {
      int blank = attachment.indexOf(' ');
      String attached = "'policy_arn':'arn:p'," + attachment.substring(blank + 1);
      resources += "," + resource(attachment.substring(0, blank), "a", attached);
    }
    List<FoundPolicy> found =
        policies(
            "{'format_version':'1.0','values':{'root_module':{'resources':[" + resources + "]}}}");
    assertThat(found).hasSize(1);
    List<String> held = found.get(0).setting().holders();
    assertThat(held == null ? "" : String.join(", ", held)).isEqualTo(holders);
  }
}
