package dev.kmslint.pair;

import dev.kmslint.access.Layer;
import dev.kmslint.access.exact.Answer;
import dev.kmslint.access.exact.Because;
import dev.kmslint.pair.DeadPermission.Why;
import dev.kmslint.policy.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Why an action has no effect.
 *
 * @param nearest the statement of the key policy that denies it or comes nearest
 */
record Death(Why why, @Nullable Statement nearest) {
  /** Why an answer is never. */
  static Death of(Answer answer) {
    for (Because because : answer.because()) {
      if (because.layer() == Layer.KEY_POLICY) {
        boolean denies = because.part() == Because.Part.DENIES;
        return new Death(denies ? Why.DENIED : Why.NOT_ALLOWED, because.statement());
      }
    }
    return new Death(Why.NOT_ALLOWED, null);
  }
}
