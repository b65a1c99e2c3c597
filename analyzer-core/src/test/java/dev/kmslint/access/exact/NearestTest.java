package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Caller;
import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Layer;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {
  private static final Question DECRYPT = Answered.may("kms:Decrypt");
  private static final String VIA = "'kms:ViaService':";
  private static final String ROLE = "arn:aws:iam::111122223333:role/R";
  private static final String START = "{'Sid':'a','Effect':'Allow',";

  private static Explanation nearest(PolicySet policies, Question question) {
    Answered asked = Answered.of(policies, question);
    return new Nearest(asked.model(), asked.wide()).explain();
  }

  private static Explanation nearest(Question question, String... key) {
    Policy all = Policies.identity(Answered.permit("all", "kms:*"));
    return nearest(Policies.set(Policies.key(key), all), question);
  }

  private static List<String> stops(Explanation why) {
    return why.because().stream().map(Because::stops).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          action                    | *            | kms:Encrypt | *                     |
          action                    | *            | s3:*        | arn:aws:kms:*:*:key/* |
          action                    | *            | s3:*        | *                     | aws:SourceIp
          principal                 | 777788889999 | kms:*       | *                     |
          principal                 | *            | kms:*       | *                     | aws:PrincipalAccount
          action, principal         | 777788889999 | s3:*        | *                     |
          resource                  | *            | kms:*       | arn:aws:kms:*:*:key/o |
          kms:grantisforawsresource | *            | kms:*       | *                     | kms:GrantIsForAWSResource
          action, aws:sourceaccount | *            | s3:*        | *                     | aws:SourceAccount
          """)
  void namesTheElementsThatKeepAnAllowFromMatching(
      String stops, String principal, String action, String resource, @Nullable String key) {
    String condition = key == null ? "" : "'StringLike':{'" + key + "':'1*'}";
    String statement =
        "'Principal':{'AWS':'%s'},'Action':'%s','Resource':'%s','Condition':{%s}}"
            .formatted(principal, action, resource, condition);
    Explanation why = nearest(DECRYPT, START + statement);
    assertThat(stops(why)).containsExactly(stops);
    assertThat(why.stoppedBy()).isEqualTo(Layer.KEY_POLICY);
  }

  @Test
  void ofSeveralPrincipalsOneIsEnough() {
    String principals = "'Principal':{'AWS':['777788889999','arn:aws:iam::444455556666:user/u']},";
    Explanation why = nearest(DECRYPT, START + principals + "'Action':'s3:*','Resource':'*'}");
    assertThat(stops(why)).containsExactly("action");
  }

  @Test
  void theOneWithTheFewestStopsComesFirstAndThreeAreNamed() {
    String other = "'Principal':{'AWS':'777788889999'},'Action':'s3:*','Resource':'*'}";
    Explanation why =
        nearest(
            DECRYPT,
            START + other,
            Answered.allow("b", "kms:Encrypt"),
            Answered.allow("c", "kms:Sign"),
            Answered.allow("d", "kms:Verify"),
            Answered.deny("e", "kms:*"));
    assertThat(Answered.sids(why.because())).containsExactly("b", "c", "d");
    assertThat(why.because()).extracting(Because::part).containsOnly(Because.Part.STOPPED);
  }

  @Test
  void conditionsThatOnlyTogetherAreImpossibleAreNoStops() {
    Question pinned =
        DECRYPT.with(RequestContext.OPEN.with("kms:ViaService", ContextValue.of("rds")));
    Explanation why =
        nearest(
            pinned,
            Answered.allow("a", "kms:*", "'StringEquals':{'kms:ViaService':'ec2'}"),
            Answered.allow("b", "s3:*", "'StringEquals':{'kms:ViaService':'rds'}"));
    assertThat(stops(why)).containsExactly("kms:viaservice", "action");
  }

  @Test
  void aPathEndsWhereNoRequestIsLeft() {
    Explanation why =
        nearest(
            Answered.may("kms:*"),
            Answered.allow("a", "kms:Encrypt", "'Bool':{'kms:GrantIsForAWSResource':'true'}"));
    assertThat(why.stoppedBy()).isEqualTo(Layer.KEY_POLICY);
    assertThat(stops(why)).containsExactly("kms:grantisforawsresource");
  }

  @Test
  void layersThatAllowDifferentThingsAreNotPassedTogether() {
    Policy key =
        Policies.key(Answered.allow("k", "kms:Encrypt", "'StringEquals':{" + VIA + "'a'}"));
    Policy identity =
        Policies.identity(
            Answered.permit("i", "kms:Decrypt"),
            Answered.permit("j", "kms:*", "'StringEquals':{" + VIA + "'b'}"));
    Policy boundary = Policies.of(PolicyKind.BOUNDARY, Answered.permit("b", "*"));
    Explanation why = nearest(set(key, identity, boundary, List.of()), Answered.may("kms:*"));
    assertThat(why.stoppedBy()).isEqualTo(Layer.IDENTITY);
    assertThat(stops(why)).containsExactly("action", "kms:viaservice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'" + ROLE + "'", "'" + ROLE + "','111122223333'"})
  void ofSeveralPathsTheFirstThatLeadsFurthestCounts(String principals) {
    Caller session = Asked.caller("arn:aws:sts::111122223333:assumed-role/R/s").withRole(ROLE);
    String who = "'Principal':{'AWS':[" + principals + "]},";
    Policy key = Policies.key(START + who + "'Action':'kms:*','Resource':'*'}");
    Policy boundary = Policies.of(PolicyKind.BOUNDARY, Answered.permit("b", "s3:*"));
    Question question = Question.of(session, "kms:Decrypt", Policies.KEY);
    Explanation why = nearest(set(key, Policies.identity(), boundary, List.of()), question);
    assertThat(why.stoppedBy()).isEqualTo(Layer.BOUNDARY);
  }

  @Test
  void callersOutsideTheQuestionAreNotNear() {
    Question others =
        new Question(
            Who.outside("aws", Set.of(Policies.OWNER)),
            "kms:Decrypt",
            "*",
            RequestContext.OPEN,
            Question.Side.BOTH);
    Explanation why = nearest(others, Answered.allow("a", "kms:Encrypt"));
    assertThat(stops(why)).containsExactly("action");
  }

  @Test
  void theLayerIsTheOneThatIsReachedLast() {
    Policy key = Policies.key(Answered.allow("k", "kms:*"));
    Policy all = Policies.identity(Answered.permit("i", "kms:*"));
    Policy none = Policies.identity(Answered.permit("i", "s3:*"));
    Policy boundary = Policies.of(PolicyKind.BOUNDARY, Answered.permit("b", "s3:*"));
    Policy scp = Policies.of(PolicyKind.SCP, Answered.permit("s", "s3:*"));
    assertThat(nearest(set(key, none, null, List.of()), DECRYPT).stoppedBy())
        .isEqualTo(Layer.IDENTITY);
    assertThat(nearest(set(key, all, boundary, List.of()), DECRYPT).stoppedBy())
        .isEqualTo(Layer.BOUNDARY);
    Explanation why = nearest(set(key, all, null, List.of(scp)), DECRYPT);
    assertThat(why.stoppedBy()).isEqualTo(Layer.SCP);
    assertThat(Answered.sids(why.because())).containsExactly("s");
  }

  private static PolicySet set(
      Policy key, Policy identity, @Nullable Policy boundary, List<Policy> scps) {
    return new PolicySet(key, Policies.OWNER, List.of(identity), boundary, null, scps, List.of());
  }

  @Test
  void whereNoPathLeadsAnywhereNothingIsSaid() {
    Question abroad =
        Question.of(Answered.USER, "kms:Decrypt", Policies.KEY.replace("arn:aws:", "arn:aws-cn:"));
    assertThat(nearest(abroad, Answered.allow("a", "kms:*"))).isEqualTo(Explanation.NONE);
  }
}
