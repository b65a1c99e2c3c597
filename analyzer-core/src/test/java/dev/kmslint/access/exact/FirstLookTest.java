package dev.kmslint.access.exact;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.Policy;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstLookTest {
  private static final String OWNER = "111122223333";
  private static final String OTHER = "444455556666";
  private static final Who OTHERS = new Who.Everybody("aws", OTHER);
  private static final String KEY =
      "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  private static final Policy DECRYPTS =
      Policies.identity("{'Effect':'Allow','Action':'kms:Decrypt','Resource':'*'}");
  private static final Policy LIST_KEYS =
      Policies.identity("{'Effect':'Allow','Action':'kms:ListKeys','Resource':'*'}");

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

  private static Question decrypt(Who who, String resource, Question.Side side) {
    return new Question(who, "kms:Decrypt", resource, RequestContext.OPEN, side);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::444455556666:user/u, true",
    "arn:aws:iam::444455556666:role/r, true",
    "arn:aws:iam::111122223333:user/u, false",
    "logs.amazonaws.com, false"
  })
  void theOneCallerOfAQuestionIsLookedAt(String caller, boolean seen) {
    Question decrypt = question(Who.of(Asked.caller(caller)), "kms:Decrypt");
    assertThat(some(allowOther("'Action':'kms:*'"), decrypt)).isEqualTo(seen);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::111122223333:user/*, arn:aws:kms:us-east-1:111122223333:key/k, true",
    "arn:aws:iam::444455556666:user/*, arn:aws:kms:us-east-1:111122223333:key/k, false",
    "*:user/*, arn:aws:s3:::bucket, true",
    "*:user/*, alias/a, true",
    "*:user/*, arn:aws:kms:us-east-1:aws:alias/a, true",
    "arn:aws:iam::aws:user/*, arn:aws:kms:us-east-1:aws:alias/a, false"
  })
  void ofAPatternAUserIsLookedAtOfTheAccountThatOwnsTheResource(
      String pattern, String resource, boolean seen) {
    Who who = new Who.Matching("aws", Glob.of(pattern));
    Question decrypt = decrypt(who, resource, Question.Side.IDENTITY);
    assertThat(some(Policies.set(null, DECRYPTS), decrypt)).isEqualTo(seen);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 999999999999, true",
    "'', 888888888888, false",
    "9, 999999999999, false",
    "9, 888888888888, true",
    "987654321, 000000000000, true",
    "9876543210, *, false"
  })
  void ofManyAccountsOneThatIsAmongThemIsLookedAt(String notIn, String allowed, boolean seen) {
    Set<String> accounts =
        notIn.chars().mapToObj(c -> Character.toString(c).repeat(12)).collect(toSet());
    PolicySet policies = allow("{'AWS':'" + allowed + "'}", "'Action':'kms:*'");
    Question decrypt = question(Who.outside("aws", accounts), "kms:Decrypt");
    assertThat(some(policies, decrypt)).isEqualTo(seen);
  }

  @Test
  void anyKeyIsOneOfThePoliciesOwner() {
    String key = "'Action':'kms:*','Condition':{'StringEquals':{'aws:ResourceAccount':'%s'}}";
    Question any = question(OTHERS, "kms:Decrypt");
    assertThat(some(allowOther(key.formatted(OWNER)), any)).isTrue();
    assertThat(some(allowOther(key.formatted(OTHER)), any)).isFalse();
    Question foreign = decrypt(OTHERS, "arn:aws:kms:*:444455556666:key/*", Question.Side.KEY);
    assertThat(some(allowOther("'Action':'kms:*'"), foreign)).isFalse();
  }

  @Test
  void whereNoKeyCanBeNamedNoneIsLookedAt() {
    Policy key = allowOther("'Action':'kms:*'").keyPolicy();
    Question any = question(OTHERS, "kms:Decrypt");
    assertThat(some(PolicySet.ofKey(key, ""), any)).as("the owner is not known").isFalse();
    Question elsewhere = question(new Who.Everybody("aws-none", OTHER), "kms:Decrypt");
    assertThat(some(PolicySet.ofKey(key, OWNER), elsewhere)).as("no such partition").isFalse();
    Policy onKeys =
        Policies.identity("{'Effect':'Allow','Action':'*','Resource':'arn:aws:kms:*:*:key/*'}");
    Question objects =
        new Question(OTHERS, "s3:GetObject", "*", RequestContext.OPEN, Question.Side.IDENTITY);
    assertThat(some(Policies.set(null, onKeys), objects)).as("the policy of no key").isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kms:Nothing*", "kms:?", "kms:Decryp?"})
  void whatSeveralActionsMeanIsNotSeen(String action) {
    assertThat(some(allowOther("'Action':'*'"), question(OTHERS, action))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"KEY, true, false", "IDENTITY, false, true", "BOTH, false, false"})
  void theSideThatIsAskedDecides(Question.Side side, boolean ofKeyPolicy, boolean ofIdentity) {
    Policy key = allowOther("'Action':'kms:Decrypt'").keyPolicy();
    Question decrypt = decrypt(OTHERS, KEY, side);
    assertThat(some(Policies.set(key, LIST_KEYS), decrypt)).isEqualTo(ofKeyPolicy);
    assertThat(some(Policies.set(Policies.key(), DECRYPTS), decrypt)).isEqualTo(ofIdentity);
    assertThat(some(Policies.set(key, DECRYPTS), decrypt)).isTrue();
  }

  @Test
  void withoutTheKeyPolicyOnlyTheIdentitySideCanBeSeenToAllowNone() {
    Who users = new Who.Matching("aws", Glob.of("*/*"));
    PolicySet identity = Policies.set(null, LIST_KEYS);
    assertThat(none(identity, decrypt(users, KEY, Question.Side.IDENTITY))).isTrue();
    assertThat(none(identity, decrypt(users, KEY, Question.Side.BOTH))).isFalse();
    assertThat(none(identity, decrypt(users, KEY, Question.Side.KEY))).isFalse();
    PolicySet named = Policies.set(Policies.key(), LIST_KEYS);
    assertThat(none(named, decrypt(users, KEY, Question.Side.IDENTITY))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`'Effect':'Allow','Principal':'*'`, false",
        "`'Effect':'Deny','Principal':'*'`, true",
        "`'Effect':'Allow'`, true",
        "`'Effect':'Allow','NotPrincipal':{'AWS':'111122223333'}`, false",
        "`'Effect':'Allow','Principal':{'Service':'logs.amazonaws.com'}`, false"
      })
  void onlyAnAllowThatCanMeanACallerGivesAnything(String start, boolean seen) {
    Policy policy = Policies.key("{" + start + ",'Action':'kms:*','Resource':'*'}");
    assertThat(none(Policies.set(policy), question(OTHERS, "kms:Decrypt"))).isEqualTo(seen);
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
