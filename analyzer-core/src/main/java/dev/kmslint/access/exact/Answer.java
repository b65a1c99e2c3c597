package dev.kmslint.access.exact;

import dev.kmslint.access.Layer;
import dev.kmslint.access.Outcome;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answer to a question. What explains it is worked out when it is first asked for. */
public final class Answer {
  private final Outcome outcome;
  private final String reason;
  private final @Nullable Witness allowed;
  private final @Nullable Witness denied;
  private final @Nullable String internalError;
  private final @Nullable Explainer explainer;
  private volatile @Nullable Explanation explanation;

  Answer(
      Outcome outcome,
      String reason,
      @Nullable Witness allowed,
      @Nullable Witness denied,
      @Nullable String internalError,
      @Nullable Explainer explainer) {
    this.outcome = outcome;
    this.reason = reason;
    this.allowed = allowed;
    this.denied = denied;
    this.internalError = internalError;
    this.explainer = explainer;
  }

  /** Over all requests of the question. */
  public Outcome outcome() {
    return outcome;
  }

  /** Of an unknown answer, and where there is no request at all: why; else empty. */
  public String reason() {
    return reason;
  }

  /**
   * A request that is certainly allowed; null when none was found. Also an unknown answer can have
   * one.
   */
  public @Nullable Witness allowed() {
    return allowed;
  }

  /** A request that is certainly not allowed; null when none was found. */
  public @Nullable Witness denied() {
    return denied;
  }

  /**
   * What the check of a witness found wrong with this answer, which then is unknown; null when
   * nothing.
   */
  public @Nullable String internalError() {
    return internalError;
  }

  /**
   * On what it depends: condition keys in lower case; where none decides, {@code principal}, {@code
   * action} or {@code resource}.
   */
  public Set<String> on() {
    return explanation().on();
  }

  /**
   * The statements that decide: those that allow the allowed witness; where nothing is allowed, a
   * minimal set of Deny statements, or the Allow statements that are nearest.
   */
  public List<Because> because() {
    return explanation().because();
  }

  /** Where nothing is allowed and no Deny decides: the layer that lets nothing through. */
  public @Nullable Layer stoppedBy() {
    return explanation().stoppedBy();
  }

  private Explanation explanation() {
    Explanation known = explanation;
    if (known == null) {
      known = explainer == null ? Explanation.NONE : explainer.explain();
      explanation = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return outcome.word() + (reason.isEmpty() ? "" : ": " + reason);
  }
}
