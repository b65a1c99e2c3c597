package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Effort;
import dev.kmslint.access.Truth;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.PolicyReader;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.Node;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementAnalysisTest {
  private static final String ROOT = "'Principal':{'AWS':'arn:aws:iam::111122223333:root'},";

  private static StatementAnalysis analysis(Policy policy) {
    return new StatementAnalysis(Catalog.builtIn(), policy, Policies.OWNER, "aws");
  }

  private static Truth redundant(Policy policy, int statement) {
    return analysis(policy).redundant(policy.statements().get(statement), Set.of()).covered();
  }

  @Test
  void twoStatementsTogetherCanMakeAThirdRedundant() {
    String start = "{'Effect':'Allow'," + ROOT + "'Action':'kms:Decrypt','Resource':'*'";
    Policy policy =
        Policies.key(
            start + ",'Condition':{'StringLike':{'kms:ViaService':'*'}}}",
            start + ",'Condition':{'Null':{'kms:ViaService':'true'}}}",
            start + "}");
    assertThat(redundant(policy, 2)).isEqualTo(Truth.YES);
    assertThat(redundant(policy, 1)).isEqualTo(Truth.YES);
    Policy without =
        Policies.key(start + ",'Condition':{'Null':{'kms:ViaService':'true'}}}", start + "}");
    assertThat(redundant(without, 1)).isEqualTo(Truth.NO);
    Coverage coverage = analysis(policy).redundant(policy.statements().get(2), Set.of());
    assertThat(coverage.by()).extracting(Statement::index).containsExactly(0, 1);
  }

  @Test
  void anotherKindOfMatchMakesNothingRedundant() {
    Policy policy =
        Policies.key(
            "{'Effect':'Allow'," + ROOT + "'Action':'kms:*','Resource':'*'}",
            "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:user/u'},"
                + "'Action':'kms:*','Resource':'*'}");
    assertThat(redundant(policy, 1)).isEqualTo(Truth.NO);
  }

  @Test
  void entriesOfListsAreRedundantWhereOthersCoverThem() {
    Policy policy =
        Policies.identity(
            "{'Effect':'Allow','Action':['s3:Get*','s3:GetObject','kms:Decrypt'],"
                + "'Resource':['arn:aws:s3:::a/*','arn:aws:s3:::a/b/*','arn:aws:s3:::c']}");
    Statement statement = policy.statements().get(0);
    StatementAnalysis analysis = analysis(policy);
    Truth[] actions = new Truth[3];
    Truth[] resources = new Truth[3];
    for (int i = 0; i < 3; i++) {
      actions[i] =
          analysis
              .redundantAction(
                  statement, Objects.requireNonNull(statement.actions()).entries().get(i))
              .covered();
      resources[i] =
          analysis
              .redundantResource(
                  statement, Objects.requireNonNull(statement.resources()).entries().get(i))
              .covered();
    }
    assertThat(actions).containsExactly(Truth.NO, Truth.YES, Truth.NO);
    assertThat(resources).containsExactly(Truth.NO, Truth.YES, Truth.NO);
  }

  @Test
  void aStatementIsDeadWhenNoRequestCanMatchIt() {
    Policy policy =
        Policies.key(
            "{'Effect':'Allow',"
                + ROOT
                + "'Action':'kms:Decrypt','Resource':'*','Condition':"
                + "{'StringEquals':{'aws:PrincipalAccount':'444455556666'}}}",
            "{'Effect':'Allow',"
                + ROOT
                + "'Action':'kms:Decrypt','Resource':'*','Condition':"
                + "{'Bool':{'kms:GrantIsForAWSResource':'true'}}}",
            "{'Effect':'Allow'," + ROOT + "'Action':'kms:Decrypt','Resource':'*'}");
    StatementAnalysis analysis = analysis(policy);
    assertThat(analysis.dead(policy.statements().get(0))).isEqualTo(Truth.YES);
    assertThat(analysis.dead(policy.statements().get(1))).isEqualTo(Truth.YES);
    assertThat(analysis.dead(policy.statements().get(2))).isEqualTo(Truth.NO);
  }

  @Test
  void anAllowIsShadowedByDeniesTogether() {
    String allow = "{'Effect':'Allow'," + ROOT + "'Action':'kms:Decrypt','Resource':'*'}";
    String start = "{'Effect':'Deny','Principal':'*','Action':'kms:*','Resource':'*','Condition':";
    Policy both =
        Policies.key(
            allow,
            start + "{'Bool':{'aws:SecureTransport':'true'}}}",
            start + "{'Bool':{'aws:SecureTransport':'false'}}}");
    assertThat(analysis(both).shadowed(both.statements().get(0)).covered()).isEqualTo(Truth.YES);
    Policy one = Policies.key(allow, start + "{'Bool':{'aws:SecureTransport':'true'}}}");
    Coverage coverage = analysis(one).shadowed(one.statements().get(0));
    assertThat(coverage.covered()).isEqualTo(Truth.NO);
    assertThat(coverage.outside()).isNotNull();
  }

  @Test
  void aConditionIsBypassedByAStatementWithoutIt() {
    String plain = "{'Effect':'Allow'," + ROOT + "'Action':'kms:*Grant','Resource':'*'}";
    String bound =
        "{'Effect':'Allow',"
            + ROOT
            + "'Action':'kms:CreateGrant','Resource':'*','Condition':"
            + "{'Bool':{'kms:GrantIsForAWSResource':'true'}}}";
    Policy policy = Policies.key(plain, bound);
    StatementAnalysis analysis = analysis(policy);
    Statement second = policy.statements().get(1);
    assertThat(analysis.bypassed(second, "kms:CreateGrant", Set.of()).covered())
        .isEqualTo(Truth.YES);
    assertThat(
            analysis
                .bypassed(second, "kms:CreateGrant", Set.of(policy.statements().get(0)))
                .covered())
        .isEqualTo(Truth.NO);
    Policy alone = Policies.key(bound);
    assertThat(
            analysis(alone)
                .bypassed(alone.statements().get(0), "kms:CreateGrant", Set.of())
                .covered())
        .isEqualTo(Truth.NO);
  }

  @Test
  void aPositiveDenyIsDodgedByLeavingTheKeyOut() {
    String allow = "{'Effect':'Allow','Principal':'*','Action':'kms:CreateGrant','Resource':'*'}";
    String start =
        "{'Effect':'Deny','Principal':'*','Action':'kms:CreateGrant','Resource':'*','Condition':";
    Policy open = Policies.key(allow, start + "{'Bool':{'kms:GrantIsForAWSResource':'false'}}}");
    assertThat(analysis(open).dodging(open.statements().get(1), "kms:GrantIsForAWSResource"))
        .isNotNull();
    Policy shut =
        Policies.key(allow, start + "{'BoolIfExists':{'kms:GrantIsForAWSResource':'false'}}}");
    assertThat(analysis(shut).dodging(shut.statements().get(1), "kms:GrantIsForAWSResource"))
        .isNull();
  }

  @Test
  void statementsThatWereFoundRedundantBeforeDoNotCount() {
    String all = "{'Effect':'Allow'," + ROOT + "'Action':'kms:Decrypt','Resource':'*'}";
    Policy policy = Policies.key(all, all, all.replace("Allow", "Deny"));
    Statement one = policy.statements().get(0);
    Statement other = policy.statements().get(1);
    StatementAnalysis analysis = analysis(policy);
    assertThat(analysis.covering(one, Set.of())).containsExactly(other);
    assertThat(analysis.covering(one, Set.of(other))).isEmpty();
    assertThat(analysis.redundant(one, Set.of(other)).covered()).isEqualTo(Truth.NO);
    assertThat(analysis.shadowing(one)).containsExactly(policy.statements().get(2));
    assertThat(analysis.redundant(policy.statements().get(2), Set.of()).covered())
        .as("an Allow covers no Deny")
        .isEqualTo(Truth.NO);
  }

  @Test
  void whereTheEffortIsSpentNothingIsCovered() {
    String all = "{'Effect':'Allow','Action':'kms:Decrypt','Resource':'*'}";
    Policy policy = Policies.identity(all, all, all.replace("Allow", "Deny"));
    Statement one = policy.statements().get(0);
    StatementAnalysis spent =
        new StatementAnalysis(Catalog.builtIn(), policy, "", "aws", Effort.of(0));
    assertThat(spent.covering(one, Set.of())).isEmpty();
    assertThat(spent.shadowing(one)).isEmpty();
    StatementAnalysis able =
        new StatementAnalysis(Catalog.builtIn(), policy, "", "aws", Effort.of(20_000));
    assertThat(able.covering(one, Set.of())).hasSize(1);
    assertThat(able.shadowing(one)).hasSize(1);
  }

  @Test
  void entriesOfListsOfWhatIsNotMeantAreNotLookedAt() {
    Policy policy =
        Policies.identity(
            "{'Effect':'Allow','NotAction':['s3:*','s3:Get*'],"
                + "'NotResource':['arn:aws:s3:::*','arn:aws:s3:::a']}");
    Statement statement = policy.statements().get(0);
    StatementAnalysis analysis = analysis(policy);
    for (int i = 0; i < 2; i++) {
      assertThat(analysis.redundantAction(statement, action(statement, i)).covered())
          .isEqualTo(Truth.NO);
      assertThat(analysis.redundantResource(statement, resource(statement, i)).covered())
          .isEqualTo(Truth.NO);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Service, logs.amazonaws.com, kms:*, NO",
    "Service, logs.amazonaws.com, s3:*, YES",
    "AWS, arn:aws:iam::444455556666:user/u, kms:*, NO"
  })
  void aKeyPolicyIsAboutAllCallersAndWhatTheyDoWithAKey(
      String type, String principal, String action, Truth dead) {
    Policy policy =
        Policies.key(
            "{'Effect':'Allow','Principal':{'%s':'%s'},'Action':'%s','Resource':'*'}"
                .formatted(type, principal, action));
    assertThat(analysis(policy).dead(policy.statements().get(0))).isEqualTo(dead);
  }

  @Test
  void anIdentityPolicyIsAboutAllServicesButNotAboutServicesAsCallers() {
    String service = "'Condition':{'Bool':{'aws:PrincipalIsAWSService':'true'}}";
    String allow = "{'Effect':'Allow','Resource':'*','Action':";
    Policy policy =
        Policies.identity(
            allow + "'s3:*'}",
            allow + "'*'," + service + "}",
            allow + "'kms:*'}",
            allow + "['kms:*','sqs:*']}");
    StatementAnalysis analysis = analysis(policy);
    assertThat(analysis.dead(policy.statements().get(0))).isEqualTo(Truth.NO);
    assertThat(analysis.dead(policy.statements().get(1))).isEqualTo(Truth.YES);
    assertThat(redundant(policy, 2)).isEqualTo(Truth.YES);
    assertThat(redundant(policy, 3)).isEqualTo(Truth.NO);
  }

  @Test
  void aKeyPolicyIsAboutTheKeysOfItsOwner() {
    String start = "{'Effect':'Allow'," + ROOT + "'Action':'kms:*','Resource':'arn:aws:kms:*:";
    Policy policy = Policies.key(start + "111122223333:key/*'}", start + "444455556666:key/*'}");
    assertThat(analysis(policy).dead(policy.statements().get(0))).isEqualTo(Truth.NO);
    assertThat(analysis(policy).dead(policy.statements().get(1))).isEqualTo(Truth.YES);
  }

  @Test
  void whatHasTheOtherEffectMakesNothingRedundant() {
    String start = "'Action':['kms:Decrypt','kms:Sign'],'Resource':['arn:aws:kms:*:*:key/a','*']";
    String condition = ",'Condition':{'Bool':{'aws:SecureTransport':'true'}}}";
    Policy policy =
        Policies.identity(
            "{'Effect':'Allow'," + start + condition,
            "{'Effect':'Deny','Action':'*','Resource':'*'}");
    Statement allow = policy.statements().get(0);
    StatementAnalysis analysis = analysis(policy);
    assertThat(redundant(policy, 0)).isEqualTo(Truth.NO);
    assertThat(analysis.covering(allow, Set.of())).isEmpty();
    assertThat(analysis.redundantAction(allow, action(allow, 0)).covered()).isEqualTo(Truth.NO);
    assertThat(analysis.redundantResource(allow, resource(allow, 1)).covered()).isEqualTo(Truth.NO);
    assertThat(analysis.bypassed(allow, "kms:Sign", Set.of()).covered()).isEqualTo(Truth.NO);
    assertThat(analysis.shadowed(allow).covered()).isEqualTo(Truth.YES);
  }

  private static Actions.Entry action(Statement statement, int entry) {
    return Objects.requireNonNull(statement.actions()).entries().get(entry);
  }

  private static Resources.Entry resource(Statement statement, int entry) {
    return Objects.requireNonNull(statement.resources()).entries().get(entry);
  }

  @Test
  void whereAListIsMissingNoEntryOfItIsRedundant() {
    Policy policy =
        Policies.identity(
            "{'Effect':'Allow','Resource':'*'}",
            "{'Effect':'Allow','Action':'kms:*'}",
            "{'Effect':'Allow','Action':'kms:*','Resource':'*'}");
    Statement whole = policy.statements().get(2);
    StatementAnalysis analysis = analysis(policy);
    assertThat(analysis.redundantAction(policy.statements().get(0), action(whole, 0)).covered())
        .isEqualTo(Truth.NO);
    assertThat(analysis.redundantResource(policy.statements().get(1), resource(whole, 0)).covered())
        .isEqualTo(Truth.NO);
  }

  /** An identity policy of which the first statement has a Condition that is not known. */
  private static Policy open(String... statements) {
    Node.ArrayNode all =
        (Node.ArrayNode) Policies.json(json("[" + String.join(",", statements) + "]"));
    List<Node> elements = new ArrayList<>(all.elements());
    Node.ObjectNode first = (Node.ObjectNode) elements.get(0);
    SourceLocation at = first.location();
    List<Node.Member> members = new ArrayList<>(first.members());
    members.add(new Node.Member("Condition", at, new Node.OpenNode(at, List.of(), "`x`")));
    elements.set(0, new Node.ObjectNode(at, members));
    Node array = new Node.ArrayNode(all.location(), elements);
    Node.Member statement = new Node.Member("Statement", at, array);
    return PolicyReader.readOpen(new Node.ObjectNode(at, List.of(statement)), PolicyKind.IDENTITY);
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  @Test
  void ofAStatementOfWhichSomethingIsNotKnownNothingIsSaid() {
    String all = "{'Effect':'Allow','Action':['kms:*','kms:Sign'],'Resource':['*','a']}";
    Policy policy = open(all, all, all.replace("Allow", "Deny"));
    Statement open = policy.statements().get(0);
    StatementAnalysis analysis = analysis(policy);
    assertThat(open.isOpen()).isTrue();
    assertThat(analysis.dead(open)).isEqualTo(Truth.MAYBE);
    List<Coverage> coverages =
        List.of(
            analysis.redundant(open, Set.of()),
            analysis.redundantAction(open, action(open, 1)),
            analysis.redundantResource(open, resource(open, 1)),
            analysis.shadowed(open),
            analysis.bypassed(open, "kms:Sign", Set.of()));
    assertThat(coverages).extracting(Coverage::covered).containsOnly(Truth.NO);
    assertThat(coverages).extracting(Coverage::outside).containsOnlyNulls();
    assertThat(analysis.covering(open, Set.of())).isEmpty();
    assertThat(analysis.shadowing(open)).isEmpty();
    Policy denied = open(all.replace("Allow", "Deny"));
    assertThat(analysis(denied).dodging(denied.statements().get(0), "kms:ViaService")).isNull();
  }

  @Test
  void anActionOfAListCanBeCoveredByAnotherStatement() {
    Policy policy =
        Policies.identity(
            "{'Effect':'Allow','Action':['kms:Sign','kms:Decrypt'],'Resource':'*'}",
            "{'Effect':'Allow','Action':'kms:D*','Resource':'*'}");
    Statement statement = policy.statements().get(0);
    var decrypt = Objects.requireNonNull(statement.actions()).entries().get(1);
    Coverage coverage = analysis(policy).redundantAction(statement, decrypt);
    assertThat(coverage.covered()).isEqualTo(Truth.YES);
    assertThat(coverage.by()).containsExactly(policy.statements().get(1));
  }
}
