package dev.kmslint.lint;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kmslint.access.exact.Answer;
import dev.kmslint.access.exact.Contradiction;
import org.junit.jupiter.api.Test;

class ExactTest {
  @Test
  void noRuleBuildsOnAnAnswerThatContradictsItself() {
    Answer answer = Contradiction.answer();
    assertThatIllegalStateException()
        .isThrownBy(() -> Exact.checked(answer))
        .withMessage(Contradiction.ERROR);
  }
}
