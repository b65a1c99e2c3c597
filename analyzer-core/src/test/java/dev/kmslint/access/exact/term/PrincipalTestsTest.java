package dev.kmslint.access.exact.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.exact.atom.ValueTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrincipalTestsTest {
  /** The kinds and names of the callers in a set, as {@code U:u T:s1}. */
  private static String in(ValueTest.Text test) {
    List<String> callers = new ArrayList<>();
    for (String text : SomeCallers.ALL) {
      if (test.matches(text)) {
        callers.add(text.charAt(0) + text.replaceAll("(?s).*[\n:/]", ":"));
      }
    }
    return String.join(" ", callers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "arn:aws:iam::111122223333:user/p/u | U:u | '' | ''",
        "arn:aws:iam::111122223333:user/u | '' | '' | ''",
        "arn:aws:sts::111122223333:assumed-role/R/s1 | T:s1 | '' | ''",
        "arn:aws:sts::111122223333:federated-user/f | F:f | '' | ''",
        "arn:aws:iam::111122223333:role/p/R | '' | T:s1 T:s2 | ''",
        "arn:aws:iam::111122223333:root | '' | '' | U:u U:v T:s1 T:s2 F:f R:root",
        "111122223333 | '' | '' | U:u U:v T:s1 T:s2 F:f R:root",
        "444455556666 | '' | '' | ''",
        "arn:aws-cn:iam::111122223333:root | '' | '' | ''",
        "* | U:u U:v T:s1 T:s2 F:f R:root | '' | ''",
        "AIDAQXZEAEXAMPLEUSER | '' | '' | ''",
        "arn:aws:iam::111122223333:group/g | '' | '' | ''"
      })
  void anEntryMatchesDirectlyByRoleOrByAccount(
      String entry, String direct, String role, String account) {
    PrincipalTests tests = SomeCallers.tests("{'AWS':'" + entry + "'}", false);
    assertThat(in(tests.direct())).isEqualTo(direct);
    assertThat(in(tests.role())).isEqualTo(role);
    assertThat(in(tests.account())).isEqualTo(account);
    assertThat(in(tests.everyone())).isEqualTo(entry.equals("*") ? direct : "");
  }

  @Test
  void aServiceIsMatchedByItsName() {
    assertThat(in(SomeCallers.tests("{'Service':'rds.amazonaws.com'}", false).direct()))
        .isEqualTo("S:rds.amazonaws.com");
    assertThat(in(SomeCallers.tests("{'Service':'ec2.amazonaws.com'}", false).direct())).isEmpty();
  }

  @Test
  void whetherEveryoneMeansServicesIsInDoubtButWhereItIsSaid() {
    PrincipalTests doubt = SomeCallers.tests("{'AWS':['*','*']}", false);
    assertThat(in(doubt.maybeDirect())).contains("U:u", "R:root", "S:rds.amazonaws.com");
    assertThat(in(doubt.direct())).doesNotContain("S:");
    assertThat(doubt.doubtful())
        .singleElement()
        .extracting(PrincipalTestsTest::in)
        .isEqualTo("S:rds.amazonaws.com");
    PrincipalTests said = SomeCallers.tests("'*'", true);
    assertThat(in(said.direct())).contains("U:u", "S:rds.amazonaws.com");
    assertThat(said.everyone().matches(SomeCallers.SERVICE)).isTrue();
    assertThat(said.maybeDirect()).isSameAs(said.direct());
    assertThat(said.doubtful()).isEmpty();
  }

  @Test
  void whetherAUserMeansItsFederatedSessionsIsInDoubt() {
    String users = "'arn:aws:iam::111122223333:user/v','arn:aws:iam::111122223333:user/p/u'";
    PrincipalTests two = SomeCallers.tests("{'AWS':[" + users + "]}", false);
    assertThat(in(two.direct())).isEqualTo("U:u U:v");
    assertThat(in(two.maybeDirect())).isEqualTo("U:u U:v F:f");
    assertThat(two.doubtful()).as("one doubt, as both users' account is the same").hasSize(1);
    assertThat(in(two.doubtful().get(0))).isEqualTo("F:f");
    assertThat(two.users())
        .isEqualTo("arn:aws:iam::111122223333:user/p/u arn:aws:iam::111122223333:user/v");
    String other = users + ",'arn:aws:iam::444455556666:user/x'";
    assertThat(SomeCallers.tests("{'AWS':[" + other + "]}", false).doubtful()).hasSize(2);
  }

  @Test
  void anEntryMatchesCallersWithTheirUniqueIds() {
    String json =
        "{'AWS':['arn:aws:iam::111122223333:user/u','111122223333',"
            + "'arn:aws:sts::111122223333:assumed-role/R/s',"
            + "'arn:aws:sts::111122223333:federated-user/f']}";
    PrincipalTests tests =
        PrincipalTests.of(
            SomeCallers.principals(json), new Callers(true), new DerivedKeys(true), false);
    String user = "U\narn:aws:iam::111122223333:user/u";
    String role = "T\narn:aws:iam::111122223333:role/R\n";
    assertThat(tests.direct().matches(user + "\nAIDAX")).isTrue();
    assertThat(tests.direct().matches(user + "x\nAIDAX")).isFalse();
    assertThat(tests.direct().matches(role + "AROAX:s")).isTrue();
    assertThat(tests.direct().matches(role + "AROAX:t")).isFalse();
    assertThat(tests.direct().matches(SomeCallers.FEDERATED)).as("it has none").isTrue();
    assertThat(tests.account().matches(user + "\nAIDAX")).isTrue();
    assertThat(tests.account().matches(role + "AROAX:t")).isTrue();
  }

  @Test
  void anyoneIsWhoeverIsMatchedInSomeWay() {
    PrincipalTests tests =
        SomeCallers.tests(
            "{'AWS':['arn:aws:iam::111122223333:user/v','arn:aws:iam::111122223333:role/p/R']}",
            false);
    assertThat(in(tests.any(false))).isEqualTo("U:v T:s1 T:s2");
    assertThat(in(tests.any(true))).isEqualTo("U:v T:s1 T:s2 F:f");
    PrincipalTests account = SomeCallers.tests("{'AWS':'111122223333'}", false);
    assertThat(in(account.any(false))).isEqualTo("U:u U:v T:s1 T:s2 F:f R:root");
  }
}
