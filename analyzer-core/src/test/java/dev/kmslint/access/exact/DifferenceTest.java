package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.Truth;
import dev.kmslint.access.Who;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final Policy ALL = Policies.identity(Answered.permit("all", "kms:*"));
  private static final String VIA_RDS = "'StringEquals':{'kms:ViaService':'rds'}";
  private static final String VIA_ANY = "'StringLike':{'kms:ViaService':'r*'}";
  private static final String CONTAINED =
      "'StringEquals':{'aws:PrincipalTag/team':'${kms:ViaService}-a'}";

  private static PolicySet key(String... statements) {
    return Policies.set(Policies.key(statements), ALL);
  }

  private static Change change(PolicySet before, PolicySet after, Question question) {
    Change change = new Difference(Catalog.builtIn(), before, after, question).change();
    assertThat(change.internalError()).isNull();
    return change;
  }

  private static Change change(PolicySet before, PolicySet after) {
    return change(before, after, Answered.may("kms:Decrypt"));
  }

  @Test
  void whatIsAllowedNowAndWasNotIsShownWithWhatAllowsIt() {
    Change change =
        change(
            key(Answered.give("a", "kms:*", VIA_RDS)), key(Answered.give("b", "kms:*", VIA_ANY)));
    assertThat(change.newAccess()).isEqualTo(Truth.YES);
    assertThat(Answered.sids(change.because())).containsExactly("b", "all");
    assertThat(change.because()).extracting(Because::part).containsOnly(Because.Part.ALLOWS);
    assertThat(change.before()).isEmpty();
    assertThat(
            Objects.requireNonNull(change.witness()).request().context().pinned("kms:ViaService"))
        .isNotIn(ContextValue.ABSENT, ContextValue.of("rds"));
  }

  @Test
  void whereAStatementDeniedItThatIsSaid() {
    String all = Answered.give("a", "kms:*");
    String ec2 = Answered.deny("ec2", "kms:*", VIA_RDS.replace("rds", "ec2"));
    Change change = change(key(all, ec2, Answered.deny("rds", "kms:*", VIA_RDS)), key(all, ec2));
    assertThat(change.newAccess()).isEqualTo(Truth.YES);
    assertThat(Answered.sids(change.before())).containsExactly("rds");
    assertThat(change.before()).extracting(Because::part).containsOnly(Because.Part.DENIES);
  }

  @Test
  void whatWasAllowedOrIsDeniedIsNotNew() {
    Change less =
        change(key(Answered.give("a", "kms:*")), key(Answered.give("b", "kms:Decrypt", VIA_RDS)));
    assertThat(less).isEqualTo(new Change(Truth.NO, "", null, List.of(), List.of(), null));
    Change denied =
        change(key(), key(Answered.give("a", "kms:*"), Answered.deny("d", "kms:Decrypt")));
    assertThat(denied.newAccess()).isEqualTo(Truth.NO);
  }

  @Test
  void onlyTheSideThatIsAskedCounts() {
    PolicySet none = Policies.set(Policies.key(Answered.give("a", "kms:*")), Policies.identity());
    Question decrypt = Answered.may("kms:Decrypt");
    PolicySet all = key(Answered.give("a", "kms:*"));
    assertThat(change(none, all, decrypt.on(Question.Side.KEY)).newAccess()).isEqualTo(Truth.NO);
    assertThat(change(none, all, decrypt.on(Question.Side.IDENTITY)).newAccess())
        .isEqualTo(Truth.YES);
  }

  @Test
  void theKeyIsOwnedByTheAccountThatEitherSideGives() {
    Policy named =
        Policies.key(
            "{'Sid':'a','Effect':'Allow','Principal':{'AWS':'arn:aws:iam::444455556666:"
                + "user/u'},'Action':'kms:*','Resource':'*'}");
    Question any =
        new Question(
            Who.of(Answered.USER),
            "kms:Decrypt",
            "*",
            dev.kmslint.access.RequestContext.OPEN,
            Question.Side.BOTH);
    PolicySet owned = PolicySet.ofKey(named, Policies.OTHER);
    PolicySet unowned = PolicySet.ofKey(named, "");
    PolicySet empty = PolicySet.ofKey(Policies.key(), Policies.OTHER);
    for (String owner : List.of("", Policies.OWNER)) {
      Change change = change(PolicySet.ofKey(Policies.key(), owner), owned, any);
      assertThat(change.newAccess()).isEqualTo(Truth.YES);
      assertThat(Objects.requireNonNull(change.witness()).request().resource())
          .contains(":" + Policies.OTHER + ":");
    }
    assertThat(change(empty, unowned, any).newAccess()).isEqualTo(Truth.YES);
  }

  @Test
  void aDoubtThatWasThereBeforeIsNotNew() {
    PolicySet doubtful = key(Answered.give("a", "kms:*", CONTAINED));
    assertThat(change(doubtful, doubtful).newAccess()).isEqualTo(Truth.NO);
    assertThat(change(doubtful, key(Answered.give("a", "kms:*"))).newAccess()).isEqualTo(Truth.YES);
  }

  @Test
  void whereADoubtDecidesItIsTheReason() {
    Question create = Answered.may("kms:CreateGrant");
    PolicySet doubtful =
        key(Answered.give("a", "kms:*", "'StringEquals':{'kms:GrantOperations':'Decrypt'}"));
    Change maybe = change(key(), doubtful, create);
    assertThat(maybe.newAccess()).isEqualTo(Truth.MAYBE);
    assertThat(maybe.reason()).contains("ForAllValues");
    assertThat(maybe.witness()).isNull();
  }

  /** What a user may do whose account has some service control policies. */
  private static PolicySet guarded(String... actions) {
    List<Policy> guards =
        Stream.of(actions)
            .map(action -> Policies.of(PolicyKind.SCP, Answered.permit("s", action)))
            .toList();
    Policy key = Policies.key(Answered.give("a", "kms:*"));
    return new PolicySet(key, Policies.OWNER, List.of(ALL), null, null, guards, List.of());
  }

  @Test
  void whereItIsNotKnownWhatWasAllowedThatIsTheReason() {
    PolicySet doubtful = guarded("kms:Decrypt", "kms:Encrypt");
    for (Change change :
        List.of(
            change(doubtful, guarded("kms:Decrypt")), change(guarded("kms:Encrypt"), doubtful))) {
      assertThat(change.newAccess()).isEqualTo(Truth.MAYBE);
      assertThat(change.reason()).contains("service control policies");
    }
    assertThat(change(guarded("kms:Encrypt"), guarded("kms:Decrypt")).newAccess())
        .isEqualTo(Truth.YES);
  }

  @Test
  void aDoubtOfTheBoxesThatTheEvaluatorDoesNotShareIsDecidedOrNamed() {
    String ends = "'StringLike':{'aws:PrincipalTag/team':'*-a','kms:ViaService':'?*'}";
    PolicySet other =
        key(Answered.give("a", "kms:*", ends, CONTAINED.replace("Equals", "NotEquals")));
    assertThat(change(key(), other).newAccess()).isEqualTo(Truth.YES);
    Change maybe = change(key(), key(Answered.give("a", "kms:*", CONTAINED)));
    assertThat(maybe.newAccess()).isEqualTo(Truth.MAYBE);
    assertThat(maybe.reason()).isEqualTo("it is not certain what a condition matches");
    Change gone =
        change(
            key(Answered.give("a", "kms:*", CONTAINED), Answered.give("b", "kms:*", VIA_RDS)),
            key(Answered.give("a", "kms:*", ends, CONTAINED), Answered.give("b", "kms:*")));
    assertThat(gone.newAccess()).isEqualTo(Truth.YES);
  }

  @Test
  void ofPoliciesThatAreTooLargeNothingIsSaid() {
    PolicySet tooLarge = key(Answered.give("a", "kms:*", Answered.pairwiseDifferent(5)));
    Change change = change(key(), tooLarge);
    assertThat(change.newAccess()).isEqualTo(Truth.MAYBE);
    assertThat(change.reason()).isEqualTo("the policies are too large to search");
  }

  @Test
  void ofValuesThatAreTooManyToCompareNothingIsSaid() {
    String same = "'StringEquals':{'aws:PrincipalTag/a':'${aws:PrincipalTag/b}'}";
    String[] many = new String[70];
    for (int i = 0; i < many.length; i++) {
      many[i] = Answered.give("s", "kms:*", "'StringEquals':{'aws:PrincipalTag/a':'" + i + "'}");
    }
    Change change = change(key(many), key(Answered.give("a", "kms:*", same)));
    assertThat(change.newAccess()).isEqualTo(Truth.MAYBE);
    assertThat(change.reason())
        .isEqualTo("the values of `aws:principaltag/a` are too many to tell apart");
    assertThat(change.internalError()).isNull();
  }
}
