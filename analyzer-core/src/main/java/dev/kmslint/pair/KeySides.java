package dev.kmslint.pair;

import dev.kmslint.access.PolicySet;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.exact.Answer;
import dev.kmslint.access.exact.Engine;
import dev.kmslint.access.exact.Question;
import dev.kmslint.access.exact.Who;
import dev.kmslint.catalog.Catalog;
import java.util.HashMap;
import java.util.Map;

/** What key policies say of callers; each question is answered once, and all are counted. */
final class KeySides {
  private final Catalog catalog;
  private final Map<String, Engine> engines = new HashMap<>();
  private final Map<Asked, Answer> answers = new HashMap<>();
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
  Answer answer(PairedKey key, Who who, String action) {
    String arn = key.arn().toString();
    Asked asked = new Asked(arn, who, action);
    Answer known = answers.get(asked);
    if (known == null) {
      questions++;
      Engine engine =
          engines.computeIfAbsent(
              arn, any -> Engine.compile(catalog, PolicySet.ofKey(key.policy(), key.owner())));
      known = engine.answer(new Question(who, action, arn, RequestContext.OPEN, Question.Side.KEY));
      answers.put(asked, known);
    }
    return known;
  }

  /** What compiled policies say about a key. */
  Answer ask(Engine engine, PairedKey key, Who who, String action, Question.Side side) {
    questions++;
    return engine.answer(
        new Question(who, action, key.arn().toString(), RequestContext.OPEN, side));
  }
}
