package dev.kmslint.access.exact.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Caller;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.exact.Answer;
import dev.kmslint.access.exact.Asked;
import dev.kmslint.access.exact.Engine;
import dev.kmslint.access.exact.Policies;
import dev.kmslint.access.exact.term.Rule;
import dev.kmslint.catalog.Catalog;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is in doubt is decided where every meaning of it comes to the same. */
class DoubtsTest {
  private static final String ALLOW = "{'Effect':'Allow','Action':'kms:*','Resource':'*',";
  private static final String DENY = "{'Effect':'Deny','Action':'kms:*','Resource':'*',";
  private static final String EVERYONE = "'Principal':'*'}";
  private static final Caller SERVICE =
      Objects.requireNonNull(Caller.parse("logs.amazonaws.com", "aws"));
  private static final Caller FEDERATED =
      Objects.requireNonNull(Caller.parse("arn:aws:sts::111122223333:federated-user/f", "aws"));

  private static Answer ask(Caller caller, String... statements) {
    return Engine.ofKeyPolicy(Catalog.builtIn(), Policies.key(statements), Policies.OWNER)
        .answer(Question.of(caller, "kms:Decrypt", Policies.KEY).with(RequestContext.OPEN));
  }

  @Test
  void theStarStandsForServicesInEveryStatementOrInNone() {
    assertThat(ask(SERVICE, ALLOW + EVERYONE).outcome()).isEqualTo(Outcome.UNKNOWN);
    Answer denied = ask(SERVICE, ALLOW + EVERYONE, DENY + EVERYONE);
    assertThat(denied.outcome()).isEqualTo(Outcome.NEVER);
    assertThat(denied.because()).hasSize(1);
    assertThat(
            ask(SERVICE, ALLOW + "'Principal':{'Service':'logs.amazonaws.com'}}", DENY + EVERYONE)
                .outcome())
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void theSessionOfOneUserIsNotThatOfAnother() {
    String one = "'Principal':{'AWS':'arn:aws:iam::111122223333:user/u'}}";
    String other = "'Principal':{'AWS':'arn:aws:iam::111122223333:user/v'}}";
    assertThat(ask(FEDERATED, ALLOW + one, DENY + other).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(ask(FEDERATED, ALLOW + one, DENY + one).outcome()).isEqualTo(Outcome.NEVER);
  }

  private static final String USER = "arn:aws:iam::111122223333:user/u";

  private static Model model(String... statements) {
    Question question =
        Question.of(Asked.caller(USER), "kms:Decrypt", Policies.KEY).with(RequestContext.OPEN);
    return Asked.of(Policies.set(Policies.key(statements)), question, true).model;
  }

  private static long axes(Model model) {
    return model.space().slots().stream().filter(slot -> slot.name().startsWith("DOUBT")).count();
  }

  private static String when(String effect, String conditions) {
    String start = effect.equals("Allow") ? ALLOW : DENY;
    return start + "'Principal':'*','Condition':{" + conditions + "}}";
  }

  private static final String MANY = "'StringEquals':{'aws:CalledVia':'a'}";

  @Test
  void whatMeansTheSameIsOneDoubt() {
    long none = axes(model(ALLOW + "'Principal':{'AWS':'" + USER + "'}}"));
    assertThat(axes(model(when("Allow", MANY), when("Deny", MANY)))).isEqualTo(none + 1);
    String other = MANY.replace("'a'", "'b'");
    assertThat(axes(model(when("Allow", MANY), when("Deny", other)))).isEqualTo(none + 2);
  }

  @Test
  void setsOfValuesAreInDoubtWhereOneValueIsNot() {
    String there = "'Null':{'KEY':'false'}";
    String certain = "'ForAnyValue:StringEquals':{'KEY':'a'}";
    long one = axes(model(when("Allow", there.replace("KEY", "kms:ViaService"))));
    assertThat(axes(model(when("Allow", there.replace("KEY", "aws:CalledVia")))))
        .isEqualTo(one + 1);
    assertThat(axes(model(when("Allow", certain.replace("KEY", "aws:CalledVia"))))).isEqualTo(one);
  }

  @Test
  void aStatementThatCannotBeReadIsInDoubtAsAWhole() {
    String unreadable = DENY.replace("'kms:*'", "['kms:*',5]") + "'Principal':'*'}";
    Model model = model(ALLOW + EVERYONE, unreadable);
    assertThat(axes(model)).isEqualTo(axes(model(ALLOW + EVERYONE)) + 1);
    Model.Matched deny =
        model.matched().stream().filter(each -> each.rule().isDeny()).findFirst().orElseThrow();
    assertThat(deny.boxes(true))
        .hasSize(1)
        .allMatch(box -> !model.space().everything().isInside(box));
    assertThat(ask(Asked.caller(USER), ALLOW + EVERYONE, unreadable).outcome())
        .isEqualTo(Outcome.UNKNOWN);
    assertThat(ask(Asked.caller(USER), unreadable).outcome()).isEqualTo(Outcome.NEVER);
  }

  /** With each meaning of what is in doubt goes what is then matched. */
  @Test
  void everyMeaningIsABox() {
    String not = MANY.replace("Equals", "NotEquals");
    Model one = model(when("Deny", not));
    Model two = model(when("Deny", not + ",'StringNotLike':{'aws:CalledVia':'a'}"));
    assertThat(boxes(one)).isEqualTo(2);
    assertThat(boxes(two)).isEqualTo(4);
    assertThat(one.tooLarge()).isEmpty();
  }

  private static int boxes(Model model) {
    return model.matched().stream()
        .filter(each -> each.match() == Rule.Match.DIRECT)
        .mapToInt(each -> each.boxes(true).size())
        .max()
        .orElse(0);
  }

  @Test
  void tooManyDoubtsInOneStatementAreNotTakenApart() {
    String some =
        "'StringEquals':{V},'StringLike':{V},'StringNotLike':{V},'StringNotEquals':{V},"
            + "'StringEqualsIgnoreCase':{V}";
    String more = some + ",'StringEqualsIfExists':{V}";
    String value = "'aws:CalledVia':'a'";
    assertThat(model(when("Deny", some.replace("V", value))).tooLarge()).isEmpty();
    assertThat(model(when("Deny", more.replace("V", value))).tooLarge()).isEqualTo("condition");
  }
}
