package dev.kmslint.source;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedJsonTest {
  private static Node.StringNode string(String json) {
    return (Node.StringNode) requireNonNull(JsonReader.read(new SourceFile("t", json)).root());
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || i % 7 == 0) {
        out.append("\\u00").append(Integer.toHexString(0x100 | c).substring(1));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  /** Every name and value inside has the place at which it is written outside. */
  private static void agree(Node inner, Node outer) {
    String written = outer.location().text();
    assertThat(string("\"" + written + "\"").value()).isEqualTo(inner.location().text());
    if (inner instanceof Node.ObjectNode object) {
      Node.ObjectNode other = (Node.ObjectNode) outer;
      assertThat(other.members()).hasSameSizeAs(object.members());
      for (int i = 0; i < object.members().size(); i++) {
        Node.Member member = other.members().get(i);
        assertThat(string("\"" + member.nameLocation().text() + "\"").value())
            .isEqualTo(object.members().get(i).nameLocation().text());
        agree(object.members().get(i).value(), member.value());
      }
    } else if (inner instanceof Node.ArrayNode array) {
      for (int i = 0; i < array.elements().size(); i++) {
        agree(array.elements().get(i), ((Node.ArrayNode) outer).elements().get(i));
      }
    }
  }

  @Property(tries = 300)
  void placesAreThoseOfTheFileAround(
      @ForAll @StringLength(max = 6) @CharRange(from = ' ', to = '\u00FE') String word) {
    String name = escaped(word);
    String inner = "{\n \"a\": [1, true, null, " + name + "], " + name + ": {\"x\": -1.5e3}}";
    Document document = EmbeddedJson.read(string(escaped(inner)));
    assertThat(document.faults()).isEmpty();
    Node plain = requireNonNull(JsonReader.read(new SourceFile("i", inner)).root());
    agree(plain, requireNonNull(document.root()));
  }

  @Test
  void pointersGoOnFromTheString() {
    Node.ObjectNode outer =
        (Node.ObjectNode)
            requireNonNull(
                JsonReader.read(new SourceFile("t", "{\"p/q\": \"{\\\"a\\\":[7]}\"}")).root());
    Document document = EmbeddedJson.read((Node.StringNode) requireNonNull(outer.get("p/q")));
    Node.ObjectNode root = (Node.ObjectNode) requireNonNull(document.root());
    Node.ArrayNode array = (Node.ArrayNode) requireNonNull(root.get("a"));
    assertThat(array.elements().get(0).location().pointer()).hasToString("/p~1q/a/0");
    assertThat(array.elements().get(0).location().text()).isEqualTo("7");
  }

  @Test
  void faultsHaveTheirPlacesToo() {
    Document document = EmbeddedJson.read(string("\"{\\n\\\"a\\\": [}\""));
    assertThat(document.root()).isNull();
    assertThat(document.faults().get(0).location().text()).isEqualTo("}");
  }

  private static Node.StringNode yaml(String text) {
    Node.ObjectNode root =
        (Node.ObjectNode) requireNonNull(YamlReader.read(new SourceFile("t.yml", text)).root());
    return (Node.StringNode) requireNonNull(root.get("p"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p: |\n  {\n    \"a\": [\n\n      7]\n  }\n",
        "p: |-\r\n  {\r\n    \"a\": [7]}\r\n",
        "p: >\n  {\n  \"a\":\n\n\n    [7]\n  }\n",
        "p: '{\"q\": \"it''s\",\n\n    \"a\": [7]}'\n",
        "p: \"{\\\"q\\\": \\\"\\x41\\U0001F600 \\\n    b\\\",\n   \\\"a\\\": [7]}\"\n",
        "p: &anchor !!str |\n     {\"a\": [7]}\nq: 1\n",
        "p: >-\n  {\"q\": \"\uD83D\uDE00 x\n  y\", \"a\": [7]\n  }\n"
      })
  void placesInYamlText(String text) {
    Document document = EmbeddedJson.read(yaml(text));
    assertThat(document.faults()).isEmpty();
    Node.ObjectNode root = (Node.ObjectNode) requireNonNull(document.root());
    Node.ArrayNode array = (Node.ArrayNode) requireNonNull(root.get("a"));
    SourceLocation seven = array.elements().get(0).location();
    assertThat(seven.start()).isEqualTo(text.indexOf('7'));
    assertThat(seven.text()).isEqualTo("7");
    assertThat(seven.pointer()).hasToString("/p/a/0");
    assertThat(requireNonNull(root.member("a")).nameLocation().start())
        .isEqualTo(text.replace("\\\"a", "\"a\"").indexOf("\"a\""));
  }

  @Test
  void placesInAStringInsideAString() {
    String once = "{\"a\": [7]}".replace("\"", "\\\"");
    String text = '"' + ('"' + once + '"').replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    Document document = EmbeddedJson.read(string(text));
    Node.ObjectNode root = (Node.ObjectNode) requireNonNull(document.root());
    Node.ArrayNode array = (Node.ArrayNode) requireNonNull(root.get("a"));
    assertThat(array.elements().get(0).location().text()).isEqualTo("7");
    assertThat(array.elements().get(0).location().pointer()).hasToString("/a/0");
  }

  @Test
  void placesInPercentEncodedText() {
    String text = "\"%7B%22%C3%A9%F0%9F%98%80%22%3A%20%5B%2D7%2C\\u0020%22x%22%5D%7D\"";
    Document document = EmbeddedJson.read(string(text));
    assertThat(document.faults()).isEmpty();
    Node.ObjectNode root = (Node.ObjectNode) requireNonNull(document.root());
    Node.Member member = root.members().get(0);
    assertThat(member.name()).isEqualTo("\u00e9\uD83D\uDE00");
    assertThat(member.nameLocation().text()).isEqualTo("%22%C3%A9%F0%9F%98%80%22");
    Node.ArrayNode array = (Node.ArrayNode) member.value();
    assertThat(array.elements().get(0).location().text()).isEqualTo("%2D7");
    assertThat(array.elements().get(1).location().text()).isEqualTo("%22x%22");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%7B%2", "%7B%ZZ", "%7B%C3x", "%7B%FF", "%7B%C3%28", "%7B%E2%82"})
  void whatIsNotPercentEncodedIsNoJson(String text) {
    assertThat(EmbeddedJson.read(string('"' + text + '"')).faults()).hasSize(1);
  }

  @Test
  void stringsInsideStringsAreFollowedSoFar() {
    String text = "{}";
    for (int i = 0; i < 6; i++) {
      text = escaped(text);
    }
    assertThat(EmbeddedJson.read(string(text)).root()).isInstanceOf(Node.StringNode.class);
  }

  @Test
  void wherePlacesCannotBeToldTheStringStandsForThem() {
    String text = "p: |1\n    {\"a\": [7]}\n";
    Document document = EmbeddedJson.read(yaml(text));
    Node.ObjectNode root = (Node.ObjectNode) requireNonNull(document.root());
    SourceLocation place = requireNonNull(root.get("a")).location();
    assertThat(place.start()).isEqualTo(text.indexOf('|'));
    assertThat(place.pointer()).hasToString("/p/a");
  }
}
