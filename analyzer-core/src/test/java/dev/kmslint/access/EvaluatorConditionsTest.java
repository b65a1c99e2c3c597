package dev.kmslint.access;

import static dev.kmslint.testing.CaseFiles.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the evaluator makes of conditions, operator by operator. */
class EvaluatorConditionsTest {
  private static final String OWNER = "111122223333";
  private static final String KEY = "arn:aws:kms:us-west-2:111122223333:key/k";
  private static final String ROLE = "arn:aws:iam::111122223333:role/app/Worker";
  private static final Policy EVERYTHING =
      policy(PolicyKind.IDENTITY, "{'Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}");

  /**
   * What conditions make of a key that is absent, matches, does not match, or is open, in that
   * order: y(es), n(o), m(aybe).
   *
   * <p>/** What conditions make of a key that is absent, matches, does not match, or is open, in
   * that order: y(es), n(o), m(aybe).
   */
  @ParameterizedTest
  @CsvSource({
    "StringEquals, ny n m",
    "StringNotEquals, yn y m",
    "StringEqualsIfExists, yy n m",
    "StringNotEqualsIfExists, yn y m",
    "StringLike, ny n m",
    "ForAllValues:StringEquals, yy n m",
    "ForAnyValue:StringEquals, ny n m",
    "ForAllValues:StringNotEquals, yn y m",
    "ForAnyValue:StringNotEquals, nn y m",
    "ForAnyValue:StringEqualsIfExists, yy n m"
  })
  void conditionsOnAKeyThatIsAbsentMatchesOrDoesNot(String operator, String expected) {
    String outcomes = "";
    for (ContextValue value :
        List.of(
            ContextValue.ABSENT,
            ContextValue.of("v"),
            ContextValue.of("w"),
            ContextValue.ANYTHING)) {
      outcomes +=
          letter(
              withCondition(
                  "'" + operator + "':{'aws:RequestTag/t':'v'}", "aws:RequestTag/t", value));
    }
    assertThat(outcomes).isEqualTo(expected.replace(" ", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'Null':{'aws:TokenIssueTime':'true'} | y n m",
        "'Null':{'aws:TokenIssueTime':'false'} | n y m",
        "'Null':{'aws:TokenIssueTime':['true','false']} | y y m"
      })
  void nullAsksWhetherTheKeyIsThere(String condition, String expected) {
    String outcomes = "";
    for (ContextValue value :
        List.of(ContextValue.ABSENT, ContextValue.of("x"), ContextValue.ANYTHING)) {
      outcomes += letter(withCondition(condition, "aws:TokenIssueTime", value));
    }
    assertThat(outcomes).isEqualTo(expected.replace(" ", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'ForAllValues:StringEquals':{'aws:TagKeys':['a','b']} | a,b | y",
        "'ForAllValues:StringEquals':{'aws:TagKeys':['a','b']} | a,c | n",
        "'ForAllValues:StringEquals':{'aws:TagKeys':['a','b']} | '' | y",
        "'ForAnyValue:StringEquals':{'aws:TagKeys':['a','b']} | c,b | y",
        "'ForAnyValue:StringEquals':{'aws:TagKeys':['a','b']} | c,d | n",
        "'ForAnyValue:StringEquals':{'aws:TagKeys':['a','b']} | '' | n",
        "'ForAnyValue:StringNotEquals':{'aws:TagKeys':['a','b']} | a,c | y",
        "'ForAnyValue:StringNotEquals':{'aws:TagKeys':['a','b']} | a,b | n",
        "'ForAllValues:StringNotEquals':{'aws:TagKeys':['a','b']} | c,d | y",
        "'ForAllValues:StringNotEquals':{'aws:TagKeys':['a','b']} | a,d | n",
        "'StringEquals':{'aws:TagKeys':['a','b']} | a,b | m",
        "'StringEquals':{'aws:TagKeys':'a'} | a | m"
      })
  void setsOfValues(String condition, String values, String expected) {
    ContextValue value =
        values.isEmpty() ? new ContextValue.Fixed(List.of()) : ContextValue.of(values.split(","));
    assertThat(letter(withCondition(condition, "aws:TagKeys", value))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "NumericEquals, 10.0, 10, y",
    "NumericLessThan, 10, 9.5, y",
    "NumericLessThan, 10, 10, n",
    "NumericGreaterThanEquals, 10, 10, y",
    "NumericNotEquals, 10, 11, y",
    "NumericEquals, ten, 10, m",
    "NumericEquals, 10, ten, n"
  })
  void numbers(String operator, String inPolicy, String sent, String expected) {
    assertThat(compare(operator, "aws:MultiFactorAuthAge", inPolicy, sent)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "DateLessThan, 2026-01-01T00:00:00Z, 2025-12-31T23:59:59Z, y",
    "DateLessThan, 2026-01-01T00:00:00+01:00, 2025-12-31T23:30:00Z, n",
    "DateGreaterThan, 1700000000, 2024-01-01, y",
    "DateEquals, soon, 2024-01-01, m"
  })
  void dates(String operator, String inPolicy, String sent, String expected) {
    assertThat(compare(operator, "aws:CurrentTime", inPolicy, sent)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "IpAddress, 203.0.113.0/24, 203.0.113.255, y",
    "IpAddress, 203.0.113.0/24, 203.0.114.0, n",
    "IpAddress, 203.0.113.7, 203.0.113.7, y",
    "NotIpAddress, 203.0.113.0/24, 198.51.100.1, y",
    "NotIpAddress, 203.0.113.0/24, 203.0.113.1, n",
    "IpAddress, 0.0.0.0/0, 2001:db8::1, n",
    "IpAddress, 2001:DB8:1234:5678::/64, 2001:db8:1234:5678::9, y",
    "IpAddress, ::ffff:203.0.113.1, ::ffff:cb00:7101, y",
    "IpAddress, 203.0.113.0/33, 203.0.113.1, m",
    "IpAddress, 300.0.113.0, 203.0.113.1, m"
  })
  void addresses(String operator, String inPolicy, String sent, String expected) {
    assertThat(compare(operator, "aws:SourceIp", inPolicy, sent)).isEqualTo(expected);
  }

  @Test
  void operatorsOfAnotherTypeThanTheKeysAreNotCertain() {
    assertThat(compare("StringEquals", "aws:SecureTransport", "true", "true")).isEqualTo("m");
    assertThat(compare("StringEquals", "aws:SecureTransport", "true", "false")).isEqualTo("n");
    assertThat(compare("ArnLike", "aws:PrincipalArn", "*", ROLE)).isEqualTo("m");
    assertThat(compare("StringLike", "aws:PrincipalArn", "*Worker", ROLE)).isEqualTo("y");
  }

  private static Policy keyPolicy(String more, String actions, String principal) {
    return policy(
        PolicyKind.KEY,
        "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Principal':"
            + principal
            + ",'Action':"
            + actions
            + ",'Resource':'*',"
            + more
            + "}}");
  }

  private static String compare(String operator, String key, String inPolicy, String sent) {
    return letter(
        withCondition(
            "'" + operator + "':{'" + key + "':'" + inPolicy + "'}", key, ContextValue.of(sent)));
  }

  private static Truth withCondition(String condition, String key, ContextValue value) {
    Policy policy = keyPolicy("'Condition':{" + condition + "}", "'kms:*'", "'*'");
    RequestContext context = new RequestContext(Map.of(key, value), true);
    Decision decision = decide(policy, caller(ROLE), "kms:TagResource", context);
    return new ArrayList<>(decision.layer(Layer.KEY_POLICY).matches()).get(0).condition();
  }

  private static String letter(Truth truth) {
    return truth == Truth.YES ? "y" : truth == Truth.NO ? "n" : "m";
  }

  private static Caller caller(String text) {
    Caller caller = Caller.parse(text, "aws");
    if (caller == null) {
      throw new AssertionError(text);
    }
    return caller;
  }

  private static Decision decide(Policy key, Caller caller, String action, RequestContext context) {
    PolicySet set =
        new PolicySet(key, OWNER, List.of(EVERYTHING), null, null, List.of(), List.of());
    return new Evaluator(Catalog.builtIn()).decide(set, new Request(caller, action, KEY, context));
  }
}
