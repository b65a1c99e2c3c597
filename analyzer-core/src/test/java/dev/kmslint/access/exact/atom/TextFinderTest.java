package dev.kmslint.access.exact.atom;

import static dev.kmslint.access.exact.atom.SmallTexts.isIn;
import static dev.kmslint.access.exact.atom.SmallTexts.test;
import static dev.kmslint.access.exact.atom.SmallTexts.truths;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The search for one text against every short text. */
class TextFinderTest {
  /** A test for each letter from a to p: whether it is in the text. */
  private static final List<ValueTest.Text> LETTERS = letters();

  private static List<ValueTest.Text> letters() {
    List<ValueTest.Text> tests = new ArrayList<>();
    for (char c = 'a'; c <= 'p'; c++) {
      tests.add(test("*" + c + "*"));
    }
    return tests;
  }

  private static BitSet first(int count) {
    BitSet tests = new BitSet();
    tests.set(0, count);
    return tests;
  }

  @Property(tries = 500)
  void findsATextWhenThereIsOne(@ForAll long seed) {
    Random random = new Random(seed);
    List<Pattern> domain = SmallTexts.domain(random);
    List<ValueTest.Text> tests = SmallTexts.tests(random, 4);
    BitSet wanted = new BitSet();
    BitSet unwanted = new BitSet();
    for (int i = 0; i < tests.size(); i++) {
      (random.nextBoolean() ? wanted : random.nextBoolean() ? unwanted : new BitSet()).set(i);
    }
    TextFinder.Goal goal =
        truths -> {
          BitSet missing = (BitSet) wanted.clone();
          missing.andNot(truths);
          return missing.isEmpty() && !truths.intersects(unwanted);
        };
    TextFinder.Found found = TextFinder.find(domain, tests, wanted, unwanted, goal, 10_000);
    assertThat(found.complete()).isTrue();
    if (found.text() != null) {
      assertThat(isIn(domain, found.text())).isTrue();
      assertThat(goal.reached(truths(tests, found.text()))).isTrue();
    } else {
      assertThat(SmallTexts.in(domain)).noneMatch(text -> goal.reached(truths(tests, text)));
    }
  }

  @Test
  void findsATextThatNeedsManyTestsAtOnceWithoutAllTheOthers() {
    BitSet all = first(16);
    TextFinder.Found found =
        TextFinder.find(Domain.ANY_TEXT, LETTERS, all, new BitSet(), all::equals, 300);
    assertThat(found.text()).isEqualTo("abcdefghijklmnop");
    assertThat(found.complete()).isTrue();
  }

  @Test
  void goesNowhereFromWhereAnUnwantedTestMatchesForever() {
    assertThat(TextFinder.find(Domain.ANY_TEXT, LETTERS, first(0), first(16), any -> false, 1))
        .isEqualTo(new TextFinder.Found(null, true));
  }

  @Test
  void whereStatesRunOutNothingIsKnown() {
    TextFinder.Found found =
        TextFinder.find(Domain.ANY_TEXT, LETTERS, first(16), new BitSet(), any -> false, 50);
    assertThat(found).isEqualTo(new TextFinder.Found(null, false));
  }

  @Test
  void everyStateCounts() {
    List<Pattern> domain = List.of(Pattern.literal("abc"));
    assertThat(TextFinder.find(domain, List.of(), first(0), first(0), any -> true, 4).text())
        .isEqualTo("abc");
    assertThat(TextFinder.find(domain, List.of(), first(0), first(0), any -> true, 3).complete())
        .isFalse();
  }
}
