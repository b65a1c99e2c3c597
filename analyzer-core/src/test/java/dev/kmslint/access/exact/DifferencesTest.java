package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.box.Space;
import dev.kmslint.access.exact.search.Search;
import dev.kmslint.access.exact.term.Rule;
import dev.kmslint.access.exact.term.Term;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  private static final Question DECRYPT = Answered.may("kms:Decrypt");
  private static final String VIA = "'StringEquals':{'kms:ViaService':'rds'}";
  private static final String TLS = "'Bool':{'aws:SecureTransport':'true'}";
  private static final String ALL = Answered.permit("all", "kms:*");

  /** On what it depends, in the statements' question, whether a request is allowed. */
  private static Set<String> on(Question question, String... key) {
    Answered asked = Answered.of(Policies.set(Policies.key(key), Policies.identity(ALL)), question);
    Search search = new Search(asked.model());
    Box allowed = search.allowed(asked.strict()).box();
    Box denied = search.denied(asked.wide()).box();
    return new Differences(asked.model().space(), asked.wide()).between(allowed, denied);
  }

  @Test
  void theKeyOfTheOnlyConditionDecides() {
    assertThat(on(DECRYPT, Answered.give("a", "kms:*", VIA))).containsExactly("kms:viaservice");
    assertThat(on(DECRYPT, Answered.give("a", "kms:*"), Answered.deny("d", "kms:*", VIA)))
        .containsExactly("kms:viaservice");
  }

  @Test
  void allKeysDecideThatMustAllMatch() {
    assertThat(on(DECRYPT, Answered.give("a", "kms:*", VIA, TLS)))
        .containsExactlyInAnyOrder("kms:viaservice", "aws:securetransport");
  }

  @Test
  void aKeyThatMakesNoDifferenceDoesNotDecide() {
    assertThat(on(DECRYPT, Answered.give("a", "kms:*", VIA), Answered.give("b", "kms:*", VIA, TLS)))
        .containsExactly("kms:viaservice");
  }

  @Test
  void whatTwoRequestsDifferInBesidesDoesNotDecide() {
    String key = Answered.give("a", "kms:*", VIA) + "," + Answered.give("b", "kms:*", VIA, TLS);
    Answered asked = Answered.of(Policies.set(Policies.key(key), Policies.identity(ALL)), DECRYPT);
    Space space = asked.model().space();
    Box allowed =
        asked.model().matched().stream()
            .filter(each -> Answered.sid(each.rule().statement()).equals("b"))
            .filter(each -> each.match() == Rule.Match.ACCOUNT)
            .findFirst()
            .orElseThrow()
            .strict()
            .get(0);
    Box denied = space.everything();
    space.limit(denied, new Term("kms:viaservice", Space.absent()), true);
    denied.limitToOutside(space.slot("aws:securetransport").dimension(), allowed);
    assertThat(new Differences(space, asked.wide()).between(allowed, denied))
        .containsExactly("kms:viaservice");
  }

  @Test
  void bothKeysOfAComparisonDecide() {
    String same = "'StringEquals':{'aws:PrincipalTag/team':'${kms:ViaService}'}";
    assertThat(on(DECRYPT, Answered.give("a", "kms:*", same)))
        .containsExactlyInAnyOrder("aws:principaltag/team", "kms:viaservice");
  }

  @Test
  void whereNoKeyDecidesActionPrincipalOrResourceDoes() {
    Question any = Answered.may("kms:*crypt");
    assertThat(on(any, Answered.give("a", "kms:Decrypt"))).containsExactly("action");
    Question keys =
        new Question(
            Who.of(Answered.USER), "kms:Decrypt", "*", RequestContext.OPEN, Question.Side.BOTH);
    String one =
        Answered.give("a", "kms:*").replace("'Resource':'*'", "'Resource':'" + Policies.KEY + "'");
    assertThat(on(keys, one)).containsExactly("resource");
    Question everybody =
        new Question(
            new Who.Everybody("aws", Policies.OTHER),
            "kms:Decrypt",
            Policies.KEY,
            RequestContext.OPEN,
            Question.Side.BOTH);
    String user =
        Answered.give("a", "kms:*").replace(Policies.OTHER, "arn:aws:iam::444455556666:user/u");
    assertThat(on(everybody, user)).containsExactly("principal");
    assertThat(on(everybody, user.replace("{}", "{" + VIA + "}")))
        .containsExactly("kms:viaservice");
  }

  @Test
  void aValueThatNoRequestOfTheActionHasDoesNotDecide() {
    String grant = "'Null':{'kms:GrantIsForAWSResource':'true'}";
    assertThat(on(Answered.may("kms:*crypt"), Answered.give("a", "kms:Decrypt", grant)))
        .containsExactly("action");
  }
}
