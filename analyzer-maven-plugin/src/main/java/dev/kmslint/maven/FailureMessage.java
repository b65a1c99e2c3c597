package dev.kmslint.maven;

import dev.kmslint.config.FailOn;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.Severity;
import dev.kmslint.lint.ShareReport;
import dev.kmslint.run.Analysis;
import dev.kmslint.share.Gap;
import dev.kmslint.share.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why a build fails: how much is wrong, and what first. */
final class FailureMessage {
  private final Report report;
  private final FailOn failOn;
  private final Excerpts excerpts;

  FailureMessage(Analysis analysis, Excerpts excerpts) {
    this.report = analysis.report();
    this.failOn = analysis.failOn();
    this.excerpts = excerpts;
  }

  /** About inputs that could not be read. */
  String ofErrors() {
    int count = report.errors().size();
    String first = excerpts.line(report.errors().get(0));
    return count == 1 ? first : count + " inputs could not be read; the first: " + first;
  }

  /** About shares that are not proven and findings that count; a line for each of both. */
  String ofFindings() {
    List<String> lines = new ArrayList<>();
    ShareReport share = firstNotProven();
    Finding said = share == null ? null : wording(share);
    if (share != null) {
      String gap = said == null ? link(share) : excerpts.line(said);
      lines.add(shareCount() + excerpts.line(share) + "; " + gap);
    }
    addFindings(said, lines);
    return String.join("\n", lines);
  }

  private @Nullable ShareReport firstNotProven() {
    for (ShareReport share : report.shares()) {
      if (share.result().verdict() != Verdict.PROVEN) {
        return share;
      }
    }
    return null;
  }

  private String shareCount() {
    int all = report.shares().size();
    int count = 0;
    for (ShareReport share : report.shares()) {
      count += share.result().verdict() == Verdict.PROVEN ? 0 : 1;
    }
    String are = count == 1 ? " shares is not proven: " : " shares are not proven; the first: ";
    return all == 1 ? "" : count + " of " + all + are;
  }

  /** The finding that words a gap of a share: the first one that is reported. */
  private @Nullable Finding wording(ShareReport share) {
    for (Gap gap : share.result().gaps()) {
      for (Finding finding : report.findings()) {
        if (finding.suppression() == null
            && share.missing().contains(finding.rule())
            && finding.location().equals(gap.location())) {
          return finding;
        }
      }
    }
    return null;
  }

  /** What breaks a share or leaves it open, where no finding says it. */
  private static String link(ShareReport share) {
    for (Gap gap : share.result().gaps()) {
      if (gap.consequence() != Gap.Consequence.WARNS && !gap.actions().isEmpty()) {
        return "the missing link is `" + String.join("`, `", gap.actions()) + "`";
      }
    }
    return "see its table above";
  }

  private void addFindings(@Nullable Finding said, List<String> lines) {
    List<String> counts = new ArrayList<>();
    int all = 0;
    for (Severity severity : Severity.values()) {
      int count = failOn.failedBy(severity) ? report.count(severity) : 0;
      if (count > 0) {
        counts.add(count + " " + severity.word() + (count == 1 ? "" : "s"));
        all += count;
      }
    }
    String counted = String.join(", ", counts);
    for (Finding finding : report.findings()) {
      if (finding.suppression() == null && failOn.failedBy(finding.severity())) {
        if (!finding.equals(said)) {
          lines.add(counted + (all == 1 ? ": " : "; the first: ") + excerpts.line(finding));
        } else if (all > 1) {
          lines.add(counted + " in all");
        }
        return;
      }
    }
  }
}
