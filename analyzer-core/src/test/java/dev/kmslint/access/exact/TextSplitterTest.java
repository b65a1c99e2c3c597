package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.policy.Glob;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextSplitterTest {
  private static final List<Pattern> ANYTHING = Domain.ANY_TEXT;

  private static ValueTest.Text test(String... globs) {
    List<Pattern> patterns = new ArrayList<>();
    for (String glob : globs) {
      patterns.add(Pattern.of(Glob.of(glob)));
    }
    return new ValueTest.Text(patterns);
  }

  private static List<TextAtoms.Atom> atoms(List<Pattern> domain, List<ValueTest.Text> tests) {
    List<TextAtoms.Atom> atoms = TextAtoms.of(domain, tests, Effort.of(20_000), 1_024, 1);
    assertThat(atoms).isNotNull();
    return atoms == null ? List.of() : atoms;
  }

  private static BitSet truths(List<ValueTest.Text> tests, String text) {
    BitSet truths = new BitSet();
    for (int i = 0; i < tests.size(); i++) {
      truths.set(i, tests.get(i).matches(text));
    }
    return truths;
  }

  /** Every text over a small alphabet, up to a length. */
  private static List<String> texts(String alphabet, int length) {
    List<String> all = new ArrayList<>(List.of(""));
    for (int from = 0, round = 0; round < length; round++) {
      int to = all.size();
      for (int i = from; i < to; i++) {
        for (int c = 0; c < alphabet.length(); c++) {
          all.add(all.get(i) + alphabet.charAt(c));
        }
      }
      from = to;
    }
    return all;
  }

  @Property(tries = 300)
  void everyTextIsInExactlyOneAtom(@ForAll long seed) {
    Random random = new Random(seed);
    List<ValueTest.Text> tests = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      List<Pattern> patterns = new ArrayList<>();
      for (int k = 1 + random.nextInt(3); k > 0; k--) {
        Pattern pattern = Pattern.of(Glob.of(glob(random)));
        int kind = random.nextInt(6);
        patterns.add(
            kind == 0
                ? pattern.ignoringCase()
                : kind == 1 ? Pattern.of(Glob.of(glob(random)).boundToSegments()) : pattern);
      }
      tests.add(new ValueTest.Text(patterns));
    }
    List<TextAtoms.Atom> atoms = atoms(ANYTHING, tests);
    Set<BitSet> known = new HashSet<>();
    for (TextAtoms.Atom atom : atoms) {
      assertThat(truths(tests, atom.texts().get(0))).isEqualTo(atom.truths());
      assertThat(known.add(atom.truths())).isTrue();
    }
    for (String text : texts("abA:", 4)) {
      assertThat(known).contains(truths(tests, text));
    }
  }

  private static String glob(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      text.append("ab:*?A*".charAt(random.nextInt(7)));
    }
    return text.toString();
  }

  @Test
  void takesTheShortestTextOfEachAtom() {
    assertThat(atoms(ANYTHING, List.of(test("ab*"), test("*c"))))
        .extracting(atom -> atom.texts().get(0))
        .containsExactlyInAnyOrder("", "c", "ab", "abc");
  }

  @Test
  void manyPatternsOfOneListCostAsManyStatesAsTheirText() {
    List<String> globs = new ArrayList<>();
    for (char c = 'a'; c <= 'z'; c++) {
      globs.add("*" + c + "*");
    }
    ValueTest.Text test = test(globs.toArray(new String[0]));
    assertThat(TextAtoms.of(ANYTHING, List.of(test), Effort.of(30), 10, 1)).hasSize(2);
  }

  @Test
  void looksAtNothingOutsideOfTheDomain() {
    List<Pattern> domain = List.of(Pattern.of(Glob.of("a?")));
    assertThat(atoms(domain, List.of(test("*b"), test("c*"))))
        .extracting(atom -> atom.texts().get(0))
        .containsExactlyInAnyOrder("ab", "ax");
  }

  @Test
  void givesUpWhenThereAreTooManyAtoms() {
    List<ValueTest.Text> tests = new ArrayList<>();
    for (char c = 'a'; c <= 'p'; c++) {
      tests.add(test("*" + c + "*"));
    }
    assertThat(TextAtoms.of(ANYTHING, tests, Effort.of(20_000), 1_024, 1)).isNull();
  }

  @Test
  void findsATextThatNeedsManyTestsAtOnce() {
    List<ValueTest.Text> tests = new ArrayList<>();
    BitSet all = new BitSet();
    for (char c = 'a'; c <= 'p'; c++) {
      all.set(tests.size());
      tests.add(test("*" + c + "*"));
    }
    TextFinder.Found found =
        TextFinder.find(ANYTHING, tests, all, new BitSet(), all::equals, 2_000);
    assertThat(found.text()).hasSize(16);
    BitSet one = new BitSet();
    one.set(0);
    TextFinder.Found none =
        TextFinder.find(
            ANYTHING, List.of(test("a*"), test("*")), one, new BitSet(), one::equals, 2_000);
    assertThat(none.text()).isNull();
    assertThat(none.complete()).isTrue();
    assertThat(TextFinder.find(ANYTHING, tests, new BitSet(), all, any -> false, 5).complete())
        .isTrue();
    assertThat(TextFinder.find(ANYTHING, tests, all, new BitSet(), any -> false, 50).complete())
        .isFalse();
  }
}
