package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.RequestContext;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
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
