package dev.kmslint.run;

import dev.kmslint.lint.Baseline;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Identity;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The baselines of a run: the one whose findings are accepted, and the one that is to be written,
 * which accepts everything that is found.
 */
final class Baselines {
  private final BaselineFile old;
  private final BaselineFile fresh;
  private final Baseline accepted;
  private final Map<Baseline.Entry, Integer> left = new HashMap<>();
  private final Map<Baseline.Entry, Baseline.Entry> found = new HashMap<>();
  private final List<Baseline.Entry> fixed = new ArrayList<>();

  /**
   * Reads the baseline that is to be accepted.
   *
   * @throws UsageException when it cannot be read or is wrong; one that is to be written in the
   *     same run need not be there yet
   */
  Baselines(Workspace workspace, RunOptions.Baselines options) throws UsageException {
    this.old = new BaselineFile(workspace, options.accepted());
    this.fresh = new BaselineFile(workspace, options.written());
    boolean comes = old.name().equals(fresh.name()) && !old.exists();
    this.accepted = old.isGiven() && !comes ? old.read() : Baseline.EMPTY;
    for (Baseline.Entry entry : accepted.entries()) {
      left.put(entry.key(), entry.count());
    }
  }

  /**
   * The findings in their order, those that are accepted marked so; what the configuration
   * suppresses stays as it is.
   */
  List<Finding> apply(List<Finding> findings, Identity identity) {
    String by = fresh.isGiven() ? fresh.name() : old.name();
    Finding.Suppression why = new Finding.Suppression("baseline", "accepted in `" + by + "`");
    List<Finding> applied = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      if (finding.suppression() == null && accepts(finding, identity)) {
        applied.add(finding.suppressed(why));
      } else {
        applied.add(finding);
      }
    }
    return applied;
  }

  private boolean accepts(Finding finding, Identity identity) {
    String file = finding.location().file().path();
    Baseline.Entry entry =
        new Baseline.Entry(
            finding.rule(),
            old.nameHere(file),
            identity.fingerprint(finding),
            1,
            finding.message());
    int count = left.getOrDefault(entry.key(), 0);
    left.put(entry.key(), count - 1);
    add(entry.in(fresh.nameHere(file)));
    return count > 0 || fresh.isGiven();
  }

  private void add(Baseline.Entry entry) {
    Baseline.Entry same = found.get(entry.key());
    found.put(entry.key(), same == null ? entry : same.more(entry.count()));
  }

  /**
   * Tells entries that are fixed from those that the run could not judge, which stay.
   *
   * @param read the names of the files that were read
   * @param shares whether shares were checked
   */
  void judge(Collection<String> read, RuleSet rules, boolean shares) {
    for (Baseline.Entry entry : accepted.entries()) {
      int rest = left.getOrDefault(entry.key(), 0);
      if (rest > 0) {
        Baseline.Entry missing = entry.more(rest - entry.count());
        if (isJudged(entry.file(), read) && ran(entry.rule(), rules, shares)) {
          fixed.add(missing);
        } else {
          add(missing.in(fresh.nameHere(old.reported(entry.file()))));
        }
      }
    }
  }

  private boolean isJudged(String file, Collection<String> read) {
    if (read.contains(old.reported(file)) || file.equals(Loader.STDIN)) {
      return read.contains(old.reported(file));
    }
    Path path = old.path(file);
    return path == null || !Files.exists(path);
  }

  /** Whether a rule ran; one that there is no more counts as one that found nothing. */
  private static boolean ran(String id, RuleSet rules, boolean shares) {
    for (Rule rule : rules.enabled()) {
      if (rule.info().id().equals(id)) {
        return shares || !(rule instanceof Rule.OfShare);
      }
    }
    return rules.complaint(id).isPresent();
  }

  /** What people should know: sentences, lower case, without a final period. */
  List<String> warnings() {
    if (fixed.isEmpty()) {
      return List.of();
    }
    int count = 0;
    for (Baseline.Entry entry : fixed) {
      count += entry.count();
    }
    StringBuilder text = new StringBuilder("`").append(old.name()).append("` accepts ");
    text.append(count == 1 ? "a finding that is" : count + " findings that are");
    text.append(" fixed: ").append(count == 1 ? "" : "the first is ");
    text.append('`').append(fixed.get(0).rule()).append("` in `");
    text.append(old.reported(fixed.get(0).file())).append("`; ");
    if (old.name().equals(fresh.name())) {
      text.append("it is dropped");
    } else {
      text.append("`--write-baseline ").append(old.name()).append("` drops it");
    }
    return List.of(text.toString());
  }

  /** The baseline to write: what was found, and what the old one says of what was not looked at. */
  Baseline written() {
    return Baseline.of(found.values());
  }
}
