package dev.kmslint.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.testing.CaseFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short ways of reading and the libraries find the same trees at the same places. */
class PlainTextTest {
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> SEEDS = new ArrayList<>();

  static {
    for (String text : texts(REPOSITORY.resolve("samples"))) {
      if (text.length() < 4000) {
        SEEDS.add(text);
      }
    }
    SEEDS.add(
        "# c\na: 1 # d\nb:\n- x\n- y: [p, 'q', \"r\"]\n  z: true\n\nc:\n  d:\n    e: f:g#h\n");
    SEEDS.add("rules:\n  kms/lockout: off\nexclude: [ 'a/*' , b ]\nn: [1, 0x1F, 1.5, ~, null]\n");
  }

  private static List<String> texts(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> texts = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.toString();
        boolean built = name.contains("/target/") || name.contains("\\target\\");
        if (!built && (name.endsWith(".json") || name.endsWith(".yml") || name.endsWith(".yaml"))) {
          texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether both ways were taken. */
  private static boolean agree(
      String text,
      Function<SourceFile, @Nullable Node> plain,
      Function<SourceFile, Document> library) {
    SourceFile file = new SourceFile("t", text);
    Node root = plain.apply(file);
    if (root != null) {
      assertThat(library.apply(file)).isEqualTo(new Document(file, root, List.of()));
    }
    return root != null;
  }

  private static boolean agreeAsJson(String text) {
    return agree(text, PlainTextTest::plainJson, PlainTextTest::anyJson);
  }

  private static boolean agreeAsYaml(String text) {
    return agree(text, PlainYaml::read, YamlEngineReader::read);
  }

  private static int countPlain(List<String> texts) {
    int plain = 0;
    for (String text : texts) {
      boolean yaml = agreeAsYaml(text);
      plain += agreeAsJson(text) || yaml ? 1 : 0;
    }
    return plain;
  }

  @Test
  void filesOfTheRepositoryAreMostlyPlain() {
    List<String> samples = texts(REPOSITORY.resolve("samples").resolve("aurora-snapshot-share"));
    assertThat(samples).hasSizeGreaterThan(4);
    assertThat(countPlain(samples)).isEqualTo(samples.size());
    List<String> all = texts(REPOSITORY);
    assertThat(countPlain(all)).isGreaterThan(all.size() / 2);
  }

  @Test
  void casesBesideTheRepository() {
    List<String> all = texts(CaseFiles.orSkip("cases"));
    assertThat(countPlain(all)).isGreaterThan(all.size() / 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b",
        "a:\n  b: c",
        "a:\n- b\n- c\n",
        "a:\n  - b: c\n    d: e\n  - f\ng: h\n",
        "- a\n- b: 1\n",
        "a: [b, 'c d', \"e: f\",]  # g",
        "a: \"b\"  \n# c\n\n  # d\nb: 'e'",
        "a: b c # d\n",
        "a: b#c:d",
        "a: ./b/*.json?",
      })
  void readsPlainYaml(String text) {
    assertThat(agreeAsYaml(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# a",
        "a",
        "a:",
        "a: b: c",
        "a: |\n  b",
        "a: b\n  c",
        "a: &b c",
        "a: *b",
        "a: {b: c}",
        "a: \"b\\n\"",
        "a: 'b''c'",
        "? a",
        "a: [b,\n c]",
        "---\na: b",
        "a: b\n---\nc: d",
        "a:\tb",
        "a: b\r\nc: d",
        "a: \u00e9",
        "a: !b c",
        "a: b\n c: d",
        "  a: b\n c: d",
        "- - a",
        "a: - b",
        "a: b\n- c",
        "- a\nb: c",
        "a: [b",
        "a: \"b",
        "a: b\n...\n",
        "%YAML 1.2\n---\na: b",
        "a: @b",
        "a: [b: c]",
        "a: [[b]]",
        "\"a\": b",
        "a b: c",
        "a: -1",
        "a: \"b\"\"c\"",
        "a: [b]c",
      })
  void leavesOtherYaml(String text) {
    assertThat(PlainYaml.read(new SourceFile("t", text))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " [ ] ",
        "{\"a\" : [1, 0, true, false, null, \"x\", {}]}\n",
        "{\"a\":1,\"a\":2}",
        "[0]",
      })
  void readsPlainJson(String text) {
    assertThat(agreeAsJson(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "{\"a\":1,}",
        "{a:1}",
        "[1 2]",
        "[01]",
        "[-1]",
        "[1.5]",
        "[1e3]",
        "[tru]",
        "[\"\\n\"]",
        "[\"\u00e9\"]",
        "[\"a]",
        "[] []",
        "[1",
        "{\"a\" 1}",
        "{\"a\":}",
        "[,]",
        "[+1]",
        "[truex]",
        "[\"a\"\"b\"]",
        "// a\n[]",
        "['a']",
        "[\f1]",
        "{\"a\":1 \"b\":2}",
        "1",
        "\u00a0[]",
      })
  void leavesOtherJson(String text) {
    assertThat(plainJson(new SourceFile("t", text))).isNull();
  }

  @Test
  void leavesWhatIsDeep() {
    String deep = "[".repeat(60) + "]".repeat(60);
    assertThat(plainJson(new SourceFile("t", deep))).isNull();
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      yaml.append(" ".repeat(i)).append("a:\n");
    }
    yaml.append(" ".repeat(40)).append("a: b");
    assertThat(PlainYaml.read(new SourceFile("t", yaml.toString()))).isNull();
    assertThat(PlainYaml.read(new SourceFile("t", "a: [" + "b,".repeat(20_000) + "]"))).isNull();
  }

  @Property(tries = 3000)
  void agreeOnChangedFiles(@ForAll("changed") String text) {
    agreeAsJson(text);
    agreeAsYaml(text);
  }

  @Provide
  Arbitrary<String> changed() {
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            Arbitraries.of(
                "", ": ", ":", "- ", "-", "#", " #", "\n", "\n\n", " ", "  ", "\n  ", "\n- ", "a",
                "1", "a: ", "'", "\"", "''", "[", "]", "{", "}", ",", "\\", "\t", "\r", "?", "? ",
                "&a ", "*a", "!", "|", ">", "%", "@", "`", "...", "---", "~", "null", "0", "\u00e9",
                "//"),
            Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(2));
    Arbitrary<Edit> edit =
        Combinators.combine(
                Arbitraries.integers().between(0, 1000),
                Arbitraries.integers().between(0, 3),
                piece)
            .as(Edit::new);
    return Combinators.combine(Arbitraries.of(SEEDS), edit.list().ofMinSize(1).ofMaxSize(3))
        .as(
            (seed, edits) -> {
              String text = seed;
              for (Edit each : edits) {
                text = each.of(text);
              }
              return text;
            });
  }

  /** Puts a piece in the place of some characters, at a thousandth of a text's length. */
  private record Edit(int place, int length, String piece) {
    String of(String text) {
      int at = text.length() * place / 1000;
      return text.substring(0, at) + piece + text.substring(Math.min(text.length(), at + length));
    }
  }

  @Property(tries = 5000)
  void agreeOnLines(@ForAll("lines") String text) {
    agreeAsYaml(text);
  }

  @Provide
  Arbitrary<String> lines() {
    Arbitrary<String> line =
        Combinators.combine(
                Arbitraries.of("", "", "  ", "  ", "    ", " "),
                Arbitraries.of("", "", "- ", "-  ", "- - ", "-"),
                Arbitraries.of("a:", "b: ", "a:  ", "c/d: ", "", "'e': ", "a b: ", "1: ", "a:b"),
                Arbitraries.of(
                    "", "x", "x y", "'q'", "\"r\"", "[s, t]", "[]", "7", "x:y", "~", "x # c"),
                Arbitraries.of("", "", "", " ", " # c", "#"))
            .as((indent, dash, name, value, end) -> indent + dash + name + value + end);
    return line.list().ofMinSize(1).ofMaxSize(6).map(all -> String.join("\n", all));
  }

  private static @Nullable Node plainJson(SourceFile file) {
    return PlainJson.read(file, Pointer.ROOT);
  }

  private static Document anyJson(SourceFile file) {
    return JacksonReader.read(file, Pointer.ROOT, 0);
  }
}
