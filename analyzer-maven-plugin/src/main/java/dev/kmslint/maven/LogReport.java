package dev.kmslint.maven;

import dev.kmslint.config.FailOn;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.Severity;
import dev.kmslint.lint.ShareReport;
import dev.kmslint.run.Analysis;
import dev.kmslint.share.Verdict;
import org.apache.maven.plugin.logging.Log;

/** Writes a report to Maven's log, everything at its level. */
final class LogReport {
  private final Log log;
  private final Excerpts excerpts;

  LogReport(Log log, Excerpts excerpts) {
    this.log = log;
    this.excerpts = excerpts;
  }

  void write(Analysis analysis) {
    for (String note : analysis.notes()) {
      log.debug(note);
    }
    for (String warning : analysis.warnings()) {
      log.warn(warning);
    }
    Report report = analysis.report();
    for (Finding finding : report.findings()) {
      if (finding.suppression() == null) {
        log(finding.severity(), excerpts.text(finding));
      }
    }
    for (ShareReport share : report.shares()) {
      log(severity(share, analysis.failOn()), excerpts.text(share));
    }
    for (Report.InputError error : report.errors()) {
      log(Severity.ERROR, excerpts.text(error));
      if (error.failure() != null) {
        log.debug(error.failure());
      }
    }
    log.info(excerpts.summary(report));
  }

  private static Severity severity(ShareReport share, FailOn failOn) {
    if (share.result().verdict() == Verdict.PROVEN) {
      return Severity.NOTE;
    }
    return failOn == FailOn.NEVER ? Severity.WARNING : Severity.ERROR;
  }

  private void log(Severity severity, String text) {
    for (String line : text.split("\n", -1)) {
      switch (severity) {
        case ERROR -> log.error(line);
        case WARNING -> log.warn(line);
        case NOTE -> log.info(line);
      }
    }
  }
}
