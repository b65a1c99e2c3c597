package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Caller;
import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Changes of policies that must not change answers, or only in one way. */
class MetamorphicTest {
  private static final Policy ALLOW_ALL =
      Policies.of(PolicyKind.BOUNDARY, "{'Effect':'Allow','Action':'*','Resource':'*'}");

  private static Outcome ask(PolicySet policies, Question question) {
    Answer answer = Engine.compile(Catalog.builtIn(), policies).answer(question);
    assertThat(answer.internalError()).isNull();
    return answer.outcome();
  }

  private static PolicySet with(PolicySet set, Policy key, @Nullable Policy boundary) {
    return new PolicySet(
        key, set.owner(), set.identityPolicies(), boundary, set.session(), set.scps(), set.rcps());
  }

  private static Policy with(Policy policy, List<Statement> statements) {
    return new Policy(
        policy.kind(),
        policy.location(),
        policy.version(),
        policy.id(),
        statements,
        policy.faults());
  }

  private static Policy key(PolicySet set) {
    return java.util.Objects.requireNonNull(set.keyPolicy());
  }

  @Property(tries = 60)
  void theOrderOfStatementsPlaysNoPart(@ForAll long seed) {
    Scenarios scenarios = new Scenarios(seed, true);
    PolicySet set = scenarios.policies(4);
    Question question = scenarios.question();
    List<Statement> turned = new ArrayList<>(key(set).statements());
    Collections.reverse(turned);
    assertThat(ask(with(set, with(key(set), turned), set.boundary()), question))
        .isEqualTo(ask(set, question));
  }

  @Property(tries = 60)
  void theOrderOfValuesPlaysNoPart(@ForAll long seed) {
    Scenarios scenarios = new Scenarios(seed, true);
    PolicySet set = scenarios.policies(4);
    Question question = scenarios.question();
    assertThat(ask(changed(set, MetamorphicTest::withListsTurned), question))
        .isEqualTo(ask(set, question));
  }

  /** Turns every list of strings and numbers around, and leaves lists of statements. */
  private static String withListsTurned(String json) {
    Matcher list = Pattern.compile("\\[([^\\[\\]{}]*)\\]").matcher(json);
    return list.replaceAll(
        found -> {
          List<String> values = new ArrayList<>(List.of(found.group(1).split(",(?=\"|\\d)", -1)));
          Collections.reverse(values);
          return Matcher.quoteReplacement("[" + String.join(",", values) + "]");
        });
  }

  private static PolicySet changed(PolicySet set, UnaryOperator<String> change) {
    return new PolicySet(
        changed(key(set), change),
        set.owner(),
        set.identityPolicies().stream().map(one -> changed(one, change)).toList(),
        set.boundary() == null ? null : changed(set.boundary(), change),
        set.session() == null ? null : changed(set.session(), change),
        set.scps().stream().map(one -> changed(one, change)).toList(),
        set.rcps().stream().map(one -> changed(one, change)).toList());
  }

  private static Policy changed(Policy policy, UnaryOperator<String> change) {
    return Policies.read(change.apply(policy.location().text()), policy.kind());
  }

  @Property(tries = 60)
  void aRootArnIsItsAccount(@ForAll long seed) {
    Scenarios scenarios = new Scenarios(seed, true);
    PolicySet set = scenarios.policies(4);
    Question question = scenarios.question();
    String text = key(set).location().text();
    for (String account : List.of("111122223333", "444455556666")) {
      text = text.replace("\"" + account + "\"", "\"arn:aws:iam::" + account + ":root\"");
    }
    // Conditions on account ids mean something else as ARNs.
    if (!text.contains("CallerAccount") && !text.contains("PrincipalAccount")) {
      PolicySet roots = with(set, Policies.read(text, PolicyKind.KEY), set.boundary());
      assertThat(ask(roots, question)).isEqualTo(ask(set, question));
    }
  }

  @Property(tries = 60)
  void aBoundaryThatAllowsEverythingIsNeutral(@ForAll long seed) {
    Scenarios scenarios = new Scenarios(seed, true);
    PolicySet set = scenarios.policies(4);
    Question question = scenarios.question();
    boolean spares = key(set).location().text().contains("NotPrincipal");
    if (set.boundary() == null && !spares) {
      assertThat(ask(with(set, key(set), ALLOW_ALL), question)).isEqualTo(ask(set, question));
    }
  }

  @Property(tries = 60)
  void aStatementCanBeSplitByItsActions(@ForAll long seed) {
    Scenarios scenarios = new Scenarios(seed, true);
    PolicySet set = scenarios.policies(4);
    Question question = scenarios.question();
    List<Statement> split = new ArrayList<>();
    for (Statement statement : key(set).statements()) {
      if (statement.actions() == null || statement.actions().negated()) {
        split.add(statement);
        continue;
      }
      statement
          .actions()
          .entries()
          .forEach(entry -> split.add(Parts.withActions(statement, List.of(entry))));
    }
    assertThat(ask(with(set, with(key(set), split), set.boundary()), question))
        .isEqualTo(ask(set, question));
  }

  @Property(tries = 60)
  void aDenyNeverAdds(@ForAll long seed) {
    Scenarios scenarios = new Scenarios(seed, true);
    PolicySet set = scenarios.policies(4);
    Question question = scenarios.question();
    List<Statement> more = new ArrayList<>(key(set).statements());
    scenarios.policy(PolicyKind.KEY, 1, 100).statements().stream()
        .filter(Statement::isDeny)
        .forEach(more::add);
    Outcome before = ask(set, question);
    Outcome after = ask(with(set, with(key(set), more), set.boundary()), question);
    if (before == Outcome.NEVER) {
      assertThat(after).isEqualTo(Outcome.NEVER);
    }
    if (after == Outcome.ALWAYS) {
      assertThat(before).isEqualTo(Outcome.ALWAYS);
    }
  }

