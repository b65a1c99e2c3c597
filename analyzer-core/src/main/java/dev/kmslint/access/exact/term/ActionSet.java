package dev.kmslint.access.exact.term;

import dev.kmslint.access.Effort;
import dev.kmslint.access.exact.atom.Axis;
import dev.kmslint.access.exact.atom.Chars;
import dev.kmslint.access.exact.atom.Pattern;
import dev.kmslint.access.exact.atom.TextAtoms;
import dev.kmslint.access.exact.atom.ValueTest;
import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.ServiceTable;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.LowerCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The actions of a question: one, or all that match a pattern. Of services that the catalogue has
 * no table of, those stand for all others that no policy tells apart from them.
 */
public final class ActionSet {
  private static final String[] SERVICES = {"kms", "rds"};

  private final List<String> names = new ArrayList<>();
  private final List<@Nullable ActionInfo> infos = new ArrayList<>();
  private boolean complete = true;

  private ActionSet() {}

  /**
   * The actions of a question.
   *
   * @param onKey whether the resource is a key, so that only what a key policy governs is meant,
   *     and not what only a grant allows
   */
  public static ActionSet of(Catalog catalog, String pattern, boolean onKey, List<Rule> rules) {
    return of(catalog, pattern, onKey, rules, null);
  }

  /**
   * The same, but of several actions only those that one of the rules covers.
   *
   * @param about the rule; null for all actions
   */
  public static ActionSet of(
      Catalog catalog, String pattern, boolean onKey, List<Rule> rules, @Nullable Rule about) {
    ActionSet set = new ActionSet();
    if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0) {
      int colon = pattern.indexOf(':');
      set.add(
          pattern,
          colon < 0
              ? null
              : catalog.action(pattern.substring(0, colon), pattern.substring(colon + 1)));
      return set;
    }
    Glob glob = Glob.of(pattern.toLowerCase(Locale.ROOT));
    for (String service : SERVICES) {
      ServiceTable table = catalog.service(service);
      if (table == null || (onKey && !service.equals("kms"))) {
        continue;
      }
      for (ActionInfo info : table.actions()) {
        String name = info.qualifiedName();
        boolean meant =
            (!onKey || (info.keyPolicy() && !info.grantDecides()))
                && (about == null || about.matchesAction(name));
        if (meant && glob.matches(name.toLowerCase(Locale.ROOT))) {
          set.add(name, info);
        }
      }
    }
    if (!onKey) {
      set.addOthers(catalog, glob, rules, about);
    }
    return set;
  }

  /**
   * Adds, to several actions that were asked for, those of services with a table which only the
   * rules know: the table may be older than the policies.
   */
  public void addUnlisted(Catalog catalog, String pattern, boolean onKey, List<Rule> rules) {
    if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0) {
      return;
    }
    List<Pattern> domain = new ArrayList<>();
    List<ValueTest.Text> tests = new ArrayList<>();
    tests.add(new ValueTest.Text(List.of(Pattern.of(Glob.of(pattern.toLowerCase(Locale.ROOT))))));
    Map<String, String> written = new HashMap<>();
    for (Rule rule : rules) {
      Actions actions = rule.statement().actions();
      List<Pattern> entries = new ArrayList<>();
      for (Actions.Entry entry : actions == null ? List.<Actions.Entry>of() : actions.entries()) {
        if (!entry.isWellFormed()) {
          continue;
        }
        entries.add(Pattern.of(entry.pattern()));
        if (isUnlisted(entry, catalog, onKey)) {
          domain.add(Pattern.of(entry.pattern()).within(Chars.KEY_ID));
          written.putIfAbsent(LowerCase.of(entry.text()), entry.text());
        }
      }
      tests.add(new ValueTest.Text(entries));
    }
    if (domain.isEmpty()) {
      return;
    }
    List<TextAtoms.Atom> atoms =
        TextAtoms.of(domain, tests, Effort.of(Axis.MAX_STATES), Axis.MAX_ATOMS, 1);
    if (atoms == null) {
      complete = false;
      return;
    }
    for (TextAtoms.Atom atom : atoms) {
      if (atom.truths().get(0)) {
        String text = atom.texts().get(0);
        add(written.getOrDefault(text, text), null);
      }
    }
  }

  private static boolean isUnlisted(Actions.Entry entry, Catalog catalog, boolean onKey) {
    ServiceTable table = catalog.service(entry.service());
    if (table == null || (onKey && !entry.service().equals("kms"))) {
      return false;
    }
    for (ActionInfo info : table.actions()) {
      if (entry.matches(info.qualifiedName())) {
        return false;
      }
    }
    return true;
  }

  private void add(String name, @Nullable ActionInfo info) {
    names.add(name);
    infos.add(info);
  }

  /** One action for all that no rule tells apart, of services without a table. */
  private void addOthers(Catalog catalog, Glob glob, List<Rule> rules, @Nullable Rule about) {
    List<ValueTest.Text> tests = new ArrayList<>();
    tests.add(new ValueTest.Text(List.of(Pattern.of(glob))));
    for (String service : SERVICES) {
      tests.add(new ValueTest.Text(List.of(Pattern.of(Glob.of(service + ":*")))));
    }
    Set<String> services = about == null ? Set.of() : services(about);
    for (Rule rule : rules) {
      List<Pattern> entries = new ArrayList<>();
      for (Actions.Entry entry : unlisted(rule, catalog)) {
        if (!entry.isEverything() && (services.isEmpty() || services.contains(entry.service()))) {
          entries.add(Pattern.of(entry.pattern()));
        }
      }
      if (!entries.isEmpty()) {
        tests.add(new ValueTest.Text(entries));
      }
    }
    List<Pattern> domain = new ArrayList<>();
    if (services.isEmpty()) {
      int word = Pattern.one(Chars.KEY_ID);
      int words = Pattern.star(Chars.KEY_ID);
      domain.add(Pattern.literal("").then(word, words).then(":").then(word, words));
    } else {
      for (Actions.Entry entry : unlisted(about, catalog)) {
        domain.add(Pattern.of(entry.pattern()).within(Chars.KEY_ID));
      }
    }
    List<TextAtoms.Atom> atoms =
        TextAtoms.of(domain, tests, Effort.of(Axis.MAX_STATES), Axis.MAX_ATOMS, 1);
    if (atoms == null) {
      complete = false;
      return;
    }
    for (TextAtoms.Atom atom : atoms) {
      boolean known = false;
      for (int i = 1; i <= SERVICES.length; i++) {
        known |= atom.truths().get(i);
      }
      if (atom.truths().get(0) && !known) {
        add(atom.texts().get(0), null);
      }
    }
  }

  /** The entries of a rule that are about services without a table. */
  private static List<Actions.Entry> unlisted(@Nullable Rule rule, Catalog catalog) {
    Actions actions = rule == null ? null : rule.statement().actions();
    List<Actions.Entry> entries = new ArrayList<>();
    if (actions != null) {
      for (Actions.Entry entry : actions.entries()) {
        if (entry.isWellFormed() && catalog.service(entry.service()) == null) {
          entries.add(entry);
        }
      }
    }
    return entries;
  }

  /** The services that a rule names; none where it is about all. */
  private static Set<String> services(Rule rule) {
    Actions actions = rule.statement().actions();
    Set<String> services = new HashSet<>();
    if (actions != null && !actions.negated()) {
      for (Actions.Entry entry : actions.entries()) {
        if (entry.isEverything()) {
          return Set.of();
        }
        services.add(entry.service());
      }
    }
    return services;
  }

  /** Whether it stands for all actions that were asked for. */
  public boolean isComplete() {
    return complete;
  }

  public int size() {
    return names.size();
  }

  /** An action's name, with its prefix. */
  public String name(int action) {
    return names.get(action);
  }

  /** What the catalogue knows of an action; null for one that it does not know. */
  @Nullable ActionInfo info(int action) {
    return infos.get(action);
  }

  public boolean isOfKms(int action) {
    return names.get(action).regionMatches(true, 0, "kms:", 0, 4);
  }

  /** Whether a grant and no policy allows an action. */
  public boolean isGrantDecided(int action) {
    ActionInfo info = infos.get(action);
    return info != null && info.grantDecides();
  }

  /** Whether an action works for callers of other accounts than the key's. */
  public boolean worksAcrossAccounts(int action) {
    ActionInfo info = infos.get(action);
    return info == null || info.crossAccount();
  }

  /** The actions that a test picks, as bits. */
  public long[] bits(IntPredicate test) {
    long[] bits = new long[(size() + 63) / 64];
    for (int i = 0; i < size(); i++) {
      if (test.test(i)) {
        bits[i >> 6] |= 1L << i;
      }
    }
    return bits;
  }

  public static boolean isEmpty(long[] bits) {
    for (long word : bits) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }
}
