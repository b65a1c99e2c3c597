package dev.kmslint.intake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.intake.Content.FoundPolicy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.source.Document;
import dev.kmslint.source.JsonReader;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.YamlReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that hold many things: what an account, an organization or AWS Config prints. */
class ListsTest {
  private static final String POLICY = "{'Statement':{'Effect':'Allow','Action':'ACTION'}}";

  private static Intake intake(String text) {
    Document document = JsonReader.read(new SourceFile("p.json", text.replace('\'', '"')));
    assertThat(document.faults()).isEmpty();
    return Intake.of(document, Given.NOTHING);
  }

  private static <T extends Content> List<T> all(Class<T> type, Intake intake) {
    List<T> found = new ArrayList<>();
    for (Content content : intake.contents()) {
      if (type.isInstance(content)) {
        found.add(type.cast(content));
      }
    }
    return found;
  }

  private static String policy(String action) {
    return POLICY.replace("ACTION", action);
  }

  private static String escaped(String policy) {
    return '\'' + policy.replace("'", "\\'") + '\'';
  }

  private static String percent(String policy) {
    return '\'' + policy.replace("{", "%7B").replace("'", "%22").replace("}", "%7D") + '\'';
  }

  private static String action(FoundPolicy found) {
    return requireNonNull(found.policy().statements().get(0).actions()).entries().get(0).text();
  }

  private static final String DETAILS =
      "{'UserDetailList':[{'Arn':'arn:aws:iam::1:user/u','GroupList':['g'],'UserPolicyList':"
          + "[{'PolicyDocument':"
          + policy("kms:a")
          + "}],'PermissionsBoundary':{'PermissionsBoundaryArn':'arn:b'}}],"
          + "'GroupDetailList':[{'GroupName':'g','GroupPolicyList':[{'PolicyDocument':"
          + percent(policy("kms:b"))
          + "}],'AttachedManagedPolicies':[{'PolicyArn':'arn:m'}]}],"
          + "'RoleDetailList':[{'Arn':'arn:aws:iam::1:role/r','AssumeRolePolicyDocument':"
          + policy("sts:c")
          + ",'RolePolicyList':[],'AttachedManagedPolicies':[{'PolicyArn':'arn:m'},"
          + "{'PolicyArn':'arn:aws:iam::aws:policy/P'}]}],"
          + "'Policies':[{'Arn':'arn:m','PolicyVersionList':[{'Document':"
          + policy("kms:old")
          + ",'IsDefaultVersion':false},{'Document':"
          + escaped(policy("kms:d"))
          + ",'IsDefaultVersion':true}]},{'Arn':'arn:b','PolicyVersionList':[{'Document':"
          + policy("kms:e")
          + ",'IsDefaultVersion':true}]},{'Arn':'arn:aws:iam::aws:policy/P','PolicyVersionList':"
          + "[{'IsDefaultVersion':true,'Document':"
          + policy("kms:f")
          + "}]}]}";

