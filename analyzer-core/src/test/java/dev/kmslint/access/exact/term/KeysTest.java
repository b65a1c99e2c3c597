package dev.kmslint.access.exact.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.ContextValue;
import org.junit.jupiter.api.Test;

class KeysTest {
  @Test
  void withoutAQuestionEveryKeyIsOpenAndNoTwoCompare() {
    assertThat(Keys.NOT_ASKED.pinned("aws:username")).isNull();
    assertThat(Keys.NOT_ASKED.value("aws:username")).isEqualTo(ContextValue.ANYTHING);
    assertThat(Keys.NOT_ASKED.areComparable("kms:keyspec", "aws:sourcevpc")).isFalse();
  }
}
