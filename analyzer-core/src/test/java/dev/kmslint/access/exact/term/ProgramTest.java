package dev.kmslint.access.exact.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Layer;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.exact.Policies;
import dev.kmslint.access.exact.atom.Chars;
import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.Seen;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramTest {
  private static final String ALLOW = "{'Effect':'Allow','Action':'kms:*','Resource':'*'}";
  private static final String DENY = ALLOW.replace("Allow", "Deny");

  private static Program program(Policy... policies) {
    PolicySet set = Policies.all(Policies.OWNER, policies);
    return new Program(new Language(Catalog.builtIn(), List.of(set)), set);
  }

  private static List<Layer> layers(Program program) {
    return program.rules().stream().map(Rule::layer).toList();
  }

  @Test
  void everyStatementOfEveryPolicyIsARuleOfItsLayer() {
    Program program =
        program(
            Policies.key(ALLOW, DENY),
            Policies.of(PolicyKind.RCP, DENY),
            Policies.identity(ALLOW),
            Policies.identity(DENY, ALLOW),
            Policies.of(PolicyKind.BOUNDARY, ALLOW),
            Policies.of(PolicyKind.SESSION, ALLOW),
            Policies.of(PolicyKind.SCP, ALLOW));
    assertThat(layers(program))
        .containsExactly(
            Layer.KEY_POLICY,
            Layer.KEY_POLICY,
            Layer.RCP,
            Layer.IDENTITY,
            Layer.IDENTITY,
            Layer.IDENTITY,
            Layer.BOUNDARY,
            Layer.SESSION,
            Layer.SCP);
    assertThat(program.rules().get(1).isDeny()).isTrue();
    assertThat(program.rules().get(3).isDeny()).isFalse();
  }

  @Test
  void policiesThatWereNotGivenHaveNoRules() {
    Program program = program();
    assertThat(program.rules()).isEmpty();
    assertThat(program.scps()).isZero();
    assertThat(program.policies().owner()).isEqualTo(Policies.OWNER);
    assertThat(program.language().facts().catalog()).isSameAs(Catalog.builtIn());
  }

  @Test
  void serviceControlPoliciesWithAnAllowAreNumbered() {
    Program program =
        program(
            Policies.of(PolicyKind.SCP, ALLOW, DENY),
            Policies.of(PolicyKind.SCP, DENY),
            Policies.of(PolicyKind.SCP, DENY, ALLOW));
    assertThat(program.scps()).isEqualTo(2);
    List<Integer> groups =
        program.rules().stream().filter(rule -> !rule.isDeny()).map(Rule::group).toList();
    assertThat(groups).containsExactly(0, 1);
  }

  @Test
  void aBoundaryCountsAgainstWhoNotPrincipalSpares() {
    String deny =
        "{'Effect':'Deny','NotPrincipal':{'AWS':['111122223333','arn:aws:iam::111122223333:user/u']},"
            + "'Action':'*','Resource':'*'}";
    Seen user = new Seen.Given(List.of("U" + Chars.SEPARATOR + "arn:aws:iam::111122223333:user/u"));
    Policy boundary = Policies.of(PolicyKind.BOUNDARY, ALLOW);
    assertThat(hits(program(Policies.key(deny)), user)).isFalse();
    assertThat(hits(program(Policies.key(deny), boundary), user)).isTrue();
  }

  private static boolean hits(Program program, Seen caller) {
    Predicate callers = program.rules().get(0).callers(0);
    return callers != null && callers.must(caller);
  }
}
