package dev.kmslint.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The hooks for pre-commit and what the book has for other services, without these services. */
class SnippetsTest {
  @TempDir private Path folder;

  @Test
  void hooksRunTheCommand() throws Exception {
    Path file = Session.ROOT.resolve(".pre-commit-hooks.yaml");
    List<?> hooks = (List<?>) yaml(Files.readString(file));
    assertThat(hooks).hasSize(2);
    Session session = session();
    for (Object each : hooks) {
      Map<?, ?> hook = (Map<?, ?>) each;
      assertThat(String.valueOf(hook.keySet())).contains("id", "name", "entry", "language");
      assertThat(hook.get("pass_filenames")).isEqualTo(false);
      assertThat("policies/key-policy.json").containsPattern(String.valueOf(hook.get("files")));
      assertThat("pom.xml").doesNotContainPattern(String.valueOf(hook.get("files")));
      assertThat(session.run(hook.get("entry") + " policies"))
          .contains("share orders-to-dr (aurora-snapshot-copy): BROKEN");
      assertThat(session.status()).isEqualTo(1);
      assertThat(session.run(hook.get("entry") + " " + ((List<?>) hook.get("args")).get(0)))
          .contains(" files");
    }
    assertThat(Files.isExecutable(Session.ROOT.resolve("kmslint"))).isTrue();
  }

  @Test
  void yamlCanBeParsed() throws IOException {
    int count = 0;
    for (Path page : DocsTest.pages()) {
      for (Page.Block block : Page.of(page).blocks("yaml")) {
        assertThat(yaml(block.body())).isInstanceOfAny(Map.class, List.class);
        count++;
      }
    }
    assertThat(count).isGreaterThan(4);
  }

  @Test
  void theWorkflowGivesTheActionItsInputs() throws IOException {
    Map<?, ?> jobs = (Map<?, ?>) snippet("github.md").get("jobs");
    List<?> steps = (List<?>) ((Map<?, ?>) jobs.get("kmslint")).get("steps");
    Map<?, ?> step = (Map<?, ?>) steps.get(1);
    assertThat((String) step.get("uses")).startsWith("kmslint/kmslint@");
    Map<String, Object> inputs = ActionTest.inputs();
    for (Object input : ((Map<?, ?>) step.get("with")).keySet()) {
      assertThat(inputs).containsKey(String.valueOf(input));
    }
    String page = Files.readString(howTo("github.md"));
    for (String input : inputs.keySet()) {
      assertThat(page).contains("| `" + input + "` |");
    }
  }

  @Test
  void theJobForGitLabWritesWhatGitLabReads() throws Exception {
    Map<?, ?> job = (Map<?, ?>) snippet("gitlab.md").get("kmslint");
    List<?> script = (List<?>) job.get("script");
    Session session = session();
    session.run(commands(String.valueOf(script.get(script.size() - 1))).get(0));
    assertThat(session.status()).isEqualTo(1);
    Map<?, ?> reports = (Map<?, ?>) ((Map<?, ?>) job.get("artifacts")).get("reports");
    assertThat(reports.keySet().toString()).isEqualTo("[codequality, junit]");
    for (Object report : reports.values()) {
      assertThat(session.folder().resolve(String.valueOf(report))).isNotEmptyFile();
    }
  }

  @Test
  void thePipelineForJenkinsWritesWhatJenkinsReads() throws Exception {
    String pipeline = Page.of(howTo("jenkins.md")).blocks("groovy").get(0).body();
    Session session = session();
    session.run(commands(pipeline).get(0));
    assertThat(session.status()).isEqualTo(1);
    Matcher files = Pattern.compile("(?:pattern|testResults): '(.*?)'").matcher(pipeline);
    int count = 0;
    while (files.find()) {
      assertThat(session.folder().resolve(files.group(1))).isNotEmptyFile();
      count++;
    }
    assertThat(count).isEqualTo(2);
  }

  /** Commands that stand in the book without their output. */
  @Test
  void otherCommandsAreRight() throws Exception {
    Session session = session();
    session.run("git init -q . && git add -A && git -c user.name=a -c user.email=b commit -qm a");
    session.run("git update-ref refs/remotes/origin/main HEAD");
    int count = 0;
    for (Path page : DocsTest.pages()) {
      if (page.startsWith(Session.ROOT.resolve("docs"))) {
        for (String command : commands(Page.of(page).text())) {
          String shown = session.run(command);
          assertThat(session.status()).as(page + ": " + command + "\n" + shown).isLessThan(2);
          count++;
        }
      }
    }
    assertThat(count).isGreaterThan(3);
  }

  private Session session() throws IOException {
    Path own = Files.createTempDirectory(folder, "session").toRealPath();
    Session.copy(Session.ROOT.resolve("samples/broken-share"), own.resolve("policies"));
    return Session.in(own);
  }

  /** The commands of a text, but for those of console blocks and those in running text. */
  private static List<String> commands(String text) {
    List<String> commands = new ArrayList<>();
    Pattern command =
        Pattern.compile("(?<!\\$ )(?<=[ /])kmslint (?:check|share|diff) [a-z-][^'\"`\\n,]*");
    for (String line : text.split("\n", -1)) {
      Matcher matcher = command.matcher(line);
      if (!line.contains("`") && matcher.find()) {
        commands.add(matcher.group().strip());
      }
    }
    return commands;
  }

  private static Path howTo(String page) {
    return Session.ROOT.resolve("docs/how-to").resolve(page);
  }

  private static Map<?, ?> snippet(String page) throws IOException {
    return (Map<?, ?>) yaml(Page.of(howTo(page)).blocks("yaml").get(0).body());
  }

  /** What a YAML text says. */
  static Object yaml(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }
}
