package dev.kmslint.access.exact.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.exact.atom.Relation;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextValuesTest {
  /** Of a question that knows some keys: the others are open. */
  private static final Keys KEYS =
      new Keys() {
        private final Map<String, ContextValue> values =
            Map.of(
                "k:star", ContextValue.of("a*"),
                "k:two", ContextValue.of("a", "b"),
                "k:absent", ContextValue.ABSENT);

        @Override
        public @Nullable ContextValue pinned(String key) {
          return values.get(key);
        }

        @Override
        public ContextValue value(String key) {
          return values.getOrDefault(key, ContextValue.ANYTHING);
        }

        @Override
        public boolean areComparable(String one, String other) {
          return false;
        }

        @Override
        public void relate(Relation relation) {}
      };

  private static TextValues of(String operator, String... values) {
    ConditionOperator parsed = Objects.requireNonNull(ConditionOperator.parse(operator));
    TextValues all = new TextValues(parsed, true, KEYS);
    for (String value : values) {
      all.add(value);
    }
    return all;
  }

  private static String answer(TextValues values, String text) {
    boolean sure = values.strict().matches(text);
    boolean maybe = values.wide().matches(text);
    return sure && maybe ? "yes" : sure ? "impossible" : maybe ? "maybe" : "no";
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "StringEquals, a*, a*, yes",
        "StringEquals, a*, ab, no",
        "StringEquals, Ab, aB, no",
        "StringNotEquals, a*, a*, yes",
        "StringEqualsIgnoreCase, Ab, aB, yes",
        "StringNotEqualsIgnoreCase, Ab, aB, yes",
        "StringLike, a*, ab, yes",
        "StringNotLike, ?b, ab, yes",
        "StringLike, a${*}, a*, yes",
        "StringLike, a${*}, ab, no",
        "Bool, true, true, yes",
        "Bool, true, TRUE, maybe",
        "Bool, ${k:star}, a*, no",
        "ArnLike, arn:*:iam::1:role/*, arn:aws:iam::1:role/a:b, yes",
        "ArnEquals, arn:*:iam::1:role/a, arn:aws:x:iam::1:role/a, no",
        "ArnLike, *, arn:aws:iam::1:root, maybe",
        "ArnLike, role/*, role/a, no"
      })
  void aValueIsReadAsItsOperatorReadsIt(String operator, String value, String text, String holds) {
    assertThat(answer(of(operator, value), text)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "${k:star}, a*, yes",
        "${k:star}, ab, no",
        "${K:Star}?, a*x, yes",
        "${k:star}${k:open}, a*bc, maybe",
        "x${k:open}, xy, maybe",
        "x${k:open}, y, no",
        "x${k:two}, xa, no",
        "x${k:absent}, x, no",
        "\"x${k:absent, 'd'}\", xd, yes",
        "\"x${k:open, 'd'}\", xy, maybe",
        "\"x${k:two, 'd'}\", xd, yes",
        "${k:open, a, maybe",
        "${}, a, maybe"
      })
  void aVariableStandsForWhatRequestsHold(String value, String text, String holds) {
    assertThat(answer(of("StringLike", value), text)).isEqualTo(holds);
  }

  @Test
  void withoutAVersionAVariableIsText() {
    ConditionOperator like = Objects.requireNonNull(ConditionOperator.parse("StringLike"));
    TextValues values = new TextValues(like, false, KEYS);
    values.add("${k:star}");
    assertThat(answer(values, "${k:star}")).isEqualTo("yes");
    assertThat(answer(values, "a*")).isEqualTo("no");
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals, ${k:open}, true",
    "StringNotLike, ${k:open}, true",
    "StringEquals, x${k:open}, false",
    "StringEquals, ${k:star}, false",
    "StringEquals, ${k:absent}, false",
    "StringEqualsIgnoreCase, ${k:open}, false",
    "StringNotEqualsIgnoreCase, ${k:open}, false",
    "ForAnyValue:StringEquals, ${k:open}, false"
  })
  void anOpenVariableThatStandsAloneIsLeftToBeCompared(
      String operator, String value, boolean left) {
    TextValues values = of(operator, value);
    assertThat(values.variables()).hasSize(left ? 1 : 0);
    if (left) {
      assertThat(values.variables().get(0).key()).isEqualTo("k:open");
      assertThat(answer(values, "a")).isEqualTo("no");
    }
  }

  @Test
  void anArnIsNeverComparedWithAVariable() {
    TextValues values = of("ArnEquals", "${k:open}");
    assertThat(values.variables()).isEmpty();
    assertThat(answer(values, "arn:aws:iam::1:root")).isEqualTo("maybe");
  }

  @Test
  void theTwoSetsAreOneWhereNothingMoreIsPossible() {
    TextValues certain = of("StringEquals", "a", "b");
    assertThat(certain.wide()).isSameAs(certain.strict()).isSameAs(certain.strict());
    TextValues covered = of("StringLike", "x*", "x${k:open}");
    assertThat(covered.wide()).as("an open variable reaches no further").isSameAs(covered.strict());
    assertThat(of("StringLike", "x${k:open}", "x${k:open}").wide().patterns()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"k:star, a*, false", "k:two, '', true", "k:absent, '', true", "k:open, '', false"})
  void aVariableWithoutAValueInAnyRequestIsUnresolved(String key, String value, boolean never) {
    Template.Variable variable =
        new Template.Variable(key.toUpperCase(java.util.Locale.ROOT), null, 0);
    assertThat(TextValues.value(variable, KEYS)).isEqualTo(value.isEmpty() ? null : value);
    assertThat(TextValues.isUnresolved(variable, KEYS)).isEqualTo(never);
    Template.Variable with = new Template.Variable(key, "d", 0);
    assertThat(TextValues.isUnresolved(with, KEYS)).as("it has a default").isFalse();
  }

  private static List<String> texts(int length) {
    List<String> all = new ArrayList<>(List.of(""));
    for (int from = 0; all.get(from).length() < length; from++) {
      for (String c : new String[] {"a", "b", "*"}) {
        all.add(all.get(from) + c);
      }
    }
    return all;
  }

  @RepeatedTest(100)
  void aTextMayMatchWhereItDoesForSomeValueOfTheVariable(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String[] pieces = {"a", "b", "*", "?", "${*}", "${k:star}"};
    List<String> value = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      value.add(pieces[random.nextInt(pieces.length)]);
    }
    boolean open = random.nextBoolean();
    if (open) {
      value.add(random.nextInt(value.size() + 1), "${k:open}");
    }
    TextValues values = of("StringLike", String.join("", value));
    List<Pattern> readings = new ArrayList<>();
    for (String held : open ? texts(4) : List.of("")) {
      StringBuilder regex = new StringBuilder();
      for (String piece : value) {
        regex.append(
            switch (piece) {
              case "*" -> ".*";
              case "?" -> ".";
              case "${*}" -> "\\*";
              case "${k:star}" -> "a\\*";
              case "${k:open}" -> Pattern.quote(held);
              default -> piece;
            });
      }
      readings.add(Pattern.compile(regex.toString()));
    }
    for (String text : texts(4)) {
      boolean some = readings.stream().anyMatch(each -> each.matcher(text).matches());
      assertThat(values.wide().matches(text)).as("%s %s", value, text).isEqualTo(some);
      assertThat(values.strict().matches(text)).as("%s %s", value, text).isEqualTo(some && !open);
    }
  }
}
