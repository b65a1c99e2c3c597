package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Layer;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.exact.search.Search;
import dev.kmslint.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainerTest {
  private static final String VIA_RDS = "'StringEquals':{'kms:ViaService':'rds'}";
  private static final String NO_SERVICE = "'Null':{'kms:ViaService':'true'}";
  private static final String SOME_SERVICE = "'Null':{'kms:ViaService':'false'}";
  private static final String UNSURE =
      "'StringEquals':{'aws:PrincipalTag/team':'${kms:ViaService}-a'}";
  private static final Policy ALL = Policies.identity(Answered.permit("all", "kms:*"));

  private static Explanation explain(Outcome outcome, String... key) {
    PolicySet policies = Policies.set(Policies.key(key), ALL);
    Answered asked = Answered.of(policies, Answered.may("kms:Decrypt"));
    Search search = new Search(asked.model());
    Search.Found allowed = search.allowed(asked.wide());
    Search.Found denied = search.denied(asked.strict());
    return new Explainer(asked.model(), asked.strict(), asked.wide(), outcome, allowed, denied)
        .explain();
  }

  @Test
  void whatIsAllowedIsSoByStatementsOfEveryLayer() {
    Explanation why =
        explain(
            Outcome.ALWAYS,
            Answered.allow("other", "kms:Encrypt"),
            Answered.allow("mine", "kms:Decrypt"));
    assertThat(Answered.sids(why.because())).containsExactly("mine", "all");
    assertThat(why.because())
        .extracting(Because::layer)
        .containsExactly(Layer.KEY_POLICY, Layer.IDENTITY);
    assertThat(why.because()).extracting(Because::part).containsOnly(Because.Part.ALLOWS);
    assertThat(why.on()).isEmpty();
    assertThat(why.stoppedBy()).isNull();
  }

  @Test
  void whatDependsDoesSoOnKeys() {
    Explanation why = explain(Outcome.DEPENDS, Answered.allow("a", "kms:*", VIA_RDS));
    assertThat(why.on()).containsExactly("kms:viaservice");
    assertThat(Answered.sids(why.because())).containsExactly("a", "all");
  }

  @Test
  void whatOnlyMayBeAllowedIsExplainedByWhatMayAllowIt() {
    Explanation why = explain(Outcome.UNKNOWN, Answered.allow("unsure", "kms:*", UNSURE));
    assertThat(Answered.sids(why.because())).containsExactly("unsure", "all");
  }

  @Test
  void aStatementThatMayAllowIsNotNamedBesideOneThatDoes() {
    Explanation why =
        explain(
            Outcome.ALWAYS,
            Answered.allow("unsure", "kms:*", UNSURE),
            Answered.allow("sure", "kms:*"));
    assertThat(Answered.sids(why.because())).containsExactly("sure", "all");
  }

  @Test
  void whereNothingIsKnownToBeAllowedNothingIsSaid() {
    Explanation why = explain(Outcome.UNKNOWN, Answered.allow("a", "kms:Encrypt"));
    assertThat(why).isEqualTo(Explanation.NONE);
  }

  @Test
  void deniesThatOthersMakeNeedlessAreNotNamed() {
    Explanation why =
        explain(
            Outcome.NEVER,
            Answered.allow("a", "kms:*"),
            Answered.deny("far", "kms:Encrypt"),
            Answered.deny("part", "kms:*", VIA_RDS),
            Answered.deny("absent", "kms:*", NO_SERVICE),
            Answered.deny("present", "kms:*", SOME_SERVICE));
    assertThat(Answered.sids(why.because())).containsExactly("absent", "present");
    assertThat(why.because()).extracting(Because::part).containsOnly(Because.Part.DENIES);
    assertThat(why.stoppedBy()).isNull();
  }

  @Test
  void ofVeryManyDeniesAllAreNamed() {
    assertThat(denied(24)).containsExactly("d23");
    assertThat(denied(25)).hasSize(25);
  }

  private static List<String> denied(int denies) {
    List<String> statements = new ArrayList<>(List.of(Answered.allow("a", "kms:*")));
    for (int i = 0; i < denies; i++) {
      statements.add(Answered.deny("d" + i, "kms:*"));
    }
    return Answered.sids(explain(Outcome.NEVER, statements.toArray(new String[0])).because());
  }

  @Test
  void whereNoDenyDecidesTheNearestAllowsAreNamed() {
    Explanation why =
        explain(Outcome.NEVER, Answered.allow("a", "kms:Encrypt"), Answered.deny("d", "kms:*"));
    assertThat(why.stoppedBy()).isEqualTo(Layer.KEY_POLICY);
    assertThat(Answered.sids(why.because())).containsExactly("a");
    assertThat(why.because()).extracting(Because::part).containsExactly(Because.Part.STOPPED);
  }
}
