package dev.kmslint.access.exact.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kmslint.access.exact.atom.Axes;
import dev.kmslint.access.exact.atom.Axis;
import dev.kmslint.access.exact.atom.Chars;
import dev.kmslint.access.exact.atom.Domain;
import dev.kmslint.access.exact.atom.Pattern;
import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.Relation;
import dev.kmslint.access.exact.atom.TestPredicate;
import dev.kmslint.access.exact.atom.ValueTest;
import dev.kmslint.access.exact.term.ActionSet;
import dev.kmslint.access.exact.term.Term;
import dev.kmslint.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpaceTest {
  private static final Domain TEXT =
      new Domain(true, true, Domain.Kind.TEXT, Domain.ANY_TEXT, false, List.of());
  private static final Term IS_X = new Term("key", is("x"));
  private static final Term IS_Y = new Term("other", is("y"));

  private final Space space =
      new Space(new Axes(null), ActionSet.of(Catalog.builtIn(), "kms:*Grant", true, List.of()));

  private static Predicate is(String text) {
    return new TestPredicate(new ValueTest.Text(List.of(Pattern.literal(text))));
  }

  private void announce(Term term) {
    space.add(term.axis(), TEXT);
    space.announce(term.axis(), term.predicate());
  }

  /** How many atoms a box leaves on an axis. */
  private int left(Box box, String axis) {
    return left(box, space.slot(axis).dimension());
  }

  private static int left(Box box, int dimension) {
    int count = 0;
    for (int atom = 0; atom < box.layout().size(dimension); atom++) {
      count += box.has(dimension, atom) ? 1 : 0;
    }
    return count;
  }

  private boolean isPossible(Box box) {
    return new Escape().outside(box, space.impossible()) != null;
  }

  private Box with(Term... terms) {
    Box box = space.everything();
    for (Term term : terms) {
      space.limit(box, term, true);
    }
    return box;
  }

  @Test
  void theFirstDimensionIsTheActionAndEveryAxisIsAnotherOne() {
    announce(IS_X);
    announce(IS_Y);
    space.close();
    Box all = space.everything();
    assertThat(all.layout().dimensions()).isEqualTo(3);
    assertThat(left(all, 0)).isEqualTo(space.actions().size()).isEqualTo(2);
    assertThat(left(all, "key")).as("absent or another text, and x").isEqualTo(2);
    assertThat(space.slots()).extracting(Space.Slot::name).containsExactly("key", "other");
    assertThat(space.isSplit()).isTrue();
    assertThat(space.tooLarge()).isNull();
    assertThat(space.has("key")).isTrue();
    assertThat(space.has("none")).isFalse();
  }

  @Test
  void anAxisKeepsItsFirstDomain() {
    space.add("key", Domain.of(List.of("x")));
    announce(IS_X);
    space.close();
    assertThat(left(space.everything(), "key")).isEqualTo(1);
  }

  @Test
  void aTermKeepsWhatItHoldsForAndItsOppositeTheRest() {
    announce(IS_X);
    space.close();
    Box is = with(IS_X);
    Box not = space.everything();
    space.limitToNot(not, IS_X, true);
    assertThat(left(is, "key")).isEqualTo(1);
    assertThat(left(not, "key")).isEqualTo(1);
    assertThat(is.meets(not)).isFalse();
  }

  @Test
  void theReadingsDifferWhereATermIsInDoubt() {
    ValueTest sure = new ValueTest.Text(List.of(Pattern.literal("x")));
    ValueTest maybe = new ValueTest.Text(List.of(Pattern.literal("x"), Pattern.literal("y")));
    Term doubtful = new Term("key", new TestPredicate(sure, maybe, false, ""));
    announce(doubtful);
    space.close();
    int[] left = new int[4];
    for (int i = 0; i < 4; i++) {
      Box box = space.everything();
      if (i < 2) {
        space.limit(box, doubtful, i == 1);
      } else {
        space.limitToNot(box, doubtful, i == 3);
      }
      left[i] = left(box, "key");
    }
    assertThat(left).containsExactly(1, 2, 2, 1);
  }

  @Test
  void itKnowsWhatNoRequestHas() {
    announce(IS_X);
    announce(IS_Y);
    announce(new Term("key", Space.present()));
    announce(new Term("key", Space.absent()));
    space.close();
    Term absent = new Term("key", Space.absent());
    assertThat(isPossible(with(absent))).isTrue();
    space.exclude(new long[] {1}, "key", false);
    assertThat(isPossible(with(absent))).as("of the other action").isTrue();
    space.exclude(new long[] {2}, "key", false);
    assertThat(isPossible(with(absent))).isFalse();
    assertThat(isPossible(with(IS_X, IS_Y))).isTrue();
    space.exclude(List.of(IS_X, IS_Y));
    assertThat(isPossible(with(IS_X, IS_Y))).isFalse();
    assertThat(isPossible(with(IS_Y))).isTrue();
    space.exclude(new long[] {3}, "key", true);
    assertThat(isPossible(space.everything())).isFalse();
  }

  @Test
  void whatIsForSomeOnlyNoOtherRequestHas() {
    announce(IS_X);
    announce(IS_Y);
    space.close();
    space.excludeOthers(IS_X, IS_Y);
    Box other = with(IS_Y);
    space.limitToNot(other, IS_X, true);
    assertThat(isPossible(other)).isFalse();
    assertThat(isPossible(with(IS_X, IS_Y))).isTrue();
    Box neither = space.everything();
    space.limitToNot(neither, IS_X, true);
    assertThat(isPossible(neither)).isTrue();
  }

  /** Which of absent, x and other texts two compared keys can hold, when equal and when not. */
  @Test
  void comparedKeysAreEqualOnlyWhereTheyCanBe() {
    Relation relation = Relation.of("key", "other");
    announce(IS_X);
    announce(new Term("other", is("x")));
    space.relate(relation);
    space.relate(relation);
    space.announce(relation.name(), Relation.predicate(true));
    space.announce(relation.name(), Relation.predicate(false));
    space.close();
    assertThat(space.relations()).containsExactly(relation);
    int one = space.slot("key").dimension();
    int other = space.slot("other").dimension();
    int equal = space.slot(relation.name()).dimension();
    List<Axis.Atom> atoms = space.slot("key").axis().atoms();
    assertThat(atoms).hasSize(3).isEqualTo(space.slot("other").axis().atoms());
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        Box same = space.everything();
        same.limitTo(one, a);
        same.limitTo(other, b);
        Box apart = same.copy();
        same.limitTo(equal, Relation.EQUAL_ATOM);
        apart.limitTo(equal, 1 - Relation.EQUAL_ATOM);
        boolean onlyX = a == b && List.of("x").equals(atoms.get(a).values());
        assertThat(isPossible(same)).isEqualTo(a == b && a > 0);
        assertThat(isPossible(apart)).isEqualTo(!onlyX);
      }
    }
  }

  @Test
  void comparedKeysThatAreAlwaysThereAreNeverAbsent() {
    space.add("key", Domain.of(Domain.Kind.TEXT, Domain.ANY_TEXT));
    announce(IS_X);
    announce(IS_Y);
    space.relate(Relation.of("key", "other"));
    space.close();
    Box absent = space.everything();
    absent.limitTo(space.slot("key").dimension(), 0);
    assertThat(isPossible(absent)).isFalse();
    absent = space.everything();
    absent.limitTo(space.slot("other").dimension(), 0);
    assertThat(isPossible(absent)).isTrue();
  }

  @Test
  void keysThatAreComparedInARowHaveTheSameAtoms() {
    for (String key : List.of("a", "b", "c", "d")) {
      announce(new Term(key, is(key)));
    }
    space.relate(Relation.of("a", "b"));
    space.relate(Relation.of("c", "d"));
    space.relate(Relation.of("b", "c"));
    space.close();
    assertThat(space.slot("a").axis()).isSameAs(space.slot("d").axis());
    assertThat(space.slot("a").axis().atoms()).hasSize(6);
  }

  /** Texts that all of these patterns tell apart are too many. */
  private static List<Term> many(String axis, int count) {
    List<Term> terms = new ArrayList<>();
    for (char c = 'a'; c < 'a' + count; c++) {
      Pattern pattern = Pattern.anything().then(c + "-" + c).then(Pattern.star(Chars.ANY));
      terms.add(new Term(axis, new TestPredicate(new ValueTest.Text(List.of(pattern)))));
    }
    return terms;
  }

  @Test
  void anAxisThatIsTooLargeHasForEveryTermAnAxisOfEachReading() {
    List<Term> terms = many("key", 16);
    terms.forEach(this::announce);
    announce(IS_Y);
    space.close();
    assertThat(space.isSplit()).isFalse();
    assertThat(space.tooLarge()).as("values are looked for when needed").isNull();
    assertThat(space.everything().layout().dimensions()).isEqualTo(1 + 2 * 16 + 1);
    Space.Slot slot = space.slot("key");
    Box box = with(terms.get(3));
    assertThat(box.has(slot.of(3, true), 1)).isTrue();
    assertThat(box.has(slot.of(3, true), 0)).isFalse();
    assertThat(box.has(slot.of(3, false), 0)).isTrue();
    Box not = space.everything();
    space.limitToNot(not, terms.get(2), false);
    assertThat(not.has(slot.of(2, false), 1)).isFalse();
    assertThat(not.has(slot.of(2, false), 0)).isTrue();
    assertThat(slot.of(2, false)).isEqualTo(slot.dimension() + 4);
    assertThat(slot.of(3, true)).isEqualTo(slot.dimension() + 7);
  }

  @Test
  void comparedKeysThatAreTooLargeAreNotDecided() {
    many("key", 7).forEach(this::announce);
    announce(IS_Y);
    space.relate(Relation.of("key", "other"));
    space.close();
    assertThat(space.tooLarge()).isEqualTo("key");
  }

  @Test
  void whatWasNotAnnouncedIsAnError() {
    assertThatThrownBy(() -> space.announce("key", IS_X.predicate())).hasMessage("no axis key");
    assertThatThrownBy(space::everything).hasMessage("the space is not closed");
    assertThatThrownBy(() -> space.slot("key")).hasMessage("no axis key");
  }
}
