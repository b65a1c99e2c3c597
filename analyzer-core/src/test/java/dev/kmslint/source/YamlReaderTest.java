package dev.kmslint.source;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {

  private static Document read(String text) {
    return YamlReader.read(new SourceFile("t.yml", text));
  }

  private static Node root(String text) {
    Document document = read(text);
    assertThat(document.faults()).isEmpty();
    return requireNonNull(document.root());
  }

  private static String fault(String text) {
    Document document = read(text);
    assertThat(document.root()).isNull();
    assertThat(document.faults()).hasSize(1);
    SyntaxFault fault = document.faults().get(0);
    return fault.location().region().start() + " " + fault.kind() + " " + fault.message();
  }

  /** Every name and value with the text that stands at its place. */
  private static String shape(Node node) {
    if (node instanceof Node.ObjectNode object) {
      StringBuilder text = new StringBuilder("{");
      for (Node.Member member : object.members()) {
        assertThat(member.nameLocation().text()).contains(member.name());
        text.append(member.name()).append('=').append(shape(member.value())).append(' ');
      }
      return text.append('}').toString();
    }
    if (node instanceof Node.ArrayNode array) {
      StringBuilder text = new StringBuilder("[");
      for (Node element : array.elements()) {
        text.append(shape(element)).append(' ');
      }
      return text.append(']').toString();
    }
    if (node instanceof Node.StringNode string) {
      return "'" + string.value() + "'";
    }
    if (node instanceof Node.NumberNode number) {
      return number.text();
    }
    return node instanceof Node.BooleanNode bool ? "" + bool.value() : "null";
  }

  @Test
  void readsBlockAndFlowStyle() {
    String text =
        "a: 1\nb: [ x, 'y', { c: \"z\" } ]\nd:\n  - e: true\n  -\n  - |\n    two\n    lines\n";
    assertThat(shape(root(text)))
        .isEqualTo("{a=1 b=['x' 'y' {c='z' } ] d=[{e=true } null 'two\nlines\n' ] }");
  }

  @Test
  void placesAreThoseOfTheText() {
    String text = "top: 1\nlist: [ aa, 'b b' ]   # comment\nmap:\n  in: \"q\"\n\n\nlast: x\n";
    Node.ObjectNode object = (Node.ObjectNode) root(text);
    assertThat(requireNonNull(object.get("list")).location().text()).isEqualTo("[ aa, 'b b' ]");
    assertThat(requireNonNull(object.get("map")).location().text()).isEqualTo("in: \"q\"");
    assertThat(requireNonNull(object.get("map")).location().region().start())
        .isEqualTo(new Position(4, 3));
    Node.ArrayNode list = (Node.ArrayNode) requireNonNull(object.get("list"));
    assertThat(list.elements().get(1).location().text()).isEqualTo("'b b'");
    assertThat(list.elements().get(1).location().pointer()).hasToString("/list/1");
    assertThat(requireNonNull(object.member("last")).nameLocation().region().start())
        .isEqualTo(new Position(7, 1));
    assertThat(object.location().text()).isEqualTo(text.substring(0, text.length() - 1));
  }

  @Test
  void placesCountUtf16UnitsBeyondTheBasicPlane() {
    Node.ObjectNode object =
        (Node.ObjectNode) root("a: \"\uD83D\uDE00\uD83D\uDE00\"\r\nb: [ \uD83D\uDE00, c ]\r\n");
    Node.ArrayNode list = (Node.ArrayNode) requireNonNull(object.get("b"));
    assertThat(list.elements().get(1).location().text()).isEqualTo("c");
    assertThat(list.elements().get(1).location().region().start()).isEqualTo(new Position(2, 10));
  }

  @ParameterizedTest
  @CsvSource({
    "012345678901, NumberNode",
    "123456789012, NumberNode",
    "-1.5e3, NumberNode",
    ".5, NumberNode",
    "1., NumberNode",
    "0o17, NumberNode",
    "0xFf, NumberNode",
    ".inf, NumberNode",
    "off, StringNode",
    "yes, StringNode",
    "2027-06-30, StringNode",
    "1_000, StringNode",
    "1e, StringNode",
    "., StringNode",
    "+, StringNode",
    "0o8, StringNode",
    "-.nan, StringNode",
    "True, BooleanNode",
    "tRUE, StringNode",
    "~, NullNode",
    "Null, NullNode"
  })
  void plainScalarsFollowTheCoreSchema(String text, String type) {
    Node value = requireNonNull(((Node.ObjectNode) root("a: " + text)).get("a"));
    assertThat(value.getClass().getSimpleName()).isEqualTo(type);
    if (value instanceof Node.NumberNode number) {
      assertThat(number.text()).isEqualTo(text);
    }
    assertThat(((Node.ObjectNode) root("a: '" + text + "'")).get("a"))
        .isInstanceOf(Node.StringNode.class);
    assertThat(((Node.ObjectNode) root("a: !!str " + text)).get("a"))
        .isInstanceOf(Node.StringNode.class);
  }

  @Test
  void textWithoutAValueIsNull() {
    assertThat(root("")).isInstanceOf(Node.NullNode.class);
    assertThat(root("# only a comment\n")).isInstanceOf(Node.NullNode.class);
  }

  @Test
  void keepsDuplicates() {
    Node.ObjectNode object = (Node.ObjectNode) root("a: 1\na: 2\n");
    assertThat(object.members()).hasSize(2);
    assertThat(shape(requireNonNull(object.get("a")))).isEqualTo("2");
  }

  @Test
  void anAliasStandsForTheValueAtItsAnchor() {
    Node.ObjectNode object = (Node.ObjectNode) root("a: &x [ 1, 2 ]\nb: *x\nc: { d: *x }\ne: 3\n");
    assertThat(shape(object)).isEqualTo("{a=[1 2 ] b=[1 2 ] c={d=[1 2 ] } e=3 }");
    assertThat(requireNonNull(object.get("b")).location().region().start().line()).isEqualTo(1);
    assertThat(requireNonNull(object.get("c")).location().text()).isEqualTo("{ d: *x }");
  }

  @Test
  void saysWhyTextIsNoYaml() {
    assertThat(fault("a: b: c\n")).startsWith("1:5 SYNTAX this is not YAML: ");
    assertThat(fault("a: [ 1\nb: 2\n")).startsWith("2:");
    assertThat(fault("a: *no\n")).isEqualTo("1:4 SYNTAX there is no anchor `no` before this alias");
    assertThat(fault("a: &r [ *r ]\n"))
        .isEqualTo("1:9 SYNTAX the alias `r` stands inside its own anchor");
    assertThat(fault("a: 1\n---\nb: 2\n"))
        .isEqualTo("2:1 SYNTAX a second YAML document starts here");
    assertThat(fault("? [ a ]\n: b\n")).endsWith("SYNTAX a name must be plain text");
    assertThat(fault("ab: \u0007\n"))
        .isEqualTo("1:5 SYNTAX the character U+7 cannot stand in YAML");
  }

  @Test
  void aTagIsAFaultOfItsOwnKind() {
    assertThat(fault("a: 1\nb: !Ruby '${x}'\n"))
        .isEqualTo("2:4 TAG the YAML tag `!Ruby` is not one that kmslint reads");
    assertThat(fault("a: !Ruby [ x, y ]\n")).startsWith("1:4 TAG");
    assertThat(fault("a: !!binary aGk=\n")).startsWith("1:4 TAG");
    assertThat(fault("a: !Ruby x\nb: [\n")).contains("SYNTAX");
  }

  @Test
  void depthIsBounded() {
    assertThat(read("[".repeat(100) + "]".repeat(100)).faults()).isEmpty();
    assertThat(fault("[".repeat(101) + "]".repeat(101)))
        .isEqualTo("1:101 SYNTAX objects and arrays are nested more than 100 levels deep");
    assertThat(fault("[".repeat(100_000))).startsWith("1:101 SYNTAX");
    String deep = "[".repeat(60) + "]".repeat(60);
    assertThat(read("a: &x " + deep + "\nb: " + "[".repeat(39) + "*x" + "]".repeat(39)).faults())
        .isEmpty();
    assertThat(fault("a: &x " + deep + "\nb: " + "[".repeat(40) + "*x" + "]".repeat(40)))
        .startsWith("2:44 SYNTAX objects and arrays are nested");
  }

  @Test
  void whatAliasesRepeatIsBounded() {
    StringBuilder text = new StringBuilder("a0: &a0 [ x, x, x, x, x, x, x, x, x, x ]\n");
    for (int i = 1; i < 9; i++) {
      text.append("a").append(i).append(": &a").append(i).append(" [ ");
      text.append(("*a" + (i - 1) + ", ").repeat(9)).append("*a").append(i - 1).append(" ]\n");
    }
    assertThat(fault(text.toString())).contains("the file has more than 2000000 values");
  }

  @Test
  void aLineIsBounded() {
    String line = "x".repeat(YamlReader.MAX_LINE - 4);
    assertThat(read("a: " + line + "\nb: " + line + "\n").faults()).isEmpty();
    assertThat(fault("a: 1\nb: " + line + "xx\n"))
        .startsWith("2:1 SYNTAX a line of YAML has more than 1000000 characters");
  }

  @Test
  void bytesThatAreNotUtf8AreAFault() {
    Document document = YamlReader.read("t.yml", "a: \u00E9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(document.faults()).hasSize(1);
    assertThat(document.faults().get(0).kind()).isEqualTo(SyntaxFault.Kind.ENCODING);
  }

  /** JSON is YAML: both readers see the same values at the same places. */
  @Property(tries = 300)
  void agreesWithTheJsonReader(@ForAll("json") String json) {
    SourceFile file = new SourceFile("t.json", json);
    assertThat(YamlReader.read(file)).isEqualTo(JsonReader.read(file));
  }

  @Provide
  static Arbitrary<String> json() {
    return json(3);
  }

  private static Arbitrary<String> json(int depth) {
    Arbitrary<String> word =
        Arbitraries.of(
            "a", "Statement", "x y", "\uD83D\uDE00", "\u00E9", "#c", "k: v", "\\n\\\"", "");
    Arbitrary<String> leaf =
        Arbitraries.oneOf(
            word.map(text -> "\"" + text + "\""),
            Arbitraries.of("0", "-12", "1.5", "2e3", "true", "false", "null"));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<List<String>> values = Arbitraries.lazy(() -> json(depth - 1)).list().ofMaxSize(4);
    Arbitrary<String> gap = Arbitraries.of("", " ", "\n", "\r\n  ");
    Arbitrary<String> array =
        values.flatMap(
            list -> gap.map(space -> "[" + space + String.join("," + space, list) + "]"));
    Arbitrary<String> object =
        values.flatMap(
            list ->
                word.list()
                    .ofSize(list.size())
                    .flatMap(
                        names ->
                            gap.map(
                                space -> {
                                  StringBuilder text = new StringBuilder("{").append(space);
                                  for (int i = 0; i < list.size(); i++) {
                                    text.append(i == 0 ? "" : "," + space)
                                        .append('"')
                                        .append(names.get(i))
                                        .append("\": ")
                                        .append(list.get(i));
                                  }
                                  return text.append('}').toString();
                                })));
    return Arbitraries.oneOf(leaf, array, object);
  }

  @Test
  void shortFunctionsOfCloudFormationAreReadAsTheirLongForms() {
    String text = "a: !Sub '${x}'\nb: !GetAtt [ x, y ]\nc: !If\n  - d\n  - !Ref e\n  - 1\n";
    Document document = YamlReader.read(new SourceFile("t.yml", text));
    assertThat(document.faults()).isEmpty();
    Node.ObjectNode root = (Node.ObjectNode) requireNonNull(document.root());
    Node.ObjectNode sub = (Node.ObjectNode) requireNonNull(root.get("a"));
    assertThat(sub.location().text()).isEqualTo("!Sub '${x}'");
    assertThat(sub.location().pointer()).hasToString("/a");
    Node argument = requireNonNull(sub.get("Fn::Sub"));
    assertThat(argument.location().text()).isEqualTo("'${x}'");
    assertThat(argument.location().pointer()).hasToString("/a/Fn::Sub");
    Node.ObjectNode list = (Node.ObjectNode) requireNonNull(root.get("b"));
    assertThat(requireNonNull(list.get("Fn::GetAtt"))).isInstanceOf(Node.ArrayNode.class);
    Node.ObjectNode choice = (Node.ObjectNode) requireNonNull(root.get("c"));
    Node.ArrayNode branches = (Node.ArrayNode) requireNonNull(choice.get("Fn::If"));
    Node.ObjectNode reference = (Node.ObjectNode) branches.elements().get(1);
    assertThat(requireNonNull(reference.get("Ref")).location().pointer())
        .hasToString("/c/Fn::If/1/Ref");
  }

  @Test
  void functionsInsideFunctionsAreBounded() {
    String text = "a: " + "!Sub\n".repeat(3) + "x\n";
    assertThat(YamlReader.read(new SourceFile("t.yml", text)).faults()).isNotEmpty();
    String deep = "a: " + "!If [".repeat(60) + "]".repeat(60);
    assertThat(YamlReader.read(new SourceFile("t.yml", deep)).faults().get(0).message())
        .contains("nested more than 100 levels");
  }
}
