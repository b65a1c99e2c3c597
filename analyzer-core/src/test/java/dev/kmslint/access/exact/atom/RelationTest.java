package dev.kmslint.access.exact.atom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RelationTest {
  @Test
  void aRelationIsTheSameWhicheverKeyStandsFirst() {
    assertThat(Relation.of("b", "a")).isEqualTo(Relation.of("a", "b"));
    assertThat(Relation.of("b", "a").name()).isEqualTo("a IS b");
    assertThat(Relation.of("a", "a")).isEqualTo(new Relation("a", "a"));
  }

  @Test
  void itsAxisHasTheAtomsDifferentAndEqual() {
    Predicate equal = Relation.predicate(true);
    Predicate different = Relation.predicate(false);
    Axis axis = new Axis(Relation.DOMAIN, List.of(equal, different), 1);
    assertThat(axis.atoms()).hasSize(2);
    for (boolean asWide : new boolean[] {false, true}) {
      assertThat(axis.bits(different, asWide)).containsExactly(1L);
      assertThat(axis.bits(equal, asWide)).containsExactly(1L << Relation.EQUAL_ATOM);
    }
  }
}
