package dev.kmslint.lint;

import dev.kmslint.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts findings in order. */
public final class Findings {
  private Findings() {}

  /**
   * The findings as reports list them: in the order file, start, rule, message, without exact
   * duplicates, and each with its fingerprint.
   *
   * @param policies the policies that were checked; they name the statements in fingerprints
   */
  public static List<Finding> finish(Collection<Finding> findings, Collection<Policy> policies) {
    return findings.isEmpty() ? List.of() : finish(findings, new StatementPlaces(policies));
  }

  /**
   * The same.
   *
   * @param statements the statements that can be named
   */
  public static List<Finding> finish(Collection<Finding> findings, StatementPlaces statements) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(new Order());
    List<Finding> finished = new ArrayList<>();
    Fingerprints fingerprints = new Fingerprints(statements);
    Finding last = null;
    for (Finding finding : sorted) {
      if (!isSame(last, finding)) {
        finished.add(finding.withFingerprint(fingerprints.next(finding)));
        last = finding;
      }
    }
    return List.copyOf(finished);
  }

  private static boolean isSame(@Nullable Finding a, Finding b) {
    return a != null
        && new Order().compare(a, b) == 0
        && a.location().endOffset() == b.location().endOffset()
        && a.severity() == b.severity()
        && a.help().equals(b.help())
        && a.related().equals(b.related());
  }

  private static final class Order implements Comparator<Finding> {
    @Override
    public int compare(Finding a, Finding b) {
      int order = a.location().file().path().compareTo(b.location().file().path());
      if (order == 0) {
        order = Long.compare(a.location().offset(), b.location().offset());
      }
      if (order == 0) {
        order = a.rule().compareTo(b.rule());
      }
      return order == 0 ? a.message().compareTo(b.message()) : order;
    }
  }
}
