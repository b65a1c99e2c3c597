package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PartsTest {
  private static final String TEXT =
      "{'Sid':'one','Effect':'Deny','Principal':'*','NotAction':['kms:A*','kms:B*'],"
          + "'NotResource':['r1','r2'],'Condition':{'Bool':{'a:b':'true'}}}";
  private static final Policy POLICY =
      Policies.key(TEXT, "{'Effect':'Allow','Principal':'*'}", TEXT);
  private static final Statement FULL = POLICY.statements().get(0);
  private static final Statement BARE = POLICY.statements().get(1);

  @Test
  void oneIsLeftOutAndNotItsEqual() {
    String one = new String("same");
    String equal = new String("same");
    assertThat(Parts.without(List.of(one, equal, "other"), equal))
        .satisfiesExactly(
            first -> assertThat(first).isSameAs(one),
            second -> assertThat(second).isEqualTo("other"));
  }

  @Test
  void otherActionsLeaveTheRestAsItIs() {
    Actions.Entry entry = Objects.requireNonNull(FULL.actions()).entries().get(1);
    Statement changed = Parts.withActions(FULL, List.of(entry));
    assertThat(changed)
        .usingRecursiveComparison()
        .ignoringFields("actions.entries")
        .isEqualTo(FULL);
    assertThat(Objects.requireNonNull(changed.actions()).entries()).containsExactly(entry);
  }

  @Test
  void otherResourcesLeaveTheRestAsItIs() {
    Resources.Entry entry = Objects.requireNonNull(FULL.resources()).entries().get(1);
    Statement changed = Parts.withResources(FULL, List.of(entry));
    assertThat(changed)
        .usingRecursiveComparison()
        .ignoringFields("resources.entries")
        .isEqualTo(FULL);
    assertThat(Objects.requireNonNull(changed.resources()).entries()).containsExactly(entry);
  }

  @Test
  void aStatementWithoutAnyGetsNone() {
    assertThat(Parts.withActions(BARE, List.of())).isSameAs(BARE);
    assertThat(Parts.withResources(BARE, List.of())).isSameAs(BARE);
  }

  @Test
  void partsStandInThePlaceOfTheirStatement() {
    Statement first = Parts.withActions(FULL, List.of());
    Statement second = Parts.withResources(FULL, List.of());
    Policy changed = Parts.with(POLICY, FULL, List.of(first, second));
    assertThat(changed.statements())
        .usingElementComparator((a, b) -> a == b ? 0 : 1)
        .containsExactly(first, second, BARE, POLICY.statements().get(2));
    assertThat(changed).usingRecursiveComparison().ignoringFields("statements").isEqualTo(POLICY);
    assertThat(Parts.with(POLICY, FULL, List.of()).statements()).hasSize(2);
    assertThat(Parts.with(POLICY, FULL, List.of(first)).statements().get(0)).isSameAs(first);
  }

  @Test
  void aPolicyWithTheSameStatementIsTheSame() {
    assertThat(Parts.with(POLICY, FULL, List.of(FULL))).isSameAs(POLICY);
  }
}
