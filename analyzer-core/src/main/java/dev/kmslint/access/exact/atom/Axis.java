package dev.kmslint.access.exact.atom;

import dev.kmslint.access.Effort;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One dimension of the requests of a question, split into atoms: the classes of values that no
 * predicate on it tells apart. An axis that has too many atoms stays unsplit; then values are
 * looked for when they are needed.
 */
@SuppressWarnings({"IdentityHashMapUsage", "JavaLangClash"})
public final class Axis {
  /** States of the text automaton before an axis stays unsplit. */
  public static final int MAX_STATES = 20_000;

  /** States that one search for a text on an unsplit axis may visit. */
  public static final int MAX_LAZY_STATES = 200_000;

  /** Atoms of an axis. */
  public static final int MAX_ATOMS = 1_024;

  /**
   * An atom.
   *
   * @param values one choice of values; null when the key is absent
   * @param texts several values of an axis that holds one, if the atom has several
   */
  public record Atom(@Nullable List<String> values, List<String> texts) {}

  private record Sample(@Nullable List<String> values, List<String> texts, Seen seen) {}

  private final Domain domain;
  private final List<Predicate> predicates;
  private final List<Atom> atoms = new ArrayList<>();
  private final Map<Predicate, long[]> must = new HashMap<>();
  private final Map<Predicate, long[]> may = new HashMap<>();
  private final Effort effort;
  private boolean split = true;
  private boolean complete = true;

  /**
   * @param texts how many texts to keep of an atom, if it has so many
   */
  public Axis(Domain domain, List<Predicate> predicates, int texts) {
    this(domain, predicates, texts, Effort.of(MAX_STATES));
  }

  /**
   * @param texts how many texts to keep of an atom, if it has so many
   * @param effort before the axis stays unsplit
   */
  public Axis(Domain domain, List<Predicate> predicates, int texts, Effort effort) {
    this.domain = domain;
    this.effort = effort;
    this.predicates = List.copyOf(predicates);
    List<Sample> classes = classes(texts);
    if (classes == null) {
      split = false;
      complete = !domain.many();
    } else {
      merge(classes, texts);
    }
  }

  /** Whether it was split into atoms. */
  public boolean isSplit() {
    return split;
  }

  /** Whether it stands for every value; else nothing follows where no value was found. */
  public boolean isComplete() {
    return complete;
  }

  public Domain domain() {
    return domain;
  }

  public List<Predicate> predicates() {
    return predicates;
  }

  public List<Atom> atoms() {
    return atoms;
  }

  /** The atoms for which a predicate certainly holds, or may hold. */
  public long[] bits(Predicate predicate, boolean asWide) {
    long[] bits = (asWide ? may : must).get(predicate);
    if (bits == null) {
      throw new IllegalStateException("a predicate that its axis does not know");
    }
    return bits;
  }

  private @Nullable List<Sample> classes(int texts) {
    List<Sample> classes = new ArrayList<>();
    if (domain.absent()) {
      classes.add(new Sample(null, List.of(), new Seen.Absent()));
    }
    if (!domain.present()) {
      return classes;
    }
    if (domain.isSingle()) {
      List<String> values = domain.fixed();
      classes.add(
          new Sample(values, values.size() == 1 ? values : List.of(), new Seen.Given(values)));
      return classes;
    }
    Map<ValueTest, Integer> index = new HashMap<>();
    List<ValueTest> tests = new ArrayList<>();
    for (Predicate predicate : predicates) {
      for (ValueTest test : predicate.tests()) {
        if (index.putIfAbsent(test, tests.size()) == null) {
          tests.add(test);
        }
      }
    }
    List<TextAtoms.Atom> base = base(tests, texts);
    if (base == null) {
      return null;
    }
    if (!domain.many()) {
      for (TextAtoms.Atom atom : base) {
        List<String> one = List.of(atom.texts().get(0));
        BitSet truths = atom.truths();
        classes.add(new Sample(one, atom.texts(), new Seen.Known(1, truths, truths, index)));
      }
      return classes;
    }
    for (ValueSets.Set set : ValueSets.closure(base, tests.size(), MAX_ATOMS)) {
      Seen seen = new Seen.Known(set.values().size(), set.any(), set.all(), index);
      classes.add(new Sample(set.values(), List.of(), seen));
      if (classes.size() > MAX_ATOMS) {
        return null;
      }
    }
    return classes;
  }

