package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Caller;
import dev.kmslint.access.ContextValue;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Request;
import dev.kmslint.access.RequestContext;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementJudgeTest {
  private static final String ORG = "aws:principalorgid";
  private static final String ALLOW =
      "{'Effect':'Allow','Principal':'*','Action':'kms:Decrypt','Resource':'*'}";
  private static final String DENY =
      "{'Effect':'Deny','Principal':'*','Action':'kms:Decrypt','Resource':'*','Condition':"
          + "{'StringEquals':{'aws:PrincipalOrgID':'o-bad'}}}";

  private static Request request(ContextValue org) {
    Caller user = Caller.parse("arn:aws:iam::111122223333:user/u", "aws");
    RequestContext context = new RequestContext(Map.of(ORG, org), true);
    return new Request(Objects.requireNonNull(user), "kms:Decrypt", Policies.KEY, context);
  }

  private static boolean dodges(Policy policy, ContextValue org) {
    PolicySet policies = Policies.set(policy);
    int last = policy.statements().size() - 1;
    return StatementJudge.dodges(
        Catalog.builtIn(), policies, request(org), policy.statements().get(last), ORG);
  }

  @Test
  void aRequestWithoutTheKeyDodges() {
    assertThat(dodges(Policies.key(ALLOW, DENY), ContextValue.ABSENT)).isTrue();
    assertThat(dodges(Policies.key(DENY), ContextValue.ABSENT)).isTrue();
  }

  @Test
  void aRequestThatIsDeniedDoesNot() {
    assertThat(dodges(Policies.key(ALLOW, DENY), ContextValue.of("o-bad"))).isFalse();
    String all = "{'Effect':'Deny','Principal':'*','Action':'kms:*','Resource':'*'}";
    assertThat(dodges(Policies.key(ALLOW, all, DENY), ContextValue.ABSENT)).isFalse();
  }

  @Test
  void aRequestThatNothingAllowsDoesNot() {
    String other = ALLOW.replace("Decrypt", "Encrypt");
    assertThat(dodges(Policies.key(other, DENY), ContextValue.ABSENT)).isFalse();
  }

  @Test
  void aRequestThatTheDenyIsNotAboutDoesNot() {
    String other = DENY.replace("Decrypt", "Encrypt");
    assertThat(dodges(Policies.key(ALLOW, other), ContextValue.ABSENT)).isFalse();
    String more = DENY.replace("}}}", "},'Bool':{'aws:SecureTransport':'false'}}}");
    assertThat(dodges(Policies.key(ALLOW, more), ContextValue.ABSENT)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'Principal':'*' | 'Principal':{'AWS':'arn:aws:iam::111122223333:user/v'}",
        "'Resource':'*' | 'Resource':'arn:aws:kms:us-west-2:111122223333:key/other'"
      })
  void aDenyOfOtherCallersOrKeysIsNotDodged(String part, String instead) {
    assertThat(dodges(Policies.key(ALLOW, DENY.replace(part, instead)), ContextValue.ABSENT))
        .isFalse();
  }

  @Test
  void theDenysOtherConditionsHaveToHold() {
    String more = "},'Null':{'aws:SourceIp':'%s'}}}";
    String holds = DENY.replace("}}}", more.formatted("true"));
    String fails = DENY.replace("}}}", more.formatted("false"));
    assertThat(dodges(Policies.key(ALLOW, holds), ContextValue.ABSENT)).isTrue();
    assertThat(dodges(Policies.key(ALLOW, fails), ContextValue.ABSENT)).isFalse();
  }

  private static boolean matches(PolicySet policies, Policy policy) {
    Request request = request(ContextValue.ABSENT);
    return StatementJudge.matches(Catalog.builtIn(), policies, request, policy.statements().get(0));
  }

  @Test
  void aStatementMatchesByPrincipalActionAndResourceWhateverItsConditions() {
    for (String statement : List.of(ALLOW, DENY)) {
      Policy policy = Policies.key(statement);
      assertThat(matches(Policies.set(policy), policy)).isTrue();
    }
    for (String other :
        List.of(
            ALLOW.replace("Decrypt", "Encrypt"),
            ALLOW.replace("'Principal':'*'", "'Principal':{'AWS':'444455556666'}"),
            ALLOW.replace("'Resource':'*'", "'Resource':'arn:aws:kms:*:444455556666:key/*'"))) {
      Policy policy = Policies.key(other, ALLOW);
      assertThat(matches(Policies.set(policy), policy)).as(other).isFalse();
    }
  }

  @Test
  void itIsLookedForAmongAllPolicies() {
    Policy identity = Policies.identity("{'Effect':'Allow','Action':'kms:*','Resource':'*'}");
    assertThat(matches(Policies.set(Policies.key(ALLOW), identity), identity)).isTrue();
    assertThat(matches(Policies.set(Policies.key(ALLOW)), Policies.key(ALLOW)))
        .as("an equal statement is not the same one")
        .isFalse();
  }
}
