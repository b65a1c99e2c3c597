package dev.kmslint.access.exact.atom;

import dev.kmslint.access.Effort;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The atoms of a domain of texts: all its texts, by the tests that they match. */
public final class TextAtoms {
  /**
   * Texts that no test tells apart.
   *
   * @param texts several of them; none is shorter than the first
   * @param truths which tests they match
   */
  public record Atom(List<String> texts, BitSet truths) {}

  private TextAtoms() {}

  /**
   * Splits the domain into its atoms; null when that takes too many states or atoms.
   *
   * @param textsPerAtom how many texts to find of each atom, if it has so many
   */
  public static @Nullable List<Atom> of(
      List<Pattern> domain,
      List<ValueTest.Text> tests,
      Effort effort,
      int maxAtoms,
      int textsPerAtom) {
    TextSplitter splitter = new TextSplitter(domain, tests);
    Map<TextSplitter.StateKey, List<String>> texts = new HashMap<>();
    ArrayDeque<TextSplitter.StateKey> queue = new ArrayDeque<>();
    Map<BitSet, List<String>> atoms = new LinkedHashMap<>();
    TextSplitter.StateKey first = new TextSplitter.StateKey(splitter.start());
    texts.put(first, new ArrayList<>(List.of("")));
    queue.add(first);
    while (!queue.isEmpty()) {
      TextSplitter.StateKey state = queue.remove();
      List<String> here = texts.getOrDefault(state, List.of());
      if (splitter.isInDomain(state.places)) {
        List<String> known =
            atoms.computeIfAbsent(
                splitter.truths(state.places), any -> new ArrayList<>(textsPerAtom));
        addAll(known, here, "", textsPerAtom);
        if (atoms.size() > maxAtoms) {
          return null;
        }
      }
      String symbols = splitter.symbols(state.places, textsPerAtom);
      for (int i = 0; i < symbols.length(); i++) {
        int[] places = splitter.step(state.places, symbols.charAt(i));
        if (places == null) {
          continue;
        }
        TextSplitter.StateKey next = new TextSplitter.StateKey(places);
        List<String> there = texts.get(next);
        if (there == null) {
          there = new ArrayList<>(textsPerAtom);
          texts.put(next, there);
          if (!effort.spend()) {
            return null;
          }
        }
        if (addAll(there, here, symbols.substring(i, i + 1), textsPerAtom)) {
          queue.add(next);
        }
      }
    }
    List<Atom> result = new ArrayList<>(atoms.size());
    for (Map.Entry<BitSet, List<String>> atom : atoms.entrySet()) {
      result.add(new Atom(atom.getValue(), atom.getKey()));
    }
    return result;
  }

  private static boolean addAll(List<String> to, List<String> from, String end, int most) {
    boolean added = false;
    for (int i = 0; i < from.size() && to.size() < most; i++) {
      String text = from.get(i) + end;
      if (!to.contains(text)) {
        to.add(text);
        added = true;
      }
    }
    return added;
  }
}
