package dev.kmslint.source;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

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
    Document document = requireNonNull(EmbeddedJson.read(string(escaped(inner))));
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
    Document document =
        requireNonNull(EmbeddedJson.read((Node.StringNode) requireNonNull(outer.get("p/q"))));
    Node.ObjectNode root = (Node.ObjectNode) requireNonNull(document.root());
    Node.ArrayNode array = (Node.ArrayNode) requireNonNull(root.get("a"));
    assertThat(array.elements().get(0).location().pointer()).hasToString("/p~1q/a/0");
    assertThat(array.elements().get(0).location().text()).isEqualTo("7");
  }

  @Test
  void faultsHaveTheirPlacesToo() {
    Document document = requireNonNull(EmbeddedJson.read(string("\"{\\n\\\"a\\\": [}\"")));
    assertThat(document.root()).isNull();
    assertThat(document.faults().get(0).location().text()).isEqualTo("}");
  }

  @Test
  void whatIsNotWrittenAsJsonWritesStringsIsNotRead() {
    Node yaml =
        requireNonNull(YamlReader.read(new SourceFile("t.yml", "|\n  {\"a\": 1}\n")).root());
    assertThat(EmbeddedJson.read((Node.StringNode) yaml)).isNull();
    Node folded =
        requireNonNull(YamlReader.read(new SourceFile("t.yml", "\"{\\\"a\\\":\n  1}\"\n")).root());
    assertThat(EmbeddedJson.read((Node.StringNode) folded)).isNull();
  }
}
