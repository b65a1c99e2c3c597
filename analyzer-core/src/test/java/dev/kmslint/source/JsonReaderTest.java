package dev.kmslint.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {
  @Test
  void everyNameAndValueHasItsPlace() {
    Node.ObjectNode root =
        (Node.ObjectNode)
            read("{\n  \"a\\\"b\" : [1.50e3, \"x\\n\u00e9\"],\r\n  \"c\": null, \"d\":true}")
                .root();
    assertThat(root).isNotNull();
    assertThat(region(root.location())).isEqualTo("1:1-3:23");
    Node.Member first = root.members().get(0);
    assertThat(first.name()).isEqualTo("a\"b");
    assertThat(region(first.nameLocation())).isEqualTo("2:3-2:9");
    Node.ArrayNode array = (Node.ArrayNode) first.value();
    assertThat(region(array.location())).isEqualTo("2:12-2:28");
    assertThat(region(array.elements().get(0).location())).isEqualTo("2:13-2:19");
    assertThat(((Node.NumberNode) array.elements().get(0)).text()).isEqualTo("1.50e3");
    assertThat(region(array.elements().get(1).location())).isEqualTo("2:21-2:27");
    assertThat(((Node.StringNode) array.elements().get(1)).value()).isEqualTo("x\n\u00e9");
    assertThat(array.elements().get(1).location().pointer()).hasToString("/a\"b/1");
    assertThat(region(root.members().get(1).value().location())).isEqualTo("3:8-3:12");
    assertThat(region(root.members().get(2).value().location())).isEqualTo("3:18-3:22");
  }

  @Test
  void duplicateMembersAreKeptAndTheLastOneCounts() {
    Node.ObjectNode root = (Node.ObjectNode) read("{\"a\":1,\"a\":2}").root();
    assertThat(root).isNotNull();
    assertThat(root.members()).hasSize(2);
    assertThat(root.get("a")).isEqualTo(root.members().get(1).value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                 | 1:1 | the file is empty
          ' \t'              | 1:1 | the file is empty
          '{"a":1,}'         | 1:7 | there is a trailing comma before `}`
          '[1,2, ]'          | 1:5 | there is a trailing comma before `]`
          '{"a":1'           | 1:6 | the text ends before the JSON value is complete
          '{"a":1} {}'       | 1:9 | there is more text after the JSON value
          '{"a":1} x'        | 1:9 | `x` is not expected here
          '{"a":NaN}'        | 1:6 | `NaN` is not expected here
          '{// x'            | 1:2 | there is a comment, and JSON has none
          '{\u201Ca\u201D:1}'| 1:2 | there is a typographic quote where JSON wants a double quote
          '[tru]'            | 1:2 | `tru` is not expected here
          '{"a" 1}'          | 1:6 | `1` is not expected here
          '01'               | 1:2 | `1` is not expected here
          """)
  void whatIsNoJsonIsExplainedAtItsPlace(String text, String place, String message) {
    Document document = read(text);
    assertThat(document.root()).isNull();
    assertThat(document.faults()).hasSize(1);
    SyntaxFault fault = document.faults().get(0);
    assertThat(fault.message()).isEqualTo(message);
    assertThat(fault.location().region().start()).hasToString(place);
    assertThat(fault.location().end()).isLessThanOrEqualTo(document.file().text().length());
  }

  @Test
  void singleQuotesAreExplained() {
    assertThat(read("{'a':1}").faults().get(0).message())
        .isEqualTo("there is a single quote where JSON wants a double quote");
  }

  @Test
  void nestingIsBounded() {
    assertThat(read("[".repeat(100) + "]".repeat(100)).root()).isNotNull();
    Document deep = read("[".repeat(101) + "]".repeat(101));
    assertThat(deep.root()).isNull();
    assertThat(deep.faults().get(0).message()).contains("more than 100 levels");
    assertThat(deep.faults().get(0).location().start()).isEqualTo(100);
    assertThat(read("[".repeat(100_000)).faults().get(0).message())
        .contains("more than 100 levels");
  }

  @Test
  void theNumberOfValuesIsBounded() {
    Document document = read("[" + "1,".repeat(JsonReader.MAX_VALUES) + "1]");
    assertThat(document.root()).isNull();
    assertThat(document.faults().get(0).message()).contains("more than 2000000 values");
  }

  @Test
  void aByteOrderMarkIsAFaultAndNoMore() {
    Document document = JsonReader.read("f", "\uFEFF{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    assertThat(document.root()).isNotNull();
    assertThat(document.faults())
        .extracting(SyntaxFault::kind)
        .containsExactly(SyntaxFault.Kind.BYTE_ORDER_MARK);
    assertThat(document.file().text()).startsWith("{");
  }

  @Test
  void whatIsNotUtf8IsOneFaultAtItsPlace() {
    byte[] bytes = "{\n \"a\": \"?\"}".getBytes(StandardCharsets.UTF_8);
    bytes[9] = (byte) 0xE9;
    Document document = JsonReader.read("f", bytes);
    assertThat(document.faults()).hasSize(1);
    assertThat(document.faults().get(0).kind()).isEqualTo(SyntaxFault.Kind.ENCODING);
    assertThat(document.faults().get(0).location().region().start()).hasToString("2:8");
    Document utf16 = JsonReader.read("f", "{}".getBytes(StandardCharsets.UTF_16));
    assertThat(utf16.faults())
        .extracting(SyntaxFault::message)
        .containsExactly("the file is UTF-16, not UTF-8");
  }

  @Test
  void binaryIsNoJson() {
    Document document = JsonReader.read("f", new byte[] {0, 1, 2, 3});
    assertThat(document.root()).isNull();
    assertThat(document.faults().get(0).message()).contains("NUL");
  }

  @Test
  void linesEndInAllThreeWays() {
    SourceFile file = new SourceFile("f", "a\rb\r\nc\nd");
    assertThat(file.lineCount()).isEqualTo(4);
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      lines.add(file.line(i));
    }
    assertThat(lines).containsExactly("a", "b", "c", "d");
    assertThat(file.position(2)).hasToString("2:1");
    assertThat(file.position(3)).hasToString("2:2");
    assertThat(file.position(99)).hasToString("4:2");
  }

  @Test
  void pointersEscapeTheirNames() {
    assertThat(Pointer.ROOT.then("a/b~c").then(3)).hasToString("/a~1b~0c/3");
    assertThat(Pointer.ROOT).hasToString("");
  }

  private static Document read(String text) {
    return JsonReader.read(new SourceFile("test.json", text));
  }

  private static String region(SourceLocation location) {
    return location.region().start() + "-" + location.region().end();
  }
}
