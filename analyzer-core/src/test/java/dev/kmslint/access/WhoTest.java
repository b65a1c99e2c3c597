package dev.kmslint.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.exact.Engine;
import dev.kmslint.access.exact.Policies;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Glob;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoTest {
  private final Map<String, Who> all =
      Map.of(
          "account", Who.of(Caller.anyOf("aws", "111122223333")),
          "everybody", new Who.Everybody("aws", "111122223333"),
          "anyone", Who.anyone("aws"),
          "outside", Who.outside("aws", Set.of("111122223333")),
          "matching", new Who.Matching("aws", Glob.of("*:user/u")));

  /** Whether a key policy that names only a principal lets some of the callers in. */
  private static boolean has(Who who, String principal) {
    String statement =
        "{'Effect':'Allow','Principal':{" + principal + "},'Action':'*','Resource':'*'}";
    Question question =
        new Question(who, "kms:Decrypt", "*", RequestContext.OPEN, Question.Side.KEY);
    return Engine.compile(Catalog.builtIn(), Policies.set(Policies.key(statement)))
            .answer(question)
            .outcome()
        != Outcome.NEVER;
  }

  @ParameterizedTest
  @CsvSource({
    "account, true, false, false, false, false",
    "everybody, true, true, false, false, false",
    "anyone, true, true, true, true, false",
    "outside, false, false, true, false, false",
    "matching, true, false, true, false, false"
  })
  void callersAreOfAnAccountOrOfAPartition(
      String name, boolean user, boolean root, boolean other, boolean service, boolean china) {
    Who who = all.get(name);
    assertThat(has(who, "'AWS':'arn:aws:iam::111122223333:user/u'")).isEqualTo(user);
    String notUser =
        "'AWS':'111122223333'},'Condition':{'StringEquals':{'aws:PrincipalType':'Account'}";
    assertThat(has(who, notUser)).isEqualTo(root);
    assertThat(has(who, "'AWS':'arn:aws:iam::444455556666:user/u'")).isEqualTo(other);
    assertThat(has(who, "'Service':'rds.amazonaws.com'")).isEqualTo(service);
    assertThat(has(who, "'AWS':'arn:aws-cn:iam::111122223333:user/u'")).isEqualTo(china);
  }

  @Test
  void accountsThatAreLeftOutAreCopied() {
    Set<String> accounts = new HashSet<>(Set.of("111122223333"));
    Who.Anyone outside = (Who.Anyone) Who.outside("aws", accounts);
    accounts.clear();
    assertThat(outside.notIn()).containsExactly("111122223333");
  }
}
