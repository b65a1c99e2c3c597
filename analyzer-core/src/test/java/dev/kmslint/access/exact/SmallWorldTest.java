package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Caller;
import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Evaluator;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.Request;
import dev.kmslint.access.RequestContext;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A world so small that every request can be looked at: two keys, of which one holds several
 * values, and short texts over three characters.
 */
class SmallWorldTest {
  private static final String ONE = "kms:ViaService";
  private static final String MANY = "kms:EncryptionContextKeys";
  private static final Caller USER =
      Objects.requireNonNull(Caller.parse("arn:aws:iam::111122223333:user/u", "aws"));
  private static final List<Glob> SHORT =
      List.of(
          Glob.literal(""),
          Glob.literal("a"),
          Glob.literal("b"),
          Glob.literal("ab"),
          Glob.literal("a:b"));

  @Property(tries = 100)
  void answersAreThoseOfAllRequestsTogether(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> statements = new ArrayList<>();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      statements.add(
          "{'Effect':'"
              + (random.nextInt(3) == 0 ? "Deny" : "Allow")
              + "','Principal':'*','Action':'kms:Decrypt','Resource':'*','Condition':{"
              + condition(random, ONE, "")
              + (random.nextBoolean()
                  ? ","
                      + condition(
                          random, MANY, random.nextBoolean() ? "ForAllValues:" : "ForAnyValue:")
                  : "")
              + "}}");
    }
    Policy key = Policies.key(statements.toArray(new String[0]));
    PolicySet policies = Policies.set(key);
    ContextValue open = new ContextValue.Open(true, SHORT);
    Question question =
        Question.of(USER, "kms:Decrypt", Policies.KEY)
            .with(RequestContext.OPEN.with(ONE, open).with(MANY, open));
    Answer answer = Engine.compile(Catalog.builtIn(), policies).answer(question);
    assertThat(answer.internalError()).isNull();
    assertThat(answer.outcome()).as(statements.toString()).isEqualTo(everyRequest(policies));
  }

  private static final String OTHER = "kms:RequestAlias";

  /** Every text of up to three characters; four would make the world nine times as large. */
  private static final List<Glob> TEXTS = texts(3);

  private static List<Glob> texts(int longest) {
    List<String> all = new ArrayList<>(List.of(""));
    int from = 0;
    for (int length = 1; length <= longest; length++) {
      int to = all.size();
      for (String start : all.subList(from, to).toArray(new String[0])) {
        for (String next : List.of("a", "b", ":")) {
          all.add(start + next);
        }
      }
      from = to;
    }
    return all.stream().map(Glob::literal).toList();
  }

  @Property(tries = 40)
  void twoKeysThatHoldAnyShortTexts(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> statements = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      String same =
          random.nextInt(3) == 0
              ? "'"
                  + (random.nextBoolean() ? "StringEquals" : "StringNotEquals")
                  + "':{'"
                  + ONE
                  + "':'${"
                  + OTHER
                  + "}'}"
              : condition(random, ONE, "");
      String other = condition(random, OTHER, "");
      boolean clash = same.substring(0, 12).equals(other.substring(0, 12));
      statements.add(
          "{'Effect':'"
              + (random.nextInt(3) == 0 ? "Deny" : "Allow")
              + "','Principal':'*','Action':'kms:Decrypt','Resource':'*','Condition':{"
              + same
              + (clash ? "" : "," + other)
              + "}}");
    }
    PolicySet policies = Policies.set(Policies.key(statements.toArray(new String[0])));
    ContextValue open = new ContextValue.Open(true, TEXTS);
    Question question =
        Question.of(USER, "kms:Decrypt", Policies.KEY)
            .with(RequestContext.OPEN.with(ONE, open).with(OTHER, open));
    Answer answer = Engine.compile(Catalog.builtIn(), policies).answer(question);
    assertThat(answer.internalError()).isNull();
    List<ContextValue> values = new ArrayList<>(List.of(ContextValue.ABSENT));
    TEXTS.forEach(text -> values.add(ContextValue.of(text.toString())));
    // Keys are not compared with each other where a question limits their values.
    if (answer.outcome() == Outcome.UNKNOWN && statements.toString().contains("${")) {
      return;
    }
    assertThat(answer.outcome())
        .as(answer.reason() + statements)
        .isEqualTo(everyRequest(policies, values, OTHER, values));
  }

  private static String condition(Random random, String key, String set) {
    String[] operators = {"StringEquals", "StringNotEquals", "StringLike", "StringNotLike"};
    StringBuilder values = new StringBuilder();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      values.append(values.length() == 0 ? "'" : ",'");
      for (int k = random.nextInt(4); k > 0; k--) {
        values.append("ab:*?*".charAt(random.nextInt(6)));
      }
      values.append('\'');
    }
    String ifExists = random.nextInt(4) == 0 ? "IfExists" : "";
    String operator = set + operators[random.nextInt(4)] + ifExists;
    return "'" + operator + "':{'" + key + "':[" + values + "]}";
  }

  private static Outcome everyRequest(PolicySet policies) {
    List<ContextValue> ones = new ArrayList<>(List.of(ContextValue.ABSENT));
    List<ContextValue> sets = new ArrayList<>(List.of(ContextValue.ABSENT, ContextValue.of()));
    for (Glob one : SHORT) {
      ones.add(ContextValue.of(one.toString()));
      sets.add(ContextValue.of(one.toString()));
      for (Glob two : SHORT) {
        sets.add(ContextValue.of(one.toString(), two.toString()));
        for (Glob three : SHORT) {
          if (two != one && three != two && three != one) {
            sets.add(ContextValue.of(one.toString(), two.toString(), three.toString()));
          }
        }
      }
    }
    return everyRequest(policies, ones, MANY, sets);
  }

  private static Outcome everyRequest(
      PolicySet policies, List<ContextValue> ones, String other, List<ContextValue> sets) {
    Evaluator judge = new Evaluator(Catalog.builtIn());
    boolean some = false;
    boolean all = true;
    for (ContextValue one : ones) {
      for (ContextValue set : sets) {
        RequestContext context = new RequestContext(java.util.Map.of(ONE, one, other, set), true);
        Request request = new Request(USER, "kms:Decrypt", Policies.KEY, context);
        boolean allowed = judge.decide(policies, request).outcome() == Outcome.ALWAYS;
        some |= allowed;
        all &= allowed;
      }
    }
    return all ? Outcome.ALWAYS : some ? Outcome.DEPENDS : Outcome.NEVER;
  }
}
