package dev.kmslint.run;

import dev.kmslint.config.FailOn;
import dev.kmslint.lint.Baseline;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.lint.ShareReport;
import dev.kmslint.share.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a run.
 *
 * @param rules the rules that ran, with their severities
 * @param failOn from which severity on findings fail the run
 * @param notes how the run understood its inputs, for people who ask: sentences, lower case,
 *     without a final period
 * @param warnings what people should know without asking, in the same form
 * @param baseline what accepts everything that was found; null when the options ask for none
 */
public record Analysis(
    Report report,
    RuleSet rules,
    FailOn failOn,
    List<String> notes,
    List<String> warnings,
    @Nullable Baseline baseline) {

  /** The exit status: 0 when all is well, 1 for findings and shares that fail, 3 for errors. */
  public int status() {
    if (!report.errors().isEmpty()) {
      return 3;
    }
    if (failOn == FailOn.NEVER) {
      return 0;
    }
    for (ShareReport share : report.shares()) {
      if (share.result().verdict() != Verdict.PROVEN) {
        return 1;
      }
    }
    return failOn.failedBy(report) ? 1 : 0;
  }
}
