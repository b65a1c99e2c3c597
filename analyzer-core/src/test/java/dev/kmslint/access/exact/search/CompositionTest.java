package dev.kmslint.access.exact.search;

import static dev.kmslint.access.exact.Policies.OTHER;
import static dev.kmslint.access.exact.Policies.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Caller;
import dev.kmslint.access.Question;
import dev.kmslint.access.Who;
import dev.kmslint.access.exact.Asked;
import dev.kmslint.access.exact.Point;
import dev.kmslint.access.exact.Policies;
import dev.kmslint.access.exact.Scenarios;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How AWS puts layers of policies together. What is allowed in the certain reading is {@code
 * ALLOWED}, what is not even allowed in the possible one is {@code DENIED}.
 */
class CompositionTest {
  private enum Verdict {
    ALLOWED,
    DENIED,
    UNKNOWN
  }

  private static final String USER_ARN = "arn:aws:iam::111122223333:user/u";
  private static final String ROLE_ARN = "arn:aws:iam::111122223333:role/R";
  private static final Caller USER = Asked.caller(USER_ARN);
  private static final Caller ROLE = Asked.caller(ROLE_ARN);
  private static final Caller ROOT = Caller.rootUserOf("aws", OWNER);
  private static final Caller LINKED =
      Asked.caller("arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/R");
  private static final Caller STRANGER = Asked.caller("arn:aws:iam::444455556666:user/u");
  private static final Caller STRANGE_ROLE = Asked.caller("arn:aws:iam::444455556666:role/R");
  private static final Caller STRANGE_ROOT = Caller.rootUserOf("aws", OTHER);
  private static final Caller SERVICE = Asked.caller("logs.amazonaws.com");

  private static final String EVERYONE = "'*'";
  private static final String THE_USER = "{'AWS':'" + USER_ARN + "'}";
  private static final String THE_ROLE = "{'AWS':'" + ROLE_ARN + "'}";
  private static final String THE_ACCOUNT = "{'AWS':'" + OWNER + "'}";
  private static final String THE_OTHER_ACCOUNT = "{'AWS':'" + OTHER + "'}";
  private static final String THE_SERVICE = "{'Service':'logs.amazonaws.com'}";

  private static final Policy IDENTITY = allow(PolicyKind.IDENTITY);
  private static final Policy BOUNDARY = allow(PolicyKind.BOUNDARY);
  private static final Policy SESSION = allow(PolicyKind.SESSION);
  private static final Policy SCP = allow(PolicyKind.SCP);
  private static final Policy EMPTY_BOUNDARY = Policies.of(PolicyKind.BOUNDARY);
  private static final Policy EMPTY_SESSION = Policies.of(PolicyKind.SESSION);
  private static final Policy SHUT_SCP =
      Policies.of(PolicyKind.SCP, "{'Effect':'Allow','Action':'s3:*','Resource':'*'}");

  private static String statement(String effect, String principal) {
    String who = principal.isEmpty() ? "" : ",'Principal':" + principal;
    return "{'Effect':'" + effect + "','Action':'*','Resource':'*'" + who + "}";
  }

  private static Policy allow(PolicyKind kind) {
    return Policies.of(kind, statement("Allow", kind.hasPrincipal() ? EVERYONE : ""));
  }

  private static Policy deny(PolicyKind kind) {
    String everyone = "{'AWS':'*','Service':'logs.amazonaws.com'}";
    return Policies.of(
        kind,
        statement("Deny", kind.hasPrincipal() ? everyone : ""),
        statement("Allow", kind.hasPrincipal() ? everyone : ""));
  }

  private static Policy key(String principal) {
    return Policies.key(statement("Allow", principal));
  }

  private static Question question(Caller caller, String action, Question.Side side) {
    return Question.of(caller, action, Policies.KEY).on(side).with(Asked.NOTHING_ELSE);
  }

