package dev.kmslint.run;

import dev.kmslint.config.SuppressConfig;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.lint.SuppressionUse;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies the suppressions of a configuration. */
final class Suppressions {
  private final Collection<Policy> policies;
  private final String today;
  private final List<Entry> entries = new ArrayList<>();

  /** A suppression, the name of its file in reports, and how often it fitted. */
  private static final class Entry {
    final SuppressConfig suppression;
    final String file;
    int matches;

    Entry(SuppressConfig suppression, String file) {
      this.suppression = suppression;
      this.file = file;
    }
  }

  /**
   * @param policies the policies of the run
   * @param today as {@code 2027-06-30}
   */
  Suppressions(Collection<Policy> policies, String today) {
    this.policies = policies;
    this.today = today;
  }

  /**
   * Adds a suppression.
   *
   * @param file how reports call its file
   */
  void add(SuppressConfig suppression, String file) {
    entries.add(new Entry(suppression, file));
  }

  /** The findings, those that are accepted marked so. */
  List<Finding> apply(List<Finding> findings) {
    if (entries.isEmpty()) {
      return findings;
    }
    List<Finding> applied = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      applied.add(apply(finding));
    }
    return applied;
  }

  private Finding apply(Finding finding) {
    Finding result = finding;
    for (Entry entry : entries) {
      SuppressConfig suppression = entry.suppression;
      if (fits(suppression, entry.file, finding)) {
        entry.matches++;
        if (!suppression.expiredOn(today) && result.suppression() == null) {
          result = finding.suppressed(new Finding.Suppression("config", suppression.reason()));
        }
      }
    }
    return result;
  }

  /**
   * What became of the suppressions that this run could judge: their rule ran, and their file was
   * read or is not there.
   */
  List<SuppressionUse> uses(
      RuleSet rules, Collection<String> filesRead, Collection<String> absent) {
    List<SuppressionUse> uses = new ArrayList<>();
    for (Entry entry : entries) {
      SuppressConfig suppression = entry.suppression;
      boolean judged = filesRead.contains(entry.file) || absent.contains(entry.file);
      if (judged && ran(rules, suppression.rule())) {
        String expires = suppression.expires();
        uses.add(
            new SuppressionUse(
                suppression.location(),
                suppression.rule(),
                entry.file,
                expires != null && suppression.expiredOn(today) ? expires : "",
                entry.matches));
      }
    }
    return uses;
  }

  private static boolean ran(RuleSet rules, String id) {
    for (Rule rule : rules.enabled()) {
      if (rule.info().id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(SuppressConfig suppression, String file, Finding finding) {
    SourceLocation place = finding.location();
    if (!finding.rule().equals(suppression.rule()) || !place.file().path().equals(file)) {
      return false;
    }
    String at = suppression.at();
    if (at != null && !isAtOrBelow(place.pointer().toString(), at)) {
      return false;
    }
    String sid = suppression.sid();
    if (sid == null) {
      return true;
    }
    Statement statement = statementAround(place);
    return statement != null && statement.sid() != null && statement.sid().value().equals(sid);
  }

  private static boolean isAtOrBelow(String pointer, String at) {
    return pointer.equals(at) || pointer.startsWith(at + "/");
  }

  private @Nullable Statement statementAround(SourceLocation place) {
    for (Policy policy : policies) {
      if (policy.file().path().equals(place.file().path())) {
        for (Statement statement : policy.statements()) {
          SourceLocation around = statement.location();
          if (around.start() <= place.start() && place.end() <= around.end()) {
            return statement;
          }
        }
      }
    }
    return null;
  }
}
