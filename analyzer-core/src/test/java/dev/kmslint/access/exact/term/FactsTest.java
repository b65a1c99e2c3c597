package dev.kmslint.access.exact.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.exact.Policies;
import dev.kmslint.access.exact.atom.ConditionPredicate.Doubt;
import dev.kmslint.access.exact.atom.Domain;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {
  private static final String ALLOW = "{'Effect':'Allow','Action':'*','Resource':'";

  private static Facts of(Policy... policies) {
    return new Facts(Catalog.builtIn(), List.of(policies));
  }

  /** Of a policy with conditions. */
  private static Facts using(String conditions) {
    return of(Policies.identity(ALLOW + "*','Condition':{" + conditions + "}}"));
  }

  private static Doubt doubt(Facts facts, String key, String operator) {
    return facts.doubt(key, Objects.requireNonNull(ConditionOperator.parse(operator)));
  }

  @ParameterizedTest
  @CsvSource({
    "aws:principalorgid, TEXT, false",
    "aws:sourcearn, TEXT, false",
    "aws:tagkeys, TEXT, true",
    "aws:securetransport, BOOL, false",
    "aws:multifactorauthage, NUMBER, false",
    "kms:rotationperiodindays, INTEGER, false",
    "aws:currenttime, DATE, false",
    "aws:epochtime, EPOCH, false",
    "aws:sourceip, ADDRESS, false",
    "corp:unknown, TEXT, false"
  })
  void theCatalogueSaysWhatTheValuesOfAKeyAre(String key, Domain.Kind kind, boolean many) {
    assertThat(of().kind(key)).isEqualTo(kind);
    assertThat(of().isMany(key)).isEqualTo(many);
  }

  @ParameterizedTest
  @CsvSource({
    "StringLike, TEXT, false",
    "Bool, TEXT, false",
    "ArnLike, TEXT, false",
    "NumericLessThan, NUMBER, false",
    "DateEquals, DATE, false",
    "IpAddress, ADDRESS, false",
    "BinaryEquals, BINARY, false",
    "ForAnyValue:StringEquals, TEXT, true",
    "ForAllValues:NumericEquals, NUMBER, true",
    "Unheard, TEXT, false"
  })
  void anUnknownKeyIsWhatThePoliciesUseItAs(String operator, Domain.Kind kind, boolean many) {
    Facts facts = using("'StringEquals':{'corp:K':'1'},'" + operator + "':{'corp:K':'1'}");
    assertThat(facts.kind("corp:k")).isEqualTo(kind);
    assertThat(facts.isMany("corp:k")).isEqualTo(many);
    assertThat(facts.kind("corp:other")).isEqualTo(Domain.Kind.TEXT);
  }

  @Test
  void theFirstUseThatIsNotTextCounts() {
    Facts facts = using("'DateEquals':{'corp:k':'0'},'NumericEquals':{'corp:k':'0'}");
    assertThat(facts.kind("corp:k")).isEqualTo(Domain.Kind.DATE);
    assertThat(doubt(facts, "corp:k", "DateEquals")).isEqualTo(Doubt.NONE);
    assertThat(doubt(facts, "corp:k", "NumericEquals")).isEqualTo(Doubt.EVERYTHING);
  }

  @Test
  void aUseDoesNotChangeAKeyOfTheCatalogue() {
    Facts facts = using("'ForAnyValue:NumericEquals':{'aws:PrincipalOrgID':'1'}");
    assertThat(facts.kind("aws:principalorgid")).isEqualTo(Domain.Kind.TEXT);
    assertThat(facts.isMany("aws:principalorgid")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "aws:principalorgid, StringEquals, NONE",
    "aws:principalorgid, ArnLike, NONE",
    "aws:principalorgid, Bool, TYPE",
    "aws:principalorgid, NumericEquals, EVERYTHING",
    "corp:unknown, Bool, NONE",
    "aws:securetransport, Bool, NONE",
    "aws:securetransport, StringEquals, TYPE",
    "aws:securetransport, NumericEquals, TYPE",
    "aws:multifactorauthage, NumericEquals, NONE",
    "aws:multifactorauthage, StringEquals, EVERYTHING",
    "aws:multifactorauthage, DateEquals, EVERYTHING",
    "kms:rotationperiodindays, NumericEquals, NONE",
    "kms:rotationperiodindays, StringEquals, EVERYTHING",
    "aws:currenttime, DateGreaterThan, NONE",
    "aws:currenttime, NumericGreaterThan, EVERYTHING",
    "aws:epochtime, DateGreaterThan, NONE",
    "aws:epochtime, NumericGreaterThan, NONE",
    "aws:epochtime, StringEquals, EVERYTHING",
    "aws:sourceip, NotIpAddress, NONE",
    "aws:sourceip, StringEquals, EVERYTHING",
    "aws:tagkeys, StringEquals, NO_SET_OPERATOR",
    "aws:tagkeys, NumericEquals, NO_SET_OPERATOR",
    "aws:tagkeys, ForAnyValue:StringEquals, NONE",
    "aws:tagkeys, ForAnyValue:NumericEquals, EVERYTHING",
    "aws:principalorgid, ForAllValues:StringEquals, NONE"
  })
  void anOperatorThatDoesNotFitTheKeyIsInDoubt(String key, String operator, Doubt doubt) {
    assertThat(doubt(of(), key, operator)).isEqualTo(doubt);
  }

  @Test
  void uniqueIdsMatterWhereAPolicyLooksAtThem() {
    assertThat(using("'StringLike':{'AWS:UserId':'AROAX:*'}").userids()).isTrue();
    assertThat(using("'StringLike':{'aws:PrincipalTag/id':'${AWS:userid}'}").userids()).isTrue();
    assertThat(of(Policies.identity(ALLOW + "arn:aws:s3:::b/${aws:UserId}'}")).userids()).isTrue();
  }

  @Test
  void elseTheyDoNot() {
    Policy none = Policies.identity("{'Effect':'Allow','Action':'*'}");
    assertThat(of(none).userids()).isFalse();
    assertThat(using("'StringLike':{'aws:PrincipalTag/id':'${aws:username}'}").userids()).isFalse();
    assertThat(of(Policies.identity(ALLOW + "arn:aws:s3:::b/aws:userid'}")).userids()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "'Version':'2012-10-17',"})
  void inAResourceTheyAreVariablesOnlyInAPolicyWithAVersion(String version) {
    String statement = ALLOW + "arn:aws:s3:::b/${aws:userid}'}";
    String json = "{" + version + "'Statement':" + statement + "}";
    Policy policy = Policies.read(json.replace('\'', '"'), PolicyKind.IDENTITY);
    assertThat(of(policy).userids()).isEqualTo(!version.isEmpty());
  }

  @Test
  void itKnowsItsCatalogue() {
    assertThat(of().catalog()).isSameAs(Catalog.builtIn());
  }
}
