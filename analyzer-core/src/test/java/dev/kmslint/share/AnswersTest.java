package dev.kmslint.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.exact.Answer;
import dev.kmslint.access.exact.Contradiction;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.lint.Linter;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final String OPEN = "'Condition': {'StringEquals':{'aws:PrincipalOrgID':'o-1'},";

  private static final class Wrong extends Answers {
    Wrong(PolicySet policies) {
      super(Catalog.builtIn(), policies);
    }

    @Override
    Answer exactly(Question question) {
      return Contradiction.answer();
    }
  }

  private static ShareResult check(Shares shares) {
    ShareInput input = shares.input();
    ShareFacts facts = ShareFacts.of(input);
    Obligations obligations = new Obligations(input, facts);
    Answers wrong = new Wrong(obligations.policies());
    return new ShareCheck(Catalog.builtIn()).check(input, facts, obligations, wrong);
  }

  @Test
  void aContradictionLeavesTheShareUnknownAndIsNamedOnce() {
    ShareResult result = check(new Shares().inKeyPolicy("'Condition': {", OPEN));
    assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(result.internalErrors()).containsExactly(Contradiction.ERROR);
    Report.InputError error = new Linter(RuleSet.of(List.of())).check(result).errors().get(0);
    assertThat(error.file()).isEqualTo("share.yml");
    assertThat(error.message())
        .isEqualTo("internal error while checking share `test`: " + Contradiction.ERROR);
    assertThat(error.failure()).isNotNull();
  }

  @Test
  void whereNothingIsOpenTheEngineIsNotAsked() {
    assertThat(check(new Shares()).internalErrors()).isEmpty();
    assertThat(new Shares().check().internalErrors()).isEmpty();
  }
}
