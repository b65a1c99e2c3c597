package dev.kmslint.intake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.intake.SnapshotRequest.Operation;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Statement;
import dev.kmslint.policy.Text;
import dev.kmslint.source.Document;
import dev.kmslint.source.JsonReader;
import dev.kmslint.source.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
  private static final String KEY =
      "{'AWSAccountId':'111122223333','KeyId':'k','Arn':'arn:aws:kms:us-west-2:111122223333:key/k',"
          + "'KeyManager':'CUSTOMER','KeyState':'Enabled','KeySpec':'SYMMETRIC_DEFAULT',"
          + "'KeyUsage':'ENCRYPT_DECRYPT','MultiRegionConfiguration':"
          + "{'MultiRegionKeyType':'REPLICA'}}";

  private static Document document(String text) {
    Document document = JsonReader.read(new SourceFile("p.json", text.replace('\'', '"')));
    assertThat(document.faults()).isEmpty();
    return document;
  }

  private static List<Content> contentsOf(Document document) {
    return Intake.of(document, Given.NOTHING).contents();
  }

  private static <T extends Content> T only(Class<T> type, String text) {
    List<Content> contents = Intake.of(document(text), Given.NOTHING).contents();
    assertThat(contents).hasSize(1);
    return type.cast(contents.get(0));
  }

  private static String value(@Nullable Text text) {
    return text == null ? "-" : text.value();
  }

  @Test
  void findsAPolicyWithItsKindAndTheReason() {
    Content.FoundPolicy found =
        only(
            Content.FoundPolicy.class,
            "{'Statement':{'Effect':'Allow','Action':'kms:*','Resource':'*'}}");
    assertThat(found.policy().kind()).isEqualTo(PolicyKind.IDENTITY);
    assertThat(found.policy().statements()).hasSize(1);
    assertThat(found.why()).isEqualTo("no statement has a principal");
  }

  @Test
  void aPolicyWithAMisspeltStatementIsStillOne() {
    Content.FoundPolicy found =
        only(Content.FoundPolicy.class, "{'Version':'2012-10-17','Statment':[]}");
    assertThat(found.certain()).isFalse();
    assertThat(found.policy().faults()).isNotEmpty();
  }

  @Test
  void aPolicyIsReadAsTheKindThatItIsSaidToBe() {
    Content.FoundPolicy found =
        only(Content.FoundPolicy.class, "{'Statement':[{'Principal':'*'}]}");
    assertThat(found.declared(PolicyKind.SCP).policy().kind()).isEqualTo(PolicyKind.SCP);
    assertThat(found.declared(found.policy().kind())).isSameAs(found);
  }

  @Test
  void findsAKeyPolicyInItsTextWithItsPlaces() {
    String text =
        "{\"Policy\": \"{\\n  \\\"Statement\\\": [{\\\"Sid\\\": \\\"\\u00e9x\\\", "
            + "\\\"Action\\\": \\\"kms:*\\\"}]\\n}\", \"PolicyName\": \"default\"}";
    Content.FoundPolicy found = only(Content.FoundPolicy.class, text);
    assertThat(found.policy().kind()).isEqualTo(PolicyKind.KEY);
    assertThat(found.certain()).isTrue();
    Statement statement = found.policy().statements().get(0);
    assertThat(requireNonNull(statement.sid()).value()).isEqualTo("\u00E9x");
    assertThat(requireNonNull(statement.sid()).location().text()).isEqualTo("\\\"\\u00e9x\\\"");
    Actions.Entry action = requireNonNull(statement.actions()).entries().get(0);
    assertThat(action.location().text()).isEqualTo("\\\"kms:*\\\"");
    assertThat(action.location().pointer()).hasToString("/Policy/Statement/0/Action");
    assertThat(found.policy().location().text()).startsWith("{\\n").endsWith("\\n}");
  }

  @Test
  void textThatShouldBeAPolicyButIsNoJsonIsAFault() {
    Intake intake =
        Intake.of(
            document("{'Policy':'{ \\'Statement\\': [ }','PolicyName':'default'}"), Given.NOTHING);
    assertThat(intake.contents()).isEmpty();
    assertThat(intake.faults()).hasSize(1);
    assertThat(intake.faults().get(0).location().text()).isEqualTo("}");
    assertThat(intake.faults().get(0).location().pointer()).hasToString("/Policy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'PolicyVersion':{'VersionId':'v1','Document':{'Statement':[]}}}",
        "{'RoleName':'r','PolicyName':'p','PolicyDocument':{'Statement':[]}}",
        "{'UserName':'r','PolicyName':'p','PolicyDocument':'{\\'Statement\\':[]}'}"
      })
  void findsPoliciesThatIamPrints(String text) {
    Content.FoundPolicy found = only(Content.FoundPolicy.class, text);
    assertThat(found.policy().kind()).isEqualTo(PolicyKind.IDENTITY);
    assertThat(found.certain()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'KeyMetadata':" + KEY + "}", KEY})
  void findsADescriptionOfAKey(String text) {
    KeyDescription key = only(KeyDescription.class, text);
    assertThat(value(key.arn())).isEqualTo("arn:aws:kms:us-west-2:111122223333:key/k");
    assertThat(value(key.account())).isEqualTo("111122223333");
    assertThat(value(key.keyManager())).isEqualTo("CUSTOMER");
    assertThat(value(key.keyState())).isEqualTo("Enabled");
    assertThat(value(key.keySpec())).isEqualTo("SYMMETRIC_DEFAULT");
    assertThat(value(key.keyUsage())).isEqualTo("ENCRYPT_DECRYPT");
    assertThat(value(key.multiRegionKeyType())).isEqualTo("REPLICA");
  }

  @Test
  void theAccountOfAKeyIsAlsoInItsArn() {
    KeyDescription key =
        only(
            KeyDescription.class,
            "{'KeyMetadata':{'Arn':'arn:aws:kms:us-west-2:111122223333:key/k'}}");
    assertThat(value(key.account())).isEqualTo("111122223333");
    assertThat(key.keyState()).isNull();
  }

  @Test
  void findsEverySnapshot() {
    List<Content> found =
        contentsOf(
            document(
                "{'DBClusterSnapshots':[{'DBClusterSnapshotIdentifier':'a','Status':'available',"
                    + "'StorageEncrypted':true,'KmsKeyId':null,'StorageEncryptionType':'sse-rds',"
                    + "'SnapshotType':'manual','Engine':'aurora','DBClusterSnapshotArn':'arn'},"
                    + "{'DBClusterSnapshotIdentifier':'b'}, 7]}"));
    assertThat(found).hasSize(2);
    SnapshotDescription first = (SnapshotDescription) found.get(0);
    assertThat(first.cluster()).isTrue();
    assertThat(value(first.identifier())).isEqualTo("a");
    assertThat(value(first.arn())).isEqualTo("arn");
    assertThat(value(first.engine())).isEqualTo("aurora");
    assertThat(value(first.status())).isEqualTo("available");
    assertThat(value(first.snapshotType())).isEqualTo("manual");
    assertThat(value(first.encrypted())).isEqualTo("true");
    assertThat(value(first.encryptionType())).isEqualTo("sse-rds");
    assertThat(first.kmsKeyId()).isNull();
    assertThat(((SnapshotDescription) found.get(1)).location().pointer())
        .hasToString("/DBClusterSnapshots/1");
  }

  @Test
  void findsSnapshotsOfInstancesAndSingleOnes() {
    SnapshotDescription one =
        only(
            SnapshotDescription.class,
            "{'DBSnapshotIdentifier':'p','DBInstanceIdentifier':'i','Encrypted':false,"
                + "'DBSnapshotArn':'arn'}");
    assertThat(one.cluster()).isFalse();
    assertThat(value(one.encrypted())).isEqualTo("false");
    assertThat(
            only(SnapshotDescription.class, "{'DBSnapshots':[{'DBSnapshotIdentifier':'p'}]}")
                .cluster())
        .isFalse();
    assertThat(
            only(
                    SnapshotDescription.class,
                    "{'DBClusterSnapshotIdentifier':'p','DBClusterSnapshotArn':'arn'}")
                .cluster())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true | {'DBClusterSnapshotAttributesResult':{'DBClusterSnapshotIdentifier':'s','DBClusterSnapshotAttributes':LIST}}",
        "true | {'DBClusterSnapshotIdentifier':'s','DBClusterSnapshotAttributes':LIST}",
        "false | {'DBSnapshotAttributesResult':{'DBSnapshotIdentifier':'s','DBSnapshotAttributes':LIST}}",
        "false | {'DBSnapshotIdentifier':'s','DBSnapshotAttributes':LIST}"
      })
  void findsWhoASnapshotIsSharedWith(boolean cluster, String text) {
    String list =
        "[{'AttributeName':'other','AttributeValues':['x']},"
            + "{'AttributeName':'restore','AttributeValues':['111122223333','all']}]";
    SnapshotAttributes found = only(SnapshotAttributes.class, text.replace("LIST", list));
    assertThat(found.cluster()).isEqualTo(cluster);
    assertThat(value(found.identifier())).isEqualTo("s");
    assertThat(found.restore().get(0).value()).isEqualTo("111122223333");
    assertThat(found.restore()).hasSize(2);
    assertThat(found.restoreLocation().text()).startsWith("[\"1111");
  }

  @Test
  void aSnapshotThatIsSharedWithNobodyIsKnownToo() {
    SnapshotAttributes found =
        only(
            SnapshotAttributes.class,
            "{'DBClusterSnapshotAttributesResult':{'DBClusterSnapshotAttributes':[]}}");
    assertThat(found.restore()).isEmpty();
    assertThat(found.restoreLocation().text()).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'SourceDBClusterSnapshotIdentifier':'s','KmsKeyId':'k'} | COPY_CLUSTER_SNAPSHOT",
        "{'SourceDBSnapshotIdentifier':'s','KmsKeyId':'k'} | COPY_INSTANCE_SNAPSHOT",
        "{'SnapshotIdentifier':'s','DBClusterIdentifier':'c','KmsKeyId':'k'} | RESTORE_CLUSTER",
        "{'DBSnapshotIdentifier':'s','DBInstanceIdentifier':'c','KmsKeyId':'k'} | RESTORE_INSTANCE"
      })
  void findsACallByItsMembers(String text, Operation operation) {
    SnapshotRequest request = only(SnapshotRequest.class, text);
    assertThat(request.operation()).isEqualTo(operation);
    assertThat(value(request.snapshot())).isEqualTo("s");
    assertThat(value(request.kmsKeyId())).isEqualTo("k");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "7",
        "{'a':{'Statement':[]}}",
        "{'SnapshotIdentifier':'s'}",
        "{'Version':'3'}",
        "{'Policy':'{}'}",
        "{'Policy':7,'PolicyName':'default'}",
        "{'KeyId':'k','Arn':'arn:aws:iam::1:root'}"
      })
  void knowsNothingElse(String text) {
    assertThat(Intake.of(document(text), Given.NOTHING).contents()).isEmpty();
  }
}
