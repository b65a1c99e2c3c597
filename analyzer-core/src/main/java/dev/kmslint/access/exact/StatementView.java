package dev.kmslint.access.exact;

import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Truth;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One statement among the others of its policy. */
final class StatementView {
  private static final int MOST_MINIMIZED = 24;

  private final Catalog catalog;
  private final PolicySet policies;
  private final Question question;
  private final Language language;
  private final Program program;
  private final Rule about;

  StatementView(Catalog catalog, PolicySet policies, Question question, Statement statement) {
    this.catalog = catalog;
    this.policies = policies;
    this.question = question;
    this.language = new Language(catalog, List.of(policies));
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

  private Model model(String action, List<Term> more) {
    Question asked =
        new Question(
            question.who(), action, question.resource(), question.context(), question.side());
    Scope scope = new Scope(language, program.rules(), policies.owner(), asked, about);
    return new Model(scope, List.of(program), List.of(), more);
  }

  private Model model() {
    return model(question.action(), List.of());
  }

  Truth dead() {
    if (about.isVoid()) {
      return Truth.YES;
    }
    Model model = model();
    Search search = model.search();
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

  Coverage coveredBy(Predicate<Rule> others) {
    Model model = model();
    List<Target> targets = new ArrayList<>();
    for (Model.Matched each : model.matched()) {
      if (each.rule() == about) {
        targets.add(new Target(each.match(), each.strict(), each.wide()));
      }
    }
    return covered(model, targets, others, true);
  }

  Coverage coveredByDenies() {
    Model model = model();
    List<Target> targets = new ArrayList<>();
    for (Model.Matched each : model.matched()) {
      if (each.rule() == about) {
        targets.add(new Target(each.match(), each.strict(), each.wide()));
      }
    }
    return covered(model, targets, Rule::isDeny, false);
  }

  Coverage bypassed(String action, Predicate<Rule> others) {
    if (about.isVoid() || about.statement().conditions().isEmpty()) {
      return new Coverage(Truth.NO, List.of(), null);
    }
    Model model = model(action, List.of());
    List<Target> targets = new ArrayList<>();
    for (int match = 0; match < about.matches(); match++) {
      targets.add(
          new Target(
              match,
              model.without(about, match, axis -> true, false),
              model.without(about, match, axis -> true, true)));
    }
    return covered(model, targets, others, true);
  }

  /** A request that a Deny does not hit for lack of a key; see {@link StatementAnalysis}. */
  @Nullable Witness dodging(String key) {
    Term absent = new Term(key, Space.absent());
    Model model = model(question.action(), List.of(absent));
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
    Search search = model.search();
    for (Box box : model.without(about, 0, key::equals, false)) {
      model.space().limit(box, absent, true);
      for (Box allow : allows) {
        Search.Found found = box.meets(allow) ? search.outside(box.and(allow), denies) : null;
        if (found != null) {
          return new Witness(found.request());
        }
      }
    }
    return null;
  }

  /** What has to be covered, of one kind of match. */
  private record Target(int match, List<Box> strict, List<Box> wide) {}

  private Coverage covered(
      Model model, List<Target> targets, Predicate<Rule> others, boolean sameMatch) {
    boolean certain = true;
    boolean something = false;
    for (Target target : targets) {
      List<Hit> cover = hits(model, target, others, sameMatch, false);
      for (Box box : target.wide()) {
        Search search = model.search();
        something |= search.outside(box, List.of()) != null;
        boolean inside = search.outside(box, cover) == null;
        certain &= inside && !search.isIncomplete() && model.tooLarge().isEmpty();
      }
    }
    if (!something) {
      return new Coverage(Truth.NO, List.of(), null);
    }
    if (certain) {
      return new Coverage(Truth.YES, minimal(model, targets, others, sameMatch), null);
    }
    for (Target target : targets) {
      List<Hit> cover = hits(model, target, others, sameMatch, true);
      for (Box box : target.strict()) {
        Search.Found found = model.search().outside(box, cover);
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
      Model model, Target target, Predicate<Rule> others, boolean sameMatch, boolean asWide) {
    List<Hit> hits = new ArrayList<>();
    for (Model.Matched each : model.matched()) {
      boolean counts = !sameMatch || each.match() == target.match();
      if (counts && others.test(each.rule())) {
        each.boxes(asWide).forEach(box -> hits.add(new Hit(box, each.rule())));
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
    for (Target target : targets) {
      List<Hit> cover = hits(model, target, by, sameMatch, false);
      for (Box box : target.wide()) {
        if (model.search().outside(box, cover) != null) {
          return false;
        }
      }
    }
    return true;
  }
}