  @Test
  void authorizationDetailsSayWhoIsInTheAccount() {
    List<AccountPrincipal> found = all(AccountPrincipal.class, intake(DETAILS));
    assertThat(found)
        .extracting(each -> each.arn().value())
        .containsExactly("arn:aws:iam::1:user/u", "arn:aws:iam::1:role/r");
    assertThat(found)
        .extracting(AccountPrincipal::kind)
        .containsExactly(AccountPrincipal.Kind.USER, AccountPrincipal.Kind.ROLE);
    assertThat(found.get(0).boundary().value()).isEqualTo("arn:b");
    assertThat(found.get(1).boundary()).isNull();
    assertThat(found).extracting(AccountPrincipal::told).containsExactly(true, true);
    assertThat(found.get(0).location().start()).isEqualTo(DETAILS.indexOf("'arn:aws:iam::1:user"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'GroupName':'g' | 'GroupName':'h' | false | true",
        "'Arn':'arn:m' | 'Arn':'arn:n' | false | false",
        "'Arn':'arn:b' | 'Arn':'arn:n' | true | true",
        "'Arn':'arn:aws:iam::aws:policy/P' | 'Arn':'arn:n' | true | false",
      })
  void authorizationDetailsSayWhosePoliciesAreAllTold(
      String text, String other, boolean user, boolean role) {
    List<AccountPrincipal> found =
        all(AccountPrincipal.class, intake(DETAILS.replace(text, other)));
    assertThat(found).extracting(AccountPrincipal::told).containsExactly(user, role);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'Policies' | 'Policies' | 1 | true | true",
        "'Policies' | 'IsTruncated':false,'Marker':null,'Policies' | 1 | true | true",
        "'Policies' | 'IsTruncated':true,'Policies' | 1 | false | false",
        "'Policies' | 'Marker':'m','Policies' | 1 | false | false",
        "'Policies' | 'NextToken':'t','Policies' | 1 | false | false",
        "'GroupDetailList' | 'Groups' | 1 | false | false",
        "iam::1:role | iam::2:role | ~~ | false | false",
        "'UserDetailList':[ | 'UserDetailList':[],'Users':[ | 1 | false | true",
        "'RoleDetailList':[ | 'RoleDetailList':[],'Roles':[ | 1 | true | false",
      })
  void authorizationDetailsSayWhetherTheyHoldEverybody(
      String text, String other, String account, boolean users, boolean roles) {
    List<AccountExport> found = all(AccountExport.class, intake(DETAILS.replace(text, other)));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).account()).isEqualTo(account);
    assertThat(found.get(0).allUsers()).isEqualTo(users);
    assertThat(found.get(0).allRoles()).isEqualTo(roles);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'IsTruncated':false | true",
        "'IsTruncated':true | false",
        "'Other':1 | false",
        "'IsTruncated':false,'Marker':'m' | false",
      })
  void thatNobodyIsInAnAccountMustBeSaid(String end, boolean said) {
    String nobody = "{'UserDetailList':[],'GroupDetailList':[],'RoleDetailList':[],'Policies':[],";
    List<AccountExport> found = all(AccountExport.class, intake(nobody + end + "}"));
    assertThat(found).hasSize(said ? 1 : 0);
  }

  @Test
  void authorizationDetailsSayWhoHasWhichPolicy() {
    List<FoundPolicy> found = all(FoundPolicy.class, intake(DETAILS));
    assertThat(found)
        .extracting(ListsTest::action)
        .containsExactly("kms:a", "kms:b", "sts:c", "kms:d", "kms:e", "kms:f");
    assertThat(found)
        .extracting(each -> each.policy().kind())
        .containsExactly(
            PolicyKind.IDENTITY,
            PolicyKind.IDENTITY,
            PolicyKind.TRUST,
            PolicyKind.IDENTITY,
            PolicyKind.BOUNDARY,
            PolicyKind.IDENTITY);
    String user = "arn:aws:iam::1:user/u";
    String role = "arn:aws:iam::1:role/r";
    assertThat(found.get(0).setting().holders()).containsExactly(user);
    assertThat(found.get(1).setting().holders()).containsExactly(user);
    assertThat(found.get(3).setting().holders()).containsExactly(user, role);
    assertThat(found.get(4).setting().bounded()).containsExactly(user);
    assertThat(found.get(4).setting().holders()).isEmpty();
    assertThat(found.get(5).setting().holders()).containsExactly(role);
    assertThat(found.get(5).setting().awsManaged()).isTrue();
    assertThat(found.get(3).setting().awsManaged()).isFalse();
    assertThat(found.get(3).location().pointer())
        .hasToString("/Policies/0/PolicyVersionList/1/Document");
  }

  @ParameterizedTest
  @CsvSource({"SERVICE_CONTROL_POLICY, SCP", "RESOURCE_CONTROL_POLICY, RCP"})
  void thePolicyOfAnOrganizationIsOfTheKindThatItsTypeSays(String type, PolicyKind kind) {
    String text =
        "{'Policy':{'PolicySummary':{'Type':'TYPE'},'Content':CONTENT}}"
            .replace("TYPE", type)
            .replace("CONTENT", escaped(policy("kms:a")));
    FoundPolicy found = all(FoundPolicy.class, intake(text)).get(0);
    assertThat(found.policy().kind()).isEqualTo(kind);
    assertThat(found.certain()).isTrue();
    assertThat(intake(text.replace(type, "TAG_POLICY")).contents()).isEmpty();
  }

  @Test
  void readsGrants() {
    KeyGrant grant =
        all(
                KeyGrant.class,
                intake(
                    "{'Grants':[{'KeyId':'k','GranteePrincipal':'p','Operations':['Decrypt']},{}]}"))
            .get(0);
    assertThat(requireNonNull(grant.keyId()).value()).isEqualTo("k");
    assertThat(requireNonNull(grant.grantee()).value()).isEqualTo("p");
    assertThat(grant.operations()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'configurationItems':[ITEM]}",
        "ITEM",
        "{'baseConfigurationItems':[ITEM]}",
      })
  void aKeyOfAwsConfigHasItsPolicyAndItsFacts(String text) {
    String policy = policy("kms:a");
    for (String written : List.of(escaped(policy), percent(policy), policy)) {
      String item =
          "{'resourceType':'AWS::KMS::Key','arn':'arn:aws:kms:eu-west-1:111122223333:key/k',"
              + "'accountId':'111122223333','configuration':{'keyManager':'AWS'},"
              + "'supplementaryConfiguration':{'Policy':"
              + written
              + "}}";
      FoundPolicy found = all(FoundPolicy.class, intake(text.replace("ITEM", item))).get(0);
      assertThat(action(found)).isEqualTo("kms:a");
      assertThat(found.policy().kind()).isEqualTo(PolicyKind.KEY);
      KeyDescription key = requireNonNull(found.setting().key());
      assertThat(requireNonNull(key.arn()).value()).endsWith("key/k");
      assertThat(requireNonNull(key.account()).value()).isEqualTo("111122223333");
      assertThat(requireNonNull(key.keyManager()).value()).isEqualTo("AWS");
    }
  }

  @Test
  void configurationsOfAwsConfigCanBeText() {
    String text =
        "{'Results':[\"{\\\"resourceType\\\":\\\"AWS::IAM::Role\\\",\\\"configuration\\\":"
            + "{\\\"arn\\\":\\\"arn:r\\\",\\\"assumeRolePolicyDocument\\\":\\\"%7B%22Statement%22:[]%7D\\\","
            + "\\\"rolePolicyList\\\":[{\\\"policyDocument\\\":\\\"%7B%22Statement%22:[]%7D\\\"}]}}\"]}";
    Document document = JsonReader.read(new SourceFile("p.json", text.replace('\'', '"')));
    List<FoundPolicy> found = all(FoundPolicy.class, Intake.of(document, Given.NOTHING));
    assertThat(found)
        .extracting(each -> each.policy().kind())
        .containsExactly(PolicyKind.IDENTITY, PolicyKind.TRUST);
    assertThat(found.get(0).setting().holders()).containsExactly("arn:r");
    assertThat(found.get(0).policy().statements()).isEmpty();
    assertThat(found.get(0).location().text()).isEqualTo("%7B%22Statement%22:[]%7D");
  }

  @ParameterizedTest
  @CsvSource({
    "AWS::RDS::DBClusterSnapshot, dbclusterSnapshotIdentifier, DBClusterSnapshotAttributes, true",
    "AWS::RDS::DBSnapshot, dbsnapshotIdentifier, DBSnapshotAttributes, false"
  })
  void snapshotsOfAwsConfig(String type, String identifier, String attributes, boolean cluster) {
    Intake intake =
        intake(
            "{'resourceType':'TYPE','configuration':{'IDENTIFIER':'s','kmsKeyId':'k'},"
                    .replace("TYPE", type)
                    .replace("IDENTIFIER", identifier)
                + "'supplementaryConfiguration':{'ATTRIBUTES':[{'attributeName':'restore',"
                    .replace("ATTRIBUTES", attributes)
                + "'attributeValues':['111122223333']}]}}");
    SnapshotDescription snapshot = (SnapshotDescription) intake.contents().get(0);
    assertThat(requireNonNull(snapshot.identifier()).value()).isEqualTo("s");
    assertThat(snapshot.cluster()).isEqualTo(cluster);
    SnapshotAttributes shared = (SnapshotAttributes) intake.contents().get(1);
    assertThat(shared.restore()).hasSize(1);
  }

  @Test
  void accessPreviewsAreNeutral() {
    Intake intake =
        intake(
            "{'configurations':{'arn:aws:kms:eu-west-1:111122223333:key/k':{'kmsKey':"
                + "{'keyPolicies':{'default':"
                + escaped(policy("kms:a"))
                + "}}}}}");
    FoundPolicy found = all(FoundPolicy.class, intake).get(0);
    KeyDescription key = requireNonNull(found.setting().key());
    assertThat(requireNonNull(key.account()).value()).isEqualTo("111122223333");
    List<Content> snapshot =
        intake(
                "{'rdsDbClusterSnapshot':{'kmsKeyId':'k','attributes':{'restore':"
                    + "{'accountIds':['1']}}}}")
            .contents();
    assertThat(snapshot).hasSize(2);
  }

  @Test
  void theYamlThatTheCommandLinePrintsIsReadTheSame() {
    String text = "Policy: \"{\\n  \\\"Statement\\\" : []\\n}\"\nPolicyName: default\n";
    Document document = YamlReader.read(new SourceFile("p.yml", text));
    FoundPolicy found = all(FoundPolicy.class, Intake.of(document, Given.NOTHING)).get(0);
    assertThat(found.location().text()).startsWith("{\\n").endsWith("\\n}");
  }
}