  /** Of all the requests of a question, of which each is in one part. */
  private static Verdict verdict(Question question, String owner, Policy... policies) {
    Asked asked = Asked.of(Policies.all(owner, policies), question);
    Composition certain = new Composition(asked.model, 0, false);
    Composition possible = new Composition(asked.model, 0, true);
    Set<Verdict> verdicts = new TreeSet<>();
    for (Box point : asked.points()) {
      boolean sure = isAllowed(point, certain);
      boolean maybe = isAllowed(point, possible);
      verdicts.add(sure ? Verdict.ALLOWED : maybe ? Verdict.UNKNOWN : Verdict.DENIED);
      assertThat(maybe || !sure).as("what is certain is possible").isTrue();
    }
    assertThat(verdicts).hasSize(1);
    return verdicts.iterator().next();
  }

  /** Whether a point is let through, seen from the ways in and from what keeps it out. */
  private static boolean isAllowed(Box point, Composition composition) {
    int parts = 0;
    boolean allowed = true;
    assertThat(composition.denies()).noneMatch(hit -> hit.box().isEmpty());
    for (Region region : composition.regions()) {
      assertThat(region.limit().isEmpty()).isFalse();
      if (point.isInside(region.limit())) {
        parts++;
        boolean in = region.paths().stream().anyMatch(path -> Point.isOn(point, path));
        boolean out = region.covers().stream().anyMatch(cover -> !Point.isHit(point, cover));
        assertThat(in).isNotEqualTo(out);
        allowed = in;
      }
    }
    assertThat(parts).as("every request is in one part").isEqualTo(1);
    return allowed && !Point.isHit(point, composition.denies());
  }

  private static Verdict of(Caller caller, String action, Policy... policies) {
    return verdict(question(caller, action, Question.Side.BOTH), OWNER, policies);
  }

  private static Verdict of(Caller caller, Policy... policies) {
    return of(caller, "kms:Decrypt", policies);
  }

