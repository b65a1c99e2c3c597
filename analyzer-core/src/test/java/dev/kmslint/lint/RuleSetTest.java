package dev.kmslint.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RuleSetTest {
  private static final String LOCKOUT = "kms/lockout";
  private static final String PUBLIC = "kms/public-key-policy";

  private final RuleSet rules =
      RuleSet.of(List.of(TestRules.silent(LOCKOUT), TestRules.silent(PUBLIC)));

  @Test
  void withoutAChoiceEveryRuleRunsWithItsOwnSeverity() {
    RuleSet chosen = rules.select(List.of(), Map.of(), Map.of());
    assertThat(ids(chosen)).containsExactly(LOCKOUT, PUBLIC);
    assertThat(chosen.graded(LOCKOUT)).isNull();
  }

  @Test
  void theConfigurationTurnsOffAndGrades() {
    RuleSet chosen =
        rules.select(List.of(), Map.of(), Map.of(LOCKOUT, Grade.OFF, PUBLIC, Grade.NOTE));
    assertThat(ids(chosen)).containsExactly(PUBLIC);
    assertThat(chosen.graded(PUBLIC)).isEqualTo(Severity.NOTE);
    assertThat(chosen.severity(chosen.enabled().get(0).info())).isEqualTo(Severity.NOTE);
    assertThat(chosen.all()).hasSize(2);
  }

  @Test
  void theCommandLineGoesBeforeTheConfiguration() {
    Map<String, Grade> configuration = Map.of(LOCKOUT, Grade.OFF, PUBLIC, Grade.NOTE);
    RuleSet chosen =
        rules.select(List.of(), Map.of(LOCKOUT, Grade.WARNING, PUBLIC, Grade.OFF), configuration);
    assertThat(ids(chosen)).containsExactly(LOCKOUT);
    assertThat(chosen.graded(LOCKOUT)).isEqualTo(Severity.WARNING);
  }

  @Test
  void onlyRunsARuleThatTheConfigurationTurnsOff() {
    RuleSet chosen = rules.select(List.of(LOCKOUT), Map.of(), Map.of(LOCKOUT, Grade.OFF));
    assertThat(ids(chosen)).containsExactly(LOCKOUT);
    assertThat(chosen.graded(LOCKOUT)).isNull();
    RuleSet off = rules.select(List.of(LOCKOUT), Map.of(LOCKOUT, Grade.OFF), Map.of());
    assertThat(off.enabled()).isEmpty();
  }

  @Test
  void rulesAboutSharingAreMadeWhenTheyAreNeeded() {
    Rule deny =
        new TestRules.OfShare(
            TestRules.info("share/explicit-deny", Severity.ERROR), result -> List.of());
    AtomicInteger asked = new AtomicInteger();
    RuleSet set =
        RuleSet.of(
                new RuleSource() {
                  @Override
                  public List<Rule> rules() {
                    return List.of(TestRules.silent(LOCKOUT));
                  }

                  @Override
                  public List<Rule> shareRules() {
                    asked.incrementAndGet();
                    return List.of(deny);
                  }
                })
            .select(List.of(), Map.of(), Map.of());
    assertThat(set.enabledRules()).hasSize(1);
    assertThat(set.graded("share/explicit-deny")).isNull();
    assertThat(asked).hasValue(0);
    assertThat(ids(set)).containsExactly(LOCKOUT, "share/explicit-deny");
    assertThat(set.complaint("share/explicit-deny")).isEmpty();
    assertThat(ids(set.select(List.of("share/explicit-deny"), Map.of(), Map.of())))
        .containsExactly("share/explicit-deny");
    assertThat(asked).hasValue(1);
  }

  @Test
  void anUnknownIdIsAnswered() {
    assertThat(rules.complaint(LOCKOUT)).isEmpty();
    assertThat(rules.complaint("kms/lokout"))
        .contains("there is no rule `kms/lokout`; did you mean `kms/lockout`?");
    assertThat(rules.complaint("lockout"))
        .contains("there is no rule `lockout`; did you mean `kms/lockout`?");
    assertThat(rules.complaint("kms/nothing-like-it"))
        .contains("there is no rule `kms/nothing-like-it`");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules.select(List.of("kms/lokout"), Map.of(), Map.of()))
        .withMessageContaining("did you mean");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules.select(List.of(), Map.of(), Map.of("x/y", Grade.OFF)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules.select(List.of(), Map.of("x/y", Grade.OFF), Map.of()));
  }

  @Test
  void twoRulesOfOneIdAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RuleSet.of(List.of(TestRules.silent(LOCKOUT), TestRules.silent(LOCKOUT))));
  }

  @Test
  void gradesAreRead() {
    assertThat(Grade.of("off")).isEqualTo(Grade.OFF);
    assertThat(Grade.of("warning")).isEqualTo(Grade.WARNING);
    assertThat(Grade.of("Warning")).isNull();
  }

  private static List<String> ids(RuleSet rules) {
    return rules.enabled().stream().map(rule -> rule.info().id()).toList();
  }
}
