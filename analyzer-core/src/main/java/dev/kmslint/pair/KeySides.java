package dev.kmslint.pair;

import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.access.exact.Answer;
import dev.kmslint.access.exact.Engine;
import dev.kmslint.catalog.Catalog;
import java.util.HashMap;
import java.util.Map;

/** What key policies say of callers; each question is answered once, and all are counted. */
final class KeySides {
  private final Catalog catalog;
  private final Map<String, Engine> engines = new HashMap<>();
  private final Map<Asked, Outcome> outcomes = new HashMap<>();
  private final Map<Asked, Death> deaths = new HashMap<>();
  private final int most;
  private int questions;

  private record Asked(String key, Who who, String action) {}

  /**
   * @param most how many questions are answered
   */
  KeySides(Catalog catalog, int most) {
    this.catalog = catalog;
    this.most = most;
  }

  /** Whether no more questions are answered. */
  boolean isSpent() {
    return questions >= most;
  }

  /** What the key's side says; the policies of the caller's side are not asked. */
  Outcome outcome(PairedKey key, Who who, String action) {
    Asked asked = new Asked(key.arn().toString(), who, action);
    Outcome known = outcomes.get(asked);
    if (known == null) {
      known = answer(key, who, action).outcome();
      outcomes.put(asked, known);
    }
    return known;
  }

  /** Why the key's side never allows something. */
  Death death(PairedKey key, Who who, String action) {
    Asked asked = new Asked(key.arn().toString(), who, action);
    Death known = deaths.get(asked);
    if (known == null) {
      known = Death.of(answer(key, who, action));
      deaths.put(asked, known);
    }
    return known;
  }

  private Answer answer(PairedKey key, Who who, String action) {
    Engine engine =
        engines.computeIfAbsent(
            key.arn().toString(),
            any -> Engine.compile(catalog, PolicySet.ofKey(key.policy(), key.owner())));
    return ask(engine, key, who, action, Question.Side.KEY);
  }

  /** What compiled policies say about a key. */
  Answer ask(Engine engine, PairedKey key, Who who, String action, Question.Side side) {
    questions++;
    return engine.answer(
        new Question(who, action, key.arn().toString(), RequestContext.OPEN, side));
  }
}
