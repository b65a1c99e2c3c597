package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.Request;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.box.Layout;
import dev.kmslint.access.exact.search.Model;
import dev.kmslint.access.exact.search.Search;
import dev.kmslint.catalog.Catalog;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
  private static final Model MODEL =
      Asked.of(Policies.set(Policies.key()), Answered.may("kms:Decrypt")).model;

  private static final PolicySet KEY_ALONE =
      Policies.set(Policies.key(Answered.give("a", "kms:Decrypt")), Policies.identity());

  private static Judge judge(Question.Side side) {
    return new Judge(Catalog.builtIn(), side);
  }

  private static Request request(String action) {
    return new Request(Answered.USER, action, Policies.KEY, new RequestContext(Map.of(), true));
  }

  private static Search.Found found(String action) {
    return new Search.Found(Box.everything(new Layout(new int[] {1})), request(action));
  }

  @ParameterizedTest
  @CsvSource({"KEY, ALWAYS", "IDENTITY, NEVER", "BOTH, NEVER"})
  void decidesOnTheSideThatIsAsked(Question.Side side, Outcome outcome) {
    assertThat(judge(side).outcome(KEY_ALONE, request("kms:Decrypt"))).isEqualTo(outcome);
  }

  @Test
  void aRequestThatIsDecidedAsExpectedIsConfirmed() {
    Judge judge = judge(Question.Side.KEY);
    assertThat(judge.confirms(KEY_ALONE, found("kms:Decrypt"), Outcome.ALWAYS)).isTrue();
    assertThat(judge.confirms(KEY_ALONE, found("kms:Encrypt"), Outcome.NEVER)).isTrue();
    assertThat(judge.error(MODEL)).isNull();
  }

  @Test
  void aContradictionIsAnErrorThatNamesTheRequest() {
    Judge judge = judge(Question.Side.KEY);
    assertThat(judge.confirms(KEY_ALONE, found("kms:Encrypt"), Outcome.ALWAYS)).isFalse();
    assertThat(judge.error(MODEL))
        .isEqualTo(
            "the request user arn:aws:iam::444455556666:user/u kms:Encrypt on "
                + Policies.KEY
                + " was judged never and not always");
    assertThat(judge.confirms(KEY_ALONE, found("kms:Decrypt"), Outcome.ALWAYS)).isTrue();
    assertThat(judge.error(MODEL)).isNotNull();
  }

  @Test
  void whereNoRequestWasFoundNothingIsConfirmedAndNothingIsWrong() {
    Judge judge = judge(Question.Side.KEY);
    assertThat(judge.confirms(KEY_ALONE, null, Outcome.ALWAYS)).isFalse();
    assertThat(judge.error(MODEL)).isNull();
  }

  @Test
  void namesTheDoubtAboutARequest() {
    PolicySet none = Policies.set(null);
    assertThat(judge(Question.Side.BOTH).doubt(none, request("kms:Decrypt")))
        .isEqualTo("the key policy was not given");
    assertThat(judge(Question.Side.BOTH).doubt(KEY_ALONE, request("kms:Decrypt"))).isEmpty();
  }
}
