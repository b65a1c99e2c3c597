package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Caller;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key policy that names a principal, where the other policies were not given. */
class AllowAllTest {
  private static Policy naming(String principal) {
    return Policies.key(
        "{'Effect':'Allow','Principal':{'AWS':'"
            + principal
            + "'},'Action':'kms:Decrypt','Resource':'*'}");
  }

  private static Outcome decrypt(PolicySet policies, String caller) {
    Caller user = Objects.requireNonNull(Caller.parse(caller, "aws"));
    return Engine.compile(Catalog.builtIn(), policies)
        .answer(Question.of(user, "kms:Decrypt", Policies.KEY))
        .outcome();
  }

  @ParameterizedTest
  @CsvSource({
    "111122223333, arn:aws:iam::111122223333:user/u, ALWAYS, NEVER, NEVER",
    "444455556666, arn:aws:iam::444455556666:user/u, ALWAYS, NEVER, NEVER",
    "arn:aws:iam::444455556666:user/u, arn:aws:iam::444455556666:user/u, ALWAYS, NEVER, NEVER",
    "arn:aws:iam::111122223333:user/u, arn:aws:iam::111122223333:user/u, ALWAYS, ALWAYS, ALWAYS",
    "arn:aws:iam::111122223333:role/R, arn:aws:iam::111122223333:role/R, ALWAYS, ALWAYS, NEVER",
    "444455556666, arn:aws:iam::111122223333:user/u, NEVER, NEVER, NEVER"
  })
  void theOthersAllowEverythingNothingOrLetNothingThrough(
      String principal, String caller, Outcome with, Outcome without, Outcome bounded) {
    Policy policy = naming(principal);
    assertThat(decrypt(AllowAll.with(policy, Policies.OWNER), caller)).isEqualTo(with);
    assertThat(decrypt(AllowAll.without(policy, Policies.OWNER), caller)).isEqualTo(without);
    assertThat(decrypt(AllowAll.bounded(policy, Policies.OWNER), caller)).isEqualTo(bounded);
  }

  @ParameterizedTest
  @CsvSource({"111122223333", "''"})
  void theKeyPolicyAndItsOwnerStayAsTheyAre(String owner) {
    Policy policy = naming("*");
    for (PolicySet set :
        new PolicySet[] {
          AllowAll.with(policy, owner),
          AllowAll.without(policy, owner),
          AllowAll.bounded(policy, owner)
        }) {
      assertThat(set.keyPolicy()).isSameAs(policy);
      assertThat(set.owner()).isEqualTo(owner);
      assertThat(set.boundary()).as("a Deny with NotPrincipal would hit all who have one").isNull();
    }
  }
}
