package dev.kmslint.access.exact.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Layer;
import dev.kmslint.access.exact.Asked;
import dev.kmslint.access.exact.Policies;
import dev.kmslint.access.exact.term.Program;
import dev.kmslint.access.exact.term.Rule;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which list of a set of policies' layers a statement's matches go to. */
class LayersTest {
  private static final String USER = "arn:aws:iam::111122223333:user/u";

  private static String statement(String sid, String effect, String principal) {
    String who = principal.isEmpty() ? "" : ",'Principal':" + principal;
    String what = "','Effect':'" + effect + "','Action':'kms:*','Resource':'*'" + who + "}";
    return "{'Sid':'" + sid + what;
  }

  private static String allow(String sid) {
    return statement(sid, "Allow", "");
  }

  private static Layers layers(boolean asWide, Policy... policies) {
    return new Layers(Asked.of(USER, "kms:Decrypt", policies).model, 0, asWide);
  }

  private static Layers layers(Policy... policies) {
    return layers(false, policies);
  }

  private static List<String> sids(List<Hit> hits) {
    return hits.stream()
        .map(hit -> Objects.requireNonNull(hit.rule()).statement().title())
        .map(title -> title.substring(11, title.length() - 1))
        .toList();
  }

  @Test
  void aKeyPolicysAllowStatementsGoByTheMatchOfTheirPrincipals() {
    Policy key =
        Policies.key(
            statement("user", "Allow", "{'AWS':'" + USER + "'}"),
            statement("account", "Allow", "{'AWS':'111122223333'}"),
            statement("everyone", "Allow", "'*'"),
            statement("both", "Allow", "{'AWS':['" + USER + "','111122223333']}"));
    Layers layers = layers(key);
    assertThat(sids(layers.direct)).containsExactly("user", "everyone", "both");
    assertThat(sids(layers.account)).containsExactly("account", "both");
    assertThat(layers.role).isEmpty();
    assertThat(layers.of(Rule.Match.DIRECT)).isSameAs(layers.direct);
    assertThat(layers.of(Rule.Match.ACCOUNT)).isSameAs(layers.account);

    String role = "arn:aws:iam::111122223333:role/R";
    Policy ofRole = Policies.key(statement("role", "Allow", "{'AWS':'" + role + "'}"));
    Layers ofSession = new Layers(Asked.of(role, "kms:Decrypt", ofRole).model, 0, false);
    assertThat(sids(ofSession.role)).containsExactly("role");
    assertThat(ofSession.of(Rule.Match.ROLE)).isSameAs(ofSession.role);
    assertThat(ofSession.direct).isEmpty();
  }

  @Test
  void theOtherAllowStatementsGoByTheirPolicy() {
    Layers layers =
        layers(
            Policies.identity(allow("one")),
            Policies.identity(allow("two")),
            Policies.of(PolicyKind.BOUNDARY, allow("boundary")),
            Policies.of(PolicyKind.SESSION, allow("session")),
            Policies.of(PolicyKind.RCP, statement("rcp", "Allow", "'*'")));
    assertThat(sids(layers.identity)).containsExactly("one", "two");
    assertThat(sids(layers.boundary)).containsExactly("boundary");
    assertThat(sids(layers.session)).containsExactly("session");
    assertThat(layers.scps).isEmpty();
    assertThat(layers.direct).as("what a resource control policy allows counts nowhere").isEmpty();
  }

  @Test
  void everyServiceControlPolicyWithAnAllowIsAListOfItsOwn() {
    Layers layers =
        layers(
            Policies.of(PolicyKind.SCP, allow("a"), allow("b")),
            Policies.of(PolicyKind.SCP, statement("deny", "Deny", "")),
            Policies.of(PolicyKind.SCP, "{'Effect':'Allow','Action':'s3:*','Resource':'*'}"),
            Policies.of(PolicyKind.SCP, allow("c")));
    assertThat(layers.scps).hasSize(3);
    assertThat(sids(layers.scps.get(0))).containsExactly("a", "b");
    assertThat(layers.scps.get(1)).as("allows, but not what is asked").isEmpty();
    assertThat(sids(layers.scps.get(2))).containsExactly("c");
    assertThat(sids(layers.denies)).containsExactly("deny");
  }

  @Test
  void theDenyStatementsOfAllLayersAreTogether() {
    Layers layers =
        layers(
            Policies.key(statement("key", "Deny", "{'AWS':'111122223333'}")),
            Policies.identity(statement("identity", "Deny", "")),
            Policies.of(PolicyKind.RCP, statement("rcp", "Deny", "'*'")));
    assertThat(sids(layers.denies)).containsExactlyInAnyOrder("key", "identity", "rcp");
    assertThat(layers.account).isEmpty();
    assertThat(layers.identity).isEmpty();
  }

