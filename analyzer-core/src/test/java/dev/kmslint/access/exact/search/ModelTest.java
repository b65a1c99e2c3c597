package dev.kmslint.access.exact.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.exact.Asked;
import dev.kmslint.access.exact.Policies;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.box.Space;
import dev.kmslint.access.exact.term.Term;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTest {
  private static final String USER = "arn:aws:iam::111122223333:user/u";
  private static final String VIA = "'StringEquals':{'kms:ViaService':'rds'}";

  private static String allow(String sid, String principal, String action, String condition) {
    return "{'Sid':'"
        + sid
        + "','Effect':'Allow','Principal':{'AWS':'"
        + principal
        + "'},'Action':'"
        + action
        + "','Resource':'*','Condition':{"
        + condition
        + "}}";
  }

  private static Model model(String action, String... statements) {
    return Asked.of(USER, action, Policies.key(statements)).model;
  }

  private static List<String> matched(Model model) {
    return model.matched().stream()
        .filter(each -> !each.wide().isEmpty())
        .map(each -> each.rule().statement().title())
        .distinct()
        .toList();
  }

  @Test
  void rulesAboutOtherActionsOrCallersAreLeftOut() {
    Model model =
        model(
            "kms:Decrypt",
            allow("a", USER, "kms:Decrypt", ""),
            allow("b", USER, "kms:Encrypt", ""),
            allow("c", "arn:aws:iam::111122223333:user/v", "kms:Decrypt", ""),
            allow("d", "111122223333", "kms:*", ""));
    assertThat(matched(model)).containsExactly("statement \"a\"", "statement \"d\"");
    assertThat(model.tooLarge()).isEmpty();
  }

  @Test
  void aRuleMatchesWhatItsConditionsLeaveAndAllWithoutThem() {
    Model model = model("kms:Decrypt", allow("a", USER, "kms:*", VIA));
    Model.Matched matched = model.matched().get(0);
    Space space = model.space();
    Box all = space.everything();
    assertThat(matched.isExact()).isTrue();
    assertThat(all.isInside(matched.strict().get(0))).isFalse();
    List<Box> without =
        model.without(matched.rule(), 0, axis -> axis.equals("kms:viaservice"), false);
    assertThat(without).anyMatch(all::isInside);
    assertThat(model.without(matched.rule(), 0, axis -> false, false)).noneMatch(all::isInside);
  }

  @Test
  void whatIsInDoubtMayMatchAndDoesNotCertainly() {
    String unclear = "'StringEquals':{'aws:PrincipalTag/a':'x${aws:PrincipalTag/b}'}";
    Model model = model("kms:Decrypt", allow("a", USER, "kms:*", unclear));
    Model.Matched matched = model.matched().get(0);
    assertThat(matched.isExact()).isFalse();
    assertThat(matched.boxes(true)).isNotEmpty().isEqualTo(matched.wide());
    assertThat(matched.boxes(false)).isEqualTo(matched.strict());
  }

  @Test
  void withDoubtsAsAxesBothReadingsAreTheSame() {
    String unclear = "'StringEquals':{'aws:PrincipalTag/a':'x${aws:PrincipalTag/b}'}";
    Asked asked =
        Asked.of(
            Policies.all(Policies.OWNER, Policies.key(allow("a", USER, "kms:*", unclear))),
            dev.kmslint.access.Question.of(Asked.caller(USER), "kms:Decrypt", Policies.KEY),
            true);
    assertThat(asked.model.matched()).allMatch(Model.Matched::isExact);
    assertThat(asked.model.space().slots())
        .anyMatch(slot -> !Term.isKey(slot.name()) && slot.name().startsWith("DOUBT"));
  }

  @Test
  void termsThatAreNeverSatisfiedLeaveNoRequest() {
    Asked asked = Asked.of(USER, "kms:Decrypt", Policies.key(allow("a", USER, "kms:*", VIA)));
    Term present = new Term("kms:viaservice", Space.present());
    Model model =
        new Model(asked.scope, List.of(asked.program), List.of(present), List.of(), false);
    Box box = model.space().everything();
    model.space().limit(box, present, true);
    assertThat(new Search(model).outside(box, List.of())).isNull();
    assertThat(new Search(model).outside(model.space().everything(), List.of())).isNotNull();
  }

  @Test
  void itNamesWhatIsTooLarge() {
    String[] statements = new String[71];
    for (int i = 0; i < 70; i++) {
      statements[i] =
          allow("s" + i, USER, "kms:*", "'StringEquals':{'aws:PrincipalTag/a':'" + i + "'}");
    }
    statements[70] =
        allow("v", USER, "kms:*", "'StringEquals':{'aws:PrincipalTag/a':'${aws:PrincipalTag/b}'}");
    assertThat(model("kms:Decrypt", statements).tooLarge()).isEqualTo("aws:principaltag/a");
  }
}
