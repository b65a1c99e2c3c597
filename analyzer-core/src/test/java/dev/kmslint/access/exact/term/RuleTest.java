package dev.kmslint.access.exact.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Layer;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Truth;
import dev.kmslint.access.exact.Asked;
import dev.kmslint.access.exact.Policies;
import dev.kmslint.access.exact.atom.Chars;
import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.Seen;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {
  private static final char END = Chars.SEPARATOR;
  private static final String USER = "arn:aws:iam::111122223333:user/u";
  private static final String ROLE = "arn:aws:iam::111122223333:role/R";
  private static final String THE_USER = "U" + END + USER;
  private static final String THE_SESSION = "T" + END + ROLE + END + "s1";
  private static final String A_SERVICE = "S" + END + "logs.amazonaws.com";
  private static final String FEDERATED = "F" + END + "arn:aws:sts::111122223333:federated-user/f";

  private static Rule rule(Policy policy) {
    PolicySet set = Policies.all("", policy);
    Language language = new Language(Catalog.builtIn(), List.of(set));
    return new Program(language, set).rules().get(0);
  }

  private static Rule rule(PolicyKind kind, String elements) {
    return rule(Policies.of(kind, "{" + elements + "}"));
  }

  private static Rule key(String effect, String principal) {
    String what = "'Effect':'" + effect + "','Action':'kms:*','Resource':'*',";
    return rule(PolicyKind.KEY, what + principal);
  }

  /** The kinds of match that reach a caller; those in doubt in small letters. */
  private static List<String> reached(Rule rule, String caller) {
    Seen seen = new Seen.Given(List.of(caller));
    List<String> all = new ArrayList<>();
    for (int way = 0; way < rule.ways(); way++) {
      Predicate callers = rule.callers(way);
      String match = rule.match(way).name();
      if (callers == null || callers.must(seen)) {
        all.add(match);
      } else if (callers.may(seen)) {
        all.add(match.toLowerCase(java.util.Locale.ROOT));
      }
    }
    return all;
  }

  @Test
  void anAllowOfAKeyPolicyReachesByArnByRoleAndByAccount() {
    Rule user = key("Allow", "'Principal':{'AWS':'" + USER + "'}");
    assertThat(reached(user, THE_USER)).containsExactly("DIRECT");
    assertThat(reached(user, FEDERATED)).containsExactly("direct");
    assertThat(reached(user, THE_SESSION)).isEmpty();
    Rule both = key("Allow", "'Principal':{'AWS':['" + ROLE + "','111122223333']}");
    assertThat(reached(both, THE_SESSION)).containsExactly("ROLE", "ACCOUNT");
    assertThat(reached(both, THE_USER)).containsExactly("ACCOUNT");
    assertThat(reached(key("Allow", "'Principal':'*'"), A_SERVICE)).containsExactly("direct");
  }

  @Test
  void aDenyReachesInOneWay() {
    Rule deny = key("Deny", "'Principal':{'AWS':['" + USER + "','111122223333']}");
    assertThat(reached(deny, THE_USER)).containsExactly("DIRECT");
    assertThat(reached(deny, THE_SESSION)).containsExactly("DIRECT");
    assertThat(deny.isDeny()).isTrue();
    assertThat(deny.isVoid() || deny.isUnsure()).isFalse();
    Rule all = rule(PolicyKind.RCP, "'Effect':'Deny','Action':'*','Resource':'*','Principal':'*'");
    assertThat(reached(all, A_SERVICE))
        .as("certain in a resource control policy")
        .contains("DIRECT");
  }

  @Test
  void notPrincipalReachesTheOthers() {
    Rule allow = key("Allow", "'NotPrincipal':{'AWS':'" + USER + "'}");
    assertThat(reached(allow, THE_USER)).isEmpty();
    assertThat(reached(allow, FEDERATED)).containsExactly("direct");
    assertThat(reached(allow, THE_SESSION)).containsExactly("DIRECT");
    Rule deny = key("Deny", "'NotPrincipal':{'AWS':'" + USER + "'}");
    assertThat(reached(deny, THE_USER)).as("its account is not listed").containsExactly("DIRECT");
    assertThat(reached(deny, THE_SESSION)).containsExactly("DIRECT");
  }

  @Test
  void aPolicyWithoutPrincipalsReachesEverybodyItIsFor() {
    Rule rule = rule(PolicyKind.IDENTITY, "'Effect':'Allow','Action':'*','Resource':'*'");
    assertThat(rule.ways()).isEqualTo(1);
    assertThat(rule.callers(0)).isNull();
    assertThat(rule.match(0)).isEqualTo(Rule.Match.DIRECT);
    assertThat(rule.isDeny()).isFalse();
    assertThat(rule.layer()).isEqualTo(Layer.IDENTITY);
    assertThat(rule.policy().statements()).containsExactly(rule.statement());
    assertThat(rule.toString()).isEqualTo("IDENTITY statement 1");
  }

  /** What lacks an element, or cannot be read, allows nothing; but it may deny. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      delimiter = ';',
      value = {
        "IDENTITY; 'Effect':'Allow','Action':'*','Resource':'*'; false; false",
        "IDENTITY; 'Effect':'Allow','Action':'*'; true; true",
        "IDENTITY; 'Effect':'Deny','Action':'*'; false; true",
        "IDENTITY; 'Effect':'Deny','Resource':'*'; false; true",
        "IDENTITY; 'Action':'*','Resource':'*'; true; false",
        "IDENTITY; 'Effect':'Allow','Action':['*',5],'Resource':'*'; true; true",
        "IDENTITY; 'Effect':'Deny','Action':['*',5],'Resource':'*'; false; true",
        "KEY; 'Effect':'Allow','Action':'*','Resource':'*'; true; true",
        "KEY; 'Effect':'Deny','Action':'*','Resource':'*'; true; true",
        "KEY; 'Effect':'Deny','Action':['*',5],'Resource':'*','Principal':'*'; false; true",
        "RCP; 'Effect':'Deny','Action':'*','Resource':'*'; false; true",
      })
  void itHasNoEffectOrAnUnsureOne(
      PolicyKind kind, String elements, boolean isVoid, boolean isUnsure) {
    Rule rule = rule(kind, elements);
    assertThat(rule.isVoid()).isEqualTo(isVoid);
    assertThat(rule.isUnsure()).isEqualTo(isUnsure);
  }

  @Test
  void itRemembersWhichActionsItCovers() {
    Rule rule = rule(PolicyKind.IDENTITY, "'Effect':'Allow','Action':'kms:D*','Resource':'*'");
    for (int i = 0; i < 2; i++) {
      assertThat(rule.matchesAction("kms:Decrypt")).isTrue();
      assertThat(rule.matchesAction("kms:Encrypt")).isFalse();
    }
    Rule all = rule(PolicyKind.IDENTITY, "'Effect':'Deny','Resource':'*'");
    assertThat(all.matchesAction("kms:Encrypt")).isTrue();
  }

  private static Truth covers(Rule rule, String resource, Keys keys) {
    Predicate predicate = rule.resource(keys);
    Seen seen = new Seen.Given(List.of(resource));
    if (predicate == null || predicate.must(seen)) {
      return Truth.YES;
    }
    return predicate.may(seen) ? Truth.MAYBE : Truth.NO;
  }

  private static Rule on(String resources) {
    return rule(PolicyKind.IDENTITY, "'Effect':'Allow','Action':'*'," + resources);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      delimiter = ';',
      value = {
        "'Resource':'*'; arn:aws:s3:::b; YES",
        "'Resource':['arn:aws:s3:::c','*']; arn:aws:s3:::b; YES",
        "'NotResource':'*'; arn:aws:s3:::b; NO",
        "'Resource':'arn:aws:s3:::b*'; arn:aws:s3:::bb; YES",
        "'Resource':'arn:aws:s3:::b*'; arn:aws:s3:::c; NO",
        "'NotResource':'arn:aws:s3:::b*'; arn:aws:s3:::bb; NO",
        "'NotResource':'arn:aws:s3:::b*'; arn:aws:s3:::c; YES",
        "'Resource':'arn:aws:s*3:::b'; arn:aws:s:x3:::b; MAYBE",
        "'NotResource':'arn:aws:s*3:::b'; arn:aws:s:x3:::b; MAYBE",
        "'Sid':'none'; arn:aws:s3:::b; YES",
        "'Resource':'arn:aws:s3:::${aws:username}'; arn:aws:s3:::u; YES",
        "'Resource':'arn:aws:s3:::${aws:username}'; arn:aws:s3:::v; NO",
        "'Resource':'arn:aws:s3:::${aws:misspelt}'; arn:aws:s3:::v; NO",
        "'Resource':'arn:aws:s3:::${aws:PrincipalTag/a}'; arn:aws:s3:::v; MAYBE",
        "'Resource':'arn:aws:s3:::${aws:PrincipalTag/a'; arn:aws:s3:::v; MAYBE",
      })
  void itDemandsAResource(String elements, String resource, Truth expected) {
    Rule rule = on(elements);
    Keys keys = Asked.of(USER, "kms:Decrypt").scope.keys();
    assertThat(covers(rule, resource, keys)).isEqualTo(expected);
    assertThat(covers(rule, resource, keys)).as("once more").isEqualTo(expected);
  }

  @Test
  void aDemandThatHangsOnNoQuestionIsMadeOnce() {
    Keys keys = Asked.of(USER, "kms:Decrypt").scope.keys();
    Keys other = Asked.of(USER.replace("/u", "/v"), "kms:Decrypt").scope.keys();
    Rule rule = on("'Resource':'arn:aws:s3:::b*'");
    assertThat(rule.resource(keys)).isSameAs(rule.resource(other));
    Rule variable = on("'Resource':'arn:aws:s3:::${aws:username}'");
    assertThat(covers(variable, "arn:aws:s3:::u", keys)).isEqualTo(Truth.YES);
    assertThat(covers(variable, "arn:aws:s3:::u", other)).isEqualTo(Truth.NO);
  }

  private static List<List<Term>> conditions(Rule rule, RequestContext context) {
    Question question = Question.of(Asked.caller(USER), "kms:Decrypt", Policies.KEY).with(context);
    Asked asked = Asked.of(Policies.all("", rule.policy()), question);
    return rule.conditions(asked.language.compiler(), asked.scope.keys());
  }

  @Test
  void itsConditionsHoldTogether() {
    Rule rule =
        on(
            "'Resource':'*','Condition':{'StringEquals':{'kms:ViaService':'x',"
                + "'kms:CallerAccount':'111122223333'}}");
    List<List<Term>> terms = conditions(rule, RequestContext.OPEN);
    assertThat(terms).hasSize(1);
    assertThat(terms.get(0))
        .extracting(Term::axis)
        .containsExactly("kms:viaservice", Term.PRINCIPAL);
    assertThat(conditions(rule, RequestContext.OPEN)).as("made once").isSameAs(terms);
    RequestContext pinned =
        RequestContext.OPEN.with("kms:CallerAccount", ContextValue.of("444455556666"));
    assertThat(conditions(rule, pinned).get(0))
        .extracting(Term::axis)
        .containsExactly("kms:viaservice", "kms:calleraccount");
    assertThat(conditions(rule, RequestContext.OPEN)).isSameAs(terms);
  }

  @Test
  void conditionsThatHangOnTheQuestionAreMadeAnew() {
    String hang = "'aws:PrincipalTag/a':'${aws:username}'";
    Rule rule = on("'Resource':'*','Condition':{'StringEquals':{" + hang + "}}");
    List<List<Term>> terms = conditions(rule, RequestContext.OPEN);
    assertThat(conditions(rule, RequestContext.OPEN)).isNotSameAs(terms);
    Rule pinned = on("'Resource':'*','Condition':{'StringEquals':{'kms:CallerAccount':'1'}}");
    RequestContext context = RequestContext.OPEN.with("kms:CallerAccount", ContextValue.of("1"));
    List<List<Term>> first = conditions(pinned, context);
    assertThat(conditions(pinned, RequestContext.OPEN)).isNotSameAs(first);
    assertThat(conditions(on("'Resource':'*'"), RequestContext.OPEN)).containsExactly(List.of());
  }

  @Test
  void variablesAreTextInOlderPolicies() {
    String json =
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"arn:aws:s3:::${aws:username}\"}}";
    Rule rule = rule(Policies.read(json, PolicyKind.IDENTITY));
    Keys keys = Asked.of(USER, "kms:Decrypt").scope.keys();
    assertThat(covers(rule, "arn:aws:s3:::${aws:username}", keys)).isEqualTo(Truth.YES);
    assertThat(covers(rule, "arn:aws:s3:::u", keys)).isEqualTo(Truth.NO);
  }

  @Test
  void itNamesResourcesAndServices() {
    Rule named = on("'Resource':['arn:aws:s3:::b','arn:aws:s3:::${aws:username}']");
    assertThat(named.resources()).hasSize(2);
    assertThat(named.resources().get(1).matches("arn:aws:s3:::anything")).isTrue();
    assertThat(on("'Resource':['arn:aws:s3:::b','*']").resources()).isEmpty();
    assertThat(on("'NotResource':'arn:aws:s3:::b'").resources()).isEmpty();
    assertThat(on("'Sid':'none'").resources()).isEmpty();
    assertThat(named.services()).isEmpty();
    Rule services =
        key("Allow", "'Principal':{'Service':['a.amazonaws.com','a.amazonaws.com.cn']}");
    assertThat(services.services()).hasSize(1);
    assertThat(services.services().get(0).matches("S" + END + "a.amazonaws.com.cn")).isTrue();
  }
}
