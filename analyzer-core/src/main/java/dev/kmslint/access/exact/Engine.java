package dev.kmslint.access.exact;

import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.exact.atom.Pattern;
import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.ValueTest;
import dev.kmslint.access.exact.search.Scope;
import dev.kmslint.access.exact.term.ConditionCompiler;
import dev.kmslint.access.exact.term.Language;
import dev.kmslint.access.exact.term.Program;
import dev.kmslint.access.exact.term.Term;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.Policy;
import java.util.List;
import java.util.Locale;

/**
 * Answers questions about access over all the requests that they leave open: exactly, with a
 * request that shows it, and {@link dev.kmslint.access.Outcome#UNKNOWN} only where AWS does not say
 * what a policy means, where something was not given, or where a budget (a count, never a time) ran
 * out.
 *
 * <p>Immutable to its callers and safe for use by several threads.
 */
public final class Engine {
  private final Catalog catalog;
  private final Language language;
  private final Program program;

  private Engine(Catalog catalog, PolicySet policies) {
    this.catalog = catalog;
    this.language = new Language(catalog, List.of(policies));
    this.program = new Program(language, policies);
  }

  /** Makes policies ready for questions. */
  public static Engine compile(Catalog catalog, PolicySet policies) {
    return new Engine(catalog, policies);
  }

  /**
   * Makes a key policy ready for questions about what the key's side allows: the policies of every
   * caller's own account are taken to allow everything.
   *
   * @param owner the key's account; empty when unknown
   */
  public static Engine ofKeyPolicy(Catalog catalog, Policy keyPolicy, String owner) {
    return new Engine(catalog, AllowAll.with(keyPolicy, owner));
  }

  /** Answers a question. */
  public Answer answer(Question question) {
    return new Inquiry(catalog, scope(question), program, List.of()).answer();
  }

  /**
   * Answers a question for those of its requests that do not hold a value under a condition key, be
   * it that they hold another one or lack the key. The answer {@code NEVER} says that what the
   * question allows requires the value.
   */
  public Answer answerWithout(Question question, String key, String value) {
    Scope scope = scope(question);
    String name = key.toLowerCase(Locale.ROOT);
    ValueTest.Text held = new ValueTest.Text(List.of(Pattern.literal(value)));
    boolean many = language.facts().isMany(name);
    ConditionOperator operator =
        new ConditionOperator(
            ConditionOperator.Base.STRING_EQUALS,
            many ? ConditionOperator.SetPrefix.FOR_ANY_VALUE : ConditionOperator.SetPrefix.NONE,
            false);
    Predicate holds = language.compiler().holds(name, operator, held, scope.keys());
    Term term = new Term(ConditionCompiler.axis(name, scope.keys()), holds);
    return new Inquiry(catalog, scope, program, List.of(term)).answer();
  }

  /**
   * Whether some request of a question is allowed by one set of policies and not by another one.
   *
   * @param question its side and what else it says holds for both sets
   */
  public static Change newAccess(
      Catalog catalog, PolicySet before, PolicySet after, Question question) {
    return new Difference(catalog, before, after, question).change();
  }

  private Scope scope(Question question) {
    return new Scope(language, program.rules(), program.policies().owner(), question);
  }
}
