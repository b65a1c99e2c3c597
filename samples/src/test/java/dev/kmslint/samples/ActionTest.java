package dev.kmslint.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The action for GitHub, as far as one can have it without GitHub: its scripts, run as there. */
class ActionTest {
  @TempDir private Path folder;
  private Path workspace = Path.of("");

  @BeforeEach
  void preparePolicies() throws IOException {
    workspace = folder.resolve("work space");
    Session.copy(Session.ROOT.resolve("samples/broken-share"), workspace.resolve("my policies"));
  }

  @Test
  void keepsInputsOutOfItsScripts() throws IOException {
    for (Map<String, Object> step : steps()) {
      if (step.containsKey("run")) {
        assertThat(step.get("shell")).isEqualTo("bash");
        assertThat((String) step.get("run")).doesNotContain("${{");
      } else {
        assertThat((String) step.get("uses")).matches("[a-z-]+/[a-z/-]+@v\\d+");
      }
    }
  }

  @Test
  void usesWhatItDeclares() throws IOException {
    String text = Files.readString(Session.ROOT.resolve("action.yml"));
    Set<String> used = new TreeSet<>();
    Matcher matcher = Pattern.compile("inputs\\.([a-z-]+)").matcher(text);
    while (matcher.find()) {
      used.add(matcher.group(1));
    }
    assertThat(inputs().keySet()).containsExactlyInAnyOrderElementsOf(used);
    matcher = Pattern.compile("steps\\.([a-z]+)\\.outputs\\.([a-z-]+)").matcher(text);
    int count = 0;
    while (matcher.find()) {
      String script = (String) step(matcher.group(1)).get("run");
      assertThat(script).contains("\"" + matcher.group(2) + "=");
      count++;
    }
    assertThat(count).isEqualTo(6);
  }

  @Test
  void reportsAndFails() throws Exception {
    Ran ran = check(Map.of("paths", "my policies\n"));
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.shown())
        .contains(
            "::error file=my policies/key-policy.json,line=16,", "share/create-grant-missing");
    assertThat(ran.outputs()).containsExactly("exit-status=1", "sarif-file=kmslint.sarif");
    assertThat(workspace.resolve("kmslint.sarif"))
        .content()
        .contains("\"uri\": \"my%20policies/key-policy.json\"");
    assertThat(ran.summary()).contains("orders-to-dr");
  }

  @Test
  void handsOnItsInputs() throws Exception {
    Map<String, String> inputs =
        Map.of(
            "paths", "my policies/key-policy.json\nmy policies/iam-policy.json",
            "fail-on", "note",
            "args", "--only=kms/lockout\n--fact=aws:PrincipalOrgID=o-a b",
            "sarif-file", "out/a b.sarif");
    Ran ran = check(inputs);
    assertThat(ran.shown()).isEqualTo("no findings in 2 files\n");
    assertThat(ran.status()).isZero();
    assertThat(ran.outputs()).containsExactly("exit-status=0", "sarif-file=out/a b.sarif");
    assertThat(workspace.resolve("out/a b.sarif")).exists();
  }

  @Test
  void uploadsNothingOldWhenItCannotRun() throws Exception {
    Files.writeString(workspace.resolve("kmslint.sarif"), "of an earlier step");
    Ran ran = check(Map.of("paths", "my policies", "fail-on", "sometimes"));
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.outputs()).containsExactly("exit-status=2");
  }

  @Test
  void prefersWhatIsBuilt() throws Exception {
    Path built = folder.resolve("action/analyzer-cli/target/kmslint/bin/kmslint");
    write(built, "#!/bin/sh\necho built: \"$JAVA_HOME\" \"$@\"\n");
    assertThat(check(Map.of()).shown())
        .isEqualTo(
            "built: "
                + System.getProperty("java.home")
                + " check --format=github --report=sarif=kmslint.sarif .\n");
  }

  @Test
  void choosesAJavaAndKnowsItsSources() throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("ACTION", Session.ROOT.toString());
    environment.put("JAVA_HOME", "/java/11");
    environment.put("JAVA_HOME_17_X64", "/java/17");
    Ran ran = script("prepare", environment);
    assertThat(ran.shown()).isEmpty();
    assertThat(ran.status()).isZero();
    assertThat(ran.outputs()).hasSize(2).contains("java-home=/java/17");
    assertThat(ran.outputs().get(1)).matches("sources=[0-9a-f]{40}");
  }

  /** The inputs that the action declares. */
  static Map<String, Object> inputs() throws IOException {
    return map(action(), "inputs");
  }

  private static Map<?, ?> action() throws IOException {
    return (Map<?, ?>) SnippetsTest.yaml(Files.readString(Session.ROOT.resolve("action.yml")));
  }

  @SuppressWarnings("unchecked") // Keys in this file are words.
  private static Map<String, Object> map(Map<?, ?> parent, String key) {
    return (Map<String, Object>) parent.get(key);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> steps() throws IOException {
    return (List<Map<String, Object>>) map(action(), "runs").get("steps");
  }

  private static Map<String, Object> step(String id) throws IOException {
    return steps().stream().filter(step -> id.equals(step.get("id"))).findFirst().orElseThrow();
  }

  private record Ran(int status, String shown, List<String> outputs, String summary) {}

  /** Runs the step that checks, with a stand-in for the launcher. */
  private Ran check(Map<String, String> inputs) throws Exception {
    Path launcher = folder.resolve("action/kmslint");
    write(
        launcher,
        "#!/bin/sh\nexec \"$JAVA_HOME/bin/java\" -XX:TieredStopAtLevel=1 -cp '"
            + System.getProperty("java.class.path")
            + "' dev.kmslint.cli.Main \"$@\"\n");
    Map<String, String> environment = new HashMap<>();
    for (Map.Entry<String, Object> variable : map(step("check"), "env").entrySet()) {
      environment.put(variable.getKey(), value(String.valueOf(variable.getValue()), inputs));
    }
    environment.put("ACTION", launcher.resolveSibling("").toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    return script("check", environment);
  }

  /** The value of an expression that names an input; others are empty. */
  private static String value(String expression, Map<String, String> inputs) throws IOException {
    Matcher matcher = Pattern.compile("\\$\\{\\{ inputs\\.(.*) }}").matcher(expression);
    if (!matcher.matches()) {
      return "";
    }
    String fallback = String.valueOf(map(inputs(), matcher.group(1)).get("default"));
    return inputs.getOrDefault(matcher.group(1), fallback);
  }

  /** Runs the script of a step with bash, as a runner does. */
  private Ran script(String id, Map<String, String> environment) throws Exception {
    Path script = folder.resolve(id + ".sh");
    write(script, (String) step(id).get("run"));
    Path output = Files.createTempFile(folder, "output", "");
    Path summary = Files.createTempFile(folder, "summary", "");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString())
            .directory(workspace.toFile())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_HOME"));
    builder.environment().putAll(environment);
    builder.environment().put("GITHUB_OUTPUT", output.toString());
    builder.environment().put("GITHUB_STEP_SUMMARY", summary.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    return new Ran(status, shown, Files.readAllLines(output), Files.readString(summary));
  }

  private static void write(Path script, String text) throws IOException {
    Files.createDirectories(script.resolveSibling(""));
    Files.writeString(script, text);
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }
}
