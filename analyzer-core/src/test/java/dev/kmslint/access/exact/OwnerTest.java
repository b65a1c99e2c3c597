package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Caller;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What can be said where the key's account is not known. */
class OwnerTest {
  private static final Caller USER =
      Objects.requireNonNull(Caller.parse("arn:aws:iam::444455556666:user/u", "aws"));
  private static final Policy ALL =
      Policies.identity("{'Effect':'Allow','Action':'*','Resource':'*'}");

  private static Outcome ask(String principal, String action, Policy... identity) {
    String key =
        "{'Effect':'Allow','Principal':{'AWS':'"
            + principal
            + "'},'Action':'kms:*','Resource':'*'}";
    PolicySet policies = of(Policies.set(Policies.key(key), identity), "");
    Question question = Question.of(USER, action, "*");
    Answer answer = Engine.compile(Catalog.builtIn(), policies).answer(question);
    assertThat(answer.internalError()).isNull();
    return answer.outcome();
  }

  private static PolicySet of(PolicySet set, String owner) {
    return new PolicySet(
        set.keyPolicy(),
        owner,
        set.identityPolicies(),
        set.boundary(),
        set.session(),
        set.scps(),
        set.rcps());
  }

  @Test
  void whereNoAccountMakesADifferenceItIsDecided() {
    assertThat(ask("444455556666", "kms:Decrypt", ALL)).isEqualTo(Outcome.ALWAYS);
    assertThat(ask("arn:aws:iam::444455556666:user/u", "kms:Decrypt", ALL))
        .isEqualTo(Outcome.ALWAYS);
    assertThat(ask("777788889999", "kms:Decrypt", ALL)).isEqualTo(Outcome.NEVER);
    assertThat(ask("444455556666", "kms:Decrypt")).isEqualTo(Outcome.NEVER);
  }

  @Test
  void whereOneDoesItIsUnknown() {
    assertThat(ask("arn:aws:iam::444455556666:user/u", "kms:Decrypt")).isEqualTo(Outcome.UNKNOWN);
    assertThat(ask("444455556666", "kms:PutKeyPolicy", ALL)).isEqualTo(Outcome.UNKNOWN);
  }

  @Property(tries = 100)
  void whatIsDecidedHoldsForEveryAccount(@ForAll long seed) {
    Scenarios scenarios = new Scenarios(seed, true);
    PolicySet policies = scenarios.policies(4);
    Question drawn = scenarios.question();
    Question question =
        new Question(drawn.who(), drawn.action(), "*", RequestContext.OPEN, Question.Side.BOTH);
    Answer answer = Engine.compile(Catalog.builtIn(), of(policies, "")).answer(question);
    assertThat(answer.internalError()).isNull();
    for (String owner : List.of("111122223333", "444455556666", "123456789012")) {
      Outcome owned =
          Engine.compile(Catalog.builtIn(), of(policies, owner)).answer(question).outcome();
      if (answer.outcome() == Outcome.ALWAYS || answer.outcome() == Outcome.NEVER) {
        assertThat(owned).isEqualTo(answer.outcome());
      }
    }
  }
}
