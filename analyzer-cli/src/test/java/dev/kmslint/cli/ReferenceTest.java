package dev.kmslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.report.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The pages of the reference are what the code says. {@code -Dkmslint.rewrite=true} writes them.
 */
class ReferenceTest {
  private static final Path FOLDER = Path.of("../docs/reference");
  private static final String GENERATED =
      "<!-- Generated from the code by ReferenceTest; -Dkmslint.rewrite=true writes it anew. -->\n\n";

  @Test
  void commands() throws IOException {
    StringBuilder page = new StringBuilder("# Commands\n\n").append(GENERATED);
    page.append("    kmslint COMMAND [OPTIONS] [ARGUMENTS]\n\n");
    for (Command command : Command.values()) {
      page.append("- [`").append(command.word()).append("`](#").append(command.word());
      page.append("): ").append(command.summary()).append('\n');
    }
    for (Command command : Command.values()) {
      page.append("\n## ").append(command.word()).append("\n\n    kmslint ").append(command.word());
      page.append(command.argument().isEmpty() ? "" : " " + command.argument()).append("\n\n");
      page.append(text(command.summary())).append('\n');
      if (!command.argumentHelp().isEmpty()) {
        page.append('\n').append(text(command.argumentHelp())).append('\n');
      }
      page.append("\n| option | |\n|---|---|\n");
      for (Option option : Option.values()) {
        if (option.isOf(command)) {
          page.append(row(option));
        }
      }
    }
    page.append(
        """

        ## Exit status

        | status | when |
        |---|---|
        | 0 | all is well: no finding at or above `--fail-on`, every share proven; `can`: always; `diff`: nothing new |
        | 1 | findings, or a share that is not proven; `can`: never, depends or unknown; `diff`: new access or unknown |
        | 2 | wrong usage or wrong configuration |
        | 3 | something could not be read or written, or an internal error; the rest is reported all the same |

        With `--fail-on never` findings and shares make no status 1. The format changes nothing.
        """);
    check("commands.md", page.toString());
  }

  @Test
  void formats() throws IOException {
    StringBuilder page = new StringBuilder("# Formats\n\n").append(GENERATED);
    page.append(
        """
        `--format F` says what standard output gets. `--report F=FILE` writes another format to a file in the same run, as
        often as it is given. The Maven plugin names its files after the third column.

        | format | what it is for | file |
        |---|---|---|
        """);
    for (Format format : Format.values()) {
      page.append("| `").append(format.word()).append("` | ").append(purpose(format));
      page.append(" | `kmslint.").append(format.ending()).append("` |\n");
    }
    check("formats.md", page.toString());
  }

  private static String purpose(Format format) {
    return switch (format) {
      case TEXT -> "people: each finding with its source and what to do, each share with its table";
      case COMPACT -> "people and editors: a line for each finding";
      case JSON -> "programs; [its schema](schemas.md) has a version";
      case SARIF -> "code scanning on [GitHub](../how-to/github.md), and viewers: SARIF 2.1.0";
      case GITHUB -> "[GitHub](../how-to/github.md) Actions: annotations, and the job's summary";
      case GITLAB -> "[GitLab](../how-to/gitlab.md)'s Code Quality";
      case JUNIT -> "whatever shows test results: JUnit's XML";
      case CHECKSTYLE -> "[Jenkins](../how-to/jenkins.md) and others: Checkstyle's XML";
      case MARKDOWN -> "comments";
      case HTML -> "a browser: one page without scripts";
    };
  }

  @Test
  void configuration() throws IOException {
    JsonNode schema;
    try (InputStream in =
        Format.class.getResourceAsStream("/dev/kmslint/schema/config.schema.json")) {
      schema = new ObjectMapper().readTree(in);
    }
    StringBuilder page =
        new StringBuilder("# The configuration, `.kmslint.yml`\n\n").append(GENERATED);
    page.append("Names of files in it are relative to it. ");
    page.append(
        """
        It is the one that `--config` names; else the one in a folder that is checked; else the nearest one from the working
        folder upwards. `kmslint init` writes a first one.
        """);
    table(schema, schema, page);
    page.append("\n## suppress\n\nEach entry has `rule`, `file`, `reason`, and `sid` or `at`.\n");
    table(schema.at("/$defs/suppression"), schema, page);
    page.append("\n## shares\n\nEach entry has `to`.\n");
    table(schema.at("/$defs/share"), schema, page);
    page.append(
        """

        ## What goes before what

        The command line; then `suppress`; then `rules`; then what each rule and option has by itself. A baseline is asked
        last, about findings that are left. None of them changes the verdict of a share.
        """);
    check("configuration.md", page.toString());
  }

  private static void table(JsonNode object, JsonNode schema, StringBuilder page) {
    page.append("\n| setting | | values |\n|---|---|---|\n");
    for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
      JsonNode value = property.getValue();
      JsonNode target = schema.at(value.path("$ref").asString("#/none").substring(1));
      String description =
          value.path("description").asString(target.path("description").asString(""));
      page.append("| `").append(property.getKey()).append("` | ").append(text(description));
      page.append(" | ").append(values(value, target)).append(" |\n");
    }
  }

  private static String values(JsonNode value, JsonNode target) {
    JsonNode words =
        value.has("enum") ? value.path("enum") : value.at("/additionalProperties/enum");
    if (!words.isMissingNode()) {
      return words
          .valueStream()
          .map(word -> "`" + word.asString() + "`")
          .collect(Collectors.joining(" "));
    }
    return switch (value.path("type").asString(target.path("type").asString(""))) {
      case "array" -> "a list";
      case "object" -> "names and values";
      case "boolean" -> "`true` `false`";
      default -> "a text";
    };
  }

  private static String row(Option option) {
    String name = option.word() + (option.isFlag() ? "" : " " + option.value());
    String alias = option.alias().isEmpty() ? "" : "`" + option.alias() + "`, ";
    String often = option.isRepeatable() ? "; can be given several times" : "";
    String choices =
        option.choices().isEmpty()
            ? ""
            : ": "
                + option.choices().stream()
                    .map(word -> "`" + word + "`")
                    .collect(Collectors.joining(" "));
    return "| "
        + alias
        + "`"
        + name.replace("|", "\\|")
        + "` | "
        + text(option.help())
        + choices
        + often
        + " |\n";
  }

  /** Text in which Markdown shows every character. */
  private static String text(String plain) {
    return plain.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;");
  }

  private static void check(String name, String page) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("kmslint.rewrite")) {
      assertThat(System.getenv("CI")).as("pages stay as they are in CI").isNull();
      Files.writeString(file, page);
    }
    assertThat(file).hasContent(page);
  }
}