  @Property(tries = 60)
  void anAllowNeverRemoves(@ForAll long seed) {
    Scenarios scenarios = new Scenarios(seed, true);
    PolicySet set = scenarios.policies(4);
    Question question = scenarios.question();
    List<Statement> more = new ArrayList<>(key(set).statements());
    more.addAll(scenarios.policy(PolicyKind.KEY, 1, 0).statements());
    Outcome before = ask(set, question);
    Outcome after = ask(with(set, with(key(set), more), set.boundary()), question);
    if (before == Outcome.ALWAYS) {
      assertThat(after).isEqualTo(Outcome.ALWAYS);
    }
    if (after == Outcome.NEVER) {
      assertThat(before).isEqualTo(Outcome.NEVER);
    }
  }

  @Property(tries = 60)
  void aStatementCanBeSplitByItsPrincipals(@ForAll long seed, @ForAll boolean withDoubts) {
    Scenarios scenarios = new Scenarios(seed, withDoubts);
    PolicySet set = scenarios.policies(4);
    Question question = scenarios.question();
    Outcome whole = ask(set, question);
    Outcome split = ask(changed(set, MetamorphicTest::splitByPrincipals), question);
    boolean doubted = whole == Outcome.UNKNOWN || split == Outcome.UNKNOWN;
    assertThat(withDoubts && doubted ? whole : split).isEqualTo(whole);
  }

  /** Gives each principal of a list a statement of its own. */
  private static String splitByPrincipals(String json) {
    Matcher statement =
        Pattern.compile("(\\{\"Effect\":\"\\w+\",\"Principal\":\\{\"AWS\":)\\[([^\\]]*)\\](.*)")
            .matcher(json);
    if (!statement.find()) {
      return json;
    }
    String rest = statement.group(3);
    int end = rest.indexOf(",{\"Effect\"");
    String own = end < 0 ? rest.substring(0, rest.length() - 2) : rest.substring(0, end);
    List<String> split = new ArrayList<>();
    for (String principal : statement.group(2).split(",", -1)) {
      split.add(statement.group(1) + principal + own);
    }
    return json.substring(0, statement.start())
        + String.join(",", split)
        + splitByPrincipals(rest.substring(own.length()));
  }

  @Property(tries = 60)
  void twoAccountsCanBeSwappedInPoliciesAndQuestion(@ForAll long seed) {
    Scenarios scenarios = new Scenarios(seed, true);
    PolicySet set = scenarios.policies(4);
    Question question = scenarios.question();
    PolicySet swapped = changed(set, MetamorphicTest::swapped);
    PolicySet owned =
        new PolicySet(
            swapped.keyPolicy(),
            swapped(set.owner()),
            swapped.identityPolicies(),
            swapped.boundary(),
            swapped.session(),
            swapped.scps(),
            swapped.rcps());
    Map<String, ContextValue> pins = new LinkedHashMap<>();
    question.context().pins().forEach((key, value) -> pins.put(key, swapped(value)));
    Question other =
        new Question(
            swapped(question.who()),
            question.action(),
            swapped(question.resource()),
            new RequestContext(pins, question.context().closed()),
            question.side());
    assertThat(ask(owned, other)).isEqualTo(ask(set, question));
  }

  private static String swapped(String text) {
    return text.replace("4444*", "#*")
        .replace("1111*", "4444*")
        .replace("#*", "1111*")
        .replace("444455556666", "#")
        .replace("111122223333", "444455556666")
        .replace("#", "111122223333");
  }

  private static ContextValue swapped(ContextValue value) {
    return value instanceof ContextValue.Fixed fixed
        ? new ContextValue.Fixed(fixed.values().stream().map(MetamorphicTest::swapped).toList())
        : value;
  }

  private static Who swapped(Who who) {
    if (who instanceof Who.One one) {
      Caller caller = one.caller();
      String role = caller.roleArn();
      return Who.of(
          new Caller(
              caller.kind(),
              caller.partition(),
              swapped(caller.account()),
              swapped(caller.arn()),
              role == null ? null : swapped(role)));
    }
    if (who instanceof Who.Everybody all) {
      return new Who.Everybody(all.partition(), swapped(all.account()));
    }
    Who.Anyone anyone = (Who.Anyone) who;
    Set<String> notIn = new HashSet<>();
    anyone.notIn().forEach(account -> notIn.add(swapped(account)));
    return new Who.Anyone(anyone.partition(), anyone.services(), notIn);
  }

  @Property(tries = 40)
  void twoAccountsCanBeSwappedEverywhere(@ForAll long seed) {
    Scenarios scenarios = new Scenarios(seed, true);
    Policy key = scenarios.policy(PolicyKind.KEY, 4, 25);
    String text =
        key.location()
            .text()
            .replace("4444*", "7777*")
            .replace("444455556666", "#")
            .replace("777788889999", "444455556666")
            .replace("#", "777788889999");
    Policy swapped = Policies.read(text, PolicyKind.KEY);
    Answer one = outside(key, "444455556666");
    Answer other = outside(swapped, "777788889999");
    if (!key.location().text().contains("7777")) {
      assertThat(other.outcome()).isEqualTo(one.outcome());
    }
  }

  private static Answer outside(Policy key, String trusted) {
    Question question =
        new Question(
            Who.outside("aws", Set.of(Policies.OWNER, trusted)),
            "kms:*",
            "*",
            RequestContext.OPEN,
            Question.Side.BOTH);
    return Engine.ofKeyPolicy(Catalog.builtIn(), key, Policies.OWNER).answer(question);
  }
}
