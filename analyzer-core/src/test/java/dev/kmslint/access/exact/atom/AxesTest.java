package dev.kmslint.access.exact.atom;

import static dev.kmslint.access.exact.atom.SomeTexts.literals;
import static dev.kmslint.access.exact.atom.SomeTexts.patterns;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Effort;
import java.util.List;
import org.junit.jupiter.api.Test;

class AxesTest {
  private static final Domain WORDS = words("*");

  private final Axes axes = new Axes(null);
  private final List<Predicate> predicates = List.of(new TestPredicate(literals("a")));

  private static Domain words(String glob) {
    return Domain.of(Domain.Kind.TEXT, patterns(glob));
  }

  @Test
  void theSameQuestionGetsTheSameAxis() {
    Axis axis = axes.of(WORDS, predicates, 1);
    assertThat(axis.atoms()).hasSize(2);
    assertThat(axes.of(words("*"), List.copyOf(predicates), 1)).isSameAs(axis);
  }

  @Test
  void anotherQuestionGetsAnother() {
    Axis axis = axes.of(WORDS, predicates, 1);
    List<Predicate> alike = List.of(new TestPredicate(literals("a")));
    assertThat(axes.of(words("a*"), predicates, 1)).isNotSameAs(axis);
    assertThat(axes.of(WORDS, predicates, 2)).isNotSameAs(axis);
    assertThat(axes.of(WORDS, alike, 1)).isNotSameAs(axis);
  }

  @Test
  void anAxisOfOneAtomIsNotWorthKeeping() {
    Domain one = words("a");
    Axis axis = axes.of(one, predicates, 1);
    assertThat(axis.atoms()).hasSize(1);
    assertThat(axes.of(one, predicates, 1)).isNotSameAs(axis);
  }

  @Test
  void notMoreThanSomeHundredsAreKept() {
    Axis first = axes.of(WORDS, predicates, 1);
    for (int other = 1; other < 512; other++) {
      axes.of(words(other + "*"), predicates, 1);
    }
    assertThat(axes.of(WORDS, predicates, 1)).isSameAs(first);
    Axis more = axes.of(words("more*"), predicates, 1);
    assertThat(axes.of(WORDS, predicates, 1)).isNotSameAs(first);
    assertThat(axes.of(words("more*"), predicates, 1)).isSameAs(more);
  }

  @Test
  void allTakeFromOneEffort() {
    Effort effort = Effort.of(20);
    Axes together = new Axes(effort);
    assertThat(together.of(words("a*b"), predicates, 1).isSplit()).isTrue();
    assertThat(effort.isSpent()).isFalse();
    while (!effort.isSpent()) {
      effort.spend();
    }
    assertThat(together.of(words("a*c"), predicates, 1).isSplit()).isFalse();
    assertThat(axes.of(words("a*c"), predicates, 1).isSplit()).as("each on its own").isTrue();
  }

  @Test
  void relationsAreSplitWhateverEffortIsLeft() {
    List<Predicate> equal = List.of(Relation.predicate(true));
    Axis axis = new Axes(Effort.of(0)).of(Relation.DOMAIN, equal, 1);
    assertThat(axis.isSplit()).isTrue();
    assertThat(axis.atoms()).hasSize(2);
  }
}
