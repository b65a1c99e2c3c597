package dev.kmslint.access.exact;

import dev.kmslint.access.Question;
import dev.kmslint.access.Caller;
import dev.kmslint.access.PolicySet;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What answers over all requests cost: to make policies ready, and to ask them. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReasoningBenchmark {
  private static final Catalog CATALOG = Catalog.builtIn();
  private static final Caller OTHER =
      Objects.requireNonNull(Caller.parse("arn:aws:iam::444455556666:user/u", "aws"));

  /** The pair of policies that AWS's documentation leads to. */
  @State(Scope.Benchmark)
  public static class Pair {
    final Question question =
        Question.of(
            Caller.anyOf("aws", "444455556666"),
            "kms:CreateGrant",
            "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");
    private String keyPolicy = "";
    private String identityPolicy = "";
    PolicySet policies = Policies.set(null);
    Engine engine = Engine.compile(CATALOG, policies);

    /** Reads the sample. */
    @Setup
    public void load() throws IOException {
      Path sample = Path.of(System.getProperty("samples", "samples"), "aurora-snapshot-share");
      keyPolicy = Files.readString(sample.resolve("key-policy.json"));
      identityPolicy = Files.readString(sample.resolve("iam-policy.json"));
      policies = read();
      engine = Engine.compile(CATALOG, policies);
    }

    PolicySet read() {
      return Policies.set(
          Policies.read(keyPolicy, PolicyKind.KEY),
          Policies.read(identityPolicy, PolicyKind.IDENTITY));
    }
  }

  /** Random policies of 50 statements on each side, a new set for every call. */
  @State(Scope.Benchmark)
  public static class Random50 {
    private static final int SETS = 500;
    private final List<PolicySet> sets = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private int next;
    PolicySet policies = Policies.set(null);
    Question question = Question.of(OTHER, "kms:Decrypt", Policies.KEY);
    Engine engine = Engine.compile(CATALOG, policies);

    /** Makes the policies. */
    @Setup
    public void make() {
      for (int seed = 0; seed < SETS; seed++) {
        Scenarios scenarios = new Scenarios(seed, false);
        Policy key = scenarios.policy(PolicyKind.KEY, 50, 25);
        sets.add(Policies.set(key, scenarios.policy(PolicyKind.IDENTITY, 50, 25)));
        questions.add(scenarios.question());
      }
    }

    /** Takes the next ones; nothing is known of them yet. */
    @Setup(Level.Invocation)
    public void next() {
      policies = sets.get(next);
      question = questions.get(next);
      engine = Engine.compile(CATALOG, policies);
      next = (next + 1) % SETS;
    }
  }

  /** Texts and denies that are hard to take apart, asked for the first time. */
  @State(Scope.Benchmark)
  public static class Hard {
    private static final String ALLOW =
        "{'Effect':'Allow','Principal':'*','Action':'kms:Decrypt','Resource':'*'}";
    private static final int BYTES_OF_A_DENY = 190;

    /** Clauses for each variable. */
    private static final float HARDEST = 4.26f;

    private final Policy independent = Policies.key(ALLOW, contains());
    private final Policy arns = Policies.identity(arns());
    private final Policy clauses = Policies.key(clauses());

    Answer ask(Policy policy) {
      boolean key = policy.kind() == PolicyKind.KEY;
      PolicySet policies = key ? Policies.set(policy) : Policies.set(null, policy);
      Question question = Question.of(OTHER, "kms:Decrypt", Policies.KEY);
      return Engine.compile(CATALOG, policies)
          .answer(question.on(key ? Question.Side.KEY : Question.Side.IDENTITY));
    }

    /** Sixteen conditions, each on one character that a text holds. */
    private static String contains() {
      StringBuilder denies = new StringBuilder();
      for (char c = 'a'; c < 'a' + 16; c++) {
        denies.append(denies.length() == 0 ? "" : ",");
        denies.append("{'Effect':'Deny','Principal':'*','Action':'kms:Decrypt','Resource':'*',");
        denies.append("'Condition':{'StringNotLike':{'kms:ViaService':'*").append(c);
        denies.append("*'}}}");
      }
      return denies.toString();
    }

    private static String arns() {
      StringBuilder all = new StringBuilder();
      String[] forms = {
        "arn:aws:kms:*:111122223333:key/c%d*", "arn:aws:kms:us-*-2:1111*%d:key/*",
        "arn:aws:kms:eu-west-%d:*:key/*-96ef-*", "arn:aws:kms:us-west-2:111122223333:key/*%d82*"
      };
      for (int i = 0; i < 40; i++) {
        all.append(i == 0 ? "" : ",").append("{'Effect':'").append(i % 4 == 0 ? "Deny" : "Allow");
        all.append("','Action':'kms:*','Resource':'");
        all.append(String.format(forms[i % 4], i)).append("'}");
      }
      return all.toString();
    }

    /**
     * Random clauses of three in 30 KB of denies, as many for each variable as make them hardest. A
     * Deny hits where its clause fails: a tag is, or is not, {@code t}.
     */
    private static String clauses() {
      Random random = new Random(7);
      int denies = 30_000 / BYTES_OF_A_DENY;
      int variables = Math.round(denies / HARDEST);
      StringBuilder all = new StringBuilder(ALLOW);
      for (int i = 0; i < denies; i++) {
        List<String> tags = new ArrayList<>();
        for (int variable : random.ints(0, variables).distinct().limit(3).toArray()) {
          String operator = random.nextBoolean() ? "StringEquals" : "StringNotEquals";
          tags.add("'" + operator + "':{'aws:PrincipalTag/v" + variable + "':'t'}");
        }
        all.append(",{'Effect':'Deny','Principal':'*','Action':'kms:Decrypt','Resource':'*',");
        all.append("'Condition':{").append(merged(tags)).append("}}");
      }
      return all.toString();
    }

    /** One block for each operator. */
    private static String merged(List<String> tags) {
      StringBuilder all = new StringBuilder();
      for (String operator : List.of("StringEquals", "StringNotEquals")) {
        StringBuilder block = new StringBuilder();
        for (String tag : tags) {
          if (tag.startsWith("'" + operator + "'")) {
            block.append(block.length() == 0 ? "" : ",");
            block.append(tag, tag.indexOf('{') + 1, tag.length() - 1);
          }
        }
        if (block.length() > 0) {
          all.append(all.length() == 0 ? "" : ",");
          all.append('\'').append(operator).append("':{").append(block).append('}');
        }
      }
      return all.toString();
    }
  }

  /** Reads the documented pair from its text: what the others are compared with. */
  @Benchmark
  public PolicySet pairRead(Pair pair) {
    return pair.read();
  }

  /** Makes the documented pair ready. */
  @Benchmark
  public Engine pairCompile(Pair pair) {
    return Engine.compile(CATALOG, pair.policies);
  }

  /** Asks the documented pair. */
  @Benchmark
  public Answer pairQuestion(Pair pair) {
    return pair.engine.answer(pair.question);
  }

  /** Makes 50 statements on each side ready. */
  @Benchmark
  public Engine fiftyCompile(Random50 random) {
    return Engine.compile(CATALOG, random.policies);
  }

  /** The first question to 50 statements on each side. */
  @Benchmark
  public Answer fiftyQuestion(Random50 random) {
    return random.engine.answer(random.question);
  }

  /** Sixteen independent patterns on one key. */
  @Benchmark
  public Answer contains16(Hard hard) {
    return hard.ask(hard.independent);
  }

  /** Forty patterns as people write them. */
  @Benchmark
  public Answer arns40(Hard hard) {
    return hard.ask(hard.arns);
  }

  /** 30 KB of denies that are clauses of three. */
  @Benchmark
  public Answer clauses30k(Hard hard) {
    return hard.ask(hard.clauses);
  }
}
