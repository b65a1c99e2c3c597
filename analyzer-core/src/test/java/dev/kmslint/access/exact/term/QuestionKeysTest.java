package dev.kmslint.access.exact.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.exact.Asked;
import dev.kmslint.access.exact.Policies;
import dev.kmslint.access.exact.atom.Domain;
import dev.kmslint.access.exact.atom.Relation;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.Presence;
import dev.kmslint.policy.Glob;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionKeysTest {
  private static final String USER = "arn:aws:iam::111122223333:user/u";
  private static final String SERVICE = "logs.amazonaws.com";

  private static QuestionKeys keys(
      RequestContext context, String action, @Nullable String caller, @Nullable String resource) {
    Catalog catalog = Catalog.builtIn();
    return new QuestionKeys(
        new Facts(catalog, List.of()),
        context,
        ActionSet.of(catalog, action, false, List.of()),
        caller == null ? null : Asked.caller(caller),
        resource);
  }

  private static QuestionKeys keys(String action, @Nullable String caller) {
    return keys(RequestContext.OPEN, action, caller, null);
  }

  private static QuestionKeys with(String key, ContextValue value) {
    return keys(RequestContext.OPEN.with(key, value), "kms:Decrypt", USER, Policies.KEY);
  }

  /** What requests for an action can hold, where nothing was said: the key, no key, or both. */
  @ParameterizedTest
  @CsvSource({
    "kms:Decrypt,     kms:viaservice,               both",
    "kms:Decrypt,     aws:securetransport,          key",
    "kms:Decrypt,     kms:encryptionalgorithm,      key",
    "kms:*,           kms:encryptionalgorithm,      both",
    "kms:Decrypt,     kms:grantisforawsresource,    none",
    "kms:CreateGrant, kms:grantisforawsresource,    both",
    "kms:Decrypt,     aws:misspelt,                 none",
    "kms:Decrypt,     kms:misspelt,                 none",
    "kms:Decrypt,     kms:encryptioncontext:a,      both",
    "kms:Decrypt,     s3:prefix,                    both",
    "kms:Decrypt,     nocolon,                      none",
    "kms:FutureUse,   kms:grantisforawsresource,    both",
    "kms:Decrypt,     aws:principalorgid,           both",
    "kms:Decrypt,     aws:sourcearn,                both"
  })
  void aKeyIsThereAsTheCatalogueSays(String action, String key, String expected) {
    assertThat(presence(keys(action, null), key)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "aws:sourcearn, none, both",
    "aws:principalorgid, both, none",
    "kms:viaservice, both, both"
  })
  void someKeysHangOnWhoCalls(String key, String ofUser, String ofService) {
    assertThat(presence(keys("kms:Decrypt", USER), key)).isEqualTo(ofUser);
    assertThat(presence(keys("kms:Decrypt", SERVICE), key)).isEqualTo(ofService);
  }

  private static String presence(QuestionKeys keys, String key) {
    Domain domain = keys.domain(key);
    ContextValue value = keys.value(key);
    if (!domain.present()) {
      assertThat(domain.absent()).isTrue();
      assertThat(value).isEqualTo(ContextValue.ABSENT);
      return "none";
    }
    assertThat(value).isEqualTo(new ContextValue.Open(domain.absent(), List.of()));
    return domain.absent() ? "both" : "key";
  }

  @Test
  void whatWasSaidIsTakenAtFaceValue() {
    QuestionKeys fixed = with("aws:Misspelt", ContextValue.of("a", "b"));
    assertThat(fixed.pinned("aws:misspelt")).isEqualTo(ContextValue.of("a", "b"));
    assertThat(fixed.value("aws:misspelt")).isEqualTo(ContextValue.of("a", "b"));
    assertThat(fixed.domain("aws:misspelt").fixed()).containsExactly("a", "b");
    assertThat(fixed.isFree("aws:misspelt")).isFalse();
    assertThat(fixed.isFree("kms:viaservice")).isTrue();
    assertThat(fixed.pinned("kms:viaservice")).isNull();
    assertThat(fixed.context().pins()).hasSize(1);
    QuestionKeys absent = with("aws:SecureTransport", ContextValue.ABSENT);
    assertThat(presence(absent, "aws:securetransport")).isEqualTo("none");
  }

  @Test
  void aPinCanBeOpenWithinPatterns() {
    Glob glob = Glob.of("rds.*");
    QuestionKeys keys = with("kms:ViaService", new ContextValue.Open(false, List.of(glob)));
    Domain domain = keys.domain("kms:viaservice");
    assertThat(domain.absent()).isFalse();
    assertThat(domain.texts()).hasSize(1).allMatch(text -> text.matches("rds.x"));
    Domain any = with("aws:CalledVia", ContextValue.ANYTHING).domain("aws:calledvia");
    assertThat(any.absent() && any.present() && any.many() && any.isAnyText()).isTrue();
  }

  @Test
  void aClosedContextHoldsNothingElse() {
    QuestionKeys keys = keys(Asked.NOTHING_ELSE, "kms:Decrypt", USER, Policies.KEY);
    assertThat(presence(keys, "aws:securetransport")).isEqualTo("none");
    assertThat(keys.isFree("aws:securetransport")).isFalse();
    assertThat(keys.value("aws:username")).isEqualTo(ContextValue.of("u"));
  }

  @Test
  void theCallerSaysWhatFollowsFromIt() {
    assertThat(keys("kms:Decrypt", USER).value("aws:principalarn"))
        .isEqualTo(ContextValue.of(USER));
    assertThat(keys("kms:Decrypt", SERVICE).value("aws:principalarn"))
        .isEqualTo(ContextValue.ABSENT);
    assertThat(keys("kms:Decrypt", null).value("aws:principalarn"))
        .isEqualTo(ContextValue.ANYTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:kms:us-west-2:111122223333:key/k, true",
    "arn:aws:s3:::b, false",
    "'*', false"
  })
  void theResourceSaysItsAccount(String resource, boolean known) {
    ContextValue value =
        keys(RequestContext.OPEN, "kms:Decrypt", USER, resource).value("aws:resourceaccount");
    assertThat(value.equals(ContextValue.of("111122223333"))).isEqualTo(known);
    assertThat(keys("kms:Decrypt", USER).value("aws:resourceaccount"))
        .isInstanceOf(ContextValue.Open.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws:principalarn",
        "aws:resourceaccount",
        "aws:calledvia",
        "aws:securetransport",
        "aws:misspelt"
      })
  void onlyOpenTextsCanBeCompared(String key) {
    QuestionKeys keys = keys("kms:Decrypt", USER);
    assertThat(keys.areComparable("aws:principaltag/a", "kms:viaservice")).isTrue();
    assertThat(keys.areComparable("aws:principaltag/a", key)).isFalse();
    assertThat(keys.areComparable(key, "aws:principaltag/a")).isFalse();
    QuestionKeys pinned = with("kms:ViaService", ContextValue.of("x"));
    assertThat(pinned.areComparable("aws:principaltag/a", "kms:viaservice")).isFalse();
  }

  @Test
  void itRemembersEveryRelationOnce() {
    QuestionKeys keys = keys("kms:Decrypt", USER);
    Relation relation = Relation.of("b", "a");
    keys.relate(relation);
    keys.relate(Relation.of("a", "b"));
    assertThat(keys.relations()).containsExactly(relation);
    assertThat(keys.relation("a IS b")).isEqualTo(relation);
    assertThat(keys.relation("b IS a")).isNull();
  }

  @Test
  void itKnowsPresenceAndWhichActionsCarryAKey() {
    QuestionKeys keys = keys("kms:*Grant", USER);
    assertThat(keys.presence("aws:securetransport")).isEqualTo(Presence.ALWAYS);
    assertThat(keys.presence("s3:prefix")).isEqualTo(Presence.SOMETIMES);
    int carrying = 0;
    for (int action = 0; keys.carries(action, "aws:securetransport") && action < 2; action++) {
      carrying += keys.carries(action, "kms:grantoperations") ? 1 : 0;
    }
    assertThat(carrying).as("CreateGrant of CreateGrant and its neighbour").isEqualTo(1);
  }
}
