package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Caller;
import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Layer;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Truth;
import dev.kmslint.access.Who;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineTest {
  private static final Caller USER = caller("arn:aws:iam::444455556666:user/CopyUser");
  private static final Policy EVERYTHING =
      Policies.identity("{'Effect':'Allow','Action':'*','Resource':'*'}");
  private static final String ALLOW = "{'Effect':'Allow','Principal':{'AWS':'444455556666'},";

  private static Caller caller(String text) {
    return Objects.requireNonNull(Caller.parse(text, "aws"));
  }

  private static Answer ask(PolicySet policies, Question question) {
    Answer answer = Engine.compile(Catalog.builtIn(), policies).answer(question);
    assertThat(answer.internalError()).isNull();
    return answer;
  }

  private static Answer ask(Policy key, String action) {
    return ask(Policies.set(key, EVERYTHING), Question.of(USER, action, Policies.KEY));
  }

  @Test
  void aMisspeltKeyMakesAnAllowVoidAndADenyAlwaysHit() {
    String typo = "'Condition':{'%s':{'kms:ViaServices':'rds.us-west-2.amazonaws.com'}}}";
    Policy allow =
        Policies.key(ALLOW + "'Action':'kms:*','Resource':'*'," + typo.formatted("StringEquals"));
    assertThat(ask(allow, "kms:Decrypt").outcome()).isEqualTo(Outcome.NEVER);
    Policy deny =
        Policies.key(
            ALLOW + "'Action':'kms:*','Resource':'*'}",
            "{'Effect':'Deny','Principal':'*','Action':'kms:*','Resource':'*',"
                + typo.formatted("StringNotEquals"));
    Answer answer = ask(deny, "kms:Decrypt");
    assertThat(answer.outcome()).isEqualTo(Outcome.NEVER);
    assertThat(answer.because()).extracting(Because::part).containsExactly(Because.Part.DENIES);
  }

  @Test
  void aKeyThatTheActionNeverCarriesIsAbsent() {
    Policy key =
        Policies.key(
            ALLOW
                + "'Action':'kms:*','Resource':'*',"
                + "'Condition':{'Bool':{'kms:GrantIsForAWSResource':'true'}}}");
    assertThat(ask(key, "kms:Encrypt").outcome()).isEqualTo(Outcome.NEVER);
    Answer grants = ask(key, "kms:CreateGrant");
    assertThat(grants.outcome()).isEqualTo(Outcome.DEPENDS);
    assertThat(grants.on()).containsExactly("kms:grantisforawsresource");
  }

  @Test
  void aKeyThatIsAlwaysThereCanHoldNoValues() {
    String some = "'Condition':{'ForAnyValue:StringLike':{'kms:GrantOperations':'*'}}}";
    Policy key = Policies.key(ALLOW + "'Action':'kms:CreateGrant','Resource':'*'," + some);
    Answer answer = ask(key, "kms:CreateGrant");
    assertThat(answer.outcome()).isEqualTo(Outcome.DEPENDS);
    assertThat(answer.on()).containsExactly("kms:grantoperations");
  }

  @Test
  void keysThatFollowFromTheCallerAreNotFree() {
    Policy key =
        Policies.key(
            "{'Effect':'Allow','Principal':'*','Action':'kms:*','Resource':'*','Condition':"
                + "{'StringEquals':{'kms:CallerAccount':'111122223333'}}}");
    Question outside =
        new Question(
            Who.outside("aws", Set.of("111122223333")),
            "kms:*",
            "*",
            RequestContext.OPEN,
            Question.Side.BOTH);
    Engine engine = Engine.ofKeyPolicy(Catalog.builtIn(), key, Policies.OWNER);
    assertThat(engine.answer(outside).outcome()).isEqualTo(Outcome.NEVER);
  }

  @Test
  void aDenyOfFalseLeavesTheAbsentKeyOpen() {
    Policy key =
        Policies.key(
            ALLOW + "'Action':'kms:CreateGrant','Resource':'*'}",
            "{'Effect':'Deny','Principal':'*','Action':'kms:CreateGrant','Resource':'*',"
                + "'Condition':{'Bool':{'kms:GrantIsForAWSResource':'false'}}}");
    Engine engine = Engine.compile(Catalog.builtIn(), Policies.set(key, EVERYTHING));
    Question question = Question.of(USER, "kms:CreateGrant", Policies.KEY);
    Answer answer = engine.answerWithout(question, "kms:GrantIsForAWSResource", "true");
    assertThat(answer.outcome()).isEqualTo(Outcome.DEPENDS);
    Witness witness = Objects.requireNonNull(answer.allowed());
    assertThat(witness.request().context().pinned("kms:GrantIsForAWSResource"))
        .isEqualTo(ContextValue.ABSENT);
  }

  @Test
  void ofAKeyWithSeveralValuesEachCanBeTheOneThatIsRequired() {
    String decrypt = "'Condition':{'ForAnyValue:StringEquals':{'kms:GrantOperations':'Decrypt'}}}";
    Policy key = Policies.key(ALLOW + "'Action':'kms:CreateGrant','Resource':'*'," + decrypt);
    Engine engine = Engine.compile(Catalog.builtIn(), Policies.set(key, EVERYTHING));
    Question question = Question.of(USER, "kms:CreateGrant", Policies.KEY);
    assertThat(engine.answerWithout(question, "kms:GrantOperations", "Decrypt").outcome())
        .isEqualTo(Outcome.NEVER);
    assertThat(engine.answerWithout(question, "kms:GrantOperations", "Encrypt").outcome())
        .isEqualTo(Outcome.DEPENDS);
  }

  @Test
  void comparesTwoSetsOfPolicies() {
    Question question = Question.of(USER, "kms:Decrypt", Policies.KEY);
    PolicySet none = Policies.set(Policies.key(), EVERYTHING);
    PolicySet some =
        Policies.set(Policies.key(ALLOW + "'Action':'kms:*','Resource':'*'}"), EVERYTHING);
    assertThat(Engine.newAccess(Catalog.builtIn(), none, some, question).newAccess())
        .isEqualTo(Truth.YES);
    assertThat(Engine.newAccess(Catalog.builtIn(), some, none, question).newAccess())
        .isEqualTo(Truth.NO);
  }

  @Test
  void explainsWhatAllows() {
    Policy key =
        Policies.key(
            "{'Sid':'other','Effect':'Allow','Principal':'*','Action':'kms:Encrypt',"
                + "'Resource':'*'}",
            "{'Sid':'mine','Effect':'Allow','Principal':{'AWS':'444455556666'},"
                + "'Action':'kms:Decrypt','Resource':'*'}");
    Answer answer = ask(key, "kms:Decrypt");
    assertThat(answer.outcome()).isEqualTo(Outcome.ALWAYS);
    assertThat(answer.because())
        .extracting(because -> because.statement().title())
        .containsExactly("statement \"mine\"", "statement 1");
  }

  @Test
  void explainsTheLayerThatStopsAndTheNearestAllow() {
    Policy key = Policies.key(ALLOW + "'Action':'kms:*','Resource':'*'}");
    Policy identity =
        Policies.identity(
            "{'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::x'}",
            "{'Effect':'Allow','Action':'kms:Decrypt',"
                + "'Resource':'arn:aws:kms:us-west-2:111122223333:key/other'}");
    Answer answer =
        ask(Policies.set(key, identity), Question.of(USER, "kms:Decrypt", Policies.KEY));
    assertThat(answer.outcome()).isEqualTo(Outcome.NEVER);
    assertThat(answer.stoppedBy()).isEqualTo(Layer.IDENTITY);
    assertThat(answer.because()).extracting(Because::stops).startsWith("resource");
    PolicySet bounded =
        new PolicySet(
            key,
            Policies.OWNER,
            List.of(EVERYTHING),
            Policies.of(PolicyKind.BOUNDARY, "{'Effect':'Allow','Action':'s3:*','Resource':'*'}"),
            null,
            List.of(),
            List.of());
    assertThat(ask(bounded, Question.of(USER, "kms:Decrypt", Policies.KEY)).stoppedBy())
        .isEqualTo(Layer.BOUNDARY);
  }

  @Test
  void aKeyPolicyWithoutAMatchStopsBeforeAServiceControlPolicyDoes() {
    Policy shut = Policies.of(PolicyKind.SCP, "{'Effect':'Allow','Action':'s3:*','Resource':'*'}");
    PolicySet policies = Policies.all(Policies.OWNER, Policies.key(), EVERYTHING, shut);
    for (Caller caller : List.of(USER, caller("arn:aws:iam::111122223333:user/u"))) {
      Question question = Question.of(caller, "kms:Decrypt", Policies.KEY);
      assertThat(ask(policies, question).stoppedBy()).isEqualTo(Layer.KEY_POLICY);
    }
  }

  @Test
  void aBoundaryLimitsARoleThatIsNamedButNotASession() {
    Policy boundary =
        Policies.of(PolicyKind.BOUNDARY, "{'Effect':'Allow','Action':'s3:*','Resource':'*'}");
    Caller session =
        caller("arn:aws:sts::111122223333:assumed-role/R/s1")
            .withRole("arn:aws:iam::111122223333:role/R");
    String start = "{'Effect':'Allow','Action':'kms:*','Resource':'*','Principal':{'AWS':";
    Policy role = Policies.key(start + "'arn:aws:iam::111122223333:role/R'}}");
    Policy direct = Policies.key(start + "'arn:aws:sts::111122223333:assumed-role/R/s1'}}");
    Question question = Question.of(session, "kms:Decrypt", Policies.KEY);
    for (Policy key : List.of(role, direct)) {
      PolicySet bounded =
          new PolicySet(
              key, Policies.OWNER, List.of(EVERYTHING), boundary, null, List.of(), List.of());
      assertThat(ask(bounded, question).outcome())
          .isEqualTo(key == role ? Outcome.NEVER : Outcome.ALWAYS);
    }
  }

  @Test
  void anAccountThatIsNamedLeavesItToIdentityPolicies() {
    Policy key =
        Policies.key(
            "{'Effect':'Allow','Principal':{'AWS':'111122223333'},'Action':'kms:*',"
                + "'Resource':'*'}");
    Policy mfa =
        Policies.identity(
            "{'Effect':'Allow','Action':'kms:*','Resource':'*','Condition':"
                + "{'Bool':{'aws:MultiFactorAuthPresent':'true'}}}");
    Question question =
        Question.of(caller("arn:aws:iam::111122223333:user/u"), "kms:Decrypt", Policies.KEY);
    Answer answer = ask(Policies.set(key, mfa), question);
    assertThat(answer.outcome()).isEqualTo(Outcome.DEPENDS);
    assertThat(answer.on()).containsExactly("aws:multifactorauthpresent");
  }

  @Test
  void namesTheFewestDeniesThatDecide() {
    Policy key =
        Policies.key(
            ALLOW + "'Action':'kms:*','Resource':'*'}",
            "{'Sid':'far','Effect':'Deny','Principal':'*','Action':'kms:Encrypt',"
                + "'Resource':'*'}",
            "{'Sid':'absent','Effect':'Deny','Principal':'*','Action':'kms:*','Resource':'*',"
                + "'Condition':{'Null':{'kms:ViaService':'true'}}}",
            "{'Sid':'present','Effect':'Deny','Principal':'*','Action':'kms:*','Resource':'*',"
                + "'Condition':{'StringLike':{'kms:ViaService':'*'}}}");
    Answer answer = ask(key, "kms:Decrypt");
    assertThat(answer.outcome()).isEqualTo(Outcome.NEVER);
    assertThat(answer.because())
        .extracting(because -> because.statement().title())
        .containsExactlyInAnyOrder("statement \"absent\"", "statement \"present\"");
  }

  @Test
  void comparesAKeyWithAVariable() {
    String condition =
        "'Condition':{'%s':{'kms:EncryptionContext:team':'${aws:PrincipalTag/team}'}}}";
    Policy deny =
        Policies.key(
            ALLOW + "'Action':'kms:*','Resource':'*'," + condition.formatted("StringEquals"),
            "{'Effect':'Deny','Principal':'*','Action':'kms:*','Resource':'*',"
                + condition.formatted("StringEquals"));
    assertThat(ask(deny, "kms:Decrypt").outcome()).isEqualTo(Outcome.NEVER);
    String apart =
        "'Condition':{'StringEquals':{'kms:EncryptionContext:team':'${aws:PrincipalTag/team}'},"
            + "'StringLike':{'kms:EncryptionContext:team':'a*','aws:PrincipalTag/team':'b*'}}}";
    Policy never = Policies.key(ALLOW + "'Action':'kms:*','Resource':'*'," + apart);
    assertThat(ask(never, "kms:Decrypt").outcome()).isEqualTo(Outcome.NEVER);
    String single =
        "'Condition':{'StringNotEquals':{'kms:EncryptionContext:team':"
            + "'${aws:PrincipalTag/team}'},'StringEqualsIgnoreCase':"
            + "{'kms:EncryptionContext:team':'1','aws:PrincipalTag/team':'1'}}}";
    Policy same = Policies.key(ALLOW + "'Action':'kms:*','Resource':'*'," + single);
    assertThat(ask(same, "kms:Decrypt").outcome()).isEqualTo(Outcome.NEVER);
    Policy other =
        Policies.key(
            ALLOW + "'Action':'kms:*','Resource':'*'," + condition.formatted("StringNotEquals"),
            "{'Effect':'Deny','Principal':'*','Action':'kms:*','Resource':'*','Condition':"
                + "{'StringNotLike':{'kms:EncryptionContext:team':'a*',"
                + "'aws:PrincipalTag/team':'a*'}}}");
    Answer answer = ask(other, "kms:Decrypt");
    assertThat(answer.outcome()).isEqualTo(Outcome.DEPENDS);
    assertThat(answer.on()).contains("kms:encryptioncontext:team", "aws:principaltag/team");
  }

  @Test
  void saysWhyItDoesNotKnow() {
    Policy key =
        Policies.key(
            ALLOW
                + "'Action':'kms:*','Resource':'*',"
                + "'Condition':{'StringEquals':{'kms:GrantOperations':['Decrypt']}}}");
    Answer answer =
        ask(
            Policies.set(key, EVERYTHING),
            Question.of(USER, "kms:CreateGrant", Policies.KEY)
                .with(
                    RequestContext.OPEN.with(
                        "kms:GrantOperations", ContextValue.of("Decrypt", "Encrypt"))));
    assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(answer.reason()).contains("ForAllValues");
    assertThat(ask(key, "kms:RetireGrant").outcome()).isEqualTo(Outcome.UNKNOWN);
    PolicySet unknown = Policies.set(null, EVERYTHING);
    assertThat(ask(unknown, Question.of(USER, "kms:Decrypt", Policies.KEY)).outcome())
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void whoeverIsInTheAccountOfTheKeyCanBeLockedOut() {
    Question lockout =
        new Question(
            new Who.Everybody("aws", Policies.OWNER),
            "kms:PutKeyPolicy",
            "*",
            RequestContext.OPEN,
            Question.Side.BOTH);
    Policy shut = Policies.key(ALLOW + "'Action':'kms:*','Resource':'*'}");
    Engine none = Engine.ofKeyPolicy(Catalog.builtIn(), shut, Policies.OWNER);
    assertThat(none.answer(lockout).outcome()).isEqualTo(Outcome.NEVER);
    Policy open =
        Policies.key(
            "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:root'},"
                + "'Action':'kms:Put*','Resource':'*'}");
    Engine some = Engine.ofKeyPolicy(Catalog.builtIn(), open, Policies.OWNER);
    assertThat(some.answer(lockout).allowed()).isNotNull();
  }

  @Test
  void aVariableInsideALongerTextIsNotFollowed() {
    Policy key =
        Policies.key(
            "{'Effect':'Allow','Principal':'*','Action':'kms:Decrypt','Resource':'*','Condition':"
                + "{'StringEquals':{'aws:PrincipalTag/team':'${kms:ViaService}-a'}}}");
    Question question =
        Question.of(
            java.util.Objects.requireNonNull(
                Caller.parse("arn:aws:iam::111122223333:user/u", "aws")),
            "kms:Decrypt",
            Policies.KEY);
    Answer answer = Engine.compile(Catalog.builtIn(), Policies.set(key)).answer(question);
    assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(answer.reason()).isEqualTo("it is not certain what a condition matches");
  }
}
