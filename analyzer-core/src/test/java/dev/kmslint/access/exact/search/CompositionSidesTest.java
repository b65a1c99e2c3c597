package dev.kmslint.access.exact.search;

import static dev.kmslint.access.exact.Policies.OWNER;
import static dev.kmslint.access.exact.search.Composed.BOUNDARY;
import static dev.kmslint.access.exact.search.Composed.EMPTY_BOUNDARY;
import static dev.kmslint.access.exact.search.Composed.EMPTY_SESSION;
import static dev.kmslint.access.exact.search.Composed.EVERYONE;
import static dev.kmslint.access.exact.search.Composed.IDENTITY;
import static dev.kmslint.access.exact.search.Composed.ROLE;
import static dev.kmslint.access.exact.search.Composed.ROOT;
import static dev.kmslint.access.exact.search.Composed.SCP;
import static dev.kmslint.access.exact.search.Composed.SERVICE;
import static dev.kmslint.access.exact.search.Composed.SESSION;
import static dev.kmslint.access.exact.search.Composed.SHUT_SCP;
import static dev.kmslint.access.exact.search.Composed.STRANGER;
import static dev.kmslint.access.exact.search.Composed.THE_ACCOUNT;
import static dev.kmslint.access.exact.search.Composed.THE_OTHER_ACCOUNT;
import static dev.kmslint.access.exact.search.Composed.THE_ROLE;
import static dev.kmslint.access.exact.search.Composed.THE_SERVICE;
import static dev.kmslint.access.exact.search.Composed.THE_USER;
import static dev.kmslint.access.exact.search.Composed.USER;
import static dev.kmslint.access.exact.search.Composed.deny;
import static dev.kmslint.access.exact.search.Composed.isAllowed;
import static dev.kmslint.access.exact.search.Composed.key;
import static dev.kmslint.access.exact.search.Composed.question;
import static dev.kmslint.access.exact.search.Composed.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Caller;
import dev.kmslint.access.Question;
import dev.kmslint.access.Who;
import dev.kmslint.access.exact.Asked;
import dev.kmslint.access.exact.Point;
import dev.kmslint.access.exact.Scenarios;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.search.Composed.Verdict;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How layers are put together of one side alone, of other services, and for an unknown owner. */
class CompositionSidesTest {
  @Nested
  class OfOtherServices {
    private final Policy noKey = deny(PolicyKind.KEY);

    private Verdict of(Caller caller, Policy... policies) {
      return Composed.decided(caller, "rds:CopyDBClusterSnapshot", policies);
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
