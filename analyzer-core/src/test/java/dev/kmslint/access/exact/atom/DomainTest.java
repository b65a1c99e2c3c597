package dev.kmslint.access.exact.atom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DomainTest {
  private static final Pattern A = Pattern.literal("a");
  private static final Pattern STARTS_WITH_A = A.then(Pattern.anything());

  private static Domain text(boolean absent, List<Pattern> texts) {
    return new Domain(absent, true, Domain.Kind.TEXT, texts, false, List.of());
  }

  @Test
  void givenValuesAreTheOnlyChoice() {
    for (List<String> values : List.of(List.<String>of(), List.of("a"), List.of("a", "b"))) {
      Domain domain = Domain.of(values);
      assertThat(domain.isSingle()).isTrue();
      assertThat(domain.fixed()).isEqualTo(values);
      assertThat(domain.absent()).isFalse();
      assertThat(domain.many()).isEqualTo(values.size() != 1);
    }
  }

  @Test
  void aLiteralIsTheOnlyChoiceToo() {
    assertThat(Domain.of(Domain.Kind.TEXT, List.of(A))).isEqualTo(Domain.of(List.of("a")));
  }

  @Test
  void patternsLeaveAChoice() {
    for (List<Pattern> texts : List.of(List.of(STARTS_WITH_A), List.of(A, Pattern.literal("b")))) {
      Domain domain = Domain.of(Domain.Kind.TEXT, texts);
      assertThat(domain.isSingle()).isFalse();
      assertThat(domain.texts()).isEqualTo(texts);
      assertThat(domain.many()).isFalse();
      assertThat(domain.absent()).isFalse();
    }
    assertThat(Domain.of(Domain.Kind.ADDRESS, List.of(STARTS_WITH_A)).kind())
        .isEqualTo(Domain.Kind.ADDRESS);
  }

  @Test
  void aKeyThatMayBeAbsentLeavesAChoiceAndOneThatIsAlwaysAbsentNone() {
    assertThat(text(true, List.of()).isSingle()).isFalse();
    assertThat(text(false, List.of()).isSingle()).isTrue();
    assertThat(Domain.NOTHING.isSingle()).isTrue();
    assertThat(Domain.NOTHING.absent()).isTrue();
  }

  @Test
  void kindsWithoutPatternsHaveMoreThanOneValue() {
    assertThat(new Domain(false, true, Domain.Kind.BOOL, List.of(), false, List.of()).isSingle())
        .isFalse();
  }

  @Test
  void anyTextIsOnePatternThatTakesEverything() {
    assertThat(text(true, Domain.ANY_TEXT).isAnyText()).isTrue();
    assertThat(text(true, List.of(STARTS_WITH_A)).isAnyText()).isFalse();
    assertThat(Domain.NOTHING.isAnyText()).isFalse();
  }
}
