package dev.kmslint.access.exact.term;

import static dev.kmslint.access.exact.atom.SomeTexts.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.Seen;
import dev.kmslint.access.exact.atom.ValueTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotPrincipalPredicateTest {
  private static final Map<String, String> CALLERS =
      Map.of(
          "user", SomeCallers.USER,
          "session", SomeCallers.SESSION,
          "federated", SomeCallers.FEDERATED,
          "root", SomeCallers.ROOT,
          "service", SomeCallers.SERVICE);

  private static final Map<String, String> ARNS =
      Map.of(
          "user", "arn:aws:iam::111122223333:user/p/u",
          "other-user", "arn:aws:iam::111122223333:user/v",
          "role", "arn:aws:iam::111122223333:role/p/R",
          "session", "arn:aws:sts::111122223333:assumed-role/R/s1",
          "federated", "arn:aws:sts::111122223333:federated-user/f",
          "account", "111122223333",
          "other-account", "444455556666",
          "everyone", "*");

  /** A Deny of all but some, whose names have blanks between. */
  private static Predicate allBut(String listed, boolean bounded) {
    StringBuilder arns = new StringBuilder();
    for (String name : listed.split(" ", -1)) {
      arns.append(arns.isEmpty() ? "" : ",").append('\'').append(ARNS.get(name)).append('\'');
    }
    String json = "{'AWS':[" + arns + "]}";
    return new NotPrincipalPredicate(SomeCallers.tests(json, false), bounded);
  }

  private static String isDenied(Predicate predicate, String caller) {
    boolean must = predicate.must(seen(caller));
    boolean may = predicate.may(seen(caller));
    return must && may ? "yes" : must ? "impossible" : may ? "maybe" : "no";
  }

  @ParameterizedTest
  @CsvSource({
    "account user, user, no",
    "user, user, yes",
    "account, user, yes",
    "other-account user, user, yes",
    "account other-user, user, yes",
    "account role session, session, no",
    "account role, session, yes",
    "account session, session, yes",
    "role session, session, yes",
    "account federated, federated, no",
    "federated, federated, yes",
    "account, federated, yes",
    "account, root, no",
    "other-account, root, yes",
    "account user, service, yes",
    "everyone, user, no",
    "everyone, session, no",
    "everyone, root, no"
  })
  void itSparesOnlyWhoIsListedWithAccountAndRole(String listed, String caller, String denied) {
    assertThat(isDenied(allBut(listed, false), CALLERS.get(caller))).isEqualTo(denied);
  }

  @ParameterizedTest
  @CsvSource({"account user, user", "account role session, session", "everyone, user"})
  void itSparesNobodyWithAPermissionsBoundary(String listed, String caller) {
    assertThat(isDenied(allBut(listed, true), CALLERS.get(caller))).isEqualTo("yes");
    assertThat(allBut("account user", true).isExact()).isTrue();
  }

  @Test
  void aServiceNeedsNoAccountToBeSpared() {
    PrincipalTests rds = SomeCallers.tests("{'Service':'rds.amazonaws.com'}", false);
    Predicate predicate = new NotPrincipalPredicate(rds, false);
    assertThat(isDenied(predicate, SomeCallers.SERVICE)).isEqualTo("no");
    assertThat(isDenied(predicate, "S\nec2.amazonaws.com")).isEqualTo("yes");
    assertThat(predicate.isExact()).isTrue();
  }

  @Test
  void whereAwsDoesNotSayWhomAnEntryMeansNeitherIsCertain() {
    assertThat(isDenied(allBut("everyone", false), SomeCallers.SERVICE)).isEqualTo("maybe");
    Predicate user = allBut("account user", false);
    assertThat(isDenied(user, SomeCallers.FEDERATED)).isEqualTo("maybe");
    assertThat(user.isExact()).isFalse();
  }

  @Test
  void itAnswersFromTheSetsThatItNames() {
    for (String listed : new String[] {"account role session", "account user", "everyone"}) {
      Predicate predicate = allBut(listed, false);
      for (String caller : CALLERS.values()) {
        Map<ValueTest, Integer> index = new java.util.HashMap<>();
        java.util.BitSet truths = new java.util.BitSet();
        for (ValueTest test : predicate.tests()) {
          truths.set(index.size(), test.matches(caller));
          index.put(test, index.size());
        }
        Seen known = new Seen.Known(1, truths, truths, index);
        assertThat(predicate.must(known)).isEqualTo(predicate.must(seen(caller)));
        assertThat(predicate.may(known)).isEqualTo(predicate.may(seen(caller)));
      }
    }
  }

  @Test
  void signaturesAreTheSameForTheSameListOnly() {
    assertThat(allBut("account user", false).signature())
        .isEqualTo(allBut("account user", false).signature())
        .isNotEqualTo(allBut("account other-user", false).signature())
        .isNotEqualTo(allBut("other-account user", false).signature());
    assertThat(allBut("account role", false).signature())
        .isNotEqualTo(allBut("account", false).signature());
  }
}
