package dev.kmslint.access.exact.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Truth;
import dev.kmslint.access.exact.Asked;
import dev.kmslint.access.exact.Policies;
import dev.kmslint.access.exact.atom.Chars;
import dev.kmslint.access.exact.atom.Pattern;
import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.Relation;
import dev.kmslint.access.exact.atom.Seen;
import dev.kmslint.access.exact.atom.ValueTest;
import dev.kmslint.access.exact.box.Space;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionCompilerTest {
  private static final String USER = "arn:aws:iam::111122223333:user/u";
  private static final String ONE = "aws:principaltag/a";
  private static final String OTHER = "aws:principaltag/b";

  private final Map<String, List<String>> request = new HashMap<>();

  private static Asked asked(String condition, RequestContext context) {
    String statement = "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{" + condition;
    Question question =
        Question.of(Asked.caller("111122223333"), "kms:Decrypt", Policies.KEY).with(context);
    return Asked.of(Policies.all("", Policies.identity(statement + "}}")), question);
  }

  private static List<List<Term>> compile(Asked asked) {
    Condition condition = asked.program.rules().get(0).statement().conditions().get(0);
    return asked.language.compiler().compile(condition, true, asked.scope.keys());
  }

  private static List<List<Term>> compile(String condition) {
    return compile(asked(condition, RequestContext.OPEN));
  }

  /** Whether a condition holds for the request that is set up. */
  private Truth holds(String condition) {
    return holds(compile(condition));
  }

  private Truth holds(List<List<Term>> alternatives) {
    boolean must = false;
    boolean may = false;
    for (List<Term> terms : alternatives) {
      must |= terms.stream().allMatch(term -> term.predicate().must(seen(term.axis())));
      may |= terms.stream().allMatch(term -> term.predicate().may(seen(term.axis())));
    }
    return must ? Truth.YES : may ? Truth.MAYBE : Truth.NO;
  }

  private Seen seen(String axis) {
    int equal = axis.indexOf(Relation.SEPARATOR);
    if (equal >= 0) {
      List<String> one = request.get(axis.substring(0, equal));
      boolean same =
          one != null
              && one.equals(request.get(axis.substring(equal + Relation.SEPARATOR.length())));
      return new Seen.Given(List.of(same ? "yes" : "no"));
    }
    List<String> values = request.get(axis);
    return values == null ? new Seen.Absent() : new Seen.Given(values);
  }

  private void set(String axis, @Nullable String value) {
    if (value == null) {
      request.remove(axis);
    } else {
      request.put(axis, List.of(value));
    }
  }

  private static List<String> axes(List<List<Term>> alternatives) {
    List<String> axes = new ArrayList<>();
    alternatives.forEach(terms -> terms.forEach(term -> axes.add(term.axis())));
    return axes;
  }

  @ParameterizedTest
  @CsvSource({
    "aws:PrincipalTag/A, aws:principaltag/a",
    "kms:ViaService, kms:viaservice",
    "aws:PrincipalArn, PRINCIPAL",
    "kms:CallerAccount, PRINCIPAL",
    "aws:ResourceAccount, RESOURCE"
  })
  void aConditionIsOneTermOnTheAxisOfItsKey(String key, String axis) {
    assertThat(axes(compile("'StringEquals':{'" + key + "':'x'}"))).containsExactly(axis);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kms:CallerAccount", "aws:ResourceAccount"})
  void whatAQuestionSaysOfADerivedKeyIsTakenAtFaceValue(String key) {
    Asked asked =
        asked(
            "'StringEquals':{'" + key + "':'1'}",
            RequestContext.OPEN.with(key, ContextValue.of("1")));
    String axis = key.toLowerCase(java.util.Locale.ROOT);
    assertThat(axes(compile(asked))).containsExactly(axis);
    set(axis, "1");
    assertThat(holds(compile(asked))).isEqualTo(Truth.YES);
    Condition condition = asked.program.rules().get(0).statement().conditions().get(0);
    assertThat(ConditionCompiler.isPinned(condition, asked.scope.keys())).isTrue();
    assertThat(ConditionCompiler.isPinned(condition, Keys.NOT_ASKED)).isFalse();
  }

  @Test
  void whatAQuestionSaysOfAnotherKeyChangesNoAxis() {
    Asked asked =
        asked(
            "'StringEquals':{'kms:ViaService':'x'}",
            RequestContext.OPEN.with("kms:ViaService", ContextValue.of("x")));
    Condition condition = asked.program.rules().get(0).statement().conditions().get(0);
    assertThat(ConditionCompiler.isPinned(condition, asked.scope.keys())).isFalse();
  }

  @Test
  void oneValueOfTheListIsEnough() {
    String condition = "'StringLike':{'aws:PrincipalTag/a':['x*','y']}";
    for (String[] each : new String[][] {{"xx", "YES"}, {"y", "YES"}, {"yy", "NO"}}) {
      set(ONE, each[0]);
      assertThat(holds(condition)).isEqualTo(Truth.valueOf(each[1]));
    }
    set(ONE, null);
    assertThat(holds(condition)).isEqualTo(Truth.NO);
  }

  @Test
  void keysThatFollowFromTheCallerLookAtTheCaller() {
    set(Term.PRINCIPAL, "U" + Chars.SEPARATOR + USER);
    assertThat(holds("'StringLike':{'aws:PrincipalArn':'*:user/u'}")).isEqualTo(Truth.YES);
    assertThat(holds("'StringLike':{'aws:PrincipalArn':'*:user/v'}")).isEqualTo(Truth.NO);
    assertThat(holds("'StringEquals':{'aws:PrincipalAccount':'111122223333'}"))
        .isEqualTo(Truth.YES);
    assertThat(holds("'Null':{'aws:username':'false'}")).isEqualTo(Truth.YES);
    assertThat(holds("'NumericLessThan':{'kms:CallerAccount':'5'}")).isEqualTo(Truth.MAYBE);
    assertThat(holds("'StringEquals':{'aws:PrincipalArn':'${aws:PrincipalTag/a}'}"))
        .as("is not compared")
        .isEqualTo(Truth.MAYBE);
    set(Term.PRINCIPAL, "S" + Chars.SEPARATOR + "logs.amazonaws.com");
    assertThat(holds("'StringNotEquals':{'aws:PrincipalAccount':'1'}")).isEqualTo(Truth.YES);
    assertThat(holds("'Null':{'aws:PrincipalArn':'true'}")).isEqualTo(Truth.YES);
  }

  @Test
  void theAccountOfTheResourceLooksAtTheResource() {
    set(Term.RESOURCE, Policies.KEY);
    assertThat(holds("'StringEquals':{'aws:ResourceAccount':'111122223333'}")).isEqualTo(Truth.YES);
    assertThat(holds("'StringEquals':{'aws:ResourceAccount':'4'}")).isEqualTo(Truth.NO);
    set(Term.RESOURCE, "arn:aws:s3:::b");
    assertThat(holds("'Null':{'aws:ResourceAccount':'true'}")).isEqualTo(Truth.YES);
  }

  @ParameterizedTest
  @CsvSource({
    "true, YES, NO",
    "TRUE, YES, NO",
    "false, NO, YES",
    "maybe, MAYBE, MAYBE",
    "true' 'false, YES, YES",
  })
  void nullSaysWhetherTheKeyIsThere(String values, Truth absent, Truth there) {
    String condition = "'Null':{'aws:PrincipalTag/a':['" + values.replace(" ", ",") + "']}";
    assertThat(holds(condition)).isEqualTo(absent);
    set(ONE, "x");
    assertThat(holds(condition)).isEqualTo(there);
  }

  @Test
  void anOperatorThatDoesNotExistMayMeanAnything() {
    assertThat(holds("'StringIs':{'aws:PrincipalTag/a':'x'}")).isEqualTo(Truth.MAYBE);
    set(ONE, "x");
    assertThat(holds("'StringIs':{'aws:PrincipalTag/a':'x'}")).isEqualTo(Truth.MAYBE);
  }

  @Test
  void aValueThatIsNoNumberMayMeanAnything() {
    set("aws:multifactorauthage", "7");
    assertThat(holds("'NumericEquals':{'aws:MultiFactorAuthAge':['x','8']}"))
        .isEqualTo(Truth.MAYBE);
    assertThat(holds("'NumericEquals':{'aws:MultiFactorAuthAge':['x','7']}")).isEqualTo(Truth.YES);
    assertThat(holds("'NumericEquals':{'aws:MultiFactorAuthAge':'8'}")).isEqualTo(Truth.NO);
  }

  /** Every request with or without each of the two keys decides as comparing their values does. */
  @ParameterizedTest
  @CsvSource({"'', false", "'', true", "x, false", "x, true"})
  void aVariableComparesTwoKeys(String fallback, boolean negated) {
    String variable = "${aws:PrincipalTag/b" + (fallback.isEmpty() ? "" : ", 'x'") + "}";
    String operator = negated ? "StringNotEquals" : "StringEquals";
    for (String more : new String[] {"", ",'z'"}) {
      String condition =
          "'" + operator + "':{'aws:PrincipalTag/a':['" + variable.replace("'", "\\u0027") + "'";
      List<List<Term>> terms = compile(condition + more + "]}");
      for (String one : new String[] {null, "x", "y", "z"}) {
        for (String other : new String[] {null, "x", "y", "z"}) {
          set(ONE, one);
          set(OTHER, other);
          String value = other != null || fallback.isEmpty() ? other : fallback;
          boolean listed =
              one != null && (one.equals(value) || (one.equals("z") && !more.isEmpty()));
          assertThat(holds(terms))
              .as(condition + more + " of " + one + " and " + other)
              .isEqualTo(listed == negated ? Truth.NO : Truth.YES);
        }
      }
    }
  }

  @Test
  void aVariableOfAnotherKeyIsComparedWithThePinnedValue() {
    for (String operator : new String[] {"StringEquals", "StringNotEquals"}) {
      Asked asked =
          asked(
              "'" + operator + "':{'aws:PrincipalTag/a':'${aws:PrincipalTag/b}'}",
              RequestContext.OPEN.with("aws:PrincipalTag/a", ContextValue.of("x")));
      List<List<Term>> terms = compile(asked);
      set(ONE, "x");
      for (String other : new String[] {null, "x", "y"}) {
        set(OTHER, other);
        boolean equal = "x".equals(other);
        assertThat(holds(terms))
            .isEqualTo(equal == operator.equals("StringEquals") ? Truth.YES : Truth.NO);
      }
    }
  }

  @Test
  void aVariableThatCannotBeComparedLeavesItOpen() {
    set(ONE, "x");
    assertThat(holds("'StringEquals':{'aws:PrincipalTag/a':'${aws:PrincipalTag/A}'}"))
        .isEqualTo(Truth.MAYBE);
    assertThat(holds("'StringEquals':{'aws:PrincipalTag/a':['${aws:TokenIssueTime}','x']}"))
        .isEqualTo(Truth.YES);
  }

  @Test
  void whoHasNoValueForAVariableHoldsNothingEqualToIt() {
    String equals = "'StringEquals':{'aws:PrincipalTag/a':'${aws:username}'}";
    set(ONE, "x");
    set(Term.PRINCIPAL, "R" + Chars.SEPARATOR + "arn:aws:iam::111122223333:root");
    assertThat(holds(equals)).isEqualTo(Truth.NO);
    set(Term.PRINCIPAL, "U" + Chars.SEPARATOR + USER);
    assertThat(holds(equals)).isEqualTo(Truth.MAYBE);
    set(Term.PRINCIPAL, "R" + Chars.SEPARATOR + "arn:aws:iam::111122223333:root");
    for (String open :
        new String[] {
          equals.replace("Equals", "NotEquals"),
          equals.replace("Equals", "EqualsIfExists"),
          equals.replace("'${", "['${").replace("}'", "}','y']"),
          equals.replace("username}", "username, \\u0027x\\u0027}"),
          equals.replace("aws:PrincipalTag/a", "kms:EncryptionContextKeys")
        }) {
      request.put("kms:encryptioncontextkeys", List.of("x"));
      assertThat(holds(open)).as(open).isNotEqualTo(Truth.NO);
    }
  }

  @Test
  void variablesMeanSomethingInPoliciesOfTheCurrentVersion() {
    Asked asked = asked("'StringEquals':{'aws:PrincipalTag/a':'${b}'}", RequestContext.OPEN);
    Condition condition = asked.program.rules().get(0).statement().conditions().get(0);
    assertThat(ConditionCompiler.hasVariables(condition, true)).isTrue();
    assertThat(ConditionCompiler.hasVariables(condition, false)).isFalse();
    List<List<Term>> literal =
        asked.language.compiler().compile(condition, false, asked.scope.keys());
    set(ONE, "${b}");
    assertThat(holds(literal)).isEqualTo(Truth.YES);
    Asked plain = asked("'StringEquals':{'aws:PrincipalTag/a':'b'}", RequestContext.OPEN);
    Condition without = plain.program.rules().get(0).statement().conditions().get(0);
    assertThat(ConditionCompiler.hasVariables(without, true)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"aws:principaltag/a, x", "aws:principalaccount, 111122223333"})
  void itSaysThatRequestsHoldAText(String key, String value) {
    Asked asked = asked("", RequestContext.OPEN);
    ValueTest.Text text = new ValueTest.Text(List.of(Pattern.literal(value)));
    ConditionOperator equals = Objects.requireNonNull(ConditionOperator.parse("StringEquals"));
    Predicate holds = asked.language.compiler().holds(key, equals, text, asked.scope.keys());
    String axis = ConditionCompiler.axis(key, asked.scope.keys());
    set(ONE, "x");
    set(Term.PRINCIPAL, "U" + Chars.SEPARATOR + USER);
    assertThat(holds.must(seen(axis))).isTrue();
    set(ONE, "y");
    set(Term.PRINCIPAL, "U" + Chars.SEPARATOR + USER.replace("1111", "4444"));
    assertThat(holds.may(seen(axis))).isFalse();
  }

  @Test
  void aProductHasEveryPairOfAlternatives() {
    Term a = new Term("a", Space.present());
    Term b = new Term("b", Space.present());
    Term c = new Term("c", Space.present());
    assertThat(ConditionCompiler.product(List.of(List.of(a), List.of(b)), List.of(List.of(c))))
        .containsExactly(List.of(a, c), List.of(b, c));
    assertThat(ConditionCompiler.product(List.of(), List.of(List.of(c)))).isEmpty();
  }
}
