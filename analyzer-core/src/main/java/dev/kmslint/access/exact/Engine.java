package dev.kmslint.access.exact;

import dev.kmslint.access.PolicySet;
import dev.kmslint.catalog.Catalog;

/**
 * Answers questions about access over all the requests that they leave open: exactly, with a
 * request that shows it, and {@link dev.kmslint.access.Outcome#UNKNOWN} only where AWS does not say
 * what a policy means, where something was not given, or where a budget (a count, never a time) ran
 * out.
 *
 * <p>Immutable to its callers and safe for use by several threads.
 */
public final class Engine {
  private final Program program;
  private final Catalog catalog;

  private Engine(Catalog catalog, PolicySet policies) {
    this.catalog = catalog;
    this.program = new Program(catalog, policies);
  }

  /** Makes policies ready for questions. */
  public static Engine compile(Catalog catalog, PolicySet policies) {
    return new Engine(catalog, policies);
  }

  /** Answers a question. */
  public Answer answer(Question question) {
    return new Inquiry(catalog, new Scope(program, question)).answer();
  }
}
