package dev.kmslint.access.exact.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.Request;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.access.exact.Asked;
import dev.kmslint.access.exact.Policies;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.policy.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {
  private static final String USER = "arn:aws:iam::111122223333:user/u";
  private static final String ALLOW =
      "{'Effect':'Allow','Principal':{'AWS':['111122223333','444455556666']},"
          + "'Action':'kms:*','Resource':'*'}";

  private static Asked asked(String owner, Question question) {
    return Asked.of(PolicySet.ofKey(Policies.key(ALLOW), owner), question);
  }

  private static Question of(Who who, String action, String resource) {
    return new Question(who, action, resource, RequestContext.OPEN, Question.Side.BOTH);
  }

  /** The accounts of the callers for whom there is a request. */
  private static List<String> accounts(Asked asked) {
    List<String> accounts = new ArrayList<>();
    for (Box point : asked.points()) {
      Search.Found found = new Search(asked.model).outside(point, List.of());
      if (found != null && !accounts.contains(found.request().caller().account())) {
        accounts.add(found.request().caller().account());
      }
    }
    return accounts;
  }

  @Test
  void theOwnerIsTheOneGivenElseTheAccountOfTheKey() {
    Who user = Who.of(Asked.caller(USER));
    assertThat(asked("", of(user, "kms:Decrypt", Policies.KEY)).scope.owner())
        .isEqualTo("111122223333");
    assertThat(asked("444455556666", of(user, "kms:Decrypt", Policies.KEY)).scope.owner())
        .isEqualTo("444455556666");
    assertThat(asked("", of(user, "kms:Decrypt", "*")).scope.owner()).isEmpty();
  }

  @Test
  void aSingleCallerAndResourceAreKnownWithoutSplitting() {
    Scope one = asked("", of(Who.of(Asked.caller(USER)), "kms:Decrypt", Policies.KEY)).scope;
    assertThat(one.onlyCaller()).isNotNull();
    assertThat(one.onlyResource()).isNotNull();
    Scope all = asked("", of(Who.anyone("aws"), "kms:Decrypt", "*")).scope;
    assertThat(all.onlyCaller()).isNull();
    assertThat(all.onlyResource()).isNull();
  }

  @Test
  void callersOfTheAccountsLeftOutAreNotMeant() {
    Who outside = Who.outside("aws", Set.of("111122223333"));
    assertThat(accounts(asked("111122223333", of(outside, "kms:Decrypt", Policies.KEY))))
        .contains("444455556666")
        .doesNotContain("111122223333", "");
  }

  @Test
  void callersAreThoseWhoseArnMatches() {
    Who some = new Who.Matching("aws", Glob.of("arn:aws:iam::4444*:*"));
    assertThat(accounts(asked("111122223333", of(some, "kms:Decrypt", Policies.KEY))))
        .isNotEmpty()
        .allMatch(account -> account.startsWith("4444"));
  }

  @Test
  void everybodyOfAnAccountIsNobodyElse() {
    Who all = new Who.Everybody("aws", "444455556666");
    assertThat(accounts(asked("111122223333", of(all, "kms:Decrypt", Policies.KEY))))
        .containsExactly("444455556666");
  }

  @Test
  void onAKeyOnlyActionsThatItsPolicyGovernsAreMeant() {
    Scope scope = asked("", of(Who.of(Asked.caller(USER)), "kms:*", Policies.KEY)).scope;
    List<String> actions = new ArrayList<>();
    for (int a = 0; a < scope.actions().size(); a++) {
      actions.add(scope.actions().name(a));
    }
    assertThat(actions).contains("kms:Decrypt").doesNotContain("kms:ListKeys", "kms:RetireGrant");
  }

  @Test
  void aKeyOfAnotherPartitionIsOutOfReach() {
    Who user = Who.of(Asked.caller(USER));
    String china = "arn:aws-cn:kms:cn-north-1:111122223333:key/k";
    assertThat(asked("", of(user, "kms:Decrypt", china)).scope.acrossPartitions()).isTrue();
    assertThat(asked("", of(user, "kms:Decrypt", Policies.KEY)).scope.acrossPartitions()).isFalse();
  }

  /** Requests of a question to a key policy, one for each point that has one. */
  private static List<Request> requests(Who who, String action, String conditions) {
    String allow =
        "{'Effect':'Allow','Principal':'*','Action':'kms:*','Resource':'*','Condition':{"
            + conditions
            + "}}";
    Asked asked =
        Asked.of(
            PolicySet.ofKey(Policies.key(allow), "111122223333"), of(who, action, Policies.KEY));
    List<Request> requests = new ArrayList<>();
    for (Box point : asked.points()) {
      Search.Found found = new Search(asked.model).outside(point, List.of());
      if (found != null) {
        requests.add(found.request());
      }
    }
    return requests;
  }

  private static boolean holds(Request request, String key) {
    return request.context().pins().get(key) instanceof ContextValue.Fixed;
  }

  @Test
  void onlyActionsThatCarryAKeyHoldIt() {
    String key = "kms:grantconstrainttype";
    List<Request> requests =
        requests(Who.of(Asked.caller(USER)), "kms:*Grant", "'StringLike':{'" + key + "':'*'}");
    assertThat(requests).anyMatch(each -> holds(each, key));
    assertThat(requests).anyMatch(each -> each.action().equals("kms:RevokeGrant"));
    assertThat(requests)
        .filteredOn(each -> holds(each, key))
        .allMatch(each -> each.action().equals("kms:CreateGrant"));
  }

  @Test
  void whatEveryRequestHoldsIsNeverAbsent() {
    List<Request> requests =
        requests(Who.anyone("aws"), "kms:Decrypt", "'Bool':{'aws:SecureTransport':'true'}");
    assertThat(requests).isNotEmpty().allMatch(each -> holds(each, "aws:securetransport"));
  }

  @Test
  void keysOfCallsByServicesAndOfMembersOfOrganizationsGoWithTheirCallers() {
    List<Request> sources =
        requests(Who.anyone("aws"), "kms:Decrypt", "'StringLike':{'aws:SourceAccount':'*'}");
    assertThat(sources).anyMatch(each -> holds(each, "aws:sourceaccount"));
    assertThat(sources)
        .filteredOn(each -> holds(each, "aws:sourceaccount"))
        .allMatch(each -> each.caller().isService());
    List<Request> members =
        requests(Who.anyone("aws"), "kms:Decrypt", "'StringLike':{'aws:PrincipalOrgID':'o-*'}");
    assertThat(members).anyMatch(each -> each.caller().isService());
    assertThat(members).anyMatch(each -> holds(each, "aws:principalorgid"));
    assertThat(members)
        .filteredOn(each -> holds(each, "aws:principalorgid"))
        .noneMatch(each -> each.caller().isService());
  }
}
