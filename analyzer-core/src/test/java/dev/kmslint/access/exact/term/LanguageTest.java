package dev.kmslint.access.exact.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.PolicySet;
import dev.kmslint.access.exact.Policies;
import dev.kmslint.access.exact.atom.Chars;
import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.Seen;
import dev.kmslint.access.exact.atom.TestPredicate;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageTest {
  private static final char END = Chars.SEPARATOR;
  private static final String USER = "U" + END + "arn:aws:iam::111122223333:user/u";
  private static final Map<String, String> CALLERS =
      Map.of(
          "user", USER,
          "other", USER.replace("1111", "4444"),
          "root", "R" + END + "arn:aws:iam::111122223333:root",
          "service", "S" + END + "logs.amazonaws.com",
          "session", "T" + END + "arn:aws:iam::111122223333:role/R" + END + "s1",
          "linked", "T" + END + "arn:aws:iam::111122223333:role/aws-service-role/x/R" + END + "s1");

  private static List<String> matched(Predicate predicate) {
    List<String> names = new ArrayList<>();
    CALLERS.forEach(
        (name, text) -> {
          Seen seen = new Seen.Given(List.of(text));
          assertThat(predicate.may(seen)).isEqualTo(predicate.must(seen));
          if (predicate.must(seen)) {
            names.add(name);
          }
        });
    return names;
  }

  private static Language language(PolicySet... sets) {
    return new Language(Catalog.builtIn(), List.of(sets));
  }

  @Test
  void itKnowsTheKindsOfCallersThatMatter() {
    CallerKinds kinds = language().kinds("111122223333");
    assertThat(matched(kinds.service())).containsExactly("service");
    assertThat(matched(kinds.root())).containsExactly("root");
    assertThat(matched(kinds.serviceLinked())).containsExactly("linked");
    assertThat(matched(kinds.owner()))
        .containsExactlyInAnyOrder("user", "root", "session", "linked");
  }

  @Test
  void nobodyIsOfAnAccountThatIsNotKnown() {
    assertThat(matched(language().kinds("").owner())).isEmpty();
    assertThat(matched(language().ofAccount("444433333333"))).isEmpty();
  }

  @Test
  void theSameAccountsCallersAreTheSamePredicateSoThatAxesAreFoundAgain() {
    Language language = language();
    assertThat(language.ofAccount("1")).isSameAs(language.ofAccount("1"));
    assertThat(language.kinds("1").service()).isSameAs(language.kinds("2").service());
  }

  /** Unique ids take part where any of the policies looks at them. */
  @ParameterizedTest
  @EnumSource(names = {"KEY", "IDENTITY", "BOUNDARY", "SESSION", "SCP", "RCP"})
  void itLearnsFromThePoliciesOfEveryLayer(PolicyKind kind) {
    String statement = "{'Effect':'Allow','Action':'*','Resource':'*'";
    String ids = statement + ",'Condition':{'StringLike':{'aws:userid':'A*'}}}";
    PolicySet without = Policies.all("", Policies.of(kind, statement + "}"));
    PolicySet with = Policies.all("", Policies.of(kind, ids));
    assertThat(language(without).callers().ids()).isFalse();
    Language language = language(without, with);
    assertThat(language.callers().ids()).isTrue();
    assertThat(language.facts().userids()).isTrue();
    assertThat(matched(new TestPredicate(language.derived().having("aws:username"))))
        .contains("user");
  }

  @Test
  void itKeepsOneOfEachPart() {
    Language language = language();
    assertThat(language.axes()).isSameAs(language.axes()).isNotNull();
    assertThat(language.compiler()).isSameAs(language.compiler()).isNotNull();
    assertThat(language.resources()).isSameAs(language.resources()).isNotNull();
  }
}
