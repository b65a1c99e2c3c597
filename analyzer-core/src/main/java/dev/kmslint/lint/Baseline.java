package dev.kmslint.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Findings of the past that are accepted.
 *
 * @param entries in the order file, rule, fingerprint; none of which stands there twice
 */
public record Baseline(List<Entry> entries) {
  /** Nothing is accepted. */
  public static final Baseline EMPTY = new Baseline(List.of());

  /**
   * Findings of one rule in one place of a file.
   *
   * @param file relative to the folder of the baseline, with {@code /} between its parts
   * @param fingerprint as {@link Identity#fingerprint} makes it
   * @param count how many of them are accepted; at least 1
   * @param message the message of the first one, for people
   */
  public record Entry(String rule, String file, String fingerprint, int count, String message) {
    /** What tells which findings it accepts, without their number and message. */
    public Entry key() {
      return new Entry(rule, file, fingerprint, 0, "");
    }

    /** The same entry for so many more findings. */
    public Entry more(int more) {
      return new Entry(rule, file, fingerprint, count + more, message);
    }

    /** The same entry for a file of another name. */
    public Entry in(String otherFile) {
      return new Entry(rule, otherFile, fingerprint, count, message);
    }
  }

  /**
   * A baseline of entries in any order. Of entries for the same findings, which merging two
   * versions of a file can leave, the one that accepts most counts.
   */
  public static Baseline of(Collection<Entry> entries) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort((a, b) -> compare(a, b) == 0 ? b.count() - a.count() : compare(a, b));
    List<Entry> distinct = new ArrayList<>();
    for (Entry entry : sorted) {
      if (distinct.isEmpty() || compare(distinct.get(distinct.size() - 1), entry) != 0) {
        distinct.add(entry);
      }
    }
    return new Baseline(List.copyOf(distinct));
  }

  private static int compare(Entry a, Entry b) {
    int order = a.file().compareTo(b.file());
    order = order == 0 ? a.rule().compareTo(b.rule()) : order;
    return order == 0 ? a.fingerprint().compareTo(b.fingerprint()) : order;
  }
}
