package dev.kmslint.intake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.intake.Content.FoundPolicy;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.Document;
import dev.kmslint.source.Node;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import dev.kmslint.source.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudFormationTest {
  private static final String HEAD =
      """
      Parameters:
        Account: { Type: String }
        Known: { Type: String, Default: '444455556666' }
        Empty: { Type: String, Default: '' }
        Many: { Type: CommaDelimitedList, Default: 'a, b' }
        Kind: { Type: String, AllowedValues: [x, y] }
        Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /name }
      Mappings:
        Accounts:
          eu: { dr: '111122223333' }
          us: { dr: '222233334444' }
      Resources:
        Role:
          Type: AWS::IAM::Role
          Properties: { RoleName: Admin, Path: /team/ }
        Nameless: { Type: AWS::IAM::Role, Properties: {} }
        Other: { Type: AWS::S3::Bucket }
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy:
              Version: 2012-10-17
              Statement:
                - Effect: Allow
                  Action: kms:*
                  Resource: '*'
                  Principal:
                    AWS: VALUE
      """;

  private static Intake intake(String text, Given given) {
    Document document = YamlReader.read(new SourceFile("t.yml", text));
    assertThat(document.faults()).isEmpty();
    return Intake.of(document, given);
  }

  private static List<FoundPolicy> policies(String text, Given given) {
    List<FoundPolicy> found = new ArrayList<>();
    for (Content content : intake(text, given).contents()) {
      if (content instanceof FoundPolicy policy) {
        found.add(policy);
      }
    }
    return found;
  }

  private static Node principal(String value, Given given) {
    FoundPolicy key = policies(HEAD.replace("VALUE", value), given).get(0);
    Node.ObjectNode root = (Node.ObjectNode) key.node();
    Node.ArrayNode statements = (Node.ArrayNode) requireNonNull(root.get("Statement"));
    Node.ObjectNode statement = (Node.ObjectNode) statements.elements().get(0);
    Node.ObjectNode named = (Node.ObjectNode) requireNonNull(statement.get("Principal"));
    return requireNonNull(named.get("AWS"));
  }

  /** What a value is: text with {@code <>} for what is not known, candidates in braces. */
  private static String words(Node node) {
    if (node instanceof Node.OpenText text) {
      return String.join("<>", text.pieces());
    }
    if (node instanceof Node.OpenNode open) {
      return "{" + String.join("|", open.candidates().stream().map(c -> words(c)).toList()) + "}";
    }
    if (node instanceof Node.ArrayNode array) {
      return "[" + String.join(",", array.elements().stream().map(e -> words(e)).toList()) + "]";
    }
    return ((Node.StringNode) node).value();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "!Ref Account # <>",
        "!Ref Known # 444455556666",
        "!Ref Empty # <>",
        "!Ref Many # [a,b]",
        "!Ref Kind # {x|y}",
        "!Ref Stored # <>",
        "!Ref Nothing # <>",
        "!Ref Role # Admin",
        "!Ref AWS::AccountId # <>",
        "!Sub 'arn:aws:iam::${AWS::AccountId}:root' # arn:aws:iam::<>:root",
        "!Sub 'arn:aws:iam::${Known}:user/${!aws:username}' # arn:aws:iam::444455556666:user/${aws:username}",
        "!Sub ['arn:aws:iam::${Who}:role/${Role}', {Who: !Ref Known}] # arn:aws:iam::444455556666:role/Admin",
        "{'Fn::Join': ['', ['arn:aws:iam::', !Ref Account, ':root']]} # arn:aws:iam::<>:root",
        "!Join [':', [a, !Ref Known]] # a:444455556666",
        "!Join [',', !Ref Many] # a,b",
        "!GetAtt Role.Arn # arn:<>:iam::<>:role/team/Admin",
        "!GetAtt [Nameless, Arn] # arn:<>:iam::<>:role/<>",
        "!Sub '${Key.Arn}' # arn:<>:kms:<>:<>:key/<>",
        "!GetAtt Other.Arn # <>",
        "!If [C, '1', !Ref Account] # {1|<>}",
        "!If [C, '1', !Ref AWS::NoValue] # {1}",
        "!FindInMap [Accounts, eu, dr] # 111122223333",
        "!FindInMap [Accounts, !Ref AWS::Region, dr] # {111122223333|222233334444}",
        "!FindInMap [Missing, a, b] # {}",
        "!Select [1, !Ref Many] # b",
        "!Select [0, !Split ['-', 'x-y']] # x",
        "!ImportValue other # {}",
        "x{{resolve:ssm:/a}}:root # x<>:root",
        "arn:aws:iam::${AWS::AccountId}:root # arn:aws:iam::${AWS::AccountId}:root",
        "[!Ref Known, 111122223333] # [444455556666,111122223333]"
      })
  void functionsAreWorkedOutAsFarAsTheTemplateSaysEnough(String value, String expected) {
    assertThat(words(principal(value, Given.NOTHING))).isEqualTo(expected);
  }

  @Test
  void whatIsGivenFillsIn() {
    Map<String, String> parameters =
        Map.of("Account", "1", "Known", "2", "Many", "3,4", "AWS::Region", "r", "Other.Arn", "5");
    Given given = new Given(parameters, "arn:aws-cn:kms:r:111122223333:key/k", "");
    assertThat(words(principal("!Sub '${Account}${Known}'", given))).isEqualTo("12");
    assertThat(words(principal("!Ref Many", given))).isEqualTo("[3,4]");
    assertThat(words(principal("!GetAtt Other.Arn", given))).isEqualTo("5");
    assertThat(words(principal("!GetAtt Key.Arn", given))).isEqualTo(given.keyArn());
    assertThat(words(principal("!GetAtt Role.Arn", given)))
        .isEqualTo("arn:aws-cn:iam::111122223333:role/team/Admin");
    Given owner = new Given(Map.of(), "", "777788889999");
    assertThat(words(principal("!Ref AWS::AccountId", owner))).isEqualTo("777788889999");
  }

  @Test
  void placesAreThoseOfTheTemplate() {
    String text = HEAD.replace("VALUE", "!Sub 'arn:aws:iam::${Known}:root'");
    Node.StringNode node =
        (Node.StringNode) principal("!Sub 'arn:aws:iam::${Known}:root'", Given.NOTHING);
    assertThat(node.location().start()).isEqualTo(text.indexOf("'arn:aws:iam::${Known}"));
    assertThat(node.location().text()).isEqualTo("'arn:aws:iam::${Known}:root'");
    assertThat(node.location().pointer())
        .hasToString("/Resources/Key/Properties/KeyPolicy/Statement/0/Principal/AWS");
  }

  @Test
  void everyResourceWithPoliciesIsRead() {
    String text =
        """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          A: { Type: AWS::KMS::ReplicaKey, Properties: { PrimaryKeyArn: 'arn:aws:kms:r:111122223333:key/mrk-1', KeyPolicy: { Statement: [] } } }
          B: { Type: AWS::IAM::Policy, Properties: { PolicyDocument: { Statement: [] } } }
          C: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: { Statement: [] } } }
          D: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: '{"Statement": []}' } }
          E:
            Type: AWS::IAM::User
            Properties:
              PermissionsBoundary: !Ref D
              Policies: [ !If [ X, { PolicyName: p, PolicyDocument: { Statement: [] } }, !Ref AWS::NoValue ] ]
          F: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Statement: [] }, Policies: [] } }
          G: { Type: AWS::Serverless::Function, Properties: { Policies: [ AWSLambdaExecute, { Statement: [] } ] } }
          H: { Type: AWS::Organizations::Policy, Properties: { Type: RESOURCE_CONTROL_POLICY, Content: { Statement: [] } } }
        """;
    List<FoundPolicy> found = policies(text, Given.NOTHING);
    assertThat(found)
        .extracting(each -> each.policy().kind())
        .containsExactly(
            PolicyKind.KEY,
            PolicyKind.IDENTITY,
            PolicyKind.IDENTITY,
            PolicyKind.BOUNDARY,
            PolicyKind.IDENTITY,
            PolicyKind.TRUST,
            PolicyKind.IDENTITY,
            PolicyKind.RCP);
    KeyDescription key = requireNonNull(found.get(0).setting().key());
    assertThat(requireNonNull(key.account()).value()).isEqualTo("111122223333");
  }

  @Test
  void statementsOfAConditionMayBeThere() {
    String text =
        """
        Resources:
          K:
            Type: AWS::KMS::Key
            Properties:
              KeyPolicy:
                Statement:
                  - { Effect: Allow, Principal: '*', Action: kms:Encrypt, Resource: '*' }
                  - !If
                    - C
                    - { Effect: Allow, Principal: '*', Action: kms:Decrypt, Resource: '*' }
                    - !Ref AWS::NoValue
        """;
    Policy policy = policies(text, Given.NOTHING).get(0).policy();
    assertThat(policy.faults()).isEmpty();
    assertThat(policy.statements()).hasSize(2);
    Statement second = policy.statements().get(1);
    assertThat(second.isOpen()).isTrue();
    assertThat(second.readings()).hasSize(1);
    assertThat(requireNonNull(second.readings().get(0).unknown()).value())
        .isEqualTo("condition `C`");
  }

  @Test
  void aTemplateWithoutPoliciesSaysSo() {
    List<Content> contents =
        intake("Resources:\n  B: { Type: AWS::S3::Bucket }\n", Given.NOTHING).contents();
    assertThat(contents).hasSize(1);
    assertThat(((NoPolicies) contents.get(0)).words()).contains("CloudFormation");
    assertThat(intake("Resources: { a: 1 }\n", Given.NOTHING).contents()).isEmpty();
  }

  @Test
  void namesThatLeadBackToThemselvesStayOpen() {
    String text =
        """
        Resources:
          A: { Type: AWS::IAM::Role, Properties: { RoleName: !Ref B } }
          B: { Type: AWS::IAM::Role, Properties: { RoleName: !Ref A } }
          K: { Type: AWS::KMS::Key, Properties: { KeyPolicy: { Statement: { Principal: { AWS: !Ref A } } } } }
        """;
    assertThat(policies(text, Given.NOTHING).get(0).policy().isOpen()).isTrue();
  }

  @Test
  void metadataSuppresses() {
    String text =
        """
        Resources:
          K:
            Type: AWS::KMS::Key
            Metadata:
              kmslint: { suppress: [ kms/a, { rule: kms/b, reason: ticket 1 } ] }
            Properties: { KeyPolicy: { Statement: [] } }
        """;
    List<Content> contents = intake(text, Given.NOTHING).contents();
    InlineSuppression first = (InlineSuppression) contents.get(0);
    assertThat(first.rule()).isEqualTo("kms/a");
    assertThat(first.scope().text()).startsWith("Type: AWS::KMS::Key");
    InlineSuppression second = (InlineSuppression) contents.get(1);
    assertThat(second.rule()).isEqualTo("kms/b");
    assertThat(second.reason()).isEqualTo("ticket 1");
  }

  @Test
  void hostileTemplatesAreBounded() {
    StringBuilder text = new StringBuilder("Resources:\n");
    for (int i = 0; i < 60; i++) {
      text.append("  R%d: { Type: AWS::IAM::Role, Properties: { RoleName: !Sub '".formatted(i));
      text.append("${R%d}".formatted(i + 1).repeat(40)).append("' } }\n");
    }
    text.append("  K: { Type: AWS::KMS::Key, Properties: { KeyPolicy: { Statement: ");
    text.append("{ Effect: !Ref E, Principal: { AWS: [");
    for (int i = 0; i < 100; i++) {
      text.append("!If [ C").append(i).append(", !Ref X, y], ");
    }
    text.append("!Sub '${R0}'] }, Action: 'kms:*', Resource: '*' } } } }\n");
    Policy policy = policies(text.toString(), Given.NOTHING).get(0).policy();
    assertThat(policy.readings()).hasSize(2);
    assertThat(requireNonNull(policy.readings().get(0).principals()).entries().get(0).value())
        .isEqualTo("*");
  }

  @Test
  void longTextIsOpenAtItsEnd() {
    JoinedText text = new JoinedText();
    text.add("a".repeat(60_000));
    text.add("b".repeat(60_000));
    text.add("c");
    Node.OpenText open = (Node.OpenText) text.at(SourceLocation.startOf(new SourceFile("t", "x")));
    assertThat(open.pieces()).hasSize(2);
    assertThat(open.pieces().get(0)).hasSize(60_000);
    assertThat(open.pieces().get(1)).isEqualTo("c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "AWS::IAM::Policy | Roles: [!Ref Reader] | true | arn:aws:iam::111122223333:role/Reader",
        "AWS::IAM::Policy | Roles: [!Ref Reader], Users: [!Ref Ann] | true | arn:aws:iam::111122223333:role/Reader, arn:aws:iam::111122223333:user/Ann",
        "AWS::IAM::Policy | Roles: [!Ref Reader, Outside] | true | ~~",
        "AWS::IAM::Policy | Roles: [!Ref Reader], Groups: [!Ref Team] | true | ~~",
        "AWS::IAM::Policy | Roles: [!Ref Nameless] | true | ~~",
        "AWS::IAM::RolePolicy | RoleName: !Ref Reader | true | arn:aws:iam::111122223333:role/Reader",
        "AWS::IAM::RolePolicy | RoleName: Reader | true | ~~",
        "AWS::IAM::Policy | Roles: [!Ref Reader] | false | ~~",
      })
  void tellsWhoHoldsAPolicy(String type, String to, boolean known, String holders) {
    String text =
        """
        Resources:
          Reader: { Type: AWS::IAM::Role, Properties: { RoleName: Reader } }
          Nameless: { Type: AWS::IAM::Role, Properties: {} }
          Ann: { Type: AWS::IAM::User, Properties: { UserName: Ann } }
          Team: { Type: AWS::IAM::Group, Properties: { GroupName: Team } }
          P:
            Type: TYPE
            Properties:
              PolicyDocument: { Statement: { Effect: Allow, Action: 'kms:*', Resource: '*' } }
        """
            .replace("TYPE", type);
    text += "      " + to.replace(", Users", "\n      Users").replace(", Groups", "\n      Groups");
    Map<String, String> parameters =
        known ? Map.of("AWS::Partition", "aws", "AWS::AccountId", "111122223333") : Map.of();
    List<Content> contents = intake(text + "\n", new Given(parameters, "", "")).contents();
    assertThat(contents).hasSize(1);
    List<String> held = ((FoundPolicy) contents.get(0)).setting().holders();
    assertThat(held == null ? "" : String.join(", ", held)).isEqualTo(holders);
  }

  @Test
  void inlinePoliciesAreTheirRolesOwn() {
    String text =
        """
        Resources:
          Reader:
            Type: AWS::IAM::Role
            Properties:
              RoleName: Reader
              Policies:
                - PolicyDocument: { Statement: { Effect: Allow, Action: 'kms:*', Resource: '*' } }
        """;
    Given given =
        new Given(Map.of("AWS::Partition", "aws", "AWS::AccountId", "111122223333"), "", "");
    FoundPolicy found = (FoundPolicy) intake(text, given).contents().get(0);
    assertThat(found.setting().holders()).containsExactly("arn:aws:iam::111122223333:role/Reader");
  }
}