  private @Nullable List<TextAtoms.Atom> base(List<ValueTest> tests, int texts) {
    boolean literal = domain.kind() == Domain.Kind.TEXT && domain.isAnyText() && texts == 1;
    List<ValueTest.Text> textTests = new ArrayList<>();
    for (ValueTest test : tests) {
      if (test instanceof ValueTest.Text text) {
        textTests.add(text);
        literal &= text.isLiteral();
      }
    }
    if (domain.kind() == Domain.Kind.TEXT && !literal) {
      return TextAtoms.of(domain.texts(), textTests, effort, MAX_ATOMS, texts);
    }
    Map<BitSet, TextAtoms.Atom> atoms = new java.util.LinkedHashMap<>();
    for (String value : candidates(tests)) {
      BitSet truths = new BitSet(tests.size());
      for (int i = 0; i < tests.size(); i++) {
        truths.set(i, tests.get(i).matches(value));
      }
      TextAtoms.Atom atom =
          atoms.computeIfAbsent(truths, any -> new TextAtoms.Atom(new ArrayList<>(), truths));
      if (atom.texts().size() < texts) {
        atom.texts().add(value);
      }
    }
    return new ArrayList<>(atoms.values());
  }

  /** The candidates that are in the domain; patterns of another kind than text can hide some. */
  private Iterable<String> candidates(List<ValueTest> tests) {
    java.util.Set<String> all = Candidates.of(domain, tests);
    if (domain.texts().isEmpty() || domain.isAnyText()) {
      return all;
    }
    List<String> inside = new ArrayList<>();
    ValueTest.Text within = new ValueTest.Text(domain.texts());
    for (Pattern pattern : domain.texts()) {
      if (pattern.isLiteral()) {
        all.add(pattern.text());
      } else {
        complete = domain.kind() == Domain.Kind.BOOL;
      }
    }
    for (String value : all) {
      if (within.matches(value)) {
        inside.add(value);
      }
    }
    return inside;
  }

  private void merge(List<Sample> classes, int texts) {
    int count = predicates.size();
    Map<BitSet, Integer> known = new HashMap<>();
    List<BitSet> vectors = new ArrayList<>();
    for (Sample each : classes) {
      BitSet vector = new BitSet(2 * count);
      for (int p = 0; p < count; p++) {
        vector.set(2 * p, predicates.get(p).must(each.seen()));
        vector.set(2 * p + 1, predicates.get(p).may(each.seen()));
      }
      Integer atom = known.putIfAbsent(vector, atoms.size());
      if (atom == null) {
        vectors.add(vector);
        atoms.add(new Atom(each.values(), new ArrayList<>(each.texts())));
      } else {
        List<String> more = atoms.get(atom).texts();
        for (int i = 0; i < each.texts().size() && more.size() < texts; i++) {
          more.add(each.texts().get(i));
        }
      }
    }
    int words = (atoms.size() + 63) / 64;
    for (int p = 0; p < count; p++) {
      long[] sure = new long[words];
      long[] possible = new long[words];
      for (int atom = 0; atom < vectors.size(); atom++) {
        if (vectors.get(atom).get(2 * p)) {
          sure[atom >> 6] |= 1L << atom;
        }
        if (vectors.get(atom).get(2 * p + 1)) {
          possible[atom >> 6] |= 1L << atom;
        }
      }
      must.put(predicates.get(p), sure);
      may.put(predicates.get(p), possible);
    }
  }
}
