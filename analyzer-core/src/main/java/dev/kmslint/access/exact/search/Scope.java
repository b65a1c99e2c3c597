package dev.kmslint.access.exact.search;

import dev.kmslint.access.Caller;
import dev.kmslint.access.Question;
import dev.kmslint.access.Who;
import dev.kmslint.access.exact.atom.Domain;
import dev.kmslint.access.exact.atom.Pattern;
import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.Seen;
import dev.kmslint.access.exact.atom.TestPredicate;
import dev.kmslint.access.exact.atom.ValueTest;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.box.Space;
import dev.kmslint.access.exact.term.ActionSet;
import dev.kmslint.access.exact.term.Callers;
import dev.kmslint.access.exact.term.Language;
import dev.kmslint.access.exact.term.QuestionKeys;
import dev.kmslint.access.exact.term.ResourceSpace;
import dev.kmslint.access.exact.term.Rule;
import dev.kmslint.access.exact.term.Term;
import dev.kmslint.catalog.Presence;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a question is about, resolved: its actions, the domains of caller and resource, and what
 * further limits them.
 */
public final class Scope {
  private static final String SERVICE_NAMES = "aws:principalservicenameslist";

  private final Language language;
  private final Question question;
  private final ActionSet actions;
  private final QuestionKeys keys;
  private final Domain callers;
  private final Domain resources;
  private final String owner;
  private final boolean acrossPartitions;

  /** What resources can be, for some of the actions; empty where the question says it. */
  private final Map<Predicate, long[]> ofActions;

  private final boolean ownResources;

  /** Terms that all requests of the question satisfy, and terms that none does. */
  private final List<Term> within = new ArrayList<>();

  private final List<Term> without = new ArrayList<>();

  /**
   * @param rules everything whose actions matter
   * @param given the key's account as it was given; empty when it was not
   */
  public Scope(Language language, List<Rule> rules, String given, Question question) {
    this(language, rules, given, question, null, false);
  }

  /** For a comparison of policies, to which actions matter that the catalogue does not know. */
  public static Scope ofChange(
      Language language, List<Rule> rules, String given, Question question) {
    return new Scope(language, rules, given, question, null, true);
  }

  /**
   * @param about a rule of which alone the requests are of interest; null for all
   */
  public Scope(
      Language language, List<Rule> rules, String given, Question question, @Nullable Rule about) {
    this(language, rules, given, question, about, false);
  }

  private Scope(
      Language language,
      List<Rule> rules,
      String given,
      Question question,
      @Nullable Rule about,
      boolean unlisted) {
    this.language = language;
    this.question = question;
    String text = question.resource();
    boolean literal = text.indexOf('*') < 0 && text.indexOf('?') < 0;
    Arn arn = Arn.parse(text);
    boolean named = arn != null && Arn.isAccountId(arn.account());
    owner = given.isEmpty() && named && arn != null ? arn.account() : given;
    String partition = partition();
    boolean anything = text.equals("*") && question.side() == Question.Side.IDENTITY;
    boolean anyKey = !anything && (text.equals("*") || text.isEmpty());
    boolean key =
        anyKey || (arn != null && arn.service().equals("kms") && arn.resource().startsWith("key/"));
    List<Pattern> own = about == null || !anything ? List.of() : about.resources();
    ownResources = !own.isEmpty();
    if (literal && !text.isEmpty()) {
      resources = Domain.of(List.of(text));
    } else if (anything) {
      resources = Domain.of(Domain.Kind.TEXT, own.isEmpty() ? ResourceSpace.anything() : own);
    } else if (anyKey) {
      resources = Domain.of(Domain.Kind.TEXT, ResourceSpace.keys(partition, owner));
    } else {
      Pattern pattern = Pattern.of(Glob.of(text));
      if (key && arn != null) {
        resources = Domain.of(Domain.Kind.TEXT, ResourceSpace.keys(arn.partition(), ""));
        ValueTest.Text asked = new ValueTest.Text(List.of(pattern));
        within.add(new Term(Term.RESOURCE, new TestPredicate(asked)));
      } else {
        resources = Domain.of(Domain.Kind.TEXT, List.of(pattern));
      }
    }
    actions =
        ActionSet.of(
            language.facts().catalog(), question.action(), key && about == null, rules, about);
    if (unlisted) {
      actions.addUnlisted(language.facts().catalog(), question.action(), key, rules);
    }
    boolean taken = key || (literal && about == null);
    ofActions = taken ? Map.of() : language.resources().of(actions, about == null ? partition : "");
    acrossPartitions = arn != null && literal && !arn.partition().equals(partition);
    Caller caller = question.who() instanceof Who.One one ? one.caller() : null;
    callers = Domain.of(Domain.Kind.TEXT, callers(question.who(), rules));
    keys =
        new QuestionKeys(
            language.facts(), question.context(), actions, caller, literal ? text : null);
  }

  private String partition() {
    Who who = question.who();
    if (who instanceof Who.One one) {
      String partition = one.caller().partition();
      return partition.isEmpty() ? "aws" : partition;
    }
    if (who instanceof Who.Everybody all) {
      return all.partition();
    }
    return who instanceof Who.Matching matching
        ? matching.partition()
        : ((Who.Anyone) who).partition();
  }

