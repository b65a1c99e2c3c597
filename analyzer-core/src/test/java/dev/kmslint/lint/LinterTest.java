package dev.kmslint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinterTest {
  private static final String TWO = "{\"Statement\": [{\"Effect\": \"Allow\"}, {\"Sid\": \"b\"}]}";

  @Test
  void aRuleThatFailsTakesNoOtherWithIt() {
    Rule bad =
        new TestRules.OfPolicy(
            TestRules.info("kms/bad", Severity.ERROR),
            context -> {
              throw new IllegalStateException("oh");
            });
    Rule deep =
        new TestRules.OfPolicy(
            TestRules.info("kms/deep", Severity.ERROR),
            context -> {
              throw new StackOverflowError();
            });
    Rule good = TestRules.onEachStatement("kms/good", Severity.ERROR);
    Linter linter = new Linter(RuleSet.of(List.of(bad, deep, good)));
    LintResult result = linter.check(TestRules.keyPolicy("a/key.json", TWO));
    assertThat(result.findings()).extracting(Finding::rule).containsExactly("kms/good", "kms/good");
    assertThat(result.errors())
        .extracting(Report.InputError::file, Report.InputError::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a/key.json", "internal error in rule `kms/bad`"),
            org.assertj.core.groups.Tuple.tuple("a/key.json", "internal error in rule `kms/deep`"));
    assertThat(result.errors().get(0).failure()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aGradedRuleGivesAllItsFindingsThatSeverity() {
    RuleInfo info = TestRules.info("kms/two", Severity.ERROR);
    Rule two =
        new TestRules.OfPolicy(
            info,
            context ->
                List.of(
                    Finding.of(info).at(context.policy().location()).says("bad", ""),
                    Finding.of(info)
                        .severity(Severity.NOTE)
                        .at(context.policy().location())
                        .says("meh", "")));
    RuleSet own = RuleSet.of(List.of(two));
    PolicyContext context = TestRules.keyPolicy("key.json", TWO);
    assertThat(new Linter(own).check(context).findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR, Severity.NOTE);
    RuleSet graded = own.select(List.of(), Map.of("kms/two", Grade.WARNING), Map.of());
    assertThat(new Linter(graded).check(context).findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING, Severity.WARNING);
  }

  @Test
  void eachKindOfRuleSeesItsKindOfThing() {
    RuleInfo info = TestRules.info("policy/text", Severity.ERROR);
    Rule text =
        new TestRules.OfDocument(
            info,
            document ->
                document.faults().stream()
                    .map(fault -> Finding.of(info).at(fault.location()).says(fault.message(), ""))
                    .toList());
    Linter linter =
        new Linter(RuleSet.of(List.of(text, TestRules.onEachStatement("kms/good", Severity.NOTE))));
    assertThat(linter.check(TestRules.document("a.json", "{,}")).findings())
        .extracting(Finding::rule)
        .containsExactly("policy/text");
    assertThat(linter.check(TestRules.keyPolicy("a.json", TWO)).findings())
        .extracting(Finding::rule)
        .containsExactly("kms/good", "kms/good");
  }
}
