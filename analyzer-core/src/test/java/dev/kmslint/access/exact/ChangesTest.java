package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Truth;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTest {
  private static final String ROLE = "arn:aws:iam::111122223333:role/R";
  private static final String FOREIGN = "arn:aws:iam::444455556666:role/R";
  private static final String DOUBT = "'StringEquals':{'kms:GrantOperations':'Decrypt'}";
  private static final String SESSION = "arn:aws:sts::111122223333:assumed-role/R/s1";

  private static Change key(Policy before, Policy after) {
    Change change = Changes.ofKeyPolicy(Catalog.builtIn(), before, after, Policies.OWNER, "aws");
    assertThat(change.internalError()).isNull();
    return change;
  }

  private static Change identity(Policy before, Policy after) {
    Change change = Changes.ofIdentityPolicy(Catalog.builtIn(), before, after, "aws");
    assertThat(change.internalError()).isNull();
    return change;
  }

  private static String allow(String principal, String action) {
    return "{'Effect':'Allow','Principal':{'AWS':'"
        + principal
        + "'},'Action':'"
        + action
        + "','Resource':'*'}";
  }

  @Test
  void theAccountOfItsRootAreTheSame() {
    Policy id = Policies.key(allow("444455556666", "kms:*"));
    Policy root = Policies.key(allow("arn:aws:iam::444455556666:root", "kms:*"));
    assertThat(key(id, root).newAccess()).isEqualTo(Truth.NO);
    assertThat(key(root, id).newAccess()).isEqualTo(Truth.NO);
  }

  @Test
  void whatDoesNotWorkAcrossAccountsIsNoNewAccess() {
    Policy before = Policies.key(allow("444455556666", "kms:Decrypt"));
    Policy dead =
        Policies.key(
            allow("444455556666", "kms:Decrypt"), allow("444455556666", "kms:PutKeyPolicy"));
    assertThat(key(before, dead).newAccess()).isEqualTo(Truth.NO);
    Policy alive =
        Policies.key(allow("444455556666", "kms:Decrypt"), allow("444455556666", "kms:Encrypt"));
    Change change = key(before, alive);
    assertThat(change.newAccess()).isEqualTo(Truth.YES);
    assertThat(change.because().get(0).statement().index()).isEqualTo(1);
  }

  @Test
  void aDirectMatchIsMoreThanAnAccount() {
    Policy account = Policies.key(allow("111122223333", "kms:*"));
    Policy user =
        Policies.key(
            allow("111122223333", "kms:*"), allow("arn:aws:iam::111122223333:user/u", "kms:*"));
    assertThat(key(account, user).newAccess()).isEqualTo(Truth.YES);
    assertThat(key(user, account).newAccess()).isEqualTo(Truth.NO);
  }

  @Test
  void aDenyThatWasTakenAwayIsNewAccess() {
    String deny =
        "{'Effect':'Deny','Principal':'*','Action':'kms:*','Resource':'*','Condition':"
            + "{'StringNotEquals':{'aws:PrincipalOrgID':'o-a'}}}";
    Policy before = Policies.key(allow("*", "kms:*"), deny);
    Policy after = Policies.key(allow("*", "kms:*"));
    Change change = key(before, after);
    assertThat(change.newAccess()).isEqualTo(Truth.YES);
    assertThat(change.before()).hasSize(1);
    assertThat(key(after, before).newAccess()).isEqualTo(Truth.NO);
  }

  @Test
  void identityPoliciesAreComparedOverAllServices() {
    Policy narrow =
        Policies.identity(
            "{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::a/*'}");
    Policy wide =
        Policies.identity("{'Effect':'Allow','Action':'s3:Get*','Resource':'arn:aws:s3:::a/*'}");
    assertThat(identity(wide, narrow).newAccess()).isEqualTo(Truth.NO);
    Change change = identity(narrow, wide);
    assertThat(change.newAccess()).isEqualTo(Truth.YES);
    Witness witness = Objects.requireNonNull(change.witness());
    assertThat(witness.request().action()).startsWith("s3:get").isNotEqualTo("s3:getobject");
    Policy other =
        Policies.identity(
            "{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::a*'}");
    assertThat(identity(narrow, other).newAccess()).isEqualTo(Truth.YES);
    assertThat(identity(other, narrow).newAccess()).isEqualTo(Truth.NO);
  }

  private static Policy on(String action, String resource) {
    return Policies.identity(
        "{'Effect':'Allow','Action':'" + action + "','Resource':'" + resource + "'}");
  }

  @Test
  void whatAnActionDoesNotWorkOnIsNoNewAccess() {
    Policy keys = on("kms:Decrypt", "arn:aws:kms:*:*:key/*");
    Policy all = on("kms:Decrypt", "*");
    assertThat(identity(keys, all).newAccess()).isEqualTo(Truth.NO);
    assertThat(identity(all, keys).newAccess()).isEqualTo(Truth.NO);
    Policy clusters = on("rds:StartDBCluster", "arn:aws:rds:*:*:cluster:*");
    assertThat(identity(clusters, on("rds:StartDBCluster", "*")).newAccess()).isEqualTo(Truth.NO);
    Policy tables = on("dynamodb:Scan", "arn:aws:dynamodb:*:*:table/*");
    assertThat(identity(tables, on("dynamodb:Scan", "*")).newAccess()).isEqualTo(Truth.YES);
  }

  @Test
  void whatAMalformedVariableMeansIsNotKnown() {
    Policy none = on("kms:ListKeys", "*");
    Policy open = on("kms:Decrypt", "arn:aws:kms:*:*:key/${aws:username");
    assertThat(identity(none, open).newAccess()).isEqualTo(Truth.MAYBE);
    assertThat(identity(open, open).newAccess()).isEqualTo(Truth.NO);
    assertThat(identity(open, on("kms:*", "arn:aws:kms:*:*:key/${aws:username")).newAccess())
        .isEqualTo(Truth.MAYBE);
  }

  @Test
  void anActionWithoutAResourceWorksOnAnything() {
    Policy none = on("kms:ListKeys", "arn:aws:kms:*:*:key/*");
    Change change = identity(none, on("kms:ListKeys", "*"));
    Witness witness = Objects.requireNonNull(change.witness());
    assertThat(witness.request().resource()).isEqualTo("*");
    assertThat(identity(on("s3:GetObject", "*"), none).newAccess()).isEqualTo(Truth.NO);
  }

  @Test
  void anAliasNeedsTwoResources() {
    Policy keys = on("kms:CreateAlias", "arn:aws:kms:*:*:key/*");
    Policy aliases = on("kms:CreateAlias", "arn:aws:kms:*:*:alias/*");
    Change change = identity(keys, on("kms:CreateAlias", "*"));
    Witness witness = Objects.requireNonNull(change.witness());
    assertThat(witness.request().resource()).contains(":alias/");
    assertThat(identity(keys, aliases).newAccess()).isEqualTo(Truth.YES);
    Policy both =
        Policies.identity(
            "{'Effect':'Allow','Action':'kms:CreateAlias','Resource':["
                + "'arn:aws:kms:*:*:alias/*','arn:aws:kms:*:*:key/*']}");
    assertThat(identity(both, on("kms:CreateAlias", "*")).newAccess()).isEqualTo(Truth.NO);
  }

  @Test
  void onlyRequestsThatAgreeWithWhatIsKnownAreCompared() {
    Policy none = Policies.key();
    String rds = ",'Condition':{'StringEquals':{'kms:ViaService':'rds'}}}";
    Policy open = Policies.key(allow("444455556666", "kms:*").replaceAll("}$", rds));
    RequestContext ec2 = RequestContext.OPEN.with("kms:ViaService", ContextValue.of("ec2"));
    assertThat(key(none, open).newAccess()).isEqualTo(Truth.YES);
    assertThat(
            Changes.ofKeyPolicy(Catalog.builtIn(), none, open, Policies.OWNER, "aws", ec2)
                .newAccess())
        .isEqualTo(Truth.NO);
  }

  /** An Allow of which it is not known what it matches. */
  private static String perhaps(String principal) {
    return allow(principal, "kms:CreateGrant").replaceAll("}$", ",'Condition':{" + DOUBT + "}}");
  }

  @ParameterizedTest
  @CsvSource({
    "111122223333, arn:aws:iam::111122223333:role/R, YES",
    "arn:aws:iam::111122223333:role/R, arn:aws:sts::111122223333:assumed-role/R/s1, YES",
    "arn:aws:sts::111122223333:assumed-role/R/s1, arn:aws:iam::111122223333:role/R, YES",
    "arn:aws:iam::111122223333:role/R, arn:aws:sts::111122223333:assumed-role/R/s, NO",
    "arn:aws:iam::111122223333:role/R, arn:aws:iam::111122223333:role/R, NO",
    "arn:aws:iam::111122223333:role/R, arn:aws:iam::444455556666:role/R, YES",
    "444455556666, arn:aws:iam::444455556666:role/R, NO"
  })
  void whoIsNamedBesideOthersCanHaveNewAccess(String named, String added, Truth isNew) {
    Policy before = Policies.key(allow(named, "kms:*"));
    Policy after = Policies.key(allow(named, "kms:*"), allow(added, "kms:*"));
    Change change = key(before, after);
    assertThat(change.newAccess()).isEqualTo(isNew);
    assertThat(change.because())
        .filteredOn(because -> because.statement().index() == 1)
        .hasSize(isNew == Truth.YES ? 1 : 0);
    assertThat(key(after, after).newAccess()).isEqualTo(Truth.NO);
  }

  @ParameterizedTest
  @CsvSource({"111122223333," + ROLE, "444455556666, 777788889999", ROLE + "," + FOREIGN})
  void whereOnlyTheAddedMatchIsInDoubtSoIsTheChange(String named, String added) {
    Policy before = Policies.key(allow(named, "kms:*"));
    Change change = key(before, Policies.key(allow(named, "kms:*"), perhaps(added)));
    assertThat(change.newAccess()).isEqualTo(Truth.MAYBE);
    assertThat(change.reason()).contains("ForAllValues");
    assertThat(change.witness()).isNull();
  }

  @Test
  void whatIsCertainlyNewIsNotLostInADoubt() {
    String account = allow(Policies.OWNER, "kms:*");
    String foreign = allow(FOREIGN, "kms:*");
    Change change = key(Policies.key(account), Policies.key(account, foreign, perhaps(ROLE)));
    assertThat(change.newAccess()).isEqualTo(Truth.YES);
    assertThat(change.because()).extracting(because -> because.statement().index()).contains(1);
  }

  /** What a statement that names a session adds to one that names its role. */
  private static Change ofSession(String condition) {
    String ofRole = "'ArnEquals':{'aws:PrincipalArn':'" + ROLE + "'}";
    String named =
        allow(SESSION, "kms:CreateGrant")
            .replaceAll("}$", ",'Condition':{" + ofRole + condition + "}}");
    String role = allow(ROLE, "kms:*");
    return key(Policies.key(role), Policies.key(role, named));
  }

  @Test
  void aSessionThatIsNamedBesideItsRoleIsNoLongerLimitedByABoundary() {
    Change change = ofSession("");
    assertThat(change.newAccess()).isEqualTo(Truth.YES);
    assertThat(change.because()).extracting(because -> because.statement().index()).contains(1);
    Change doubtful = ofSession("," + DOUBT);
    assertThat(doubtful.newAccess()).isEqualTo(Truth.MAYBE);
    assertThat(doubtful.reason()).contains("ForAllValues");
  }

  @Test
  void whatIsNotKnownOfOneKindOfAccessIsNotKnown() {
    String rest =
        "'Action':'kms:CreateGrant','Resource':'*','Condition':"
            + "{'StringEquals':{'kms:GrantOperations':'Decrypt'}}}";
    Policy user =
        Policies.key(
            allow("111122223333", "kms:*"),
            "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:user/u'}," + rest);
    Policy account = Policies.key(allow("111122223333", "kms:*"));
    Change change = key(account, user);
    assertThat(change.newAccess()).isEqualTo(Truth.MAYBE);
    assertThat(change.reason()).contains("ForAllValues");
    Policy other = Policies.key("{'Effect':'Allow','Principal':{'AWS':'444455556666'}," + rest);
    assertThat(key(Policies.key(), other).newAccess()).isEqualTo(Truth.MAYBE);
  }

  @Property(tries = 25)
  void nothingIsNewInTheSamePolicy(@ForAll long seed) {
    Scenarios scenarios = new Scenarios(seed, true);
    Policy policy = scenarios.policy(PolicyKind.KEY, 3, 30);
    assertThat(key(policy, policy).newAccess()).isEqualTo(Truth.NO);
    Policy identity = scenarios.policy(PolicyKind.IDENTITY, 3, 30);
    assertThat(identity(identity, identity).newAccess()).isEqualTo(Truth.NO);
  }

  @Property(tries = 25)
  void aDenyNeverAddsAndAnAllowNeverRemoves(@ForAll long seed) {
    Scenarios scenarios = new Scenarios(seed, true);
    Policy policy = scenarios.policy(PolicyKind.KEY, 3, 30);
    Policy more = scenarios.policy(PolicyKind.KEY, 1, 100);
    assertThat(key(policy, joined(policy, more, true)).newAccess()).isEqualTo(Truth.NO);
    Policy allow = scenarios.policy(PolicyKind.KEY, 1, 0);
    assertThat(key(joined(policy, allow, false), policy).newAccess()).isNotNull();
    assertThat(key(policy, joined(allow.statements(), policy)).newAccess())
        .isEqualTo(key(policy, joined(policy, allow, false)).newAccess());
    assertThat(lost(policy, joined(policy, allow, false))).isEqualTo(Truth.NO);
  }

  /** Whether the second policy denies what the first one allowed. */
  private static Truth lost(Policy before, Policy after) {
    return key(after, before).newAccess();
  }

  private static Policy joined(Policy one, Policy other, boolean deniesOnly) {
    List<Statement> all = new ArrayList<>(one.statements());
    for (Statement statement : other.statements()) {
      if (!deniesOnly || statement.isDeny()) {
        all.add(statement);
      }
    }
    return with(one, all);
  }

  /** A policy with some statements before its own; what variables mean stays. */
  private static Policy joined(List<Statement> first, Policy then) {
    List<Statement> all = new ArrayList<>(first);
    all.addAll(then.statements());
    return with(then, all);
  }

  private static Policy with(Policy one, List<Statement> statements) {
    return new Policy(
        one.kind(), one.location(), one.version(), one.id(), statements, one.faults());
  }
}
