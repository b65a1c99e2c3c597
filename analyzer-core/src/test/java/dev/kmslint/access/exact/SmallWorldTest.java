package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Caller;
import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Evaluator;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
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
    Evaluator judge = new Evaluator(Catalog.builtIn());
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
    boolean some = false;
    boolean all = true;
    for (ContextValue one : ones) {
      for (ContextValue set : sets) {
        RequestContext context = new RequestContext(java.util.Map.of(ONE, one, MANY, set), true);
        Request request = new Request(USER, "kms:Decrypt", Policies.KEY, context);
        boolean allowed = judge.decide(policies, request).outcome() == Outcome.ALWAYS;
        some |= allowed;
        all &= allowed;
      }
    }
    return all ? Outcome.ALWAYS : some ? Outcome.DEPENDS : Outcome.NEVER;
  }
}