  @Test
  void thePossibleReadingHasMoreToAllowAndLessToDeny() {
    String unreadable = "{'Sid':'x','Effect':'Deny','Resource':'*'}";
    String federated = "arn:aws:sts::111122223333:federated-user/f";
    Policy key = Policies.key(statement("user", "Allow", "{'AWS':'" + USER + "'}"));
    Asked asked = Asked.of(federated, "kms:Decrypt", key, Policies.identity(unreadable));
    Layers certain = new Layers(asked.model, 0, false);
    Layers possible = new Layers(asked.model, 0, true);
    assertThat(certain.direct).isEmpty();
    assertThat(sids(certain.denies)).as("so that what is left is certain").containsExactly("x");
    assertThat(sids(possible.direct)).containsExactly("user");
    assertThat(possible.denies).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aKeyPolicyThatWasNotGivenMayMatchInEveryWay(Rule.Match match) {
    List<Hit> hits = layers(true).of(match);
    assertThat(hits).hasSize(1);
    assertThat(hits.get(0).rule()).isNull();
    assertThat(layers(false).of(match)).isEmpty();
    assertThat(layers(true, Policies.key()).of(match)).isEmpty();
  }

  @Test
  void aListTellsWhichLayerItIs() {
    Policy key = Policies.key(statement("key", "Allow", "'*'"));
    Layers layers = layers(key, Policies.of(PolicyKind.SCP, allow("scp")));
    assertThat(layers.layerOf(layers.identity)).isEqualTo(Layer.IDENTITY);
    assertThat(layers.layerOf(layers.boundary)).isEqualTo(Layer.BOUNDARY);
    assertThat(layers.layerOf(layers.session)).isEqualTo(Layer.SESSION);
    assertThat(layers.layerOf(layers.direct)).isEqualTo(Layer.KEY_POLICY);
    assertThat(layers.layerOf(layers.any)).isEqualTo(Layer.KEY_POLICY);
    assertThat(layers.layerOf(layers.scps.get(0))).isEqualTo(Layer.SCP);
    assertThat(layers.layerOf(Layers.union(layers.scps))).isEqualTo(Layer.SCP);
  }

  @Test
  void listsWithoutAHitAreToldApartTooWhenTheyLookTheSame() {
    Policy shut = Policies.of(PolicyKind.SCP, "{'Effect':'Allow','Action':'s3:*','Resource':'*'}");
    Layers layers = layers(Policies.key(), shut);
    for (Rule.Match match : Rule.Match.values()) {
      assertThat(layers.layerOf(layers.of(match))).isEqualTo(Layer.KEY_POLICY);
    }
    assertThat(layers.layerOf(layers.any)).isEqualTo(Layer.KEY_POLICY);
    assertThat(layers.layerOf(layers.identity)).isEqualTo(Layer.IDENTITY);
    assertThat(layers.layerOf(layers.scps.get(0))).isEqualTo(Layer.SCP);
    assertThat(layers.layerOf(Layers.union(layers.scps))).isEqualTo(Layer.SCP);
  }

  @Test
  void aUnionHasTheHitsOfAllListsInOrder() {
    Layers layers =
        layers(
            Policies.identity(allow("a")), Policies.of(PolicyKind.SESSION, allow("b"), allow("c")));
    List<Hit> all = Layers.union(List.of(layers.session, layers.identity, layers.boundary));
    assertThat(sids(all)).containsExactly("b", "c", "a");
  }

  @Test
  void onlyTheStatementsOfTheAskedSetOfPoliciesCount() {
    Asked one = Asked.of(USER, "kms:Decrypt", Policies.identity(allow("one")));
    Program other =
        new Program(
            one.language,
            Policies.all(
                Policies.OWNER, Policies.identity(allow("a"), statement("b", "Deny", ""))));
    Model both = new Model(one.scope, List.of(one.program, other), List.of(), List.of(), false);
    assertThat(sids(new Layers(both, 0, false).identity)).containsExactly("one");
    assertThat(new Layers(both, 0, false).denies).isEmpty();
    assertThat(sids(new Layers(both, 1, false).identity)).containsExactly("a");
    assertThat(sids(new Layers(both, 1, false).denies)).containsExactly("b");
  }

  @ParameterizedTest
  @EnumSource
  void keyPolicyAndResourceControlPoliciesAreTheKeys(Layer layer) {
    assertThat(Layers.isOfKey(layer)).isEqualTo(layer == Layer.KEY_POLICY || layer == Layer.RCP);
  }
}
