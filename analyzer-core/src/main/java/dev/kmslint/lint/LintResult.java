package dev.kmslint.lint;

import java.util.ArrayList;
import java.util.List;

/**
 * What the rules said about one thing, or about several.
 *
 * @param findings in no particular order; {@link Findings#finish} puts them in order
 * @param errors rules that failed
 */
public record LintResult(List<Finding> findings, List<Report.InputError> errors) {
  public LintResult {
    findings = List.copyOf(findings);
    errors = List.copyOf(errors);
  }

  /** All of these together. */
  public static LintResult of(List<LintResult> results) {
    List<Finding> findings = new ArrayList<>();
    List<Report.InputError> errors = new ArrayList<>();
    for (LintResult result : results) {
      findings.addAll(result.findings());
      errors.addAll(result.errors());
    }
    return new LintResult(findings, errors);
  }
}