  @Nested
  class OfTheOwnAccount {
    @Test
    void aMatchOfTheCallersOwnArnAllowsAlone() {
      assertThat(of(USER, key(THE_USER))).isEqualTo(Verdict.ALLOWED);
      assertThat(of(USER, key(EVERYONE))).isEqualTo(Verdict.ALLOWED);
      assertThat(of(USER, key(THE_USER), EMPTY_BOUNDARY, EMPTY_SESSION)).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void aMatchOfTheRoleIsLimitedByBoundaryAndSessionPolicy() {
      assertThat(of(ROLE, key(THE_ROLE))).isEqualTo(Verdict.ALLOWED);
      assertThat(of(ROLE, key(THE_ROLE), BOUNDARY, SESSION)).isEqualTo(Verdict.ALLOWED);
      assertThat(of(ROLE, key(THE_ROLE), EMPTY_BOUNDARY, IDENTITY)).isEqualTo(Verdict.DENIED);
      assertThat(of(ROLE, key(THE_ROLE), EMPTY_SESSION, IDENTITY)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void aMatchOfTheAccountLeavesItToIam() {
      assertThat(of(USER, key(THE_ACCOUNT))).isEqualTo(Verdict.DENIED);
      assertThat(of(USER, key(THE_ACCOUNT), IDENTITY)).isEqualTo(Verdict.ALLOWED);
      assertThat(of(USER, key(THE_ACCOUNT), IDENTITY, BOUNDARY, SESSION))
          .isEqualTo(Verdict.ALLOWED);
      assertThat(of(USER, key(THE_ACCOUNT), IDENTITY, EMPTY_BOUNDARY)).isEqualTo(Verdict.DENIED);
      assertThat(of(USER, key(THE_ACCOUNT), IDENTITY, EMPTY_SESSION)).isEqualTo(Verdict.DENIED);
      assertThat(of(USER, key(THE_ACCOUNT), BOUNDARY, SESSION)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void theRootUserNeedsTheMatchOfTheAccountAlone() {
      assertThat(of(ROOT, key(THE_ACCOUNT))).isEqualTo(Verdict.ALLOWED);
      assertThat(of(ROOT, key(THE_USER), IDENTITY)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void iamAloneAllowsNothing() {
      assertThat(of(USER, key(THE_ROLE), IDENTITY)).isEqualTo(Verdict.DENIED);
      assertThat(of(ROOT, key(THE_OTHER_ACCOUNT), IDENTITY)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void whetherTheNameOfAUserReachesAFederatedSessionOfItsIsNotKnown() {
      Caller federated = Asked.caller("arn:aws:sts::111122223333:federated-user/f");
      assertThat(of(federated, key(THE_USER))).isEqualTo(Verdict.UNKNOWN);
      assertThat(of(federated, key(THE_ROLE))).isEqualTo(Verdict.DENIED);
    }
  }

  @Nested
  class OfOtherAccounts {
    @Test
    void anyMatchNeedsTheIdentityPolicyToo() {
      Policy role = key("{'AWS':'arn:aws:iam::444455556666:role/R'}");
      assertThat(of(STRANGER, key(EVERYONE))).isEqualTo(Verdict.DENIED);
      assertThat(of(STRANGER, key(EVERYONE), IDENTITY)).isEqualTo(Verdict.ALLOWED);
      assertThat(of(STRANGE_ROLE, role)).isEqualTo(Verdict.DENIED);
      assertThat(of(STRANGE_ROLE, role, IDENTITY)).isEqualTo(Verdict.ALLOWED);
      assertThat(of(STRANGER, key(THE_OTHER_ACCOUNT), IDENTITY)).isEqualTo(Verdict.ALLOWED);
      assertThat(of(STRANGER, key(THE_ACCOUNT), IDENTITY)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void boundaryAndSessionPolicyMustAllowWhateverTheMatch() {
      assertThat(of(STRANGER, key(EVERYONE), IDENTITY, BOUNDARY, SESSION))
          .isEqualTo(Verdict.ALLOWED);
      assertThat(of(STRANGER, key(EVERYONE), IDENTITY, EMPTY_BOUNDARY)).isEqualTo(Verdict.DENIED);
      assertThat(of(STRANGER, key(EVERYONE), IDENTITY, EMPTY_SESSION)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void theRootUserHasNoIdentityPolicy() {
      assertThat(of(STRANGE_ROOT, key(THE_OTHER_ACCOUNT))).isEqualTo(Verdict.ALLOWED);
      assertThat(of(STRANGE_ROOT, key(THE_ACCOUNT))).isEqualTo(Verdict.DENIED);
    }

    @Test
    void someOperationsDoNotWorkAcrossAccounts() {
      assertThat(of(STRANGER, "kms:PutKeyPolicy", key(EVERYONE), IDENTITY))
          .isEqualTo(Verdict.DENIED);
      assertThat(of(USER, "kms:PutKeyPolicy", key(EVERYONE))).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void nothingWorksAcrossPartitions() {
      Caller chinese = Asked.caller("arn:aws-cn:iam::444455556666:user/u");
      assertThat(of(chinese, key(EVERYONE), IDENTITY)).isEqualTo(Verdict.DENIED);
    }
  }

  @Nested
  class OfServices {
    @Test
    void theKeyPolicyAlonePermits() {
      assertThat(of(SERVICE, key(THE_SERVICE))).isEqualTo(Verdict.ALLOWED);
      assertThat(of(SERVICE, key(THE_ACCOUNT), IDENTITY)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void policiesOfIdentitiesAndTheirAccountsDoNotBindThem() {
      assertThat(of(SERVICE, key(THE_SERVICE), EMPTY_BOUNDARY, EMPTY_SESSION, SHUT_SCP))
          .isEqualTo(Verdict.ALLOWED);
      for (PolicyKind kind : PolicyKind.values()) {
        if (kind.isIdentitySide()) {
          assertThat(of(SERVICE, key(THE_SERVICE), deny(kind)))
              .as(kind.title())
              .isEqualTo(Verdict.ALLOWED);
        }
      }
    }

    @Test
    void resourceControlPoliciesBindThem() {
      assertThat(of(SERVICE, key(THE_SERVICE), deny(PolicyKind.RCP))).isEqualTo(Verdict.DENIED);
    }

    @Test
    void whetherTheStarReachesThemIsNotKnown() {
      assertThat(of(SERVICE, key(EVERYONE))).isEqualTo(Verdict.UNKNOWN);
    }
  }

  @Nested
  class OfOrganizations {
    @Test
    void aServiceControlPolicyMustAllowEveryWayIn() {
      assertThat(of(USER, key(THE_USER), SCP)).isEqualTo(Verdict.ALLOWED);
      assertThat(of(USER, key(THE_USER), SHUT_SCP)).isEqualTo(Verdict.DENIED);
      assertThat(of(ROLE, key(THE_ROLE), SHUT_SCP)).isEqualTo(Verdict.DENIED);
      assertThat(of(USER, key(THE_ACCOUNT), IDENTITY, SHUT_SCP)).isEqualTo(Verdict.DENIED);
      assertThat(of(ROOT, key(THE_ACCOUNT), SHUT_SCP)).isEqualTo(Verdict.DENIED);
      assertThat(of(STRANGER, key(EVERYONE), IDENTITY, SHUT_SCP)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void ofSeveralItIsNotKnownWhetherOneIsEnough() {
      assertThat(of(USER, key(THE_USER), SCP, SCP)).isEqualTo(Verdict.ALLOWED);
      assertThat(of(USER, key(THE_USER), SCP, SHUT_SCP)).isEqualTo(Verdict.UNKNOWN);
      assertThat(of(USER, key(THE_USER), SHUT_SCP, SHUT_SCP)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void aServiceControlPolicyWithoutAnAllowRestrictsByItsDenyOnly() {
      Policy other =
          Policies.of(PolicyKind.SCP, "{'Effect':'Deny','Action':'s3:*','Resource':'*'}");
      assertThat(of(USER, key(THE_USER), other)).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void serviceLinkedRolesAreExempt() {
      assertThat(of(LINKED, key(EVERYONE), SHUT_SCP)).isEqualTo(Verdict.ALLOWED);
      assertThat(of(LINKED, key(EVERYONE), deny(PolicyKind.SCP))).isEqualTo(Verdict.ALLOWED);
      assertThat(of(LINKED, key(EVERYONE), deny(PolicyKind.RCP))).isEqualTo(Verdict.ALLOWED);
      assertThat(of(LINKED, deny(PolicyKind.KEY))).isEqualTo(Verdict.DENIED);
    }

    @Test
    void anAllowOfAResourceControlPolicyAllowsNothing() {
      assertThat(of(USER, key(THE_ROLE), allow(PolicyKind.RCP))).isEqualTo(Verdict.DENIED);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"IDENTITY", "BOUNDARY", "SESSION", "SCP", "RCP"})
  void aDenyInAnyLayerWins(PolicyKind kind) {
    for (Caller caller : new Caller[] {USER, ROLE, ROOT, STRANGER}) {
      assertThat(of(caller, key(EVERYONE), IDENTITY, deny(kind))).isEqualTo(Verdict.DENIED);
    }
  }

  @Test
  void aDenyOfTheKeyPolicyWins() {
    for (Caller caller : new Caller[] {USER, ROLE, ROOT, STRANGER, SERVICE}) {
      assertThat(of(caller, deny(PolicyKind.KEY), IDENTITY)).isEqualTo(Verdict.DENIED);
    }
  }

  @Nested
  class OfWhatIsNotKnown {
    private Verdict of(Caller caller, String owner, Policy... policies) {
      return verdict(question(caller, "kms:Decrypt", Question.Side.BOTH), owner, policies);
    }

    @Test
    void aKeyPolicyThatWasNotGivenMayAllowAnything() {
      assertThat(of(USER, OWNER)).isEqualTo(Verdict.UNKNOWN);
      assertThat(of(USER, OWNER, IDENTITY)).isEqualTo(Verdict.UNKNOWN);
      assertThat(of(STRANGER, OWNER)).isEqualTo(Verdict.DENIED);
      assertThat(of(STRANGER, OWNER, IDENTITY)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aGrantAndNoPolicyAllowsToRetireIt() {
      Policy[] all = {key(EVERYONE), IDENTITY};
      for (Caller caller : new Caller[] {USER, ROOT, STRANGER}) {
        assertThat(CompositionTest.of(caller, "kms:RetireGrant", all)).isEqualTo(Verdict.UNKNOWN);
        assertThat(CompositionTest.of(caller, "kms:RetireGrant", deny(PolicyKind.KEY)))
            .isEqualTo(Verdict.DENIED);
      }
      assertThat(CompositionTest.of(USER, "kms:RetireGrant", key(EVERYONE), deny(PolicyKind.RCP)))
          .as("a resource control policy has no say in it")
          .isEqualTo(Verdict.UNKNOWN);
    }
  }

  @Nested
  class OfOtherServices {
    private final Policy noKey = deny(PolicyKind.KEY);

    private Verdict of(Caller caller, Policy... policies) {
      return CompositionTest.of(caller, "rds:CopyDBClusterSnapshot", policies);
    }

    @Test
    void theKeysPoliciesHaveNoSay() {
      assertThat(of(USER, noKey, deny(PolicyKind.RCP), IDENTITY)).isEqualTo(Verdict.ALLOWED);
      assertThat(of(USER, key(EVERYONE))).isEqualTo(Verdict.DENIED);
    }

    @Test
    void theCallersLayersMustAllow() {
      assertThat(of(USER, IDENTITY, BOUNDARY, SESSION, SCP)).isEqualTo(Verdict.ALLOWED);
      assertThat(of(USER, IDENTITY, EMPTY_BOUNDARY)).isEqualTo(Verdict.DENIED);
      assertThat(of(USER, IDENTITY, EMPTY_SESSION)).isEqualTo(Verdict.DENIED);
      assertThat(of(USER, IDENTITY, SHUT_SCP)).isEqualTo(Verdict.DENIED);
      assertThat(of(USER, deny(PolicyKind.IDENTITY))).isEqualTo(Verdict.DENIED);
    }

    @Test
    void theRootUserNeedsNoIdentityPolicy() {
      assertThat(of(ROOT)).isEqualTo(Verdict.ALLOWED);
      assertThat(of(ROOT, SHUT_SCP)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void whatServicesMayDoIsNotKnown() {
      assertThat(of(SERVICE, key(EVERYONE), IDENTITY)).isEqualTo(Verdict.UNKNOWN);
      assertThat(of(SERVICE, deny(PolicyKind.IDENTITY))).isEqualTo(Verdict.UNKNOWN);
    }
  }

  @Nested
  class OnTheKeySide {
    private Verdict of(Caller caller, String action, Policy... policies) {
      return verdict(question(caller, action, Question.Side.KEY), OWNER, policies);
    }

    private Verdict of(Caller caller, Policy... policies) {
      return of(caller, "kms:Decrypt", policies);
    }

    @Test
    void anyMatchAllowsWhateverTheCallersPoliciesSay() {
      Policy no = deny(PolicyKind.IDENTITY);
      assertThat(of(USER, key(THE_USER), no, EMPTY_BOUNDARY)).isEqualTo(Verdict.ALLOWED);
      assertThat(of(ROLE, key(THE_ROLE), no, EMPTY_SESSION)).isEqualTo(Verdict.ALLOWED);
      assertThat(of(USER, key(THE_ACCOUNT), no, SHUT_SCP)).isEqualTo(Verdict.ALLOWED);
      assertThat(of(USER, key(THE_ACCOUNT), deny(PolicyKind.SCP))).isEqualTo(Verdict.ALLOWED);
      assertThat(of(STRANGER, key(THE_OTHER_ACCOUNT))).isEqualTo(Verdict.ALLOWED);
      assertThat(of(SERVICE, key(THE_SERVICE))).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void withoutAMatchNothingAllows() {
      assertThat(of(USER, key(THE_ROLE), IDENTITY)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void denyStatementsOfTheKeysLayersCount() {
      assertThat(of(USER, deny(PolicyKind.KEY))).isEqualTo(Verdict.DENIED);
      assertThat(of(USER, key(EVERYONE), deny(PolicyKind.RCP))).isEqualTo(Verdict.DENIED);
    }

    @Test
    void whatIsNotKnownIsPossible() {
      assertThat(of(USER, IDENTITY)).isEqualTo(Verdict.UNKNOWN);
      assertThat(of(USER, "kms:RetireGrant", key(EVERYONE))).isEqualTo(Verdict.UNKNOWN);
    }
  }

  @Nested
  class OnTheIdentitySide {
    private Verdict of(Caller caller, String action, Policy... policies) {
      return verdict(question(caller, action, Question.Side.IDENTITY), OWNER, policies);
    }

    private Verdict of(Caller caller, Policy... policies) {
      return of(caller, "kms:Decrypt", policies);
    }

    @Test
    void theCallersLayersMustAllowWhateverTheKeyPolicySays() {
      assertThat(of(USER, IDENTITY, deny(PolicyKind.KEY))).isEqualTo(Verdict.ALLOWED);
      assertThat(of(USER, IDENTITY, deny(PolicyKind.RCP))).isEqualTo(Verdict.ALLOWED);
      assertThat(of(STRANGER, IDENTITY, BOUNDARY, SESSION, SCP)).isEqualTo(Verdict.ALLOWED);
      assertThat(of(USER, key(THE_USER))).isEqualTo(Verdict.DENIED);
      assertThat(of(USER, IDENTITY, EMPTY_BOUNDARY)).isEqualTo(Verdict.DENIED);
      assertThat(of(USER, IDENTITY, EMPTY_SESSION)).isEqualTo(Verdict.DENIED);
      assertThat(of(USER, IDENTITY, SHUT_SCP)).isEqualTo(Verdict.DENIED);
      assertThat(of(USER, deny(PolicyKind.IDENTITY))).isEqualTo(Verdict.DENIED);
    }

    @Test
    void severalServiceControlPoliciesLeaveItOpen() {
      assertThat(of(USER, IDENTITY, SCP, SHUT_SCP)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void theRootUserIsAllowedWhatNothingForbids() {
      assertThat(of(ROOT)).isEqualTo(Verdict.ALLOWED);
      assertThat(of(ROOT, SHUT_SCP)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void servicesHaveNoPoliciesOfTheirOwn() {
      assertThat(of(SERVICE, SHUT_SCP)).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void anIdentityPolicyDoesItsPartForRetiringAGrant() {
      assertThat(of(USER, "kms:RetireGrant", IDENTITY)).isEqualTo(Verdict.ALLOWED);
      assertThat(of(USER, "kms:RetireGrant", key(EVERYONE))).isEqualTo(Verdict.DENIED);
    }
  }

  @Nested
  class OfAnUnknownOwner {
    private Verdict of(Caller caller, Policy... policies) {
      Question any =
          new Question(Who.of(caller), "kms:Decrypt", "*", Asked.NOTHING_ELSE, Question.Side.BOTH);
      return verdict(any, "", policies);
    }

    @Test
    void whatIsCertainIsWhatACallerOfAnotherAccountMayDo() {
      assertThat(of(USER, key(THE_USER), IDENTITY)).isEqualTo(Verdict.ALLOWED);
      assertThat(of(USER, key(THE_USER), IDENTITY, EMPTY_BOUNDARY)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void whatIsPossibleIsWhatACallerOfTheOwnAccountMayDo() {
      assertThat(of(USER, key(THE_USER))).isEqualTo(Verdict.UNKNOWN);
      assertThat(of(USER, key(THE_ACCOUNT))).isEqualTo(Verdict.DENIED);
      assertThat(of(ROOT, key(THE_ACCOUNT))).isEqualTo(Verdict.ALLOWED);
    }
  }

  @Property(tries = 150)
  void theWaysInAndWhatKeepsOutSayTheSameOfRandomPolicies(@ForAll long seed) {
    Scenarios scenarios = new Scenarios(seed, true);
    Asked asked = Asked.of(scenarios.policies(3), scenarios.question());
    Random random = new Random(seed);
    for (boolean asWide : new boolean[] {false, true}) {
      Composition composition = new Composition(asked.model, 0, asWide);
      for (int i = 0; i < 20; i++) {
        Box point = asked.point(random);
        if (!Point.isImpossible(point, asked.model.space())) {
          assertThat(isAllowed(point, composition)).isEqualTo(Point.isAllowed(point, composition));
        }
      }
    }
  }
}
