package dev.kmslint.rules;

import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The list of the rules, {@code rules/README.md}, is what the rules themselves say. */
class RuleIndexTest {
  private static final String INTRODUCTION =
      """
      # The rules

      This list is written from the rules' own words; do not edit it. A rule that gives two severities has the higher one here.
      Each rule has a page with an example, the reason and what to do. `kmslint explain RULE` shows it in the terminal.
      """;

  @Test
  void theIndexIsUpToDate() {
    StringBuilder index = new StringBuilder(INTRODUCTION);
    String family = "";
    for (Rule rule : BuiltInRules.all()) {
      RuleInfo info = rule.info();
      if (!info.family().equals(family)) {
        family = info.family();
        index.append("\n## ").append(family).append("/: ").append(title(family));
        index.append("\n\n| rule | severity | what it finds |\n|---|---|---|\n");
      }
      index.append("| [").append(info.id()).append("](").append(info.id()).append("/rule.md) | ");
      index.append(info.severity().name().toLowerCase(Locale.ROOT)).append(" | ");
      index.append(info.summary()).append(" |\n");
    }
    Goldens.check(Path.of("README.md"), index.toString());
  }

  private static String title(String family) {
    return switch (family) {
      case "config" -> "kmslint's own configuration";
      case "iam" -> "identity policies that touch KMS";
      case "kms" -> "key policies";
      case "policy" -> "grammar and values of any policy";
      case "share" -> "both sides of a sharing";
      case "snapshot" -> "snapshots, their keys, and the requests that copy or restore them";
      default -> throw new IllegalArgumentException(family);
    };
  }
}
