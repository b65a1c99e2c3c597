package dev.kmslint.catalog;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the word that a misspelt one was probably meant to be.
 *
 * <p>Near means at most two edits (an insertion, a deletion, a substitution or a swap of
 * neighbours) and at most one edit for every three characters of the longer word; upper and lower
 * case count as equal.
 */
public final class Nearest {

  private static final int MAX_EDITS = 2;

  private Nearest() {}

  /**
   * The nearest candidate, or empty when none is near or the word is itself a candidate. Of several
   * equally near ones the first in alphabetical order, so that the answer does not depend on the
   * collection's order.
   *
   * @param word the word as written
   * @param candidates the right words, without null
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    String lower = word.toLowerCase(Locale.ROOT);
    @Nullable String best = null;
    int bestEdits = MAX_EDITS + 1;
    for (String candidate : candidates) {
      if (candidate.equals(word)) {
        return Optional.empty();
      }
      int allowed = Math.min(MAX_EDITS, Math.max(word.length(), candidate.length()) / 3);
      if (Math.abs(word.length() - candidate.length()) > allowed) {
        continue;
      }
      int edits = edits(lower, candidate.toLowerCase(Locale.ROOT));
      if (edits <= allowed
          && (edits < bestEdits
              || (edits == bestEdits && best != null && candidate.compareTo(best) < 0))) {
        best = candidate;
        bestEdits = edits;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The number of edits between two words, where no part is edited twice. */
  static int edits(String a, String b) {
    int[] twoAgo = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean equal = a.charAt(i - 1) == b.charAt(j - 1);
        int edits = previous[j - 1] + (equal ? 0 : 1);
        edits = Math.min(edits, Math.min(previous[j], current[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          edits = Math.min(edits, twoAgo[j - 2] + 1);
        }
        current[j] = edits;
      }
      int[] free = twoAgo;
      twoAgo = previous;
      previous = current;
      current = free;
    }
    return previous[b.length()];
  }
}
