package dev.kmslint.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.PolicyReader;
import dev.kmslint.source.Node;
import dev.kmslint.testing.CaseFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the documented decisions, one request each. */
class DecisionCasesTest {
  private static final String KEY =
      "arn:aws:kms:us-west-2:111122223333:key/c989c1dd-a3f2-4a5d-8d96-e793d082ab26";

  @TestFactory
  Stream<DynamicTest> decisions() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(CaseFiles.orSkip("cases/reasoning.jsonl"))) {
      Node.ObjectNode test = (Node.ObjectNode) CaseFiles.json(line);
      if (text(test, "kind").equals("decision")) {
        tests.add(
            DynamicTest.dynamicTest(
                text(test, "id") + " " + text(test, "title"), () -> check(test)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(40);
    return tests.stream();
  }

  private static void check(Node.ObjectNode test) {
    Decision decision =
        new Evaluator(Catalog.builtIn())
            .decide(policies(test), request((Node.ObjectNode) get(test, "request")));
    Outcome expected = text(test, "expected").equals("ALLOW") ? Outcome.ALWAYS : Outcome.NEVER;
    if (text(test, "status").equals("uncertain")) {
      assertThat(decision.outcome()).isIn(expected, Outcome.DEPENDS, Outcome.UNKNOWN);
    } else {
      assertThat(decision.outcome()).isEqualTo(expected);
    }
  }

  private static PolicySet policies(Node.ObjectNode test) {
    Node.ObjectNode policies = (Node.ObjectNode) get(test, "policies");
    List<Policy> key = read(policies, "key", PolicyKind.KEY);
    List<Policy> boundary = read(policies, "boundary", PolicyKind.BOUNDARY);
    List<Policy> session = read(policies, "session", PolicyKind.SESSION);
    return new PolicySet(
        key.get(0),
        text(test, "account"),
        read(policies, "identity", PolicyKind.IDENTITY),
        boundary.isEmpty() ? null : boundary.get(0),
        session.isEmpty() ? null : session.get(0),
        read(policies, "scp", PolicyKind.SCP),
        read(policies, "rcp", PolicyKind.RCP));
  }

  private static List<Policy> read(Node.ObjectNode policies, String name, PolicyKind kind) {
    Node found = policies.get(name);
    List<Policy> read = new ArrayList<>();
    if (found instanceof Node.ArrayNode several) {
      several.elements().forEach(one -> read.add(PolicyReader.read(one, kind)));
    } else if (found != null) {
      read.add(PolicyReader.read(found, kind));
    }
    return read;
  }

  private static Request request(Node.ObjectNode request) {
    Caller caller = Caller.parse(text(request, "principal"), "aws");
    if (caller == null) {
      throw new AssertionError(text(request, "principal"));
    }
    if (request.get("roleArn") instanceof Node.StringNode role) {
      caller = caller.withRole(role.value());
    }
    Map<String, ContextValue> pins = new LinkedHashMap<>();
    for (Node.Member pin : ((Node.ObjectNode) get(request, "ctx")).members()) {
      List<String> values = new ArrayList<>();
      ((Node.ArrayNode) pin.value())
          .elements()
          .forEach(value -> values.add(((Node.StringNode) value).value()));
      pins.put(pin.name(), new ContextValue.Fixed(values));
    }
    String resource = request.get("resource") instanceof Node.StringNode arn ? arn.value() : KEY;
    return new Request(caller, text(request, "action"), resource, new RequestContext(pins, true));
  }

  private static Node get(Node.ObjectNode object, String name) {
    Node value = object.get(name);
    if (value == null) {
      throw new AssertionError(name);
    }
    return value;
  }

  private static String text(Node.ObjectNode object, String name) {
    return ((Node.StringNode) get(object, name)).value();
  }
}
