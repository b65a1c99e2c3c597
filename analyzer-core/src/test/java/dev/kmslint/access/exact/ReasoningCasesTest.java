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
import dev.kmslint.access.Who;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.PolicyReader;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Access questions with documented answers: the shared ones, where they are at hand, and those that
 * were written for what is easily taken wrongly.
 */
class ReasoningCasesTest {
  private static final String KEY = Policies.KEY;

  @TestFactory
  Stream<DynamicTest> everyCase() throws IOException {
    Path file = Path.of("../../shared/cases/reasoning.jsonl");
    Assumptions.assumeTrue(
        Files.exists(file), "the reasoning cases are not beside this repository");
    return tests(file);
  }

  @TestFactory
  Stream<DynamicTest> everyHardCase() throws IOException {
    return tests(Path.of("src/test/resources/reasoning/hard.jsonl"));
  }

  private static Stream<DynamicTest> tests(Path file) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      Node.ObjectNode one = (Node.ObjectNode) Policies.json(line);
      tests.add(
          DynamicTest.dynamicTest(text(one, "id") + " " + text(one, "title"), () -> check(one)));
    }
    return tests.stream();
  }

  private static void check(Node.ObjectNode one) {
    String expected = text(one, "expected");
    String found =
        text(one, "kind").equals("decision")
            ? decision(one)
            : question(one, object(one, "question"));
    if (text(one, "status").equals("uncertain")) {
      assertThat(found).isIn((Object[]) (expected + "-or-UNKNOWN").split("-or-"));
    } else {
      assertThat(found).isEqualTo(expected);
    }
  }

  private static String decision(Node.ObjectNode one) {
    Node.ObjectNode request = object(one, "request");
    Question question =
        Question.of(caller(request), text(request, "action"), text(request, "resource"))
            .with(new RequestContext(context(request).pins(), true));
    Answer answer = Engine.compile(Catalog.builtIn(), policies(one)).answer(question);
    assertThat(answer.internalError()).isNull();
    Request same =
        new Request(
            caller(request),
            text(request, "action"),
            text(request, "resource"),
            question.context());
    Outcome judged = new Evaluator(Catalog.builtIn()).decide(policies(one), same).outcome();
    assertThat(word(judged)).as("the evaluator").isEqualTo(word(answer.outcome()));
    return word(answer.outcome());
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case ALWAYS -> "ALLOW";
      case NEVER -> "DENY";
      case DEPENDS, UNKNOWN -> "UNKNOWN";
    };
  }

  private static String question(Node.ObjectNode one, Node.ObjectNode question) {
    switch (text(question, "type")) {
      case "exists":
        {
          Question asked =
              Question.of(caller(question), text(question, "action"), KEY).with(context(question));
          Answer answer = Engine.compile(Catalog.builtIn(), policies(one)).answer(asked);
          assertThat(answer.internalError()).isNull();
          return answer.allowed() != null
              ? "SAT"
              : answer.outcome() == Outcome.NEVER ? "UNSAT" : "UNKNOWN";
        }
      case "requires":
        {
          Question asked = Question.of(caller(question), text(question, "action"), KEY);
          Answer answer =
              Engine.compile(Catalog.builtIn(), policies(one))
                  .answerWithout(asked, text(question, "key"), text(question, "value"));
          assertThat(answer.internalError()).isNull();
          return answer.outcome() == Outcome.NEVER ? "PROVEN" : "NOT_PROVEN";
        }
      case "externalAccess":
        {
          Set<String> trusted = new HashSet<>();
          for (Node account : ((Node.ArrayNode) get(question, "trusted")).elements()) {
            trusted.add(((Node.StringNode) account).value());
          }
          Who who = new Who.Anyone("aws", true, trusted);
          Answer answer =
              Engine.ofKeyPolicy(Catalog.builtIn(), only(one, "key"), text(one, "account"))
                  .answer(new Question(who, "kms:*", KEY, RequestContext.OPEN, Question.Side.BOTH));
          assertThat(answer.internalError()).isNull();
          return answer.allowed() != null
              ? "WITNESS"
              : answer.outcome() == Outcome.NEVER ? "NO_WITNESS" : "UNKNOWN";
        }
      case "noNewAccess":
        {
          Change change =
              Changes.ofKeyPolicy(
                  Catalog.builtIn(), only(one, "v1"), only(one, "v2"), text(one, "account"), "aws");
          assertThat(change.internalError()).isNull();
          return switch (change.newAccess()) {
            case YES -> "NEW_ACCESS";
            case NO -> "NO_NEW_ACCESS";
            case MAYBE -> "UNKNOWN";
          };
        }
      default:
        return ofStatement(one, question);
    }
  }

  private static String ofStatement(Node.ObjectNode one, Node.ObjectNode question) {
    Policy policy = only(one, "key");
    StatementAnalysis analysis =
        new StatementAnalysis(Catalog.builtIn(), policy, text(one, "account"), "aws");
    String number = ((Node.NumberNode) get(question, "stmt")).text();
    Statement statement = policy.statements().get(Integer.parseInt(number));
    String type = text(question, "type");
    Coverage coverage;
    switch (type) {
      case "redundantStatement":
        coverage = analysis.redundant(statement, Set.of());
        break;
      case "redundantElement":
        Actions actions = Objects.requireNonNull(statement.actions());
        Actions.Entry entry = actions.entryFor(text(question, "action"));
        coverage = analysis.redundantAction(statement, Objects.requireNonNull(entry));
        break;
      case "shadowed":
        coverage = analysis.shadowed(statement);
        break;
      default:
        throw new IllegalArgumentException(type);
    }
    String word = type.equals("shadowed") ? "SHADOWED" : "REDUNDANT";
    return switch (coverage.covered()) {
      case YES -> word;
      case NO -> "NOT_" + word;
      case MAYBE -> "UNKNOWN";
    };
  }

  private static Policy only(Node.ObjectNode one, String name) {
    return Objects.requireNonNull(policy(object(one, "policies"), name, PolicyKind.KEY));
  }

  private static Node get(Node.ObjectNode one, String name) {
    return Objects.requireNonNull(one.get(name), name);
  }

  private static Caller caller(Node.ObjectNode request) {
    String principal = text(request, "principal");
    if (principal.endsWith(":root")) {
      return Caller.rootUserOf("aws", principal.split(":", -1)[4]);
    }
    Caller caller = Caller.parse(principal, "aws");
    if (caller == null) {
      throw new IllegalArgumentException(principal);
    }
    return request.get("roleArn") instanceof Node.StringNode role
        ? caller.withRole(role.value())
        : caller;
  }

  private static RequestContext context(Node.ObjectNode request) {
    RequestContext context = RequestContext.OPEN;
    if (request.get("ctx") instanceof Node.ObjectNode keys) {
      for (Node.Member key : keys.members()) {
        List<String> values = new ArrayList<>();
        for (Node value : ((Node.ArrayNode) key.value()).elements()) {
          values.add(((Node.StringNode) value).value());
        }
        context = context.with(key.name(), new ContextValue.Fixed(values));
      }
    }
    if (request.get("absent") instanceof Node.ArrayNode keys) {
      for (Node key : keys.elements()) {
        context = context.with(((Node.StringNode) key).value(), ContextValue.ABSENT);
      }
    }
    return context;
  }

  private static PolicySet policies(Node.ObjectNode one) {
    Node.ObjectNode all = object(one, "policies");
    return new PolicySet(
        policy(all, "key", PolicyKind.KEY),
        text(one, "account"),
        all(all, "identity", PolicyKind.IDENTITY),
        policy(all, "boundary", PolicyKind.BOUNDARY),
        policy(all, "session", PolicyKind.SESSION),
        all(all, "scp", PolicyKind.SCP),
        all(all, "rcp", PolicyKind.RCP));
  }

  private static List<Policy> all(Node.ObjectNode all, String name, PolicyKind kind) {
    List<Policy> read = new ArrayList<>();
    if (all.get(name) instanceof Node.ArrayNode several) {
      several.elements().forEach(one -> read.add(PolicyReader.read(one, kind)));
      return read;
    }
    Policy one = policy(all, name, kind);
    return one == null ? List.of() : List.of(one);
  }

  private static @Nullable Policy policy(Node.ObjectNode all, String name, PolicyKind kind) {
    Node node = all.get(name);
    return node == null ? null : PolicyReader.read(node, kind);
  }

  private static Node.ObjectNode object(Node.ObjectNode one, String name) {
    return (Node.ObjectNode) Objects.requireNonNull(one.get(name), name);
  }

  private static String text(Node.ObjectNode one, String name) {
    return ((Node.StringNode) Objects.requireNonNull(one.get(name), name)).value();
  }
}
