package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Glob;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FirstLookTest {
  private static final String OWNER = "111122223333";
  private static final String OTHER = "444455556666";
  private static final Who OTHERS = new Who.Everybody("aws", OTHER);
  private static final String KEY =
      "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

  private static PolicySet allow(String principal, String rest) {
    return Policies.set(
        Policies.key(
            "{'Effect':'Allow','Principal':" + principal + ",'Resource':'*'," + rest + "}"));
  }

  private static PolicySet allowOther(String rest) {
    return allow("{'AWS':'" + OTHER + "'}", rest);
  }

  private static Question question(Who who, String action) {
    return new Question(who, action, "*", RequestContext.OPEN, Question.Side.KEY);
  }

  private static boolean some(PolicySet policies, Question question) {
    return new FirstLook(Catalog.builtIn(), policies).allowsSome(question);
  }

  private static boolean none(PolicySet policies, Question question) {
    return new FirstLook(Catalog.builtIn(), policies).allowsNone(question);
  }

  @Test
  void whatAnAllowGivesWithoutConditionIsSeen() {
    PolicySet policies = allowOther("'Action':'kms:Decrypt'");
    assertThat(some(policies, question(OTHERS, "kms:Decrypt"))).isTrue();
    assertThat(none(policies, question(OTHERS, "kms:Decrypt"))).isFalse();
    assertThat(none(policies, question(OTHERS, "kms:*"))).isFalse();
    assertThat(some(policies, question(OTHERS, "kms:Encrypt"))).isFalse();
    assertThat(none(policies, question(OTHERS, "kms:Encrypt"))).isTrue();
  }

  @Test
  void whomNoPrincipalCanMeanIsAllowedNothing() {
    PolicySet policies = allowOther("'Action':'*'");
    Question decrypt = question(new Who.Everybody("aws", OWNER), "kms:Decrypt");
    assertThat(none(policies, decrypt)).isTrue();
    assertThat(none(policies, question(Who.outside("aws", Set.of(OTHER)), "kms:Decrypt"))).isTrue();
    assertThat(none(policies, question(Who.outside("aws", Set.of(OWNER)), "kms:Decrypt")))
        .isFalse();
    assertThat(none(allow("{'AWS':'AIDAQXZEAEXAMPLEUSER'}", "'Action':'*'"), decrypt)).isFalse();
  }

  @Test
  void somebodyWhoFitsAPatternIsLookedAt() {
    PolicySet identity =
        new PolicySet(
            null,
            "",
            List.of(Policies.identity("{'Effect':'Allow','Action':'kms:Decrypt','Resource':'*'}")),
            null,
            null,
            List.of(),
            List.of());
    Question decrypt =
        new Question(
            new Who.Matching("aws", Glob.of("*/*")),
            "kms:Decrypt",
            KEY,
            RequestContext.OPEN,
            Question.Side.IDENTITY);
    assertThat(some(identity, decrypt)).isTrue();
    assertThat(none(identity, decrypt)).isFalse();
    Question encrypt =
        new Question(
            decrypt.who(), "kms:Encrypt", KEY, RequestContext.OPEN, Question.Side.IDENTITY);
    assertThat(none(identity, encrypt)).isTrue();
    Who roots = new Who.Matching("aws", Glob.of("*"));
    assertThat(
            none(
                identity,
                new Question(
                    roots, "kms:Encrypt", KEY, RequestContext.OPEN, Question.Side.IDENTITY)))
        .isFalse();
    Who admins = new Who.Matching("aws", Glob.of("*:role/Admin"));
    assertThat(
            some(
                identity,
                new Question(
                    admins, "kms:Decrypt", KEY, RequestContext.OPEN, Question.Side.IDENTITY)))
        .isFalse();
  }

  @Test
  void grantsForServicesAreSeenToBePossible() {
    String action = "'Action':'kms:CreateGrant','Condition':{'Bool':";
    PolicySet policies = allowOther(action + "{'kms:GrantIsForAWSResource':'true'}}");
    Question grant = question(OTHERS, "kms:CreateGrant");
    assertThat(some(policies, grant)).isTrue();
    RequestContext never =
        RequestContext.OPEN.with("kms:GrantIsForAWSResource", ContextValue.of("false"));
    assertThat(some(policies, grant.with(never))).isFalse();
    assertThat(some(allowOther(action + "{'aws:SecureTransport':'true'}}"), grant)).isFalse();
  }

  @Property(tries = 600)
  void whatIsSeenIsSo(@ForAll long seed) {
    Scenarios scenarios = new Scenarios(seed, true);
    PolicySet drawnPolicies = scenarios.policies(4);
    Question drawn = scenarios.question();
    Random random = new Random(seed);
    PolicySet policies =
        random.nextBoolean()
            ? drawnPolicies
            : new PolicySet(
                null, OWNER, drawnPolicies.identityPolicies(), null, null, List.of(), List.of());
    List<Who> whos =
        List.of(
            drawn.who(),
            OTHERS,
            new Who.Everybody("aws", OWNER),
            Who.outside("aws", Set.of()),
            new Who.Matching("aws", Glob.of("*/*")));
    Question.Side side = List.of(Question.Side.KEY, Question.Side.IDENTITY).get(random.nextInt(2));
    for (Who who : whos) {
      Question question = new Question(who, drawn.action(), KEY, drawn.context(), side);
      Answer answer = Engine.compile(Catalog.builtIn(), policies).answer(question);
      if (some(policies, question)) {
        assertThat(answer.allowed()).as("%s %s", policies, question).isNotNull();
      }
      if (none(policies, question)) {
        assertThat(answer.outcome()).as("%s %s", policies, question).isEqualTo(Outcome.NEVER);
      }
    }
  }
}
