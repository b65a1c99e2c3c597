package dev.kmslint.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.exact.Policies;
import dev.kmslint.access.exact.StatementAnalysis;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EffortTest {
  @Test
  void aPartTakesFromTheWhole() {
    Effort whole = Effort.of(3);
    Effort part = whole.part(2);
    assertThat(part.spend()).isTrue();
    assertThat(part.spend()).isTrue();
    assertThat(part.spend()).isFalse();
    assertThat(whole.spend()).isTrue();
    assertThat(whole.part(1).spend()).isFalse();
  }

  @Test
  void itIsSpentWhenNothingIsLeft() {
    Effort effort = Effort.of(1);
    assertThat(effort.isSpent()).isFalse();
    assertThat(effort.spend()).isTrue();
    assertThat(effort.isSpent()).isTrue();
  }

  /** The resources are in doubt, so that there are axes for the doubts, too. */
  @Test
  void whatNeedsMoreIsNotDecided() {
    String statement =
        "{'Effect':'Allow','Action':'s3:*','Resource':['arn:aws:s3:::a*b:c','arn:aws:s3:::d*e:f']}";
    Policy policy = Policies.identity(statement, statement);
    assertThat(isCovered(policy, 20_000)).isTrue();
    for (int states = 0; states < 50; states++) {
      assertThat(isCovered(policy, states)).as(states + " states").isFalse();
    }
  }

  private static boolean isCovered(Policy policy, int states) {
    StatementAnalysis analysis =
        new StatementAnalysis(Catalog.builtIn(), policy, "", "aws", Effort.of(states));
    return !analysis.covering(policy.statements().get(0), Set.of()).isEmpty();
  }
}
