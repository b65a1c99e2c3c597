package dev.kmslint.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import dev.kmslint.share.Scenario;
import dev.kmslint.share.Scenarios;
import dev.kmslint.source.Document;
import dev.kmslint.source.Node;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** The reader and the schema say the same about the structure of a configuration. */
class SchemaCheckTest {
  private static final List<String> SCALARS =
      List.of(
          "7",
          "true",
          "null",
          "''",
          "'x'",
          "'444455556666'",
          "444455556666",
          "off",
          "error",
          "never",
          "o-abc",
          "/Statement/1",
          "'2027-06-30'",
          "30.6.",
          "[]",
          "[ '' ]",
          "[ x ]",
          "[ 7 ]",
          "{}",
          "{ a: b }",
          "{ a: [ 7 ] }",
          "{ a: [ true ] }",
          "rds-snapshot-copy");
  private static final List<String> NAMES =
      List.of("name", "to", "rules", "x", "reason", "at", "sid", "shares", "facts", "key");

  private static Document document(String text) {
    return YamlReader.read(new SourceFile(".kmslint.yml", text));
  }

  private static List<Error> errors(Document document) {
    return SchemaCheck.errors(requireNonNull(document.root()));
  }

  private static boolean isMisshapenForReader(Document document) {
    for (ConfigFault fault :
        ConfigReader.read(document, TestRules.of("kms/external-access", "kms/lockout")).faults()) {
      if (fault.shape()) {
        return true;
      }
    }
    return false;
  }

  @Test
  void theFullConfigurationIsWellShapedForBoth() {
    Document full = document(ConfigReaderTest.FULL);
    assertThat(errors(full)).isEmpty();
    assertThat(isMisshapenForReader(full)).isFalse();
  }

  @Test
  void theSchemaKnowsEveryScenario() {
    for (Scenario scenario : Scenarios.all()) {
      String text = "shares: [ { to: a, scenario: " + scenario.name() + " } ]";
      assertThat(errors(document(text))).isEmpty();
    }
  }

  @Test
  void whatOnlyTheSchemaSeesIsAddedWithItsPlace() {
    Document document = document("facts: { a: 1 }\nexclude: [ 7 ]\n");
    Node.ObjectNode root = (Node.ObjectNode) requireNonNull(document.root());
    ConfigFault known =
        new ConfigFault(requireNonNull(root.get("facts")).location(), "known", true);
    List<ConfigFault> all = SchemaCheck.explain(root, List.of(known));
    assertThat(all).hasSize(2);
    assertThat(all.get(0)).isEqualTo(known);
    assertThat(all.get(1).location().region().start()).hasToString("2:12");
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void bothSayTheSameOfMutatedDocuments(@ForAll long seed) {
    Random random = new Random(seed);
    Node root = requireNonNull(document(ConfigReaderTest.FULL).root());
    int[] target = new int[1 + random.nextInt(2)];
    int size = size(root);
    for (int i = 0; i < target.length; i++) {
      target[i] = random.nextInt(size);
    }
    String text = mutated(root, new Mutation(random, target));
    Document document = document(text);
    assertThat(document.faults()).as(text).isEmpty();
    assertThat(isMisshapenForReader(document))
        .as("%s%n%s", text, errors(document))
        .isEqualTo(!errors(document).isEmpty());
  }

  private static int size(Node node) {
    int size = 1;
    if (node instanceof Node.ObjectNode object) {
      for (Node.Member member : object.members()) {
        size += size(member.value());
      }
    } else if (node instanceof Node.ArrayNode array) {
      for (Node element : array.elements()) {
        size += size(element);
      }
    }
    return size;
  }

  /** Changes the values with some numbers in the order of the text. */
  private static final class Mutation {
    final Random random;
    final int[] targets;
    int at = -1;

    Mutation(Random random, int[] targets) {
      this.random = random;
      this.targets = targets;
    }

    boolean hits() {
      at++;
      for (int target : targets) {
        if (target == at) {
          return true;
        }
      }
      return false;
    }

    <T> T pick(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }
  }

  /** The flow style text of a value, with the mutation's changes. */
  private static String mutated(Node node, Mutation mutation) {
    boolean hit = mutation.hits();
    if (hit && mutation.random.nextBoolean()) {
      mutation.at += size(node) - 1;
      return mutation.pick(SCALARS);
    }
    if (node instanceof Node.ObjectNode object) {
      int removed = hit ? mutation.random.nextInt(object.members().size()) : -1;
      boolean added = hit && mutation.random.nextBoolean();
      List<String> members = new ArrayList<>();
      for (int i = 0; i < object.members().size(); i++) {
        Node.Member member = object.members().get(i);
        String value = mutated(member.value(), mutation);
        if (i != removed) {
          members.add("\"" + member.name() + "\": " + value);
        }
      }
      if (added) {
        String name = mutation.pick(NAMES);
        if (object.member(name) == null) {
          members.add(name + ": " + mutation.pick(SCALARS));
        }
      }
      return "{ " + String.join(", ", members) + " }";
    }
    if (node instanceof Node.ArrayNode array) {
      List<String> elements = new ArrayList<>();
      for (Node element : array.elements()) {
        elements.add(mutated(element, mutation));
      }
      if (hit) {
        elements.add(mutation.pick(SCALARS));
      }
      return "[ " + String.join(", ", elements) + " ]";
    }
    return hit ? mutation.pick(SCALARS) : node.location().text();
  }
}
