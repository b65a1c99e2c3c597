package dev.kmslint.share;

import dev.kmslint.access.Decision;
import dev.kmslint.access.Evaluator;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.Request;
import dev.kmslint.access.Who;
import dev.kmslint.access.exact.Answer;
import dev.kmslint.access.exact.Engine;
import dev.kmslint.catalog.Catalog;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers what each side says to the requests of an obligation. Where the statement-by-statement
 * look is sure, it is right; only where it is not, the exact engine is asked.
 */
class Answers {
  private final Catalog catalog;
  private final PolicySet policies;
  private final Evaluator evaluator;
  private final Set<String> internalErrors = new LinkedHashSet<>();
  private @Nullable Engine engine;

  Answers(Catalog catalog, PolicySet policies) {
    this.catalog = catalog;
    this.policies = policies;
    this.evaluator = new Evaluator(catalog);
  }

  /**
   * What the sides say.
   *
   * @param decision the statement-by-statement look, which names the statements
   * @param on the open keys, in lower case, and {@code principal}, on which an answer hangs
   */
  record Sides(Decision decision, Outcome key, Outcome identity, Outcome both, Set<String> on) {}

  Sides ask(Request request) {
    Decision decision = evaluator.decide(policies, request);
    Set<String> on = new LinkedHashSet<>();
    Outcome key = exact(decision.keySide(), request, Question.Side.KEY, on);
    Outcome identity = exact(decision.identitySide(), request, Question.Side.IDENTITY, on);
    Outcome both = exact(decision.outcome(), request, Question.Side.BOTH, on);
    return new Sides(decision, key, identity, both, on);
  }

  private Outcome exact(Outcome outcome, Request request, Question.Side side, Set<String> on) {
    boolean sure = outcome == Outcome.ALWAYS || outcome == Outcome.NEVER;
    if (sure || request.resource().isEmpty()) {
      return outcome;
    }
    Question question =
        new Question(
            Who.of(request.caller()),
            request.action(),
            request.resource(),
            request.context(),
            side);
    Answer answer = answer(question);
    on.addAll(answer.on());
    return answer.outcome();
  }

  /** The exact answer; what is wrong with it is remembered. */
  final Answer answer(Question question) {
    Answer answer = exactly(question);
    if (answer.internalError() != null) {
      internalErrors.add(answer.internalError());
    }
    return answer;
  }

  /** What the engine found wrong with its own answers, each once. */
  final List<String> internalErrors() {
    return List.copyOf(internalErrors);
  }

  Answer exactly(Question question) {
    Engine compiled = engine;
    if (compiled == null) {
      compiled = Engine.compile(catalog, policies);
      engine = compiled;
    }
    return compiled.answer(question);
  }
}
