package dev.kmslint.access.exact.atom;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for one text with wanted truths, without splitting the whole domain: states that match more
 * of the wanted tests come first.
 */
public final class TextFinder {
  /** What is looked for. */
  public interface Goal {
    /** Whether texts that match exactly these tests will do. */
    boolean reached(BitSet truths);
  }

  /**
   * How it ended.
   *
   * @param text null when there is none, or when the states ran out
   */
  public record Found(@Nullable String text, boolean complete) {}

  private record Step(@Nullable Step before, char last, TextSplitter.StateKey state) {}

  private TextFinder() {}

  /**
   * Finds a text.
   *
   * @param wanted tests that it has to match, as far as that is known
   * @param unwanted tests that it must not match, as far as that is known
   */
  public static Found find(
      List<Pattern> domain,
      List<ValueTest.Text> tests,
      BitSet wanted,
      BitSet unwanted,
      Goal goal,
      int maxStates) {
    TextSplitter splitter = new TextSplitter(domain, tests);
    int levels = wanted.cardinality() + 1;
    List<ArrayDeque<Step>> queues = new java.util.ArrayList<>();
    for (int i = 0; i < levels; i++) {
      queues.add(new ArrayDeque<>());
    }
    Set<TextSplitter.StateKey> seen = new HashSet<>();
    Step first = new Step(null, ' ', new TextSplitter.StateKey(splitter.start()));
    seen.add(first.state());
    queues.get(missing(splitter, first, wanted)).add(first);
    while (true) {
      Step step = next(queues);
      if (step == null) {
        return new Found(null, true);
      }
      BitSet truths = splitter.truths(step.state().places);
      if (splitter.isInDomain(step.state().places) && goal.reached(truths)) {
        return new Found(text(step), true);
      }
      String symbols = splitter.symbols(step.state().places, 1);
      for (int i = 0; i < symbols.length(); i++) {
        int[] places = splitter.step(step.state().places, symbols.charAt(i));
        if (places == null) {
          continue;
        }
        Step more = new Step(step, symbols.charAt(i), new TextSplitter.StateKey(places));
        if (splitter.isForever(places, unwanted) || !seen.add(more.state())) {
          continue;
        }
        if (seen.size() > maxStates) {
          return new Found(null, false);
        }
        queues.get(missing(splitter, more, wanted)).add(more);
      }
    }
  }

  private static @Nullable Step next(List<ArrayDeque<Step>> queues) {
    for (ArrayDeque<Step> queue : queues) {
      if (!queue.isEmpty()) {
        return queue.remove();
      }
    }
    return null;
  }

  private static int missing(TextSplitter splitter, Step step, BitSet wanted) {
    BitSet left = (BitSet) wanted.clone();
    left.andNot(splitter.truths(step.state().places));
    return left.cardinality();
  }

  private static String text(Step last) {
    StringBuilder text = new StringBuilder();
    for (Step step = last; step != null && step.before() != null; step = step.before()) {
      text.append(step.last());
    }
    return text.reverse().toString();
  }
}
