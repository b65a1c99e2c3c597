package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Effort;
import dev.kmslint.access.Truth;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
    var action = Objects.requireNonNull(statement.actions()).entries().get(1);
    var resource = Objects.requireNonNull(statement.resources()).entries().get(1);
    assertThat(analysis(policy).redundantAction(statement, action).covered()).isEqualTo(Truth.NO);
    assertThat(analysis(policy).redundantResource(statement, resource).covered())
        .isEqualTo(Truth.NO);
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
