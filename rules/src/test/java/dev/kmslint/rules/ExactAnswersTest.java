package dev.kmslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Caller;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Truth;
import dev.kmslint.access.Who;
import dev.kmslint.access.exact.Answer;
import dev.kmslint.access.exact.KeyAccess;
import dev.kmslint.access.exact.StatementAnalysis;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.PolicyReader;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.Document;
import dev.kmslint.source.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The questions of rules about real policies have answers, and AWS's example has the known ones.
 */
class ExactAnswersTest {
  private static final Path SHARED = Path.of("../../shared");
  private static final String OWNER = "111122223333";
  private static final int MOST_STATEMENTS = 25;
  private static final Pattern RULE = Pattern.compile("\\[([a-z]+/[a-z-]+)\\]$", Pattern.MULTILINE);

  @Test
  void whoCanUseItAndWhoIsLockedOutIsKnownForRealKeyPolicies() throws IOException {
    Path archive = existing(SHARED.resolve("corpus/kms.tgz"));
    List<String> unknown = new ArrayList<>();
    int asked = 0;
    for (Map.Entry<String, byte[]> file : TarGz.files(archive).entrySet()) {
      Document document = JsonReader.read(file.getKey(), file.getValue());
      if (!file.getKey().startsWith("keypolic") || document.root() == null) {
        continue;
      }
      Policy policy = PolicyReader.read(document.root(), PolicyKind.KEY);
      boolean whole = file.getKey().startsWith("keypolicies/");
      List<Answer> answers = answers(policy, whole);
      for (Answer answer : answers) {
        asked++;
        assertThat(answer.internalError()).as(file.getKey()).isNull();
        if (answer.outcome() == Outcome.UNKNOWN && isReadable(policy)) {
          unknown.add(file.getKey() + ": " + answer.reason());
        }
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(asked).isGreaterThan(300);
  }

  /** Who can use the key, is it public, and is somebody locked out. */
  private static List<Answer> answers(Policy policy, boolean whole) {
    PolicyContext context = Facts.ofWords("owner=" + OWNER).context(policy);
    KeyAccess access = new KeyAccess(context.catalog(), policy, OWNER, "aws");
    List<Answer> answers = new ArrayList<>();
    Who outside = Who.outside("aws", Set.of(OWNER));
    Who inside = new Who.Everybody("aws", OWNER);
    answers.add(context.exact().answer(Asking.about(context, outside, "kms:*")));
    answers.add(context.exact().answer(Asking.about(context, inside, "kms:PutKeyPolicy")));
    answers.add(access.policyChange());
    answers.add(access.outside(access.namedAccounts(), "kms:*"));
    answers.add(access.ask(Who.anyone("aws"), "kms:*", RequestContext.OPEN));
    for (Statement statement : policy.statements()) {
      for (Principal named : Parts.principals(statement)) {
        Caller caller = Caller.parse(named.value(), "aws");
        if (caller != null && caller.kind() != Caller.Kind.FEDERATED_USER) {
          answers.add(access.ask(Who.of(caller), "kms:*", RequestContext.OPEN));
        }
      }
    }
    for (String account : whole ? access.namedAccounts() : Set.<String>of()) {
      answers.add(access.ofAccount(account, "kms:*"));
    }
    return answers;
  }

  @Test
  void whoCanUseTheKeysOfTheSamplesIsKnown() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of("../samples"))) {
      files =
          all.filter(path -> path.toString().endsWith("key-policy.json"))
              .filter(path -> !path.toString().contains("target"))
              .toList();
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(3);
    for (Path file : files) {
      Document document = JsonReader.read(file.toString(), Files.readAllBytes(file));
      Policy policy = PolicyReader.read(Objects.requireNonNull(document.root()), PolicyKind.KEY);
      for (Answer answer : answers(policy, true)) {
        assertThat(answer.outcome()).as(file + ": " + answer).isNotEqualTo(Outcome.UNKNOWN);
        assertThat(answer.internalError()).as(file.toString()).isNull();
      }
    }
  }

  @Test
  void aQuickLookRulesOutNoRedundantStatementOfAws() throws IOException {
    Path archive = existing(SHARED.resolve("corpus/aws-managed-policies.tgz"));
    int covered = 0;
    for (Map.Entry<String, byte[]> file : TarGz.files(archive).entrySet()) {
      Document document = JsonReader.read(file.getKey(), file.getValue());
      if (document.root() == null) {
        continue;
      }
      Policy policy = PolicyReader.read(document.root(), PolicyKind.IDENTITY);
      if (policy.statements().size() > MOST_STATEMENTS) {
        continue;
      }
      PolicyContext context = Facts.ofWords("kind=identity").context(policy);
      for (Statement statement : policy.statements()) {
        List<Statement> others = new ArrayList<>(policy.statements());
        others.removeIf(other -> other == statement || other.effect() != statement.effect());
        List<Statement> meeting =
            ValueOverlap.mayCover(others, statement)
                ? Overlap.covering(others, statement, true)
                : List.of();
        StatementAnalysis analysis = Redundancy.analysis(context, statement, meeting);
        StatementAnalysis whole = Redundancy.analysis(context, statement, others);
        boolean certain = !analysis.covering(statement, Set.of()).isEmpty();
        covered += certain ? 1 : 0;
        assertThat(certain)
            .as(file.getKey() + " " + statement.title())
            .isEqualTo(whole.redundant(statement, Set.of()).covered() == Truth.YES);
      }
    }
    assertThat(covered).isGreaterThan(5);
  }

  private static boolean isReadable(Policy policy) {
    for (Statement statement : policy.statements()) {
      if (statement.unreadable()) {
        return false;
      }
    }
    return true;
  }

  @Test
  void awsExampleOfASharingHasItsThreeFindings() throws IOException {
    Path seed = existing(SHARED.resolve("cases/seed"));
    assertThat(
            rules(
                seed.resolve("key-policy.json"),
                "kind=key owner=" + OWNER + " trusted-accounts=444455556666"))
        .containsExactly("kms/grant-condition-bypassed", "kms/lockout");
    assertThat(rules(seed.resolve("iam-policy.json"), "kind=identity"))
        .containsExactly("iam/grant-condition-bypassed");
  }

  private static Set<String> rules(Path file, String facts) throws IOException {
    String said =
        RuleRun.compact(
            BuiltInRules.all(),
            file.getFileName().toString(),
            Files.readAllBytes(file),
            Facts.ofWords(facts));
    Set<String> rules = new TreeSet<>();
    Matcher matcher = RULE.matcher(said);
    while (matcher.find()) {
      rules.add(matcher.group(1));
    }
    return rules;
  }

  private static Path existing(Path path) {
    Assumptions.assumeTrue(Files.exists(path), "nothing at " + path);
    return path;
  }
}
