package dev.kmslint.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.exact.Policies;
import org.junit.jupiter.api.Test;

class QuestionTest {
  private final Caller caller = Caller.anyOf("aws", "111122223333");
  private final Question question = Question.of(caller, "kms:Decrypt", Policies.KEY);

  @Test
  void ofACallerItLeavesTheRestOpen() {
    assertThat(question)
        .isEqualTo(
            new Question(
                new Who.One(caller),
                "kms:Decrypt",
                Policies.KEY,
                RequestContext.OPEN,
                Question.Side.BOTH));
  }

  @Test
  void itsSideAndItsContextChangeByThemselves() {
    RequestContext known = RequestContext.OPEN.with("aws:SourceIp", ContextValue.ABSENT);
    Question changed = question.on(Question.Side.KEY).with(known);
    assertThat(changed)
        .isEqualTo(
            new Question(question.who(), "kms:Decrypt", Policies.KEY, known, Question.Side.KEY));
    assertThat(changed.on(Question.Side.BOTH).with(RequestContext.OPEN)).isEqualTo(question);
  }
}