  private List<Pattern> callers(Who who, List<Rule> rules) {
    Callers space = language.callers();
    if (who instanceof Who.One one) {
      return space.of(one.caller());
    }
    if (who instanceof Who.Everybody all) {
      return space.ofAccount(all.partition(), all.account(), true);
    }
    if (who instanceof Who.Matching matching) {
      List<Pattern> arns = List.of(Pattern.of(matching.arn()));
      ValueTest.Text asked = language.derived().callers("aws:principalarn", arns);
      within.add(new Term(Term.PRINCIPAL, new TestPredicate(asked)));
      return space.ofAccount(matching.partition(), "", true);
    }
    Who.Anyone anyone = (Who.Anyone) who;
    for (String account : anyone.notIn()) {
      without.add(new Term(Term.PRINCIPAL, language.ofAccount(account)));
    }
    List<Pattern> all = new ArrayList<>(space.ofAccount(anyone.partition(), "", true));
    if (anyone.services()) {
      all.add(Callers.services());
      for (Rule rule : rules) {
        all.addAll(rule.services());
      }
    }
    return all;
  }

  public Language language() {
    return language;
  }

  public Question question() {
    return question;
  }

  public ActionSet actions() {
    return actions;
  }

  public QuestionKeys keys() {
    return keys;
  }

  /** The key's account; empty when it is not known. */
  public String owner() {
    return owner;
  }

  boolean acrossPartitions() {
    return acrossPartitions;
  }

  /** What can be said of the caller without splitting; null when there are several. */
  @Nullable Seen onlyCaller() {
    return callers.isSingle() ? new Seen.Given(callers.fixed()) : null;
  }

  /** What can be said of the resource without splitting; null when there are several. */
  @Nullable Seen onlyResource() {
    return resources.isSingle() ? new Seen.Given(resources.fixed()) : null;
  }

  /** Whether the resources are those that a rule names. */
  public boolean hasOwnResources() {
    return ownResources;
  }

  /** Those of some actions that work on a resource. */
  public long[] workingOn(Seen resource, long[] some) {
    long[] working = some.clone();
    for (Map.Entry<Predicate, long[]> entry : ofActions.entrySet()) {
      if (!entry.getKey().may(resource)) {
        for (int w = 0; w < working.length; w++) {
          working[w] &= ~entry.getValue()[w];
        }
      }
    }
    return working;
  }

  /** A space with the axes of caller and resource and the limits of the question. */
  Space space() {
    Space space = new Space(language.axes(), actions);
    space.add(Term.PRINCIPAL, callers);
    space.add(Term.RESOURCE, resources);
    for (Term term : within) {
      space.announce(term.axis(), term.predicate());
    }
    for (Term term : without) {
      space.announce(term.axis(), term.predicate());
    }
    for (Predicate resource : ofActions.keySet()) {
      space.announce(Term.RESOURCE, resource);
    }
    return space;
  }

  /** Announces a term, and with it its axis and what is impossible on it. */
  void announce(Space space, Term term) {
    if (!space.has(term.axis())) {
      space.add(term.axis(), keys.domain(term.axis()));
      if (isConstrained(term.axis())) {
        space.announce(term.axis(), Space.present());
        space.announce(term.axis(), Space.absent());
      }
    }
    space.announce(term.axis(), term.predicate());
  }

  private boolean isConstrained(String axis) {
    return Term.isKey(axis) && keys.isFree(axis) && keys.domain(axis).present();
  }

  /** Adds what no request has to a closed space. */
  void constrain(Space space) {
    for (Space.Slot slot : space.slots()) {
      String key = slot.name();
      if (!isConstrained(key)) {
        continue;
      }
      long[] not = actions.bits(a -> !keys.carries(a, key));
      if (!ActionSet.isEmpty(not)) {
        space.exclude(not, key, true);
      }
      Presence presence = keys.presence(key);
      if (presence == Presence.ALWAYS) {
        space.exclude(actions.bits(a -> keys.carries(a, key)), key, false);
      }
      Term service = new Term(Term.PRINCIPAL, language.kinds(owner).service());
      if (presence == Presence.SERVICE_PRINCIPALS_ONLY || key.equals(SERVICE_NAMES)) {
        space.excludeOthers(service, new Term(key, Space.present()));
      }
      if (presence == Presence.ORGANIZATION_MEMBERS) {
        space.exclude(List.of(service, new Term(key, Space.present())));
      }
      if (key.equals(SERVICE_NAMES)) {
        space.exclude(List.of(service, new Term(key, Space.absent())));
      }
    }
    for (Map.Entry<Predicate, long[]> entry : ofActions.entrySet()) {
      Box not = space.everything();
      not.limit(0, entry.getValue());
      space.limitToNot(not, new Term(Term.RESOURCE, entry.getKey()), true);
      space.impossible().add(not);
    }
    for (Term term : within) {
      Box not = space.everything();
      space.limitToNot(not, term, true);
      space.impossible().add(not);
    }
    for (Term term : without) {
      space.exclude(List.of(term));
    }
  }
}
