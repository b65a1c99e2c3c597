package dev.kmslint.access.exact.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Caller;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.access.exact.Engine;
import dev.kmslint.access.exact.Policies;
import dev.kmslint.access.exact.atom.Chars;
import dev.kmslint.access.exact.atom.Pattern;
import dev.kmslint.access.exact.atom.SmallTexts;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers as texts, by examples; bars stand for the separators between the parts of a text. */
class CallersTest {
  private static final String ACCOUNT = "111122223333";

  private static boolean holds(List<Pattern> patterns, String text) {
    return SmallTexts.isIn(patterns, separated(text));
  }

  private static String separated(String text) {
    return text.replace('|', Chars.SEPARATOR);
  }

  private static Caller caller(String text, @Nullable String role) {
    Caller caller = Objects.requireNonNull(Caller.parse(text, "aws"));
    return role == null ? caller : caller.withRole(role);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::111122223333:user/p/u, , U|arn:aws:iam::111122223333:user/p/u",
    "arn:aws-cn:iam::111122223333:user/u, , U|arn:aws-cn:iam::111122223333:user/u",
    "arn:aws:sts::111122223333:assumed-role/R/s1, arn:aws:iam::111122223333:role/p/R,"
        + " T|arn:aws:iam::111122223333:role/p/R|s1",
    "arn:aws:sts::111122223333:federated-user/f, , F|arn:aws:sts::111122223333:federated-user/f",
    "rds.amazonaws.com, , S|rds.amazonaws.com"
  })
  void aCallerThatIsKnownIsOneText(String arn, @Nullable String role, String text) {
    Caller caller = caller(arn, role);
    assertThat(new Callers(false).of(caller)).containsExactly(Pattern.literal(separated(text)));
    assertThat(Callers.caller(separated(text))).isEqualTo(caller);
  }

  @Test
  void theRootUserIsTheArnOfItsAccount() {
    Caller root = Caller.rootUserOf("aws", ACCOUNT);
    String text = separated("R|arn:aws:iam::111122223333:root");
    assertThat(new Callers(true).of(root)).containsExactly(Pattern.literal(text));
    assertThat(Callers.caller(text)).isEqualTo(root);
  }

  @Test
  void aServiceWhoseNameLooksLikeAnArnIsAService() {
    Caller caller = Callers.caller(separated("S|arn:aws:iam::111122223333:root"));
    assertThat(caller.kind()).isEqualTo(Caller.Kind.SERVICE);
    assertThat(caller.arn()).isEqualTo("arn:aws:iam::111122223333:root");
  }

  @ParameterizedTest
  @CsvSource({
    "role/p/R|s1, true",
    "role/p/R|a.b@c-d, true",
    "role/p/R|s, false",
    "role/p/R|, false",
    "role/p/R, false",
    "role/p/R|s:1, false",
    "role/R|s1, false",
    "role/p/R2|s1, false"
  })
  void aRoleStandsForItsSessionsOfEachName(String text, boolean held) {
    Caller role = caller("arn:aws:iam::111122223333:role/p/R", null);
    List<Pattern> sessions = new Callers(false).of(role);
    assertThat(holds(sessions, "T|arn:aws:iam::111122223333:" + text)).isEqualTo(held);
  }

  @ParameterizedTest
  @CsvSource({
    "111122223333:role/R|s1, true",
    "111122223333:role/p/q/R|s1, true",
    "111122223333:role/R|s2, false",
    "111122223333:role/xR|s1, false",
    "111122223333:role/R/x|s1, false",
    "444455556666:role/R|s1, false"
  })
  void aSessionWithoutItsRolesArnIsOfARoleOfThatNameInAnyPath(String text, boolean held) {
    Caller session = caller("arn:aws:sts::111122223333:assumed-role/R/s1", null);
    List<Pattern> sessions = new Callers(false).of(session);
    assertThat(sessions).isEqualTo(new Callers(false).sessions("aws", ACCOUNT, "R", "s1"));
    assertThat(holds(sessions, "T|arn:aws:iam::" + text)).isEqualTo(held);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::111122223333:user/u, , U|arn:aws:iam::111122223333:user/u, AIDA, ''",
    "arn:aws:iam::111122223333:role/R, , T|arn:aws:iam::111122223333:role/R, AROA, :s1",
    "arn:aws:sts::111122223333:assumed-role/R/s1, , T|arn:aws:iam::111122223333:role/R, AROA, :s1",
    "arn:aws:sts::111122223333:assumed-role/R/s1, arn:aws:iam::111122223333:role/p/R,"
        + " T|arn:aws:iam::111122223333:role/p/R, AROA, :s1"
  })
  void uniqueIdsStandInTheTextWhereTheyMatter(
      String arn, @Nullable String role, String text, String id, String end) {
    Callers space = new Callers(true);
    List<Pattern> texts = space.of(caller(arn, role));
    assertThat(space.ids()).isTrue();
    assertThat(holds(texts, text + "|" + id + "X1Y2" + end)).isTrue();
    assertThat(holds(texts, text + "|" + id + end)).as("no id is empty").isFalse();
    assertThat(holds(texts, text + "|" + id + "x" + end)).as("none is in small letters").isFalse();
    assertThat(holds(texts, text + "|ANPAX" + end)).as("this is a policy's").isFalse();
    assertThat(holds(texts, text + (end.isEmpty() ? "" : "|s1"))).isFalse();
    assertThat(new Callers(false).ids()).isFalse();
    assertThat(holds(new Callers(false).of(caller(arn, role)), text + "|" + id + "X" + end))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "U|arn:aws:iam::111122223333:user/u, U|arn:aws:iam::111122223333:user/u|AIDAX",
    "U|arn:aws:iam::111122223333:user/p/q/u, U|arn:aws:iam::111122223333:user/p/q/u|AIDAX",
    "T|arn:aws:iam::111122223333:role/R|s1, T|arn:aws:iam::111122223333:role/R|AROAX:s1",
    "T|arn:aws:iam::111122223333:role/p/R|s1, T|arn:aws:iam::111122223333:role/p/R|AROAX:s1",
    "F|arn:aws:sts::111122223333:federated-user/f, F|arn:aws:sts::111122223333:federated-user/f",
    "R|arn:aws:iam::111122223333:root, R|arn:aws:iam::111122223333:root"
  })
  void anAccountHoldsItsUsersSessionsAndIfWantedItsRootUser(String text, String withId) {
    boolean root = text.charAt(0) == 'R';
    for (boolean ids : new boolean[] {false, true}) {
      Callers space = new Callers(ids);
      String own = ids ? withId : text;
      assertThat(holds(space.ofAccount("aws", ACCOUNT, true), own)).isTrue();
      assertThat(holds(space.ofAccount("aws", ACCOUNT, false), own)).isEqualTo(!root);
      assertThat(holds(space.of(Caller.anyOf("aws", ACCOUNT)), own)).isEqualTo(!root);
      assertThat(holds(space.ofAccount("aws", "", true), own)).isTrue();
      assertThat(holds(space.ofAccount("aws", "444455556666", true), own)).isFalse();
      assertThat(holds(space.ofAccount("aws-cn", ACCOUNT, true), own)).isFalse();
      assertThat(holds(space.ofAccount("aws", "", true), own.replace("33:", "3:"))).isFalse();
      assertThat(holds(space.ofAccount("aws", "", true), own.replace("33:", "x3:"))).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "U|arn:aws:iam::111122223333:user/",
        "U|arn:aws:iam::111122223333:user/p/",
        "U|arn:aws:iam::111122223333:user/a b",
        "U|arn:aws:iam::111122223333:role/R",
        "U|arn:aws:sts::111122223333:user/u",
        "T|arn:aws:iam::111122223333:role/|s1",
        "T|arn:aws:iam::111122223333:role/R",
        "T|arn:aws:sts::111122223333:assumed-role/R|s1",
        "F|arn:aws:iam::111122223333:federated-user/f",
        "R|arn:aws:sts::111122223333:root",
        "S|rds.amazonaws.com"
      })
  void anAccountHoldsNothingElse(String text) {
    assertThat(holds(new Callers(false).ofAccount("aws", ACCOUNT, true), text)).isFalse();
  }

  @Test
  void theFirstAccountsAreRememberedAndNoMore() {
    Callers space = new Callers(false);
    List<List<Pattern>> first = new ArrayList<>();
    for (int i = 0; i < 65; i++) {
      first.add(space.ofAccount("aws", String.valueOf(100_000_000_000L + i), true));
    }
    for (int i = 0; i < 65; i++) {
      List<Pattern> again = space.ofAccount("aws", String.valueOf(100_000_000_000L + i), true);
      assertThat(again).isEqualTo(first.get(i));
      assertThat(again == first.get(i)).as("account %d", i).isEqualTo(i < 64);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rds.amazonaws.com, true",
    "logs.us-east-1.amazonaws.com, true",
    "s3.amazonaws.com.cn, false",
    "amazonaws.com, false",
    "RDS.amazonaws.com, false",
    ".amazonaws.com, false",
    "a_b.amazonaws.com, false",
    "rds, false"
  })
  void aServiceIsOneOfTheUsualOnesOrNamedByAPolicy(String name, boolean usual) {
    assertThat(holds(List.of(Callers.services()), "S|" + name)).isEqualTo(usual);
    Pattern named = Pattern.literal(separated("S|" + name));
    assertThat(Callers.unusualService(name)).isEqualTo(usual ? null : named);
  }

  @Test
  void aServiceThatAPolicyNamesIsSomeoneHoweverItIsCalled() {
    for (String name : List.of("rds.amazonaws.com", "a_b.amazonaws.com", "s3.amazonaws.com.cn")) {
      String service = "'Principal':{'Service':'" + name + "'},";
      String statement = "'Action':'kms:Decrypt','Resource':'*'}";
      Policy key = Policies.key("{'Effect':'Allow'," + service + statement);
      Engine engine = Engine.ofKeyPolicy(Catalog.builtIn(), key, Policies.OWNER);
      Question question =
          new Question(
              Who.anyone("aws"), "kms:Decrypt", "*", RequestContext.OPEN, Question.Side.BOTH);
      assertThat(engine.answer(question).outcome()).as(name).isEqualTo(Outcome.DEPENDS);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "U|arn:aws:iam::111122223333:user/u|AIDAX, AIDAX",
    "T|arn:aws:iam::111122223333:role/p/R|AROAX:s1, AROAX:s1",
    "F|arn:aws:sts::111122223333:federated-user/f, ''",
    "R|arn:aws:iam::111122223333:root, ''",
    "S|rds.amazonaws.com, ''"
  })
  void theUniqueIdIsReadFromTheText(String text, String id) {
    assertThat(Callers.userid(separated(text))).isEqualTo(id);
    Caller caller = Callers.caller(separated(text));
    assertThat(caller.arn()).doesNotContain("AIDA", "AROA");
    assertThat(SmallTexts.isIn(new Callers(true).of(caller), separated(text))).isTrue();
  }

  @Test
  void aPathBetweenItsSlashesIsNeverEmpty() {
    List<Pattern> sessions = new Callers(false).sessions("aws", "111122223333", "R", "s1");
    String role = "T\narn:aws:iam::111122223333:role/";
    assertThat(sessions).anyMatch(each -> each.matches(role + "R\ns1"));
    assertThat(sessions).anyMatch(each -> each.matches(role + "x/R\ns1"));
    assertThat(sessions).noneMatch(each -> each.matches(role + "/R\ns1"));
  }
}
