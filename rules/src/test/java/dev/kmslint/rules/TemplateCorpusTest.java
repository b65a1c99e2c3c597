package dev.kmslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.intake.Content;
import dev.kmslint.intake.Content.FoundPolicy;
import dev.kmslint.intake.Given;
import dev.kmslint.intake.Intake;
import dev.kmslint.intake.NoPolicies;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.LintResult;
import dev.kmslint.lint.Linter;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.source.Document;
import dev.kmslint.source.JsonReader;
import dev.kmslint.source.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** CloudFormation templates of others: all are read, and what they leave open is never an error. */
class TemplateCorpusTest {
  private static final Path CORPUS = Path.of("../../shared/corpus/kms.tgz");
  private static final int KEY_POLICIES = 62;
  private static final int IDENTITY_POLICIES = 239;

  @Test
  void everyTemplateIsReadWithoutAFalseError() throws IOException {
    Assumptions.assumeTrue(Files.exists(CORPUS), "no corpus at " + CORPUS);
    Linter linter = new Linter(RuleSet.of(BuiltInRules.all()));
    Map<PolicyKind, Integer> found = new EnumMap<>(PolicyKind.class);
    List<String> errors = new ArrayList<>();
    int templates = 0;
    for (Map.Entry<String, byte[]> file : TarGz.files(CORPUS).entrySet()) {
      if (!file.getKey().startsWith("cfn/")) {
        continue;
      }
      templates++;
      Document document =
          file.getKey().endsWith(".json")
              ? JsonReader.read(file.getKey(), file.getValue())
              : YamlReader.read(file.getKey(), file.getValue());
      assertThat(document.faults()).as(file.getKey()).isEmpty();
      List<Content> contents = Intake.of(document, Given.NOTHING).contents();
      assertThat(contents).as(file.getKey()).isNotEmpty();
      for (Content content : contents) {
        if (content instanceof FoundPolicy policy) {
          found.merge(policy.policy().kind(), 1, Integer::sum);
          errors.addAll(errors(linter, policy));
        } else {
          assertThat(content).isInstanceOf(NoPolicies.class);
        }
      }
    }
    assertThat(templates).isEqualTo(98);
    assertThat(found.get(PolicyKind.KEY)).isEqualTo(KEY_POLICIES);
    assertThat(found.get(PolicyKind.IDENTITY)).isEqualTo(IDENTITY_POLICIES);
    assertThat(errors).allMatch(error -> error.endsWith("[kms/public-key-policy]")).hasSize(5);
  }

  private static List<String> errors(Linter linter, FoundPolicy policy) {
    List<String> errors = new ArrayList<>();
    LintResult result =
        linter.check(
            new PolicyContext(
                policy.policy(), null, "", false, Set.of(), Set.of(), Catalog.builtIn(), ""));
    assertThat(result.errors()).isEmpty();
    for (Finding finding : result.findings()) {
      if (finding.severity() == Severity.ERROR) {
        errors.add(finding.location() + " [" + finding.rule() + "]");
      }
    }
    return errors;
  }
}
