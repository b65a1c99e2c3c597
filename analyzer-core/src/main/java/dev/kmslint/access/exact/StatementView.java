package dev.kmslint.access.exact;

import dev.kmslint.access.Effort;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.Truth;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.box.Space;
import dev.kmslint.access.exact.search.Hit;
import dev.kmslint.access.exact.search.Model;
import dev.kmslint.access.exact.search.Scope;
import dev.kmslint.access.exact.search.Search;
import dev.kmslint.access.exact.term.DerivedKeys;
import dev.kmslint.access.exact.term.Language;
import dev.kmslint.access.exact.term.Program;
import dev.kmslint.access.exact.term.Rule;
import dev.kmslint.access.exact.term.Term;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One statement among the others of its policy. */
@SuppressWarnings("ReferenceEquality") // the same statement, not an equal one
final class StatementView {
  private static final int MOST_MINIMIZED = 24;

  private final Catalog catalog;
  private final PolicySet policies;
  private final Question question;
  private final Language language;
  private final Program program;
  private final Rule about;

  /**
   * @param effort for everything that is asked; null where each axis is on its own
   */
  StatementView(
      Catalog catalog,
      PolicySet policies,
      Question question,
      Statement statement,
      @Nullable Effort effort) {
    this.catalog = catalog;
    this.policies = policies;
    this.question = question;
    this.language = new Language(catalog, List.of(policies), effort);
    this.program = new Program(language, policies);
    Rule found = null;
    for (Rule rule : program.rules()) {
      if (rule.statement() == statement) {
        found = rule;
      }
    }
    if (found == null) {
      throw new IllegalArgumentException("not a statement of the policy");
    }
    this.about = found;
  }

  private Model model(String action, List<Term> more, boolean withDoubts) {
    return new Model(scope(action), List.of(program), List.of(), more, withDoubts);
  }

  private Scope scope(String action) {
    Question asked =
        new Question(
            question.who(), action, question.resource(), question.context(), question.side());
    return new Scope(language, program.rules(), policies.owner(), asked, about);
  }

  Truth dead() {
    if (about.isVoid()) {
      return Truth.YES;
    }
    Model model = model(question.action(), List.of(), false);
    Search search = new Search(model);
    for (Model.Matched each : model.matched()) {
      if (each.rule() == about) {
        for (Box box : each.wide()) {
          if (search.outside(box, List.of()) != null) {
            return Truth.NO;
          }
        }
      }
    }
    return search.isIncomplete() || !model.tooLarge().isEmpty() ? Truth.MAYBE : Truth.YES;
  }

  /** Whether all that the statement matches is matched by others in the same way. */
  Coverage coveredBy(Predicate<Rule> others) {
    return covered(question.action(), others, true, axis -> false);
  }

  /** Whether all that the statement matches is denied. */
  Coverage coveredByDenies() {
    return covered(question.action(), Rule::isDeny, false, axis -> false);
  }

  /** Others that certainly match, in the same way, all that the statement matches, if anything. */
  List<Statement> covering(Predicate<Rule> others) {
    return about.isVoid() ? List.of() : covering(others, true);
  }

  /** Deny statements that certainly hit all that the statement matches, if anything. */
  List<Statement> denying() {
    return about.isVoid() ? List.of() : covering(Rule::isDeny, false);
  }

  private List<Statement> covering(Predicate<Rule> others, boolean sameMatch) {
    Sampling sampling = new Sampling(scope(question.action()), about);
    if (!sampling.mayBeCovered(program.rules(), others)) {
      return List.of();
    }
    Model whole = model(question.action(), List.of(), true);
    List<Target> all = targets(whole, axis -> false, true);
    if (!whole.space().isSplit()) {
      return List.of();
    }
    boolean covered =
        isCovered(whole, all, others, sameMatch) && !isCovered(whole, all, rule -> false, false);
    return covered ? minimal(whole, all, others, sameMatch) : List.of();
  }

  /** Whether others match all that the statement would match for an action without conditions. */
  Coverage bypassed(String action, Predicate<Rule> others) {
    return about.isVoid() || about.statement().conditions().isEmpty()
        ? new Coverage(Truth.NO, List.of(), null)
        : covered(action, others, true, axis -> true);
  }

