package dev.kmslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Real policies of others, where they lie beside the repository: no rule fails, no false error. */
class CorpusTest {
  private static final Path CORPUS = Path.of("../../shared/corpus");

  @Test
  void noRuleFindsAnErrorInThePoliciesThatAwsManages() throws IOException {
    Map<String, byte[]> policies = archive("aws-managed-policies.tgz");
    assertThat(policies).hasSizeGreaterThan(700);
    Facts facts = Facts.ofWords("kind=identity");
    List<String> errors = new ArrayList<>();
    for (Map.Entry<String, byte[]> policy : policies.entrySet()) {
      errors.addAll(errors(policy, facts));
    }
    assertThat(errors).isEmpty();
  }

  @Test
  void noRuleFailsOnPoliciesOfOthers() throws IOException {
    for (Map.Entry<String, byte[]> policy : archive("kms.tgz").entrySet()) {
      boolean key = policy.getKey().startsWith("keypolic");
      if (policy.getKey().endsWith(".json")) {
        Facts facts = Facts.ofWords(key ? "kind=key" : "kind=identity");
        for (String error : errors(policy, facts)) {
          assertThat(error).doesNotContain("internal error");
        }
      }
    }
  }

  private static List<String> errors(Map.Entry<String, byte[]> policy, Facts facts) {
    List<String> errors = new ArrayList<>();
    String said = RuleRun.compact(BuiltInRules.all(), policy.getKey(), policy.getValue(), facts);
    for (String line : said.lines().toList()) {
      if (line.contains(": error: ")) {
        errors.add(line);
      }
    }
    return errors;
  }

  private static Map<String, byte[]> archive(String name) throws IOException {
    Path file = CORPUS.resolve(name);
    Assumptions.assumeTrue(Files.exists(file), "no corpus at " + file);
    return TarGz.files(file);
  }
}
