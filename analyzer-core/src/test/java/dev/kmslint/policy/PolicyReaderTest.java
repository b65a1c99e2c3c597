package dev.kmslint.policy;

import static dev.kmslint.testing.CaseFiles.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {
  @Test
  void singleValuesAndListsMeanTheSame() {
    Policy one =
        policy(
            PolicyKind.KEY,
            "{'Version':'2012-10-17','Statement':{'Sid':'s','Effect':'Deny','NotPrincipal':{'AWS':'111122223333'},"
                + "'NotAction':'kms:x','NotResource':'r','Condition':{'BoolIfExists':{'k':true}}}}");
    Policy several =
        policy(
            PolicyKind.KEY,
            "{'Version':'2012-10-17','Statement':[{'Sid':'s','Effect':'Deny','NotPrincipal':{'AWS':['111122223333']},"
                + "'NotAction':['kms:x'],'NotResource':['r'],'Condition':{'BoolIfExists':{'k':['true']}}}]}");
    for (Policy policy : List.of(one, several)) {
      assertThat(policy.faults()).isEmpty();
      Statement statement = policy.statements().get(0);
      assertThat(statement.isDeny()).isTrue();
      assertThat(statement.unreadable()).isFalse();
      assertThat(statement.principals().negated()).isTrue();
      assertThat(statement.principals().entries().get(0).form()).isEqualTo(Principal.Form.ACCOUNT);
      assertThat(statement.actions().negated()).isTrue();
      assertThat(statement.resources().negated()).isTrue();
      Condition condition = statement.conditions().get(0);
      assertThat(condition.operator().canonical()).isEqualTo("BoolIfExists");
      assertThat(condition.values().get(0).text()).isEqualTo("true");
    }
  }

  @Test
  void readingGoesOnAfterFaults() {
    Policy policy =
        policy(
            PolicyKind.IDENTITY,
            "{'Version':'2013','Foo':1,'Statement':[{'Sid':5,'Effect':'allow','Effect':'Allow','Action':[],"
                + "'NotAction':'a:b','Resource':7,'Condition':{'Like':{'k':'v'},'Bool':{'k':{}},'Null':[],'a:b':'c'}}, 3]}");
    assertThat(policy.faults())
        .extracting(fault -> fault.kind() + " " + fault.element())
        .containsExactly(
            "INVALID_VERSION Version",
            "UNKNOWN_ELEMENT Foo",
            "WRONG_TYPE Sid",
            "DUPLICATE_KEY Effect",
            "EMPTY_ELEMENT Action",
            "CONFLICTING_ELEMENTS NotAction",
            "WRONG_TYPE Resource",
            "UNKNOWN_OPERATOR Condition",
            "WRONG_TYPE k",
            "WRONG_TYPE Null",
            "UNKNOWN_OPERATOR Condition",
            "WRONG_TYPE Statement");
    Statement statement = policy.statements().get(0);
    assertThat(statement.unreadable()).isTrue();
    assertThat(statement.isAllow()).isTrue();
    assertThat(statement.conditions()).hasSize(2);
  }

  @Test
  void faultsStandAtTheSmallestPlace() {
    Policy policy =
        policy(
            PolicyKind.KEY,
            "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Principal':{'AWS':[123456789012]},'Acton':'kms:*','Resource':'*'}}");
    assertThat(policy.faults())
        .extracting(fault -> fault.kind() + " " + fault.location().text())
        .containsExactly(
            "MISSING_ELEMENT {", "NUMBER_ACCOUNT_ID 123456789012", "UNKNOWN_ELEMENT \"Acton\"");
  }

  @Test
  void whatIsNoObjectIsNoPolicy() {
    Policy policy = policy(PolicyKind.KEY, "[]");
    assertThat(policy.statements()).isEmpty();
    assertThat(policy.faults()).extracting(Fault::kind).containsExactly(Fault.Kind.WRONG_TYPE);
  }

  @ParameterizedTest
  @CsvSource({
    "*, EVERYONE, ''",
    "123456789012, ACCOUNT, 123456789012",
    "arn:aws:iam::123456789012:root, ACCOUNT, 123456789012",
    "arn:aws-cn:iam::123456789012:user/a/b, USER, 123456789012",
    "arn:aws:iam::123456789012:role/a/b, ROLE, 123456789012",
    "arn:aws:sts::123456789012:assumed-role/r/s, ROLE_SESSION, 123456789012",
    "arn:aws:sts::123456789012:assumed-role/r, MALFORMED, 123456789012",
    "arn:aws:sts::123456789012:federated-user/u, FEDERATED_USER, 123456789012",
    "arn:aws:iam::123456789012:group/g, GROUP, 123456789012",
    "AROAQ3EXAMPLEID7XYZ12, UNIQUE_ID, ''",
    "arn:aws:iam::123456789012:role/*, WILDCARD, 123456789012",
    "arn:aws::123456789012:root, MALFORMED, ''",
    "arn:aws:iam::undefined:root, MALFORMED, ''",
    "arn:aws:iam:::root, MALFORMED, ''",
    "12345678901, MALFORMED, ''",
    "'123456789012,210987654321', MALFORMED, ''"
  })
  void principalsHaveForms(String value, Principal.Form form, String account) {
    Statement statement =
        policy(PolicyKind.KEY, "{'Statement':{'Principal':{'AWS':'" + value + "'}}}")
            .statements()
            .get(0);
    Principal principal = statement.principals().entries().get(0);
    assertThat(principal.form()).isEqualTo(form);
    assertThat(principal.account()).isEqualTo(account);
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals, StringEquals",
    "stringlikeifexists, StringLikeIfExists",
    "forallvalues:stringnotequals, ForAllValues:StringNotEquals",
    "ForAnyValue:ArnLikeIfExists, ForAnyValue:ArnLikeIfExists",
    "Null, Null",
    "NullIfExists, ",
    "StringsEquals, ",
    "ForSomeValues:StringLike, "
  })
  void operatorsComeApart(String name, String canonical) {
    ConditionOperator operator = ConditionOperator.parse(name);
    assertThat(operator == null ? null : operator.canonical()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "kms:Decrypt, true",
    "*, true",
    "kms:*, true",
    "kms=Decrypt, false",
    "Decrypt, false",
    "k*:Decrypt, false",
    "kms:, false",
    "'kms:Decrypt ', false"
  })
  void actionsAreWellFormed(String text, boolean expected) {
    Statement statement =
        policy(PolicyKind.IDENTITY, "{'Statement':{'Action':'" + text + "'}}").statements().get(0);
    assertThat(statement.actions().entries().get(0).isWellFormed()).isEqualTo(expected);
    assertThat(statement.actions().matches("kms:decrypt")).isEqualTo(expected);
  }
}
