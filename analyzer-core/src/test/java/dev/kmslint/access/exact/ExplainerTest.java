package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Layer;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
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
  private static final Policy ALL = Policies.identity(Asked.permit("all", "kms:*"));

  private static Explanation explain(Outcome outcome, String... key) {
    PolicySet policies = Policies.set(Policies.key(key), ALL);
    Asked asked = Asked.of(policies, Asked.may("kms:Decrypt"));
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
            Asked.allow("other", "kms:Encrypt"),
            Asked.allow("mine", "kms:Decrypt"));
    assertThat(Asked.sids(why.because())).containsExactly("mine", "all");
    assertThat(why.because())
        .extracting(Because::layer)
        .containsExactly(Layer.KEY_POLICY, Layer.IDENTITY);
    assertThat(why.because()).extracting(Because::part).containsOnly(Because.Part.ALLOWS);
    assertThat(why.on()).isEmpty();
    assertThat(why.stoppedBy()).isNull();
  }

  @Test
  void whatDependsDoesSoOnKeys() {
    Explanation why = explain(Outcome.DEPENDS, Asked.allow("a", "kms:*", VIA_RDS));
    assertThat(why.on()).containsExactly("kms:viaservice");
    assertThat(Asked.sids(why.because())).containsExactly("a", "all");
  }

  @Test
  void whatOnlyMayBeAllowedIsExplainedByWhatMayAllowIt() {
    Explanation why = explain(Outcome.UNKNOWN, Asked.allow("unsure", "kms:*", UNSURE));
    assertThat(Asked.sids(why.because())).containsExactly("unsure", "all");
  }

  @Test
  void aStatementThatMayAllowIsNotNamedBesideOneThatDoes() {
    Explanation why =
        explain(
            Outcome.ALWAYS, Asked.allow("unsure", "kms:*", UNSURE), Asked.allow("sure", "kms:*"));
    assertThat(Asked.sids(why.because())).containsExactly("sure", "all");
  }

  @Test
  void whereNothingIsKnownToBeAllowedNothingIsSaid() {
    Explanation why = explain(Outcome.UNKNOWN, Asked.allow("a", "kms:Encrypt"));
    assertThat(why).isEqualTo(Explanation.NONE);
  }

  @Test
  void deniesThatOthersMakeNeedlessAreNotNamed() {
    Explanation why =
        explain(
            Outcome.NEVER,
            Asked.allow("a", "kms:*"),
            Asked.deny("far", "kms:Encrypt"),
            Asked.deny("part", "kms:*", VIA_RDS),
            Asked.deny("absent", "kms:*", NO_SERVICE),
            Asked.deny("present", "kms:*", SOME_SERVICE));
    assertThat(Asked.sids(why.because())).containsExactly("absent", "present");
    assertThat(why.because()).extracting(Because::part).containsOnly(Because.Part.DENIES);
    assertThat(why.stoppedBy()).isNull();
  }

  @Test
  void ofVeryManyDeniesAllAreNamed() {
    assertThat(denied(24)).containsExactly("d23");
    assertThat(denied(25)).hasSize(25);
  }

  private static List<String> denied(int denies) {
    List<String> statements = new ArrayList<>(List.of(Asked.allow("a", "kms:*")));
    for (int i = 0; i < denies; i++) {
      statements.add(Asked.deny("d" + i, "kms:*"));
    }
    return Asked.sids(explain(Outcome.NEVER, statements.toArray(new String[0])).because());
  }

  @Test
  void whereNoDenyDecidesTheNearestAllowsAreNamed() {
    Explanation why =
        explain(Outcome.NEVER, Asked.allow("a", "kms:Encrypt"), Asked.deny("d", "kms:*"));
    assertThat(why.stoppedBy()).isEqualTo(Layer.KEY_POLICY);
    assertThat(Asked.sids(why.because())).containsExactly("a");
    assertThat(why.because()).extracting(Because::part).containsExactly(Because.Part.STOPPED);
  }
}
