package dev.kmslint.access;

import static dev.kmslint.testing.CaseFiles.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
  private static final String OWNER = "111122223333";
  private static final String KEY = "arn:aws:kms:us-west-2:111122223333:key/k";
  private static final String ROLE = "arn:aws:iam::111122223333:role/app/Worker";
  private static final Policy EVERYTHING =
      policy(PolicyKind.IDENTITY, "{'Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}");

  @Test
  void keysThatARequestCannotHoldAreAbsent() {
    Policy key =
        keyPolicy("'Condition':{'Bool':{'kms:GrantIsForAWSResource':'true'}}", "'kms:*'", "'*'");
    assertThat(decide(key, caller(ROLE), "kms:Encrypt", RequestContext.OPEN).outcome())
        .isEqualTo(Outcome.NEVER);
    Decision grant = decide(key, caller(ROLE), "kms:CreateGrant", RequestContext.OPEN);
    assertThat(grant.outcome()).isEqualTo(Outcome.DEPENDS);
    assertThat(grant.on()).containsExactly("kms:grantisforawsresource");
    Policy misspelt =
        keyPolicy("'Condition':{'StringNotEquals':{'kms:Foo':'x'}}", "'kms:*'", "'*'");
    assertThat(decide(misspelt, caller(ROLE), "kms:Encrypt", RequestContext.OPEN).outcome())
        .isEqualTo(Outcome.ALWAYS);
    Policy source =
        keyPolicy("'Condition':{'StringEquals':{'aws:SourceAccount':'1'}}", "'kms:*'", "'*'");
    assertThat(decide(source, caller(ROLE), "kms:Encrypt", RequestContext.OPEN).outcome())
        .isEqualTo(Outcome.NEVER);
  }

  @Test
  void openCallersAreSomeOfTheirAccount() {
    Caller anyone = Caller.anyOf("aws", OWNER);
    Policy named = keyPolicy("'Sid':'s'", "'kms:*'", "{'AWS':'" + ROLE + "'}");
    Decision decision = decide(named, anyone, "kms:Encrypt", RequestContext.OPEN);
    assertThat(decision.outcome()).isEqualTo(Outcome.DEPENDS);
    assertThat(decision.on()).containsExactly("principal");
    Policy byArn =
        keyPolicy(
            "'Condition':{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::111122223333:*'}}",
            "'kms:*'",
            "'*'");
    assertThat(decide(byArn, anyone, "kms:Encrypt", RequestContext.OPEN).outcome())
        .isNotEqualTo(Outcome.NEVER);
    Policy other =
        keyPolicy(
            "'Condition':{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::999999999999:*'}}",
            "'kms:*'",
            "'*'");
    assertThat(decide(other, anyone, "kms:Encrypt", RequestContext.OPEN).outcome())
        .isEqualTo(Outcome.NEVER);
  }

  @Test
  void aSessionWhoseRolesPathIsNotKnownIsNotSureToBeTheRole() {
    Policy named = keyPolicy("'Sid':'s'", "'kms:*'", "{'AWS':'" + ROLE + "'}");
    Caller session = caller("arn:aws:sts::111122223333:assumed-role/Worker/s1");
    assertThat(decide(named, session, "kms:Encrypt", RequestContext.OPEN).outcome())
        .isEqualTo(Outcome.DEPENDS);
    assertThat(decide(named, session.withRole(ROLE), "kms:Encrypt", RequestContext.OPEN).outcome())
        .isEqualTo(Outcome.ALWAYS);
    assertThat(
            decide(
                    named,
                    session.withRole("arn:aws:iam::111122223333:role/Worker"),
                    "kms:Encrypt",
                    RequestContext.OPEN)
                .outcome())
        .isEqualTo(Outcome.NEVER);
  }

  @Test
  void theOwnersRootUserNeedsTheAccountAlone() {
    Policy delegating = keyPolicy("'Sid':'s'", "'kms:*'", "{'AWS':'" + OWNER + "'}");
    PolicySet alone = PolicySet.ofKey(delegating, OWNER);
    Evaluator evaluator = new Evaluator(Catalog.builtIn());
    Request byRoot =
        new Request(Caller.rootUserOf("aws", OWNER), "kms:PutKeyPolicy", KEY, RequestContext.OPEN);
    Request byRole = new Request(caller(ROLE), "kms:PutKeyPolicy", KEY, RequestContext.OPEN);
    assertThat(evaluator.decide(alone, byRoot).outcome()).isEqualTo(Outcome.ALWAYS);
    assertThat(evaluator.decide(alone, byRole).outcome()).isEqualTo(Outcome.NEVER);
  }

  @Test
  void notPrincipalSparesOnlyWhoIsListedInFull() {
    String statement =
        "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':'*','Action':'*','Resource':'*'},"
            + "{'Effect':'Deny','NotPrincipal':{'AWS':[LIST]},'Action':'*','Resource':'*'}]}";
    Caller session = caller("arn:aws:sts::111122223333:assumed-role/Worker/s1").withRole(ROLE);
    String account = "'" + OWNER + "'";
    String role = "'" + ROLE + "'";
    String own = "'arn:aws:sts::111122223333:assumed-role/Worker/s1'";
    assertThat(notPrincipal(statement, session, account + "," + role + "," + own))
        .isEqualTo(Outcome.ALWAYS);
    assertThat(notPrincipal(statement, session, account + "," + role)).isEqualTo(Outcome.NEVER);
    assertThat(notPrincipal(statement, session, role + "," + own)).isEqualTo(Outcome.NEVER);
  }

  private static Outcome notPrincipal(String statement, Caller caller, String list) {
    Policy key = policy(PolicyKind.KEY, statement.replace("LIST", list));
    return decide(key, caller, "kms:Encrypt", RequestContext.OPEN).outcome();
  }

  @Test
  void servicesAreBoundByKeyPolicyAndRcp() {
    Caller service = caller("logs.us-west-2.amazonaws.com");
    Policy key = keyPolicy("'Sid':'s'", "'kms:*'", "{'Service':'logs.us-west-2.amazonaws.com'}");
    Policy deny =
        policy(
            PolicyKind.RCP,
            "{'Statement':{'Effect':'Deny','Principal':'*','Action':'kms:*','Resource':'*'}}");
    Policy denyOthers =
        policy(
            PolicyKind.RCP,
            "{'Statement':{'Effect':'Deny','Principal':{'AWS':'*','Service':'logs.us-west-2.amazonaws.com'},'Action':'kms:*','Resource':'*'}}");
    assertThat(decide(key, service, "kms:Encrypt", RequestContext.OPEN).outcome())
        .isEqualTo(Outcome.ALWAYS);
    assertThat(withRcp(key, service, deny)).isEqualTo(Outcome.NEVER);
    assertThat(withRcp(key, service, denyOthers)).isEqualTo(Outcome.NEVER);
  }

  private static Outcome withRcp(Policy key, Caller caller, Policy rcp) {
    PolicySet set =
        new PolicySet(key, OWNER, List.of(EVERYTHING), null, null, List.of(), List.of(rcp));
    return new Evaluator(Catalog.builtIn())
        .decide(set, new Request(caller, "kms:Encrypt", KEY, RequestContext.OPEN))
        .outcome();
  }

  @Test
  void severalScpsWithAnAllowCanBeOfSeveralLevels() {
    Policy all =
        policy(PolicyKind.SCP, "{'Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}");
    Policy s3 =
        policy(PolicyKind.SCP, "{'Statement':{'Effect':'Allow','Action':'s3:*','Resource':'*'}}");
    Policy deny =
        policy(PolicyKind.SCP, "{'Statement':{'Effect':'Deny','Action':'s3:*','Resource':'*'}}");
    assertThat(withScps(List.of(all))).isEqualTo(Outcome.ALWAYS);
    assertThat(withScps(List.of(s3))).isEqualTo(Outcome.NEVER);
    assertThat(withScps(List.of(deny))).isEqualTo(Outcome.ALWAYS);
    assertThat(withScps(List.of(all, s3))).isEqualTo(Outcome.UNKNOWN);
    assertThat(withScps(List.of(s3, deny))).isEqualTo(Outcome.NEVER);
  }

  private static Outcome withScps(List<Policy> scps) {
    Policy key = keyPolicy("'Sid':'s'", "'kms:*'", "{'AWS':'" + ROLE + "'}");
    PolicySet set = new PolicySet(key, OWNER, List.of(EVERYTHING), null, null, scps, List.of());
    return new Evaluator(Catalog.builtIn())
        .decide(set, new Request(caller(ROLE), "kms:Encrypt", KEY, RequestContext.OPEN))
        .outcome();
  }

  @Test
  void otherPartitionsAndVoidActionsNeverWork() {
    Policy key =
        keyPolicy(
            "'Sid':'s'", "'kms:*'", "{'AWS':['arn:aws-cn:iam::444455556666:root','444455556666']}");
    assertThat(
            decide(
                    key,
                    caller("arn:aws-cn:iam::444455556666:role/R"),
                    "kms:Encrypt",
                    RequestContext.OPEN)
                .outcome())
        .isEqualTo(Outcome.NEVER);
    Caller role = caller("arn:aws:iam::444455556666:role/R");
    assertThat(decide(key, role, "kms:Encrypt", RequestContext.OPEN).outcome())
        .isEqualTo(Outcome.ALWAYS);
    assertThat(decide(key, role, "kms:PutKeyPolicy", RequestContext.OPEN).outcome())
        .isEqualTo(Outcome.NEVER);
    assertThat(decide(key, role, "kms:RetireGrant", RequestContext.OPEN).outcome())
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void faultyStatementsAllowNothingAndMayDeny() {
    Policy allow =
        policy(
            PolicyKind.KEY,
            "{'Statement':{'Effect':'Allow','Principal':'*','Action':['kms:*',5],'Resource':'*'}}");
    Policy deny =
        policy(
            PolicyKind.KEY,
            "{'Statement':[{'Effect':'Allow','Principal':'*','Action':'kms:*','Resource':'*'},"
                + "{'Effect':'Deny','Principal':'*','Action':['kms:*',5],'Resource':'*'}]}");
    assertThat(decide(allow, caller(ROLE), "kms:Encrypt", RequestContext.OPEN).outcome())
        .isEqualTo(Outcome.NEVER);
    assertThat(decide(deny, caller(ROLE), "kms:Encrypt", RequestContext.OPEN).outcome())
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void variablesMeanSomethingInTheCurrentVersionOnly() {
    String text =
        "{'Version':'V','Statement':{'Effect':'Allow','Principal':'*','Action':'kms:*','Resource':'*',"
            + "'Condition':{'StringEquals':{'aws:RequestTag/o':'${aws:username}'}}}}";
    RequestContext context =
        new RequestContext(Map.of("aws:RequestTag/o", ContextValue.of("Ann")), true);
    Caller user = caller("arn:aws:iam::111122223333:user/x/Ann");
    assertThat(
            decide(
                    policy(PolicyKind.KEY, text.replace("'V'", "'2012-10-17'")),
                    user,
                    "kms:Encrypt",
                    context)
                .outcome())
        .isEqualTo(Outcome.ALWAYS);
    assertThat(
            decide(
                    policy(PolicyKind.KEY, text.replace("'V'", "'2008-10-17'")),
                    user,
                    "kms:Encrypt",
                    context)
                .outcome())
        .isEqualTo(Outcome.NEVER);
    assertThat(
            decide(
                    policy(PolicyKind.KEY, text.replace("'V'", "'2012-10-17'")),
                    caller(ROLE),
                    "kms:Encrypt",
                    context)
                .outcome())
        .isEqualTo(Outcome.NEVER);
  }

  private static Policy keyPolicy(String more, String actions, String principal) {
    return policy(
        PolicyKind.KEY,
        "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Principal':"
            + principal
            + ",'Action':"
            + actions
            + ",'Resource':'*',"
            + more
            + "}}");
  }

  private static Caller caller(String text) {
    Caller caller = Caller.parse(text, "aws");
    if (caller == null) {
      throw new AssertionError(text);
    }
    return caller;
  }

  private static Decision decide(Policy key, Caller caller, String action, RequestContext context) {
    PolicySet set =
        new PolicySet(key, OWNER, List.of(EVERYTHING), null, null, List.of(), List.of());
    return new Evaluator(Catalog.builtIn()).decide(set, new Request(caller, action, KEY, context));
  }
}
