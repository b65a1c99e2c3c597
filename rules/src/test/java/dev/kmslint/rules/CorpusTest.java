package dev.kmslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Real policies of others, where they lie beside the repository: no rule fails, no false error. */
class CorpusTest {
  private static final Path CORPUS = Path.of("../../shared/corpus");
  private static final Path PAGE = Path.of("../docs/checks.md");

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

  /** The section of the page on checks that says how often which rule speaks about them. */
  @Test
  void theCountsInTheDocumentationAreTrue() throws IOException {
    StringBuilder section = new StringBuilder();
    section.append("## On real policies\n\n");
    section.append(
        """
        How often each rule speaks about 742 IAM policies that AWS manages, and about 112 key policies, parts of key policies and
        IAM policies from the tests, documents and samples of public repositories, each read alone. The first have no error. Where
        nothing but AWS's lists of services speaks against a policy, the message says "perhaps". Of the errors in the second, those
        of `policy/wrong-type` are functions of CloudFormation in files that are no templates, those of `kms/lockout` parts that
        have lost the statement for the owner, and those about variables, accounts and Regions placeholders, as `${ORG_ID}`.

        """);
    section.append("| rule | severity | managed by AWS | of others |\n|---|---|---|---|\n");
    Map<String, Integer> managed = counts("aws-managed-policies.tgz");
    Map<String, Integer> others = counts("kms.tgz");
    TreeSet<String> rules = new TreeSet<>(managed.keySet());
    rules.addAll(others.keySet());
    for (String rule : rules) {
      section.append("| ").append(rule).append(" | ");
      section.append(managed.getOrDefault(rule, 0)).append(" | ");
      section.append(others.getOrDefault(rule, 0)).append(" |\n");
    }
    String page = Files.readString(PAGE);
    int start = page.indexOf("## On real policies");
    Goldens.check(PAGE, (start < 0 ? page + "\n" : page.substring(0, start)) + section);
  }

  private static Map<String, Integer> counts(String name) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    for (Map.Entry<String, byte[]> policy : archive(name).entrySet()) {
      boolean key = policy.getKey().startsWith("keypolic");
      Facts facts = Facts.ofWords(key ? "kind=key" : "kind=identity");
      if (policy.getKey().endsWith(".json") && !policy.getKey().startsWith("cfn")) {
        String said =
            RuleRun.compact(BuiltInRules.all(), policy.getKey(), policy.getValue(), facts);
        for (String line : CaseText.heads(said)) {
          String rule = line.substring(line.lastIndexOf('[') + 1, line.length() - 1);
          counts.merge("`" + rule + "` | " + line.split(": ", 3)[1], 1, Integer::sum);
        }
      }
    }
    return counts;
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
