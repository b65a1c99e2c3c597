package dev.kmslint.rules;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.intake.Given;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.run.Analysis;
import dev.kmslint.run.Analyzer;
import dev.kmslint.run.RunOptions;
import dev.kmslint.run.Selection;
import dev.kmslint.run.UsageException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the shares that a folder's configuration declares. */
final class ShareRun {
  private ShareRun() {}

  /**
   * What rules say about the shares of a folder, as cases hold it: the findings, and a line with
   * each share's verdict.
   *
   * @param only ids of the rules to run; empty for all
   */
  static String compact(Path folder, List<String> only) {
    Analysis analysis = analysis(folder, only);
    return CaseText.of(analysis.report(), analysis.rules());
  }

  /**
   * What rules say about all that lies in a folder, as cases hold it.
   *
   * @param only ids of the rules to run
   */
  static String check(Path folder, List<String> only) {
    RuleSet rules = RuleSet.of(BuiltInRules.all());
    try {
      Analysis analysis =
          new Analyzer(rules, Catalog.builtIn()).check(options(folder, List.copyOf(only)));
      return CaseText.of(analysis.report(), analysis.rules());
    } catch (UsageException e) {
      throw new AssertionError(folder + ": " + e.getMessage(), e);
    }
  }

  /** What rules find in the shares of a folder. */
  static List<Finding> findings(Path folder, List<String> only) {
    return analysis(folder, only).report().findings();
  }

  private static Analysis analysis(Path folder, List<String> only) {
    RuleSet rules = RuleSet.of(BuiltInRules.all());
    try {
      return new Analyzer(rules, Catalog.builtIn()).share(options(folder, List.copyOf(only)));
    } catch (UsageException e) {
      throw new AssertionError(folder + ": " + e.getMessage(), e);
    }
  }

  private static RunOptions options(Path folder, List<String> only) {
    return new RunOptions(
        folder,
        InputStream.nullInputStream(),
        "2026-01-01",
        List.of("."),
        "",
        null,
        only,
        Map.of(),
        Given.NOTHING,
        Map.of(),
        RunOptions.ShareOptions.none(),
        Selection.all(folder),
        true,
        RunOptions.Baselines.NONE);
  }
}
