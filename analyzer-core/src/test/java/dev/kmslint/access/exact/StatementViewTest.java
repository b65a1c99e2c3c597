package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Truth;
import dev.kmslint.access.Who;
import dev.kmslint.access.exact.term.Rule;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementViewTest {
  private static final String VIA = "'StringEquals':{'kms:ViaService':'rds'}";
  private static final String ABSENT = "'Null':{'kms:ViaService':'true'}";
  private static final String PRESENT = "'Null':{'kms:ViaService':'false'}";
  private static final String UNSURE =
      "'StringEquals':{'aws:PrincipalTag/team':'${kms:ViaService}-a'}";

  /** The first of some statements of a key policy. */
  private static StatementView first(String... statements) {
    Policy policy = Policies.key(statements);
    Question question =
        new Question(Who.anyone("aws"), "kms:*", "*", RequestContext.OPEN, Question.Side.KEY);
    PolicySet set = PolicySet.ofKey(policy, Policies.OWNER);
    Statement about = policy.statements().get(0);
    return new StatementView(Catalog.builtIn(), set, question, about, null);
  }

  private static boolean isOther(Rule rule) {
    return !Answered.sid(rule.statement()).equals("a");
  }

  private static List<String> sids(List<Statement> statements) {
    return statements.stream().map(Answered::sid).toList();
  }

  @Test
  void aStatementMustBeOneOfThePolicy() {
    Policy policy = Policies.key(Answered.give("a", "kms:*"));
    PolicySet set = PolicySet.ofKey(Policies.key(), Policies.OWNER);
    Statement other = policy.statements().get(0);
    assertThatThrownBy(
            () -> new StatementView(Catalog.builtIn(), set, Answered.may("kms:*"), other, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NO  | kms:Decrypt     |
          NO  | kms:CreateGrant | 'Bool':{'kms:GrantIsForAWSResource':'true'}
          YES | kms:Decrypt     | 'Bool':{'kms:GrantIsForAWSResource':'true'}
          YES | s3:GetObject    |
          YES | kms:Decrypt     | 'StringEquals':{'aws:PrincipalAccount':'777788889999'}
          """)
  void aStatementIsDeadWhenNoRequestCanMatchIt(Truth dead, String action, String condition) {
    String given = condition == null ? "" : condition;
    assertThat(first(Answered.give("a", action, given)).dead()).isEqualTo(dead);
  }

  @Test
  void aStatementThatHasNoEffectIsDeadAndCoveredByNothing() {
    String none = "{'Sid':'a','Effect':'Allow','Action':'kms:*','Resource':'*'}";
    StatementView view = first(none, Answered.allow("b", "kms:*"));
    assertThat(view.dead()).isEqualTo(Truth.YES);
    assertThat(view.coveredBy(StatementViewTest::isOther).covered()).isEqualTo(Truth.NO);
    assertThat(view.covering(StatementViewTest::isOther)).isEmpty();
    assertThat(view.bypassed("kms:Decrypt", StatementViewTest::isOther).covered())
        .isEqualTo(Truth.NO);
    assertThat(view.denying()).isEmpty();
  }

  @Test
  void isCoveredByTheFewestOfTheOthers() {
    StatementView view =
        first(
            Answered.give("a", "kms:Decrypt"),
            Answered.give("far", "kms:Encrypt"),
            Answered.give("absent", "kms:*", ABSENT),
            Answered.give("present", "kms:*", PRESENT),
            Answered.give("rds", "kms:*", VIA));
    Coverage coverage = view.coveredBy(StatementViewTest::isOther);
    assertThat(coverage.covered()).isEqualTo(Truth.YES);
    assertThat(sids(coverage.by())).containsExactly("absent", "present");
    assertThat(coverage.outside()).isNull();
    assertThat(sids(view.covering(StatementViewTest::isOther)))
        .containsExactly("absent", "present");
  }

  @Test
  void whatIsNotCoveredIsShown() {
    StatementView view =
        first(Answered.give("a", "kms:Decrypt"), Answered.give("rds", "kms:*", VIA));
    Coverage coverage = view.coveredBy(StatementViewTest::isOther);
    assertThat(coverage.covered()).isEqualTo(Truth.NO);
    Witness outside = Objects.requireNonNull(coverage.outside());
    assertThat(outside.request().action()).isEqualTo("kms:Decrypt");
    assertThat(view.covering(StatementViewTest::isOther)).isEmpty();
    assertThat(view.coveredBy(rule -> false).covered()).isEqualTo(Truth.NO);
  }

  @Test
  void whatMatchesNothingIsNotCovered() {
    String dead = "'Bool':{'kms:GrantIsForAWSResource':'true'}";
    StatementView view =
        first(Answered.give("a", "kms:Decrypt", dead), Answered.give("b", "kms:*"));
    assertThat(view.coveredBy(StatementViewTest::isOther))
        .isEqualTo(new Coverage(Truth.NO, List.of(), null));
    assertThat(view.covering(StatementViewTest::isOther)).isEmpty();
  }

  @Test
  void whereADoubtDecidesItMayBeCovered() {
    StatementView view =
        first(Answered.give("a", "kms:*", VIA), Answered.give("b", "kms:*", UNSURE));
    assertThat(view.coveredBy(StatementViewTest::isOther).covered()).isEqualTo(Truth.NO);
    StatementView unsure =
        first(Answered.give("a", "kms:*", UNSURE), Answered.give("b", "kms:*", VIA));
    assertThat(unsure.coveredBy(StatementViewTest::isOther).covered()).isEqualTo(Truth.MAYBE);
    StatementView same =
        first(Answered.give("a", "kms:*", UNSURE), Answered.give("b", "kms:*", UNSURE));
    assertThat(same.coveredBy(StatementViewTest::isOther).covered()).isEqualTo(Truth.YES);
  }

  @Test
  void ofVeryManyStatementsAllAreNamed() {
    List<String> statements = new ArrayList<>(List.of(Answered.give("a", "kms:Decrypt")));
    for (int i = 0; i < 24; i++) {
      statements.add(Answered.give("b" + i, "kms:*"));
    }
    assertThat(first(statements.toArray(new String[0])).covering(StatementViewTest::isOther))
        .hasSize(1);
    statements.add(Answered.give("c", "kms:*"));
    assertThat(first(statements.toArray(new String[0])).covering(StatementViewTest::isOther))
        .hasSize(25);
  }

  @Test
  void deniesCoverWhateverTheKindOfMatch() {
    StatementView view =
        first(
            Answered.give("a", "kms:Decrypt"),
            Answered.deny("absent", "kms:*", ABSENT),
            Answered.deny("present", "kms:*", PRESENT),
            Answered.give("b", "kms:*"));
    assertThat(sids(view.denying())).containsExactly("absent", "present");
    assertThat(sids(view.coveredByDenies().by())).containsExactly("absent", "present");
    String user =
        Answered.give("b", "kms:*").replace("444455556666", "arn:aws:iam::444455556666:user/u");
    assertThat(
            first(user.replace("'b'", "'a'"), Answered.give("b", "kms:*"))
                .covering(StatementViewTest::isOther))
        .isEmpty();
  }

  @Test
  void conditionsAreBypassedWhereOthersAllowTheActionWithoutThem() {
    StatementView view = first(Answered.give("a", "kms:*", VIA), Answered.give("b", "kms:Decrypt"));
    assertThat(view.bypassed("kms:Decrypt", StatementViewTest::isOther).covered())
        .isEqualTo(Truth.YES);
    assertThat(view.bypassed("kms:Encrypt", StatementViewTest::isOther).covered())
        .isEqualTo(Truth.NO);
    StatementView plain = first(Answered.give("a", "kms:*"), Answered.give("b", "kms:Decrypt"));
    assertThat(plain.bypassed("kms:Decrypt", StatementViewTest::isOther).covered())
        .isEqualTo(Truth.NO);
  }

  @Test
  void aDenyIsDodgedByARequestWithoutItsKey() {
    String deny = Answered.deny("d", "kms:*", VIA);
    Witness witness =
        Objects.requireNonNull(first(deny, Answered.give("b", "kms:*")).dodging("kms:viaservice"));
    assertThat(witness.request().context().pinned("kms:ViaService"))
        .isEqualTo(dev.kmslint.access.ContextValue.ABSENT);
    assertThat(first(deny).dodging("kms:viaservice")).as("nothing is allowed here").isNotNull();
    assertThat(first(deny, Answered.give("b", "kms:*", PRESENT)).dodging("kms:viaservice"))
        .isNull();
    assertThat(
            first(deny, Answered.give("b", "kms:*"), Answered.deny("e", "kms:*", ABSENT))
                .dodging("kms:viaservice"))
        .isNull();
    assertThat(first(deny).dodging("aws:principalarn")).as("every request has it").isNull();
  }

  @Test
  void ofValuesThatAreTooManyToCompareOnlyWhatIsConfirmedIsSaid() {
    String tag = "'aws:PrincipalTag/a'";
    List<String> statements = new ArrayList<>();
    statements.add(
        Answered.deny(
            "a",
            "kms:*",
            "'StringEquals':{" + tag + ":'${kms:ViaService}'}",
            "'StringLike':{'kms:ViaService':'*'}"));
    statements.add(Answered.give("b", "kms:*"));
    for (int i = 0; i < 70; i++) {
      statements.add(Answered.deny("s" + i, "kms:*", "'StringEquals':{" + tag + ":'" + i + "'}"));
    }
    StatementView view = first(statements.toArray(new String[0]));
    Witness dodging = Objects.requireNonNull(view.dodging("aws:principaltag/a"));
    assertThat(dodging.request().context().pins().get("aws:principaltag/a"))
        .isEqualTo(ContextValue.ABSENT);
    assertThat(view.covering(StatementViewTest::isOther)).isEmpty();
  }
}
