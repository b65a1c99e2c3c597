package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Caller;
import dev.kmslint.access.ContextValue;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Request;
import dev.kmslint.access.RequestContext;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

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
}
