package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyAccessTest {
  private static final Set<String> NOBODY = Set.of();

  private static KeyAccess access(String... statements) {
    Policy policy = Policies.key(statements);
    return new KeyAccess(Catalog.builtIn(), policy, Policies.OWNER, "aws");
  }

  private static String everyone(String condition) {
    return "{'Effect':'Allow','Principal':'*','Action':'kms:Decrypt','Resource':'*','Condition':{"
        + condition
        + "}}";
  }

  @Test
  void aBoundThatIsHollowLetsAnyoneIn() {
    for (String hollow :
        new String[] {
          "'StringEquals':{'kms:ViaService':'s3.us-east-1.amazonaws.com'}",
          "'StringEqualsIfExists':{'aws:PrincipalOrgID':'o-abc'}",
          "'StringLike':{'aws:PrincipalOrgID':'o-*'}",
          "'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/X'}",
          "'StringNotEquals':{'aws:PrincipalAccount':'444455556666'}",
          "'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}"
        }) {
      assertThat(access(everyone(hollow)).outside(Set.of(Policies.OWNER), "kms:*").allowed())
          .as(hollow)
          .isNotNull();
    }
  }

  @Test
  void aBoundOnWhoCallsIsSeen() {
    for (String bound :
        new String[] {
          "'StringEquals':{'kms:CallerAccount':'444455556666'}",
          "'StringEqualsIfExists':{'kms:CallerAccount':'444455556666'}",
          "'StringEquals':{'aws:PrincipalAccount':['444455556666','111122223333']}",
          "'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::444455556666:role/*'}",
          "'StringEquals':{'aws:SourceAccount':'444455556666'}"
        }) {
      KeyAccess access = access(everyone(bound));
      Set<String> named = access.namedAccounts();
      named.add(Policies.OWNER);
      assertThat(access.outside(named, "kms:*").outcome()).as(bound).isEqualTo(Outcome.NEVER);
    }
  }

  @Test
  void accountsAreAskedOneByOne() {
    KeyAccess access =
        access(
            "{'Effect':'Allow','Principal':{'AWS':['444455556666','777788889999']},"
                + "'Action':['kms:Decrypt','kms:PutKeyPolicy'],'Resource':'*'}",
            "{'Effect':'Deny','Principal':{'AWS':'777788889999'},'Action':'*','Resource':'*'}");
    assertThat(access.namedAccounts()).containsExactly("444455556666", "777788889999");
    assertThat(access.ofAccount("444455556666", "kms:*").allowed()).isNotNull();
    assertThat(access.ofAccount("777788889999", "kms:*").outcome()).isEqualTo(Outcome.NEVER);
    assertThat(access.policyChange().outcome())
        .as("another account cannot change the policy")
        .isEqualTo(Outcome.NEVER);
  }

  @Test
  void aGrantIsUnboundedWhenNothingBoundsIt() {
    String start =
        "{'Effect':'Allow','Principal':{'AWS':'444455556666'},'Action':'kms:CreateGrant',"
            + "'Resource':'*'";
    Set<String> bounds = Set.of("kms:GrantIsForAWSResource", "kms:ViaService");
    KeyAccess open = access(start + "}");
    assertThat(open.ofAccountWithout("444455556666", "kms:CreateGrant", bounds).allowed())
        .isNotNull();
    assertThat(open.outsideWithout(NOBODY, "kms:CreateGrant", bounds).allowed()).isNotNull();
    KeyAccess bound = access(start + ",'Condition':{'Bool':{'kms:GrantIsForAWSResource':'true'}}}");
    assertThat(bound.ofAccountWithout("444455556666", "kms:CreateGrant", bounds).outcome())
        .isEqualTo(Outcome.NEVER);
    assertThat(bound.ofAccount("444455556666", "kms:CreateGrant").allowed()).isNotNull();
  }

  @Test
  void accountsAreNamedByPrincipalsAndConditions() {
    KeyAccess access =
        access(
            "{'Effect':'Deny','NotPrincipal':{'AWS':['*','arn:aws:iam::444455556666:user/u']},"
                + "'Action':'*','Resource':'*'}",
            "{'Effect':'Allow','Principal':{'Service':'rds.amazonaws.com'},'Action':'*',"
                + "'Resource':'*','Condition':{'StringEquals':{'aws:SourceAccount':"
                + "['333344445555','12345'],'aws:SourceArn':'arn:aws:rds:*:777788889999:db:x'}}}",
            "{'Effect':'Allow','Action':'*','Resource':'*'}");
    assertThat(access.namedAccounts())
        .containsExactly("333344445555", "444455556666", "777788889999");
  }

  @Test
  void theOwnerMayChangeThePolicyOrNot() {
    String root = "'Principal':{'AWS':'111122223333'},'Action':'kms:PutKeyPolicy','Resource':'*'}";
    KeyAccess open = access("{'Effect':'Allow'," + root);
    assertThat(open.policyChange().allowed()).isNotNull();
    KeyAccess locked = access("{'Effect':'Allow'," + root, "{'Effect':'Deny'," + root);
    assertThat(locked.policyChange().outcome()).isEqualTo(Outcome.NEVER);
  }

  @Test
  void anyOtherQuestionIsAboutTheKeyItself() {
    KeyAccess access = access(everyone("'Bool':{'aws:SecureTransport':'true'}"));
    RequestContext plain =
        RequestContext.OPEN.with("aws:SecureTransport", ContextValue.of("false"));
    Who all = Who.anyone("aws");
    assertThat(access.ask(all, "kms:Decrypt", plain).outcome()).isEqualTo(Outcome.NEVER);
    assertThat(access.ask(all, "kms:Encrypt", RequestContext.OPEN).outcome())
        .isEqualTo(Outcome.NEVER);
    Witness allowed = access.ask(all, "kms:Decrypt", RequestContext.OPEN).allowed();
    assertThat(allowed).isNotNull();
    assertThat(String.valueOf(allowed)).contains(":111122223333:key/");
  }
}
