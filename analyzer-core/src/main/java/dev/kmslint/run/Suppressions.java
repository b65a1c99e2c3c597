package dev.kmslint.run;

import dev.kmslint.config.SuppressConfig;
import dev.kmslint.intake.InlineSuppression;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.lint.StatementPlaces;
import dev.kmslint.lint.SuppressionUse;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies the suppressions of a configuration and of the files themselves. */
final class Suppressions {
  private final StatementPlaces statements;
  private final String today;
  private final List<Entry> entries = new ArrayList<>();

  /** A suppression, and how often it fitted. */
  private static final class Entry {
    final String rule;
    final String reason;
    final String file;
    final SourceLocation location;

    /** Of a configuration; null of one that stands in the file itself. */
    final @Nullable SuppressConfig config;

    final @Nullable SourceLocation scope;
    int matches;

    Entry(SuppressConfig config, String file) {
      this.rule = config.rule();
      this.reason = config.reason();
      this.file = file;
      this.location = config.location();
      this.config = config;
      this.scope = null;
    }

    Entry(InlineSuppression inline) {
      this.rule = inline.rule();
      this.reason = inline.reason();
      this.file = inline.location().file().path();
      this.location = inline.location();
      this.config = null;
      this.scope = inline.scope();
    }

    boolean isExpired(String today) {
      return config != null && config.expiredOn(today);
    }

    String expiry(String today) {
      String expires = config == null ? null : config.expires();
      return expires != null && isExpired(today) ? expires : "";
    }
  }

  /**
   * @param statements those of the run
   * @param today as {@code 2027-06-30}
   */
  Suppressions(StatementPlaces statements, String today) {
    this.statements = statements;
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

  /** Adds a suppression that stands in a file that was read. */
  void add(InlineSuppression suppression) {
    entries.add(new Entry(suppression));
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
      if (fits(entry, finding)) {
        entry.matches++;
        if (!entry.isExpired(today) && result.suppression() == null) {
          result = finding.suppressed(new Finding.Suppression("config", entry.reason));
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
      boolean judged = filesRead.contains(entry.file) || absent.contains(entry.file);
      if (judged && ran(rules, entry.rule)) {
        uses.add(
            new SuppressionUse(
                entry.location, entry.rule, entry.file, entry.expiry(today), entry.matches));
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

  private boolean fits(Entry entry, Finding finding) {
    SourceLocation place = finding.location();
    if (!finding.rule().equals(entry.rule) || !place.file().path().equals(entry.file)) {
      return false;
    }
    if (entry.scope != null) {
      return entry.scope.offset() <= place.offset() && place.endOffset() <= entry.scope.endOffset();
    }
    return entry.config != null && fits(entry.config, place);
  }

  private boolean fits(SuppressConfig suppression, SourceLocation place) {
    String at = suppression.at();
    if (at != null && !isAtOrBelow(place.pointer().toString(), at)) {
      return false;
    }
    String sid = suppression.sid();
    if (sid == null) {
      return true;
    }
    Statement statement = statements.around(place);
    return statement != null && statement.sid() != null && statement.sid().value().equals(sid);
  }

  private static boolean isAtOrBelow(String pointer, String at) {
    return pointer.equals(at) || pointer.startsWith(at + "/");
  }
}
