package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Decision;
import dev.kmslint.access.Evaluator;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.Request;
import dev.kmslint.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random scenarios, each from its own seed: every witness must be confirmed, and no request that is
 * drawn may contradict an answer. No answer is missing for its size. {@code -Dscenarios=10000} runs
 * more of them.
 */
class RandomScenariosTest {
  private static final int SCENARIOS = Integer.getInteger("scenarios", 1_000);
  private static final int REQUESTS = 15;
  private final Evaluator judge = new Evaluator(Catalog.builtIn());

  @Test
  void noAnswerIsWrong() {
    run(false, 0);
  }

  @Test
  void noAnswerIsWrongWhereMeaningIsUncertain() {
    run(true, 1_000_000);
  }

  private void run(boolean withDoubts, long firstSeed) {
    List<String> wrong = new ArrayList<>();
    java.util.Map<String, Integer> reasons = new java.util.TreeMap<>();
    int[] count = new int[Outcome.values().length];
    for (long seed = firstSeed; seed < firstSeed + SCENARIOS; seed++) {
      Scenarios scenarios = new Scenarios(seed, withDoubts);
      PolicySet policies = scenarios.policies(seed % 10 == 0 ? 50 : 4);
      Question question = scenarios.question();
      Answer answer = Engine.compile(Catalog.builtIn(), policies).answer(question);
      count[answer.outcome().ordinal()]++;
      if (!answer.reason().isEmpty()) {
        reasons.merge(answer.reason().replaceAll("`[^`]*`", "_"), 1, Integer::sum);
      }
      if (answer.internalError() != null) {
        wrong.add(seed + ": " + answer.internalError());
      }
      for (int i = 0; i < REQUESTS; i++) {
        Request request = scenarios.request(question);
        String fault =
            request == null ? null : contradiction(policies, question, answer, request, withDoubts);
        if (fault != null) {
          wrong.add(seed + ": " + answer.outcome() + " to " + question + ", but " + fault);
          break;
        }
      }
    }
    String counts = "always, never, depends, unknown: " + java.util.Arrays.toString(count);
    assertThat(wrong).as(counts).isEmpty();
    assertThat(reasons.keySet())
        .as("an answer is missing where AWS is not silent")
        .allSatisfy(reason -> assertThat(reason).doesNotContain("too large", "too many"));
    int unknown = count[Outcome.UNKNOWN.ordinal()];
    assertThat(unknown).as(counts).isLessThan(withDoubts ? SCENARIOS / 4 : SCENARIOS / 100);
    for (Outcome outcome : List.of(Outcome.ALWAYS, Outcome.NEVER, Outcome.DEPENDS)) {
      assertThat(count[outcome.ordinal()]).as(counts).isGreaterThan(SCENARIOS / 20);
    }
    System.out.println("[" + (withDoubts ? "with" : "without") + " doubts] " + counts);
  }

  private @Nullable String contradiction(
      PolicySet policies, Question question, Answer answer, Request request, boolean withDoubts) {
    Decision decision = judge.decide(policies, request);
    Outcome outcome =
        switch (question.side()) {
          case BOTH -> decision.outcome();
          case KEY -> decision.keySide();
          case IDENTITY -> decision.identitySide();
        };
    if (withDoubts && outcome == Outcome.UNKNOWN) {
      return null; // an answer can hold whatever the doubts mean, which one request cannot show
    }
    boolean contradicts =
        (answer.outcome() == Outcome.NEVER && outcome != Outcome.NEVER)
            || (answer.outcome() == Outcome.ALWAYS && outcome != Outcome.ALWAYS);
    return contradicts ? new Witness(request) + " is " + outcome : null;
  }
}
