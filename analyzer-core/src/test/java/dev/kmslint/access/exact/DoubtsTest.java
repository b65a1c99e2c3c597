package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Caller;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.RequestContext;
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
}
