package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Layer;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.Request;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.exact.search.Search;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private static final Witness YES = witness("kms:Decrypt");
  private static final Witness NO = witness("kms:Encrypt");

  private static Witness witness(String action) {
    return new Witness(new Request(Answered.USER, action, Policies.KEY, RequestContext.OPEN));
  }

  private static Answer answer(Outcome outcome, String reason, @Nullable Explainer explainer) {
    return new Answer(outcome, reason, YES, NO, "wrong", explainer);
  }

  private static Explainer explainer(String key) {
    Answered asked =
        Answered.of(
            Policies.set(Policies.key(key), Policies.identity(Answered.permit("i", "*"))),
            Answered.may("kms:Decrypt"));
    Search search = new Search(asked.model());
    Search.Found allowed = search.allowed(asked.strict());
    Search.Found denied = search.denied(asked.wide());
    Outcome outcome = allowed == null ? Outcome.NEVER : Outcome.DEPENDS;
    return new Explainer(asked.model(), asked.strict(), asked.wide(), outcome, allowed, denied);
  }

  @Test
  void holdsWhatWasFound() {
    Answer answer = answer(Outcome.UNKNOWN, "why", null);
    assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(answer.reason()).isEqualTo("why");
    assertThat(answer.allowed()).isSameAs(YES);
    assertThat(answer.denied()).isSameAs(NO);
    assertThat(answer.internalError()).isEqualTo("wrong");
  }

  @Test
  void withoutAnExplainerNothingIsExplained() {
    Answer answer = answer(Outcome.UNKNOWN, "why", null);
    assertThat(answer.on()).isEmpty();
    assertThat(answer.because()).isEmpty();
    assertThat(answer.stoppedBy()).isNull();
  }

  @Test
  void isExplainedOnceWhenThatIsAskedFor() {
    String condition = "'StringEquals':{'kms:ViaService':'rds'}";
    Answer answer = answer(Outcome.DEPENDS, "", explainer(Answered.give("k", "kms:*", condition)));
    assertThat(answer.on()).containsExactly("kms:viaservice").isSameAs(answer.on());
    assertThat(Answered.sids(answer.because())).containsExactly("k", "i");
    assertThat(answer.stoppedBy()).isNull();
  }

  @Test
  void namesTheLayerThatLetsNothingThrough() {
    Answer answer = answer(Outcome.NEVER, "", explainer(Answered.give("k", "kms:Encrypt")));
    assertThat(answer.stoppedBy()).isEqualTo(Layer.KEY_POLICY);
  }

  @Test
  void readsAsItsOutcomeAndReason() {
    assertThat(answer(Outcome.ALWAYS, "", null)).hasToString("always");
    assertThat(answer(Outcome.UNKNOWN, "why", null)).hasToString("unknown: why");
  }
}
