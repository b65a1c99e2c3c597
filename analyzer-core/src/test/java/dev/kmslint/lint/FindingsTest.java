package dev.kmslint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final RuleInfo A = TestRules.info("kms/a", Severity.ERROR);
  private static final RuleInfo B = TestRules.info("kms/b", Severity.ERROR);

  @Test
  void findingsAreOrderedByFileStartRuleAndMessage() {
    Policy one = policy("one.json", "{\"Statement\": [{\"Sid\": \"x\"}, {\"Sid\": \"y\"}]}");
    Policy two = policy("two.json", "{\"Statement\": [{\"Sid\": \"x\"}]}");
    List<Finding> expected =
        List.of(
            at(B, one, 0, "z"),
            at(A, one, 1, "x"),
            at(A, one, 1, "y"),
            at(B, one, 1, "a"),
            at(A, two, 0, "a"));
    List<Finding> shuffled = new ArrayList<>(expected);
    Collections.reverse(shuffled);
    assertThat(Findings.finish(shuffled, List.of(one, two)))
        .extracting(finding -> finding.rule() + finding.location() + finding.message())
        .containsExactlyElementsOf(
            expected.stream()
                .map(finding -> finding.rule() + finding.location() + finding.message())
                .toList());
  }

  @Test
  void onlyExactDuplicatesAreDropped() {
    Policy one = policy("one.json", "{\"Statement\": [{\"Sid\": \"x\"}]}");
    Finding finding = at(A, one, 0, "x");
    Finding worse = finding.as(Severity.NOTE);
    Finding other =
        Finding.of(A)
            .at(one.statements().get(0).location())
            .related(one.location(), "r")
            .says("x", "h");
    assertThat(Findings.finish(List.of(finding, finding), List.of(one))).hasSize(1);
    assertThat(Findings.finish(List.of(finding, worse), List.of(one))).hasSize(2);
    assertThat(Findings.finish(List.of(finding, other), List.of(one))).hasSize(2);
  }

  @Test
  void aFingerprintSurvivesMovesAndFormatting() {
    String before = "{\"Statement\": [{\"Sid\": \"x\", \"Action\": \"kms:*\"}]}";
    String after =
        "{\n  \"Statement\": [\n    {\"Sid\": \"new\"},\n    {\"Sid\":\"x\",\n\"Action\":\"kms:*\"}]\n}";
    assertThat(fingerprint(after, 1)).isEqualTo(fingerprint(before, 0)).matches("[0-9a-f]{32}");
  }

  @Test
  void aFingerprintChangesWithRuleFileSidAndStatement() {
    String text = "{\"Statement\": [{\"Sid\": \"x\", \"Action\": \"kms:* \"}]}";
    Policy policy = policy("one.json", text);
    String base = only(at(A, policy, 0, "m"), policy);
    assertThat(base).isNotEqualTo(only(at(B, policy, 0, "m"), policy));
    Policy moved = policy("two.json", text);
    assertThat(base).isNotEqualTo(only(at(A, moved, 0, "m"), moved));
    assertThat(fingerprint(text.replace("\"x\"", "\"y\""), 0)).isNotEqualTo(base);
    assertThat(fingerprint(text.replace("kms:* ", "kms:*"), 0)).isNotEqualTo(base);
    assertThat(fingerprint(text.replace("kms:* ", "kms:\\\" "), 0))
        .isNotEqualTo(fingerprint(text.replace("kms:* ", "kms:\\\""), 0));
  }

  @Test
  void findingsOfOneRuleInOnePlaceHaveTheirOwnFingerprints() {
    Policy policy = policy("one.json", "{\"Statement\": [{\"Sid\": \"x\"}]}");
    List<Finding> both =
        Findings.finish(List.of(at(A, policy, 0, "m"), at(A, policy, 0, "n")), List.of(policy));
    assertThat(both.get(0).fingerprint()).isNotEqualTo(both.get(1).fingerprint());
  }

  @Test
  void withoutASidTheStatementItselfIsItsName() {
    String alone = "{\"Statement\": [{\"Effect\": \"Allow\"}]}";
    String second = "{\"Statement\": [{\"Effect\": \"Deny\"}, {\"Effect\": \"Allow\"}]}";
    assertThat(fingerprint(second, 1)).isEqualTo(fingerprint(alone, 0));
    assertThat(fingerprint(second, 0)).isNotEqualTo(fingerprint(alone, 0));
  }

  @Test
  void equalStatementsHaveFindingsOfTheirOwn() {
    Policy twins =
        policy("one.json", "{\"Statement\": [{\"Effect\": \"Allow\"}, {\"Effect\": \"Allow\"}]}");
    List<Finding> both =
        Findings.finish(List.of(at(A, twins, 0, "m"), at(A, twins, 1, "m")), List.of(twins));
    assertThat(both.get(0).fingerprint()).isNotEqualTo(both.get(1).fingerprint());
    Identity identity = new Identity(List.of(twins));
    assertThat(identity.fingerprint(both.get(0))).isEqualTo(identity.fingerprint(both.get(1)));
  }

  private static String fingerprint(String text, int statement) {
    Policy policy = policy("one.json", text);
    return only(at(A, policy, statement, "m"), policy);
  }

  private static String only(Finding finding, Policy policy) {
    return Findings.finish(List.of(finding), List.of(policy)).get(0).fingerprint();
  }

  private static Finding at(RuleInfo rule, Policy policy, int index, String message) {
    Statement statement = policy.statements().get(index);
    return Finding.of(rule).at(statement.location()).says(message, "h");
  }

  private static Policy policy(String path, String text) {
    return TestRules.keyPolicy(path, text).policy();
  }
}
