package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Truth;
import dev.kmslint.access.Who;
import dev.kmslint.access.exact.search.Scope;
import dev.kmslint.access.exact.term.Language;
import dev.kmslint.access.exact.term.Program;
import dev.kmslint.access.exact.term.Rule;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Statement;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What samples rule out must be what the search over all requests does not cover. */
class SamplingTest {
  private static void holdTogether(Policy policy) {
    StatementAnalysis analysis =
        new StatementAnalysis(Catalog.builtIn(), policy, Policies.OWNER, "aws");
    for (Statement statement : policy.statements()) {
      String text = statement.location().text();
      assertThat(analysis.covering(statement, Set.of()).isEmpty())
          .as(text)
          .isEqualTo(analysis.redundant(statement, Set.of()).covered() != Truth.YES);
      if (statement.isAllow()) {
        assertThat(analysis.shadowing(statement).isEmpty())
            .as(text)
            .isEqualTo(analysis.shadowed(statement).covered() != Truth.YES);
      }
    }
  }

  @Property(tries = 60)
  void theyAgreeOnRandomPolicies(@ForAll long seed) {
    Scenarios scenarios = new Scenarios(seed, true);
    holdTogether(scenarios.policy(PolicyKind.IDENTITY, 4, 30));
    holdTogether(scenarios.policy(PolicyKind.KEY, 4, 30));
  }

  private static boolean isRedundant(String... statements) {
    Policy policy = Policies.identity(statements);
    StatementAnalysis analysis = new StatementAnalysis(Catalog.builtIn(), policy, "", "aws");
    return !analysis.covering(policy.statements().get(0), Set.of()).isEmpty();
  }

  private static String allow(String action, String resource, String condition) {
    return "{'Effect':'Allow','Action':"
        + action
        + ",'Resource':'"
        + resource
        + "','Condition':{"
        + condition
        + "}}";
  }

  @Test
  void whatNoRequestHasNeedsNoCover() {
    String bucket = "arn:aws:s3:::b/*";
    assertThat(
            isRedundant(
                allow("['kms:Decrypt','s3:GetObject']", bucket, ""),
                allow("'s3:Get*'", bucket, "")))
        .isTrue();
    String grant = "'Bool':{'kms:GrantIsForAWSResource':'true'}";
    assertThat(
            isRedundant(
                allow("['kms:Decrypt','kms:CreateGrant']", "*", grant),
                allow("'kms:CreateGrant'", "*", "")))
        .isTrue();
    String account = "'StringEquals':{'aws:ResourceAccount':'111122223333'}";
    assertThat(
            isRedundant(
                allow("'dynamodb:*'", "arn:aws:dynamodb:*", account),
                allow("'dynamodb:*'", "arn:aws:dynamodb:*:111122223333:*", "")))
        .isTrue();
  }

  @Test
  void severalStatementsCoverTogether() {
    assertThat(
            isRedundant(
                allow("['s3:GetObject','s3:PutObject']", "*", ""),
                allow("'s3:Get*'", "*", ""),
                allow("'s3:Put*'", "*", "")))
        .isTrue();
    assertThat(
            isRedundant(
                allow("['s3:GetObject','s3:PutObject']", "*", ""),
                allow("'s3:Get*'", "*", ""),
                allow("'s3:Put*'", "arn:aws:s3:::b/*", "")))
        .isFalse();
  }

  /** Whether the samples leave it possible that others cover the first statement. */
  private static boolean mayBe(String... statements) {
    Policy policy = Policies.identity(statements);
    PolicySet set = new PolicySet(null, "", List.of(policy), null, null, List.of(), List.of());
    Program program = new Program(new Language(Catalog.builtIn(), List.of(set)), set);
    Rule about = program.rules().get(0);
    Question question =
        new Question(
            Who.outside("aws", Set.of()), "*", "*", RequestContext.OPEN, Question.Side.IDENTITY);
    Scope scope = new Scope(program.language(), program.rules(), "", question, about);
    return new Sampling(scope, about)
        .mayBeCovered(program.rules(), rule -> rule.statement().index() > 0);
  }

  @Test
  void everyActionAndResourceMustBeMatchedByOneOfTheOthers() {
    String about = allow("['s3:GetObject','s3:PutObject']", "arn:aws:s3:::b/*", "");
    assertThat(mayBe(about)).isFalse();
    assertThat(mayBe(about, allow("'s3:Get*'", "*", ""))).isFalse();
    assertThat(mayBe(about, allow("'s3:*'", "arn:aws:s3:::b/x*", ""))).isFalse();
    assertThat(mayBe(about, allow("'s3:*'", "arn:aws:s3:::b*", ""))).isTrue();
    assertThat(mayBe(about, allow("'s3:Get*'", "*", ""), allow("'s3:Put*'", "*", ""))).isTrue();
    assertThat(mayBe(allow("'s3:*'", "*", ""), allow("'s3:*'", "arn:aws:s3:::b", ""))).isTrue();
  }

  @Test
  void whatTheConditionsOfTheOthersSayIsLeftAside() {
    String tls = "'Bool':{'aws:SecureTransport':'true'}";
    assertThat(mayBe(allow("'s3:*'", "*", ""), allow("'s3:*'", "*", tls))).isTrue();
  }

  @Test
  void nothingIsSaidWhereAConditionHangsOnTheActionOrTheResource() {
    String grant = "'Bool':{'kms:GrantIsForAWSResource':'true'}";
    assertThat(mayBe(allow("['kms:Decrypt','kms:CreateGrant']", "*", grant))).isTrue();
    assertThat(mayBe(allow("'kms:CreateGrant'", "*", grant))).isFalse();
    String account = "'StringEquals':{'aws:ResourceAccount':'111122223333'}";
    assertThat(mayBe(allow("'s3:*'", "*", account))).isTrue();
  }

  @Test
  void aStatementWithoutEffectCoversNothing() {
    assertThat(mayBe(allow("'s3:*'", "*", ""), "{'Effect':'Allow','Action':'s3:*'}")).isFalse();
  }
}
