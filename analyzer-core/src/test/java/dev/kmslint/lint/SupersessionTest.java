package dev.kmslint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One root cause, one finding. */
class SupersessionTest {
  private static final String TWO =
      """
      {"Statement": [
        {"Sid": "a", "Effect": "Allow", "Action": ["kms:Encript", "kms:Encrypt"]},
        {"Sid": "b", "Effect": "Allow", "Action": ["kms:Decript", "kms:Decrypt"]}]}
      """;

  private static Rule onAction(RuleInfo info, String... actions) {
    return new TestRules.OfPolicy(
        info,
        context -> {
          List<Finding> findings = new ArrayList<>();
          context.policy().statements().stream()
              .flatMap(one -> one.actions().entries().stream())
              .filter(entry -> List.of(actions).contains(entry.text()))
              .forEach(
                  entry ->
                      findings.add(Finding.of(info).at(entry.location()).says("found", "fix it")));
          return findings;
        });
  }

  private static RuleInfo info(String id) {
    return TestRules.info(id, Severity.ERROR);
  }

  private static List<String> found(RuleSet rules) {
    return new Linter(rules)
        .check(TestRules.keyPolicy("key.json", TWO)).findings().stream()
            .map(finding -> finding.rule() + " " + finding.location().text())
            .toList();
  }

  @Test
  void aFindingAtTheSamePlaceIsLeftOut() {
    Rule typo = onAction(info("kms/typo").superseding(Where.PLACE, "kms/other"), "kms:Encript");
    Rule other = onAction(info("kms/other"), "kms:Encript", "kms:Encrypt", "kms:Decript");
    assertThat(found(RuleSet.of(List.of(other, typo))))
        .containsExactly(
            "kms/other \"kms:Encrypt\"", "kms/other \"kms:Decript\"", "kms/typo \"kms:Encript\"");
  }

  @Test
  void aFindingInTheSameStatementIsLeftOut() {
    Rule typo = onAction(info("kms/typo").superseding(Where.STATEMENT, "kms/other"), "kms:Encript");
    Rule other = onAction(info("kms/other"), "kms:Encript", "kms:Encrypt", "kms:Decript");
    assertThat(found(RuleSet.of(List.of(other, typo))))
        .containsExactly("kms/other \"kms:Decript\"", "kms/typo \"kms:Encript\"");
  }

  @Test
  void aRuleThatIsOffSupersedesNothing() {
    Rule typo = onAction(info("kms/typo").superseding(Where.PLACE, "kms/other"), "kms:Encript");
    RuleSet rules = RuleSet.of(List.of(typo, onAction(info("kms/other"), "kms:Encript")));
    assertThat(found(rules)).containsExactly("kms/typo \"kms:Encript\"");
    assertThat(found(rules.select(List.of(), Map.of("kms/typo", Grade.OFF), Map.of())))
        .containsExactly("kms/other \"kms:Encript\"");
    assertThat(found(rules.select(List.of("kms/other"), Map.of(), Map.of())))
        .containsExactly("kms/other \"kms:Encript\"");
  }

  @Test
  void aFindingThatIsLeftOutStillSupersedes() {
    Rule first = onAction(info("kms/1").superseding(Where.PLACE, "kms/2"), "kms:Encript");
    Rule second = onAction(info("kms/2").superseding(Where.STATEMENT, "kms/3"), "kms:Encript");
    Rule third = onAction(info("kms/3"), "kms:Encrypt");
    assertThat(found(RuleSet.of(List.of(first, second, third))))
        .containsExactly("kms/1 \"kms:Encript\"");
  }

  @Test
  void outsideOfAllStatementsNothingIsInTheSameStatement() {
    RuleInfo whole = info("kms/whole").superseding(Where.STATEMENT, "kms/other");
    Rule policy =
        new TestRules.OfPolicy(
            whole,
            context -> {
              SourceLocation place = context.policy().location().first();
              return List.of(Finding.of(whole).at(place).says("found", "fix it"));
            });
    RuleInfo other = info("kms/other");
    Rule same =
        new TestRules.OfPolicy(
            other,
            context -> {
              SourceLocation place = context.policy().location().first();
              return List.of(Finding.of(other).at(place).says("found", "fix it"));
            });
    assertThat(found(RuleSet.of(List.of(policy, same)))).hasSize(2);
  }
}
