package dev.kmslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.PolicyReader;
import dev.kmslint.rules.policy.RedundantStatement;
import dev.kmslint.source.Document;
import dev.kmslint.source.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueOverlapTest {
  private static Policy policy(String... conditions) {
    StringBuilder statements = new StringBuilder();
    for (String condition : conditions) {
      statements.append(statements.length() == 0 ? "" : ",");
      statements
          .append("{'Effect':'Allow','Principal':{'AWS':'111122223333'},'Action':'kms:Decrypt',")
          .append("'Resource':'*','Condition':{")
          .append(condition)
          .append("}}");
    }
    String text = "{'Version':'2012-10-17','Statement':[" + statements + "]}";
    byte[] json = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Document document = JsonReader.read("policy.json", json);
    if (document.root() == null) {
      throw new IllegalArgumentException(text);
    }
    return PolicyReader.read(document.root(), PolicyKind.KEY);
  }

  /** Whether the second statement can be covered by the first. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'StringEquals':{'k':'a'} | 'StringEquals':{'k':'a'} | true",
        "'StringEquals':{'k':'a'} | 'StringEquals':{'k':'b'} | false",
        "'StringEquals':{'k':'a'} | 'StringEquals':{'k':['a','b']} | false",
        "'StringEquals':{'k':'a'} | 'StringEquals':{'K':'a'} | true",
        "'StringLike':{'k':'a*'} | 'StringEquals':{'k':'ab'} | true",
        "'StringEquals':{'k':'a*'} | 'StringEquals':{'k':'ab'} | false",
        "'StringLike':{'k':'a*'} | 'StringLike':{'k':'*b'} | true",
        "'StringLike':{'k':'a*'} | 'StringLike':{'k':'b*'} | false",
        "'StringEqualsIfExists':{'k':'a'} | 'StringEquals':{'k':'b'} | true",
        "'StringNotEquals':{'k':'b'} | 'StringEquals':{'k':'b'} | true",
        "'ForAnyValue:StringEquals':{'k':'a'} | 'StringEquals':{'k':'b'} | true",
        "'StringEquals':{'k':'${aws:username}'} | 'StringEquals':{'k':'b'} | true",
        "'StringEquals':{'j':'a'} | 'StringEquals':{'k':'b'} | true",
        "'StringEquals':{'k':'a'} | 'StringEquals':{'k':'b'},'StringLike':{'k':'c'} | true",
        "'StringEquals':{'aws:PrincipalAccount':'a'} | 'StringEquals':{'aws:PrincipalAccount':'b'} | true",
        "'StringEquals':{'aws:PrincipalTag/t':'a'} | 'StringEquals':{'aws:PrincipalTag/t':'b'} | false",
      })
  void rulesOutWhatIsCertain(String first, String second, boolean may) {
    Policy policy = policy(first, second);
    assertThat(
            ValueOverlap.mayCover(List.of(policy.statements().get(0)), policy.statements().get(1)))
        .isEqualTo(may);
  }

  /** Asking the engine about each of them would spend what may be spent before the first two. */
  @Test
  void manyStatementsThatDifferInAValueCostLittle() {
    String[] conditions = new String[300];
    for (int i = 0; i < conditions.length; i++) {
      conditions[i] = "'StringEquals':{'kms:EncryptionContext:t':'v" + i + "'}";
    }
    conditions[0] = conditions[1];
    Policy policy = policy(conditions);
    assertThat(
            new RedundantStatement()
                .check(Facts.ofWords("kind=key owner=111122223333").context(policy)))
        .hasSize(1);
  }
}
