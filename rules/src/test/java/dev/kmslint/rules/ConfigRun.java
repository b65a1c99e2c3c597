package dev.kmslint.rules;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.intake.Given;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.run.Analysis;
import dev.kmslint.run.Analyzer;
import dev.kmslint.run.RunOptions;
import dev.kmslint.run.Selection;
import dev.kmslint.run.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs one rule about suppressions on a configuration, beside a key policy whose statement {@code
 * Allow use of the key} has a finding of {@code kms/resource-not-star}.
 */
final class ConfigRun {
  private static final String KEY_POLICY =
      """
      {"Statement": [
        {"Sid": "Owner", "Effect": "Allow", "Principal": {"AWS": "111122223333"},
          "Action": "kms:*", "Resource": "*"},
        {"Sid": "Allow use of the key", "Effect": "Allow", "Principal": {"AWS": "111122223333"},
          "Action": "kms:*", "Resource": "arn:aws:kms:us-west-2:111122223333:alias/orders"}
      ]}
      """;

  private ConfigRun() {}

  static String compact(Rule rule, byte[] configuration) {
    try {
      Path folder = Files.createTempDirectory("kmslint");
      Path config = Files.write(folder.resolve(".kmslint.yml"), configuration);
      Path policy = Files.writeString(folder.resolve("key.json"), KEY_POLICY);
      try {
        RuleSet rules = RuleSet.of(BuiltInRules.all());
        Analysis analysis = new Analyzer(rules, Catalog.builtIn()).check(options(folder, rule));
        return CaseText.of(only(analysis.report(), rule.info().id()), rules);
      } finally {
        Files.delete(config);
        Files.delete(policy);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UsageException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RunOptions options(Path folder, Rule rule) {
    return new RunOptions(
        folder,
        InputStream.nullInputStream(),
        "2027-01-01",
        List.of("."),
        "",
        null,
        List.of(rule.info().id(), "kms/resource-not-star"),
        Map.of(),
        Given.NOTHING,
        Map.of(),
        RunOptions.ShareOptions.none(),
        Selection.all(folder),
        true,
        RunOptions.Baselines.NONE);
  }

  private static Report only(Report report, String id) {
    List<Finding> findings =
        report.findings().stream().filter(finding -> finding.rule().equals(id)).toList();
    return new Report(1, 0, 1, findings, List.of(), report.errors());
  }
}