  /** A request that a Deny does not hit for lack of a key; see {@link StatementAnalysis}. */
  @Nullable Witness dodging(String key) {
    Term absent = new Term(key, Space.absent());
    if (DerivedKeys.isDerived(key)) {
      return null;
    }
    Model model = model(question.action(), List.of(absent), false);
    List<Hit> denies = new ArrayList<>();
    List<Box> allows = new ArrayList<>();
    boolean allowing = false;
    for (Rule rule : program.rules()) {
      allowing |= rule.statement().isAllow();
    }
    for (Model.Matched each : model.matched()) {
      if (each.rule().isDeny()) {
        each.wide().forEach(box -> denies.add(new Hit(box, each.rule())));
      } else {
        allows.addAll(each.strict());
      }
    }
    if (!allowing) {
      allows.add(model.space().everything());
    }
    Search search = new Search(model);
    for (Box box : model.without(about, 0, key::equals, false)) {
      model.space().limit(box, absent, true);
      for (Box allow : allows) {
        Search.Found found = box.meets(allow) ? search.outside(box.and(allow), denies) : null;
        if (found != null) {
          return dodged(new Witness(found.request()), key, model);
        }
      }
    }
    return null;
  }

  /** What the evaluator refuses is no request where values are not told apart, else an error. */
  private @Nullable Witness dodged(Witness witness, String key, Model model) {
    Statement deny = about.statement();
    if (StatementJudge.dodges(catalog, policies, witness.request(), deny, key)) {
      return witness;
    }
    if (!model.tooLarge().isEmpty()) {
      return null;
    }
    throw new IllegalStateException("the request " + witness + " does not dodge " + deny.title());
  }

  /** What has to be covered, by one kind of match. */
  private record Target(Rule.Match match, List<Box> boxes) {}

  private List<Target> targets(Model model, Predicate<String> dropped, boolean asWide) {
    List<Target> targets = new ArrayList<>();
    for (int way = 0; way < about.ways(); way++) {
      targets.add(new Target(about.match(way), model.without(about, way, dropped, asWide)));
    }
    return targets;
  }

  private Coverage covered(
      String action, Predicate<Rule> others, boolean sameMatch, Predicate<String> dropped) {
    if (about.isVoid()) {
      return new Coverage(Truth.NO, List.of(), null);
    }
    Model whole = model(action, List.of(), true);
    List<Target> all = targets(whole, dropped, true);
    if (isCovered(whole, all, rule -> false, false)) {
      return new Coverage(Truth.NO, List.of(), null);
    }
    if (isCovered(whole, all, others, sameMatch)) {
      return new Coverage(Truth.YES, minimal(whole, all, others, sameMatch), null);
    }
    Model model = model(action, List.of(), false);
    for (Target target : targets(model, dropped, false)) {
      List<Hit> cover = hits(model, target, others, sameMatch);
      for (Box box : target.boxes()) {
        Search.Found found = new Search(model).outside(box, cover);
        if (found != null) {
          return judged(found);
        }
      }
    }
    return new Coverage(Truth.MAYBE, List.of(), null);
  }

  /**
   * A request outside of the others, unless the evaluator does not see that the rule matches it.
   */
  private Coverage judged(Search.Found found) {
    boolean seen = StatementJudge.matches(catalog, policies, found.request(), about.statement());
    return seen
        ? new Coverage(Truth.NO, List.of(), new Witness(found.request()))
        : new Coverage(Truth.MAYBE, List.of(), null);
  }

  private static List<Hit> hits(
      Model model, Target target, Predicate<Rule> others, boolean sameMatch) {
    List<Hit> hits = new ArrayList<>();
    for (Model.Matched each : model.matched()) {
      boolean counts = !sameMatch || each.match() == target.match();
      if (counts && others.test(each.rule())) {
        each.wide().forEach(box -> hits.add(new Hit(box, each.rule())));
      }
    }
    return hits;
  }

  /** Statements that still cover everything, without those that can be left out. */
  private List<Statement> minimal(
      Model model, List<Target> targets, Predicate<Rule> others, boolean sameMatch) {
    Set<Rule> kept = new LinkedHashSet<>();
    for (Model.Matched each : model.matched()) {
      if (others.test(each.rule())) {
        kept.add(each.rule());
      }
    }
    if (kept.size() <= MOST_MINIMIZED) {
      List<Rule> last = new ArrayList<>(kept);
      java.util.Collections.reverse(last);
      for (Rule rule : last) {
        kept.remove(rule);
        if (!isCovered(model, targets, kept::contains, sameMatch)) {
          kept.add(rule);
        }
      }
    }
    List<Statement> statements = new ArrayList<>();
    for (Rule rule : program.rules()) {
      if (kept.contains(rule)) {
        statements.add(rule.statement());
      }
    }
    return statements;
  }

  private static boolean isCovered(
      Model model, List<Target> targets, Predicate<Rule> by, boolean sameMatch) {
    Search search = new Search(model);
    for (Target target : targets) {
      List<Hit> cover = hits(model, target, by, sameMatch);
      for (Box box : target.boxes()) {
        if (search.outside(box, cover) != null || search.isIncomplete()) {
          return false;
        }
      }
    }
    return model.tooLarge().isEmpty();
  }
}
