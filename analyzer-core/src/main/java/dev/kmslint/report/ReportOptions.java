package dev.kmslint.report;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PageSource;
import dev.kmslint.lint.RuleSet;

/**
 * How reports are written.
 *
 * @param color whether text may have the colours of a terminal
 * @param width how many columns a line of source may take in text; 0 for any number
 * @param quiet whether text leaves out what is in order, and the summary
 * @param verbose whether text also says where help is, and what lies behind a verdict or a failure
 * @param showSuppressed whether the suppressed findings are in reports too; in JSON they always are
 * @param project whose version and links stand in reports
 * @param rules the rules of the run
 * @param pages the rules' pages, which SARIF carries
 */
public record ReportOptions(
    boolean color,
    int width,
    boolean quiet,
    boolean verbose,
    boolean showSuppressed,
    Project project,
    RuleSet rules,
    PageSource pages) {

  /** Whether a finding is in reports. */
  public boolean shows(Finding finding) {
    return showSuppressed || finding.suppression() == null;
  }

  /** Plain, without colours, 120 columns wide. */
  public static ReportOptions of(Project project, RuleSet rules, PageSource pages) {
    return new ReportOptions(false, 120, false, false, false, project, rules, pages);
  }

  /** The same with colours or without. */
  public ReportOptions withColor(boolean on) {
    return new ReportOptions(on, width, quiet, verbose, showSuppressed, project, rules, pages);
  }

  /** The same for lines of another width; 0 for any. */
  public ReportOptions withWidth(int columns) {
    return new ReportOptions(color, columns, quiet, verbose, showSuppressed, project, rules, pages);
  }

  /** The same, saying less. */
  public ReportOptions withQuiet(boolean on) {
    return new ReportOptions(color, width, on, verbose, showSuppressed, project, rules, pages);
  }

  /** The same, saying more. */
  public ReportOptions withVerbose(boolean on) {
    return new ReportOptions(color, width, quiet, on, showSuppressed, project, rules, pages);
  }

  /** The same, with the suppressed findings or without. */
  public ReportOptions withShowSuppressed(boolean on) {
    return new ReportOptions(color, width, quiet, verbose, on, project, rules, pages);
  }
}
