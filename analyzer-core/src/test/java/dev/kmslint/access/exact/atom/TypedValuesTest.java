package dev.kmslint.access.exact.atom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.exact.Policies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedValuesTest {
  /** The values of a condition; a bar stands between them. */
  private static TypedValues values(String operator, String values) {
    String list = "['" + values.replace("|", "','") + "']";
    var condition =
        Policies.identity(
                "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'%s':{'a:b':%s}}}"
                    .formatted(operator, list))
            .statements()
            .get(0)
            .conditions()
            .get(0);
    var base = condition.operator();
    assertThat(base).isNotNull();
    return TypedValues.of(base.base(), condition.values());
  }

  @ParameterizedTest
  @CsvSource({
    "NumericEquals, 1.5|3, 0 2, 1.5 3",
    "NumericNotEquals, 1|3, 0 2, 1 3",
    "NumericLessThan, 1|3, 3 4, 0 2",
    "NumericLessThanEquals, 1, 2, 0 1",
    "NumericGreaterThan, 1, 0 1, 2",
    "NumericGreaterThanEquals, 1, 0, 1 2",
    "DateEquals, 1970-01-02, 86399, 86400 1970-01-02T00:00:00Z",
    "DateNotEquals, 1970-01-02, 86399, 86400",
    "DateLessThan, 1970-01-02, 86400, 86399 3000",
    "DateLessThanEquals, 1970-01-02, 86401, 86400",
    "DateGreaterThan, 1970-01-02, 86400, 86401",
    "DateGreaterThanEquals, 1970-01-02, 86399, 86400",
    "IpAddress, 10.0.0.0/8|::1, 11.0.0.1 ::2, 10.1.2.3 ::1",
    "NotIpAddress, 10.0.0.0/8, 11.0.0.1, 10.1.2.3",
    "BinaryEquals, AQ==, Ag==, AQ AQ==",
  })
  void theListIsReadAsTheOperatorComparesAndNeverNegated(
      String operator, String policy, String others, String matching) {
    TypedValues values = values(operator, policy);
    assertThat(values.unreadable()).isFalse();
    assertThat(matching.split(" ")).allMatch(values.test()::matches);
    assertThat(others.split(" ")).noneMatch(values.test()::matches);
  }

  @ParameterizedTest
  @CsvSource({
    "NumericEquals, one, 1, 2",
    "DateEquals, 1970, 1970-01-02, 1970-01-01",
    "DateLessThanEquals, soon, 1970-01-02, 1970-01-03",
    "IpAddress, 10.0.0, 10.0.0.1, 10.0.0.2",
    "BinaryEquals, =, AQ==, Ag==",
  })
  void aValueThatCannotBeReadIsLeftOutAndTold(
      String operator, String unreadable, String readable, String other) {
    TypedValues values = values(operator, unreadable + "|" + readable);
    assertThat(values.unreadable()).isTrue();
    assertThat(values.test().matches(readable)).isTrue();
    assertThat(values.test().matches(other)).isFalse();
  }
}
