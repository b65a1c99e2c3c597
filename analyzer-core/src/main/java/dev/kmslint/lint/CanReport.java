package dev.kmslint.lint;

import dev.kmslint.access.KeyNames;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.Question;
import dev.kmslint.access.exact.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one access question.
 *
 * @param question what was asked
 * @param answer null when an input could not be read, and where there are answers for each of many
 * @param principals where each user and role of some accounts was asked about: the answers for
 *     them, of which the whole answer is made; else null
 * @param reason why the answer is what it is, where a sentence can say it: a phrase; else empty
 * @param names how condition keys are written
 * @param assumptions what was taken for granted: sentences, lower case, without a final period
 * @param inferred what was inferred from the inputs, in the same form
 * @param warnings what people should know without asking, in the same form
 * @param errors inputs that could not be read
 */
public record CanReport(
    Question question,
    @Nullable Answer answer,
    @Nullable List<PrincipalAnswer> principals,
    String reason,
    KeyNames names,
    List<String> assumptions,
    List<String> inferred,
    List<String> warnings,
    List<Report.InputError> errors) {

  public CanReport {
    assumptions = List.copyOf(assumptions);
    inferred = List.copyOf(inferred);
    warnings = List.copyOf(warnings);
    errors = List.copyOf(errors);
  }

  /**
   * The answer; unknown when an input could not be read. Of many principals it is the one that all
   * have; else it depends, as soon as one of them can be allowed and one can be refused.
   */
  public Outcome outcome() {
    if (principals != null && !principals.isEmpty()) {
      return together(principals);
    }
    return answer == null ? Outcome.UNKNOWN : answer.outcome();
  }

  private static Outcome together(List<PrincipalAnswer> principals) {
    boolean allowed = false;
    boolean refused = false;
    boolean unknown = false;
    for (PrincipalAnswer each : principals) {
      allowed |= each.outcome() == Outcome.ALWAYS || each.outcome() == Outcome.DEPENDS;
      refused |= each.outcome() == Outcome.NEVER || each.outcome() == Outcome.DEPENDS;
      unknown |= each.outcome() == Outcome.UNKNOWN;
    }
    if (allowed && refused) {
      return Outcome.DEPENDS;
    }
    return unknown ? Outcome.UNKNOWN : allowed ? Outcome.ALWAYS : Outcome.NEVER;
  }

  /** The exit status: 0 when every request is allowed, 3 for errors, else 1. */
  public int status() {
    if (!errors.isEmpty()) {
      return 3;
    }
    return outcome() == Outcome.ALWAYS ? 0 : 1;
  }
}
