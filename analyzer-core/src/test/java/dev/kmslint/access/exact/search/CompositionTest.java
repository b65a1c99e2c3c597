package dev.kmslint.access.exact.search;

import static dev.kmslint.access.exact.Policies.OWNER;
import static dev.kmslint.access.exact.search.Composed.BOUNDARY;
import static dev.kmslint.access.exact.search.Composed.EMPTY_BOUNDARY;
import static dev.kmslint.access.exact.search.Composed.EMPTY_SESSION;
import static dev.kmslint.access.exact.search.Composed.EVERYONE;
import static dev.kmslint.access.exact.search.Composed.IDENTITY;
import static dev.kmslint.access.exact.search.Composed.LINKED;
import static dev.kmslint.access.exact.search.Composed.ROLE;
import static dev.kmslint.access.exact.search.Composed.ROOT;
import static dev.kmslint.access.exact.search.Composed.SCP;
import static dev.kmslint.access.exact.search.Composed.SERVICE;
import static dev.kmslint.access.exact.search.Composed.SESSION;
import static dev.kmslint.access.exact.search.Composed.SHUT_SCP;
import static dev.kmslint.access.exact.search.Composed.STRANGER;
import static dev.kmslint.access.exact.search.Composed.STRANGE_ROLE;
import static dev.kmslint.access.exact.search.Composed.STRANGE_ROOT;
import static dev.kmslint.access.exact.search.Composed.THE_ACCOUNT;
import static dev.kmslint.access.exact.search.Composed.THE_OTHER_ACCOUNT;
import static dev.kmslint.access.exact.search.Composed.THE_ROLE;
import static dev.kmslint.access.exact.search.Composed.THE_SERVICE;
import static dev.kmslint.access.exact.search.Composed.THE_USER;
import static dev.kmslint.access.exact.search.Composed.USER;
import static dev.kmslint.access.exact.search.Composed.allow;
import static dev.kmslint.access.exact.search.Composed.decided;
import static dev.kmslint.access.exact.search.Composed.deny;
import static dev.kmslint.access.exact.search.Composed.key;
import static dev.kmslint.access.exact.search.Composed.question;
import static dev.kmslint.access.exact.search.Composed.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Caller;
import dev.kmslint.access.Question;
import dev.kmslint.access.exact.Asked;
import dev.kmslint.access.exact.Policies;
import dev.kmslint.access.exact.search.Composed.Verdict;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How AWS puts layers of policies together, for KMS and both sides. */
class CompositionTest {
  @Nested
  class OfTheOwnAccount {
    @Test
    void aMatchOfTheCallersOwnArnAllowsAlone() {
      assertThat(decided(USER, key(THE_USER))).isEqualTo(Verdict.ALLOWED);
      assertThat(decided(USER, key(EVERYONE))).isEqualTo(Verdict.ALLOWED);
      assertThat(decided(USER, key(THE_USER), EMPTY_BOUNDARY, EMPTY_SESSION))
          .isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void aMatchOfTheRoleIsLimitedByBoundaryAndSessionPolicy() {
      assertThat(decided(ROLE, key(THE_ROLE))).isEqualTo(Verdict.ALLOWED);
      assertThat(decided(ROLE, key(THE_ROLE), BOUNDARY, SESSION)).isEqualTo(Verdict.ALLOWED);
      assertThat(decided(ROLE, key(THE_ROLE), EMPTY_BOUNDARY, IDENTITY)).isEqualTo(Verdict.DENIED);
      assertThat(decided(ROLE, key(THE_ROLE), EMPTY_SESSION, IDENTITY)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void aMatchOfTheAccountLeavesItToIam() {
      assertThat(decided(USER, key(THE_ACCOUNT))).isEqualTo(Verdict.DENIED);
      assertThat(decided(USER, key(THE_ACCOUNT), IDENTITY)).isEqualTo(Verdict.ALLOWED);
      assertThat(decided(USER, key(THE_ACCOUNT), IDENTITY, BOUNDARY, SESSION))
          .isEqualTo(Verdict.ALLOWED);
      assertThat(decided(USER, key(THE_ACCOUNT), IDENTITY, EMPTY_BOUNDARY))
          .isEqualTo(Verdict.DENIED);
      assertThat(decided(USER, key(THE_ACCOUNT), IDENTITY, EMPTY_SESSION))
          .isEqualTo(Verdict.DENIED);
      assertThat(decided(USER, key(THE_ACCOUNT), BOUNDARY, SESSION)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void theRootUserNeedsTheMatchOfTheAccountAlone() {
      assertThat(decided(ROOT, key(THE_ACCOUNT))).isEqualTo(Verdict.ALLOWED);
      assertThat(decided(ROOT, key(THE_USER), IDENTITY)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void iamAloneAllowsNothing() {
      assertThat(decided(USER, key(THE_ROLE), IDENTITY)).isEqualTo(Verdict.DENIED);
      assertThat(decided(ROOT, key(THE_OTHER_ACCOUNT), IDENTITY)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void whetherTheNameOfAUserReachesAFederatedSessionOfItsIsNotKnown() {
      Caller federated = Asked.caller("arn:aws:sts::111122223333:federated-user/f");
      assertThat(decided(federated, key(THE_USER))).isEqualTo(Verdict.UNKNOWN);
      assertThat(decided(federated, key(THE_ROLE))).isEqualTo(Verdict.DENIED);
    }
  }

  @Nested
  class OfOtherAccounts {
    @Test
    void anyMatchNeedsTheIdentityPolicyToo() {
      Policy role = key("{'AWS':'arn:aws:iam::444455556666:role/R'}");
      assertThat(decided(STRANGER, key(EVERYONE))).isEqualTo(Verdict.DENIED);
      assertThat(decided(STRANGER, key(EVERYONE), IDENTITY)).isEqualTo(Verdict.ALLOWED);
      assertThat(decided(STRANGE_ROLE, role)).isEqualTo(Verdict.DENIED);
      assertThat(decided(STRANGE_ROLE, role, IDENTITY)).isEqualTo(Verdict.ALLOWED);
      assertThat(decided(STRANGER, key(THE_OTHER_ACCOUNT), IDENTITY)).isEqualTo(Verdict.ALLOWED);
      assertThat(decided(STRANGER, key(THE_ACCOUNT), IDENTITY)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void boundaryAndSessionPolicyMustAllowWhateverTheMatch() {
      assertThat(decided(STRANGER, key(EVERYONE), IDENTITY, BOUNDARY, SESSION))
          .isEqualTo(Verdict.ALLOWED);
      assertThat(decided(STRANGER, key(EVERYONE), IDENTITY, EMPTY_BOUNDARY))
          .isEqualTo(Verdict.DENIED);
      assertThat(decided(STRANGER, key(EVERYONE), IDENTITY, EMPTY_SESSION))
          .isEqualTo(Verdict.DENIED);
    }

    @Test
    void theRootUserHasNoIdentityPolicy() {
      assertThat(decided(STRANGE_ROOT, key(THE_OTHER_ACCOUNT))).isEqualTo(Verdict.ALLOWED);
      assertThat(decided(STRANGE_ROOT, key(THE_ACCOUNT))).isEqualTo(Verdict.DENIED);
    }

    @Test
    void someOperationsDoNotWorkAcrossAccounts() {
      assertThat(decided(STRANGER, "kms:PutKeyPolicy", key(EVERYONE), IDENTITY))
          .isEqualTo(Verdict.DENIED);
      assertThat(decided(USER, "kms:PutKeyPolicy", key(EVERYONE))).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void nothingWorksAcrossPartitions() {
      Caller chinese = Asked.caller("arn:aws-cn:iam::444455556666:user/u");
      assertThat(decided(chinese, key(EVERYONE), IDENTITY)).isEqualTo(Verdict.DENIED);
    }
  }

  @Nested
  class OfServices {
    @Test
    void theKeyPolicyAlonePermits() {
      assertThat(decided(SERVICE, key(THE_SERVICE))).isEqualTo(Verdict.ALLOWED);
      assertThat(decided(SERVICE, key(THE_ACCOUNT), IDENTITY)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void policiesOfIdentitiesAndTheirAccountsDoNotBindThem() {
      assertThat(decided(SERVICE, key(THE_SERVICE), EMPTY_BOUNDARY, EMPTY_SESSION, SHUT_SCP))
          .isEqualTo(Verdict.ALLOWED);
      for (PolicyKind kind : PolicyKind.values()) {
        if (kind.isIdentitySide()) {
          assertThat(decided(SERVICE, key(THE_SERVICE), deny(kind)))
              .as(kind.title())
              .isEqualTo(Verdict.ALLOWED);
        }
      }
    }

    @Test
    void resourceControlPoliciesBindThem() {
      assertThat(decided(SERVICE, key(THE_SERVICE), deny(PolicyKind.RCP)))
          .isEqualTo(Verdict.DENIED);
    }

    @Test
    void whetherTheStarReachesThemIsNotKnown() {
      assertThat(decided(SERVICE, key(EVERYONE))).isEqualTo(Verdict.UNKNOWN);
    }
  }

  @Nested
  class OfOrganizations {
    @Test
    void aServiceControlPolicyMustAllowEveryWayIn() {
      assertThat(decided(USER, key(THE_USER), SCP)).isEqualTo(Verdict.ALLOWED);
      assertThat(decided(USER, key(THE_USER), SHUT_SCP)).isEqualTo(Verdict.DENIED);
      assertThat(decided(ROLE, key(THE_ROLE), SHUT_SCP)).isEqualTo(Verdict.DENIED);
      assertThat(decided(USER, key(THE_ACCOUNT), IDENTITY, SHUT_SCP)).isEqualTo(Verdict.DENIED);
      assertThat(decided(ROOT, key(THE_ACCOUNT), SHUT_SCP)).isEqualTo(Verdict.DENIED);
      assertThat(decided(STRANGER, key(EVERYONE), IDENTITY, SHUT_SCP)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void ofSeveralItIsNotKnownWhetherOneIsEnough() {
      assertThat(decided(USER, key(THE_USER), SCP, SCP)).isEqualTo(Verdict.ALLOWED);
      assertThat(decided(USER, key(THE_USER), SCP, SHUT_SCP)).isEqualTo(Verdict.UNKNOWN);
      assertThat(decided(USER, key(THE_USER), SHUT_SCP, SHUT_SCP)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void aServiceControlPolicyWithoutAnAllowRestrictsByItsDenyOnly() {
      Policy other =
          Policies.of(PolicyKind.SCP, "{'Effect':'Deny','Action':'s3:*','Resource':'*'}");
      assertThat(decided(USER, key(THE_USER), other)).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void serviceLinkedRolesAreExempt() {
      assertThat(decided(LINKED, key(EVERYONE), SHUT_SCP)).isEqualTo(Verdict.ALLOWED);
      assertThat(decided(LINKED, key(EVERYONE), deny(PolicyKind.SCP))).isEqualTo(Verdict.ALLOWED);
      assertThat(decided(LINKED, key(EVERYONE), deny(PolicyKind.RCP))).isEqualTo(Verdict.ALLOWED);
      assertThat(decided(LINKED, deny(PolicyKind.KEY))).isEqualTo(Verdict.DENIED);
    }

    @Test
    void anAllowOfAResourceControlPolicyAllowsNothing() {
      assertThat(decided(USER, key(THE_ROLE), allow(PolicyKind.RCP))).isEqualTo(Verdict.DENIED);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"IDENTITY", "BOUNDARY", "SESSION", "SCP", "RCP"})
  void aDenyInAnyLayerWins(PolicyKind kind) {
    for (Caller caller : new Caller[] {USER, ROLE, ROOT, STRANGER}) {
      assertThat(decided(caller, key(EVERYONE), IDENTITY, deny(kind))).isEqualTo(Verdict.DENIED);
    }
  }

  @Test
  void aDenyOfTheKeyPolicyWins() {
    for (Caller caller : new Caller[] {USER, ROLE, ROOT, STRANGER, SERVICE}) {
      assertThat(decided(caller, deny(PolicyKind.KEY), IDENTITY)).isEqualTo(Verdict.DENIED);
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
        assertThat(Composed.decided(caller, "kms:RetireGrant", all)).isEqualTo(Verdict.UNKNOWN);
        assertThat(Composed.decided(caller, "kms:RetireGrant", deny(PolicyKind.KEY)))
            .isEqualTo(Verdict.DENIED);
      }
      assertThat(Composed.decided(USER, "kms:RetireGrant", key(EVERYONE), deny(PolicyKind.RCP)))
          .as("a resource control policy has no say in it")
          .isEqualTo(Verdict.UNKNOWN);
    }
  }
}
