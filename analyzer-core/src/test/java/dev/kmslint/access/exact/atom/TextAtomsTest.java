package dev.kmslint.access.exact.atom;

import static dev.kmslint.access.exact.atom.SmallTexts.isIn;
import static dev.kmslint.access.exact.atom.SmallTexts.test;
import static dev.kmslint.access.exact.atom.SmallTexts.truths;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Effort;
import dev.kmslint.policy.Glob;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The atoms against the truths of every short text. */
class TextAtomsTest {
  private static final int PER_ATOM = 3;

  private static List<TextAtoms.Atom> atoms(
      List<Pattern> domain, List<ValueTest.Text> tests, int textsPerAtom) {
    return Objects.requireNonNull(
        TextAtoms.of(domain, tests, Effort.of(20_000), 1_024, textsPerAtom));
  }

  /** The short texts of a domain by their truths. */
  private static Map<BitSet, List<String>> byTruths(
      List<Pattern> domain, List<ValueTest.Text> tests) {
    Map<BitSet, List<String>> byTruths = new HashMap<>();
    for (String text : SmallTexts.in(domain)) {
      byTruths.computeIfAbsent(truths(tests, text), any -> new ArrayList<>()).add(text);
    }
    return byTruths;
  }

  @Property(tries = 300)
  void everyTextIsInExactlyOneAtom(@ForAll long seed) {
    Random random = new Random(seed);
    List<Pattern> domain = SmallTexts.domain(random);
    List<ValueTest.Text> tests = SmallTexts.tests(random, 4);
    List<TextAtoms.Atom> atoms = atoms(domain, tests, 1);
    assertThat(atoms).extracting(TextAtoms.Atom::truths).doesNotHaveDuplicates();
    assertThat(atoms)
        .extracting(TextAtoms.Atom::truths)
        .containsAll(byTruths(domain, tests).keySet());
  }

  @Property(tries = 300)
  void anAtomHasSeveralOfItsTextsAndTheShortestIsTheFirst(@ForAll long seed) {
    Random random = new Random(seed);
    List<Pattern> domain = SmallTexts.domain(random);
    List<ValueTest.Text> tests = SmallTexts.tests(random, 3);
    Map<BitSet, List<String>> byTruths = byTruths(domain, tests);
    for (TextAtoms.Atom atom : atoms(domain, tests, PER_ATOM)) {
      List<String> known = byTruths.getOrDefault(atom.truths(), List.of());
      assertThat(atom.texts())
          .allMatch(text -> isIn(domain, text) && truths(tests, text).equals(atom.truths()))
          .doesNotHaveDuplicates()
          .hasSizeBetween(Math.min(PER_ATOM, Math.max(1, known.size())), PER_ATOM);
      if (!known.isEmpty()) {
        assertThat(atom.texts().get(0)).hasSizeLessThanOrEqualTo(known.get(0).length());
      }
    }
  }

  @Test
  void takesTheShortestTextOfEachAtom() {
    assertThat(atoms(Domain.ANY_TEXT, List.of(test("ab*"), test("*c")), 1))
        .extracting(TextAtoms.Atom::texts)
        .containsExactlyInAnyOrder(List.of(""), List.of("c"), List.of("ab"), List.of("abc"));
  }

  @Test
  void takesReadableTextsWhereItCanChoose() {
    List<Pattern> domain = List.of(Pattern.of(Glob.of("a?")));
    assertThat(atoms(domain, List.of(test("*b"), test("c*")), 2))
        .extracting(TextAtoms.Atom::texts)
        .containsExactlyInAnyOrder(List.of("ab"), List.of("ax", "a-"));
  }

  @Test
  void manyPatternsOfOneListCostAsManyStatesAsTheirText() {
    List<String> globs = new ArrayList<>();
    for (char c = 'a'; c <= 'z'; c++) {
      globs.add("*" + c + "*");
    }
    ValueTest.Text test = test(globs.toArray(new String[0]));
    assertThat(TextAtoms.of(Domain.ANY_TEXT, List.of(test), Effort.of(30), 10, 1)).hasSize(2);
  }

  @Test
  void aStateIsSpentForEachStateButTheFirst() {
    List<Pattern> domain = List.of(Pattern.literal("abc"));
    assertThat(TextAtoms.of(domain, List.of(), Effort.of(3), 10, 1)).hasSize(1);
    assertThat(TextAtoms.of(domain, List.of(), Effort.of(2), 10, 1)).isNull();
  }

  @Test
  void givesUpWhenThereAreTooManyAtoms() {
    List<ValueTest.Text> tests = List.of(test("a*"), test("b*"), test("c*"));
    assertThat(TextAtoms.of(Domain.ANY_TEXT, tests, Effort.of(100), 4, 1)).hasSize(4);
    assertThat(TextAtoms.of(Domain.ANY_TEXT, tests, Effort.of(100), 3, 1)).isNull();
  }
}
