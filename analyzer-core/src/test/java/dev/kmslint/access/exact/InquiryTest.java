package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.exact.box.Space;
import dev.kmslint.access.exact.term.Term;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InquiryTest {
  private static final String VIA = "kms:viaservice";
  private static final String VIA_RDS = "'StringEquals':{'kms:ViaService':'rds'}";
  private static final String ONE = "'aws:PrincipalTag/0'";
  private static final String OTHER = "'${aws:PrincipalTag/1}'";
  private static final String ENDS_SO =
      "'StringLike':{'aws:PrincipalTag/team':'*-a','kms:ViaService':'?*'}";
  private static final String NOT_CONTAINED =
      "'StringNotEquals':{'aws:PrincipalTag/team':'${kms:ViaService}-a'}";
  private static final Question DECRYPT = Answered.may("kms:Decrypt");
  private static final Policy ALL = Policies.identity(Answered.permit("all", "*"));

  private static Answer ask(PolicySet policies, Question question, Term... never) {
    Asked asked = Asked.of(policies, question);
    Answer answer =
        new Inquiry(Catalog.builtIn(), asked.scope, asked.program, List.of(never)).answer();
    assertThat(answer.internalError()).isNull();
    return answer;
  }

  private static Answer ask(String... statements) {
    return ask(Policies.set(Policies.key(statements), ALL), DECRYPT);
  }

  private static ContextValue via(Witness witness) {
    RequestContext context = Objects.requireNonNull(witness).request().context();
    return Objects.requireNonNull(context.pinned(VIA));
  }

  @Test
  void whereEveryRequestIsAllowedOneIsShown() {
    Answer answer = ask(Answered.give("a", "kms:*"));
    assertThat(answer.outcome()).isEqualTo(Outcome.ALWAYS);
    assertThat(answer.allowed()).isNotNull();
    assertThat(answer.denied()).isNull();
    assertThat(answer.reason()).isEmpty();
  }

  @Test
  void whereNoneIsAllowedOneThatIsDeniedIsShown() {
    Answer answer = ask(Answered.give("a", "kms:Encrypt"));
    assertThat(answer.outcome()).isEqualTo(Outcome.NEVER);
    assertThat(answer.allowed()).isNull();
    assertThat(answer.denied()).isNotNull();
    assertThat(answer.reason()).isEmpty();
  }

  @Test
  void whereItDependsThereIsOneOfEach() {
    Answer answer = ask(Answered.give("a", "kms:*", VIA_RDS));
    assertThat(answer.outcome()).isEqualTo(Outcome.DEPENDS);
    assertThat(via(answer.allowed())).isEqualTo(ContextValue.of("rds"));
    assertThat(via(answer.denied())).isNotEqualTo(ContextValue.of("rds"));
    assertThat(answer.reason()).isEmpty();
  }

  @Test
  void requestsThatHoldTheTermsAreLeftAside() {
    PolicySet policies = Policies.set(Policies.key(Answered.give("a", "kms:*", VIA_RDS)), ALL);
    Answer some = ask(policies, DECRYPT, new Term(VIA, Space.absent()));
    assertThat(via(some.denied())).isNotEqualTo(ContextValue.ABSENT);
    Answer none = ask(policies, DECRYPT, new Term(VIA, Space.present()));
    assertThat(none.outcome()).isEqualTo(Outcome.NEVER);
    assertThat(via(none.denied())).isEqualTo(ContextValue.ABSENT);
  }

  @Test
  void whereThereIsNoRequestItSaysSo() {
    Question pinned =
        DECRYPT.with(RequestContext.OPEN.with("kms:ViaService", ContextValue.of("rds")));
    PolicySet policies = Policies.set(Policies.key(Answered.give("a", "kms:*")), ALL);
    Answer answer = ask(policies, pinned, new Term(VIA, Space.present()));
    assertThat(answer).hasToString("never: there is no such request");
    assertThat(answer.denied()).isNull();
  }

  @Test
  void whetherAServiceNeedsAnIdentityPolicyIsNotKnown() {
    Question service =
        Question.of(Asked.caller("logs.amazonaws.com"), "s3:GetObject", "arn:aws:s3:::b/o")
            .on(Question.Side.IDENTITY);
    assertThat(ask(Policies.set(null, ALL), service).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"KEY, ALWAYS", "IDENTITY, NEVER", "BOTH, NEVER"})
  void onlyTheSideThatIsAskedHasASay(Question.Side side, Outcome outcome) {
    PolicySet policies =
        Policies.set(
            Policies.key(Answered.give("a", "kms:*")),
            Policies.identity(Answered.permit("i", "kms:Encrypt")));
    assertThat(ask(policies, DECRYPT.on(side)).outcome()).isEqualTo(outcome);
  }

  @Test
  void withoutAKeyPolicyOnlyTheIdentitySideIsKnown() {
    PolicySet policies = Policies.set(null, ALL);
    assertThat(ask(policies, DECRYPT.on(Question.Side.IDENTITY)).outcome())
        .isEqualTo(Outcome.ALWAYS);
    Answer both = ask(policies, DECRYPT);
    assertThat(both.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(both.reason()).isEqualTo("the key policy was not given");
  }

  @Test
  void theDoubtThatDecidesIsTheReason() {
    PolicySet policies = Policies.set(Policies.key(Answered.give("a", "kms:*")), ALL);
    Answer retire = ask(policies, Answered.may("kms:RetireGrant"));
    assertThat(retire.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(retire.reason()).contains("grant");
    assertThat(ask(policies, Answered.may("kms:RetireGrant").on(Question.Side.IDENTITY)).outcome())
        .isEqualTo(Outcome.ALWAYS);
  }

  @Test
  void aDoubtThatDoesNotDecideIsNoDoubt() {
    String unsure = "'StringEquals':{'kms:GrantOperations':['Decrypt']}";
    PolicySet policies =
        Policies.set(
            Policies.key(
                Answered.give("a", "kms:*", unsure), Answered.deny("d", "kms:CreateGrant", unsure)),
            ALL);
    Answer answer = ask(policies, Answered.may("kms:CreateGrant"));
    assertThat(answer.outcome()).isEqualTo(Outcome.NEVER);
    assertThat(Answered.sids(answer.because())).containsExactly("d");
  }

  @Test
  void whetherSeveralControlPoliciesMustAllAllowIsNotKnown() {
    Policy some = Policies.of(PolicyKind.SCP, Answered.permit("s", "kms:Decrypt"));
    Policy other = Policies.of(PolicyKind.SCP, Answered.permit("o", "kms:Encrypt"));
    assertThat(ask(guarded(some, other), DECRYPT).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(ask(guarded(some), DECRYPT).outcome()).isEqualTo(Outcome.ALWAYS);
    assertThat(ask(guarded(other), DECRYPT).outcome()).isEqualTo(Outcome.NEVER);
    assertThat(ask(guarded(some, some), DECRYPT).outcome()).isEqualTo(Outcome.ALWAYS);
  }

  @Test
  void alsoAnUnknownAnswerCanShowARequestThatIsAllowed() {
    String secure = "'Bool':{'aws:SecureTransport':'true'}";
    Policy some = Policies.of(PolicyKind.SCP, Answered.permit("s", "*", secure));
    Policy all = Policies.of(PolicyKind.SCP, Answered.permit("o", "*"));
    Answer answer = ask(guarded(some, all), DECRYPT);
    assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(answer.allowed()).isNotNull();
    assertThat(answer.denied()).isNull();
    assertThat(answer.reason()).contains("service control policies");
  }

  @ParameterizedTest
  @CsvSource({"444455556666, ALWAYS", "111122223333, NEVER", "'', UNKNOWN"})
  void whoOwnsTheKeyDecidesWhetherTheKeyPolicyIsEnough(String owner, Outcome outcome) {
    Policy key =
        Policies.key(
            "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::444455556666:user/u'},"
                + "'Action':'kms:*','Resource':'*'}");
    Question anyKey = Question.of(Answered.USER, "kms:Decrypt", "*");
    assertThat(ask(PolicySet.ofKey(key, owner), anyKey).outcome()).isEqualTo(outcome);
  }

  private static PolicySet guarded(Policy... scps) {
    Policy key = Policies.key(Answered.give("a", "kms:*"));
    List<Policy> guards = List.of(scps);
    return new PolicySet(key, Policies.OWNER, List.of(ALL), null, null, guards, List.of());
  }

  @Test
  void whatTheBoxesLeaveInDoubtTheEvaluatorCanConfirm() {
    Answer allowed = ask(Answered.give("a", "kms:*", ENDS_SO, NOT_CONTAINED));
    assertThat(allowed.outcome()).isEqualTo(Outcome.DEPENDS);
    Answer denied =
        ask(
            Answered.give("a", "kms:*", ENDS_SO, VIA_RDS),
            Answered.deny("d", "kms:*", ENDS_SO, NOT_CONTAINED));
    assertThat(via(denied.denied())).isEqualTo(ContextValue.ABSENT);
  }

  @Test
  void whereNeitherKnowsWhatAConditionMatchesThatIsTheReason() {
    Answer answer = ask(Answered.give("a", "kms:*", NOT_CONTAINED.replace("Not", "")));
    assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(answer.denied()).isNotNull();
    assertThat(answer.reason()).isEqualTo("it is not certain what a condition matches");
  }

  @Test
  void ofValuesThatAreTooManyToCompareNothingIsSaid() {
    List<String> statements = new ArrayList<>();
    statements.add(Answered.give("same", "kms:*", "'StringEquals':{" + ONE + ":" + OTHER + "}"));
    for (int i = 0; i < 70; i++) {
      statements.add(Answered.give("s", "kms:*", "'StringEquals':{" + ONE + ":'" + i + "'}"));
    }
    Answer answer = ask(statements.toArray(new String[0]));
    assertThat(answer)
        .hasToString("unknown: the values of `aws:principaltag/0` are too many to tell apart");
    assertThat(answer.internalError()).isNull();
  }

  @Test
  void ofPoliciesThatAreTooLargeNothingIsSaid() {
    Answer answer = ask(Answered.give("a", "kms:*", Answered.pairwiseDifferent(5)));
    assertThat(answer).hasToString("unknown: the policies are too large to search");
  }

  @Test
  void keysThatAreEqualToTheSameKeyCannotDiffer() {
    Answer answer =
        ask(
            Answered.give(
                "a",
                "kms:*",
                "'StringEquals':{'aws:PrincipalTag/a':'${aws:PrincipalTag/b}',"
                    + "'aws:PrincipalTag/b':'${aws:PrincipalTag/c}'}",
                "'StringNotEquals':{'aws:PrincipalTag/a':'${aws:PrincipalTag/c}'}"));
    assertThat(answer.outcome()).as(answer.reason()).isEqualTo(Outcome.NEVER);
  }
}
