package dev.kmslint.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.lint.Rule;
import dev.kmslint.rules.BuiltInRules;
import dev.kmslint.run.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @TempDir Path temp;
  private Kmslint kmslint;

  @BeforeEach
  void policies() {
    kmslint =
        new Kmslint(temp)
            .file("good.json", Kmslint.KEY_POLICY)
            .file("bad.json", Kmslint.BAD_POLICY)
            .file("config.yml", "fail-on: never\n");
  }

  private Kmslint.Result run(String... args) {
    return kmslint.run(args);
  }

  private void refuses(String complaint, String... args) {
    Kmslint.Result result = run(args);
    assertThat(result.err()).isEqualTo("kmslint: " + complaint + "\n");
    assertThat(result.out()).isEmpty();
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void statusSaysHowItWent() {
    assertThat(run("check", "good.json").status()).isZero();
    assertThat(run("check", "bad.json").status()).isEqualTo(1);
    assertThat(run("check", "bad.json", "--fail-on", "never").status()).isZero();
    assertThat(run("check", "bad.json", "--config", "config.yml").status()).isZero();
    assertThat(run("check", "bad.json", "--rule", "policy/malformed-action=off").out())
        .doesNotContain("malformed-action");
    assertThat(run("check", "bad.json", "none.json").status()).isEqualTo(3);
    assertThat(run("check").status()).isEqualTo(2);
    assertThat(run("share", "--to", "444455556666", "good.json").status()).isEqualTo(1);
  }

  @Test
  void theFormatNeverChangesTheStatus() {
    for (String format : Option.FORMAT.choices()) {
      assertThat(run("check", "bad.json", "--format", format).status()).as(format).isEqualTo(1);
      assertThat(run("check", "good.json", "--format", format).status()).as(format).isZero();
      assertThat(run("check", "none.json", "--format", format).status()).as(format).isEqualTo(3);
    }
  }

  @Test
  void whatCouldNotBeReadStandsBesideTheFindingsOfTheRest() {
    Kmslint.Result result = run("check", "none.json", "bad.json", "--format", "compact");
    assertThat(result.out())
        .contains("none.json: error: the file does not exist\n")
        .contains("bad.json:6:15: error: ");
  }

  @Test
  void aRoleOfAnAccountThatHasNobodyIsMissing() {
    String role = Kmslint.KEY_POLICY.replace(":root", ":role/Admin");
    new Kmslint(temp)
        .file("key.json", role)
        .file(
            "details.json",
            "{\"UserDetailList\":[],\"GroupDetailList\":[],\"RoleDetailList\":[],"
                + "\"Policies\":[],\"IsTruncated\":false}");
    Kmslint.Result result =
        new Kmslint(temp)
            .run(
                "check",
                "key.json",
                "details.json",
                "--owner",
                "111122223333",
                "--format",
                "compact");
    assertThat(result.out()).contains("key.json:5:26: warning: ").contains("kms/missing-principal");
  }

  @Test
  void findingsHaveTheirPlaces() {
    assertThat(run("check", ".", "--format", "compact", "--only", "policy/malformed-action").out())
        .startsWith("bad.json:6:15: error: ")
        .endsWith("[policy/malformed-action]\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | say what to do: `kmslint check PATH` for a start, or `kmslint --help`",
        "chek x | there is no command `chek`; did you mean `check`?",
        "frobnicate | there is no command `frobnicate`",
        "--verison | there is no option `--verison`; did you mean `--version`?",
        "check | `kmslint check` needs a PATH",
        "explain | `kmslint explain` needs a RULE",
        "explain a b | `b` is one argument too many of `kmslint explain`",
        "check x --formt json | there is no option `--formt` of `kmslint check`; did you mean `--format`?",
        "check x --cache b | there is no option `--cache` of `kmslint check`",
        "check x --to 1 | there is no option `--to` of `kmslint check`",
        "check x --format | `--format` needs a value, F",
        "check x --format -q | `--format` needs a value, F",
        "check x --format jsn | `--format` cannot be `jsn`; did you mean `json`?",
        "check x --format pdf | `--format` cannot be `pdf`; it is one of text, compact, json, sarif, github, gitlab, junit, checkstyle, markdown, html",
        "check x --fail-on fatal | `--fail-on` cannot be `fatal`; it is one of error, warning, note, never",
        "check x --color maybe | `--color` cannot be `maybe`; it is one of auto, always, never",
        "check x --config a --config b | `--config` is given twice",
        "check x --report sarif | `--report` takes a format and a file, as `sarif=kmslint.sarif`",
        "check x --report srif=f | `--format` cannot be `srif`; did you mean `sarif`?",
        "check x --rule kms/lockout | `--rule` takes a rule and off, error, warning or note, as `kms/lockout=off`, not `kms/lockout`",
        "check x --fact aws:PrincipalOrgID | `--fact` takes a condition key and its value, as `aws:PrincipalOrgID=o-abc`, not `aws:PrincipalOrgID`",
        "check x --only policy/invalid-jsn | there is no rule `policy/invalid-jsn`; did you mean `policy/invalid-json`?",
        "check x --rule policy/invalid-jsn=off | there is no rule `policy/invalid-jsn`; did you mean `policy/invalid-json`?",
        "check x --owner 12 | `--owner`: `12` is no account id, which has 12 digits",
        "check x --config none.yml | the configuration `none.yml` cannot be read: it does not exist",
        "explain policy/invalid-jsn | there is no rule `policy/invalid-jsn`; did you mean `policy/invalid-json`?",
        "rules --format jsn | `--format` cannot be `jsn`; did you mean `json`?",
        "completion fish | there is no completion for `fish`, only for bash and zsh"
      })
  void saysWhatIsWrongWithALine(String line, String complaint) {
    refuses(complaint, line.isEmpty() ? new String[0] : line.split(" ", -1));
  }

  @Test
  void whatAnUnsetVariableLeavesIsWrongUsage() {
    refuses("an empty argument names no file", "check", "");
    refuses("`--config` is given an empty value", "check", "--config", "", "good.json");
    refuses("`--to` is given an empty value", "share", "--to=", "good.json");
  }

  @Test
  void aWrongConfigurationNamesLineAndColumn() {
    kmslint.file(".kmslint.yml", "shares:\n  - to: 12345678901\n");
    Kmslint.Result result = run("check", "good.json");
    assertThat(result.err())
        .startsWith("kmslint: .kmslint.yml:2:9: an account id has 12 digits")
        .contains("lost its leading zeros");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void helpAndVersionGoToStandardOutput() {
    assertThat(run("--version").out()).matches("kmslint \\S+\n");
    assertThat(run("check", "--version").out()).matches("kmslint \\S+\n");
    for (Command command : Command.values()) {
      Kmslint.Result help = run(command.word(), "--help");
      assertThat(help.status()).isZero();
      assertThat(help.err()).isEmpty();
      assertThat(help.out()).startsWith("Usage: kmslint " + command.word());
      for (Option option : Option.values()) {
        String shown = option.word() + (option.isFlag() ? " " : "=");
        assertThat(help.out().contains(shown))
            .as("%s %s", command, option)
            .isEqualTo(Option.named(option.word(), command) != null);
      }
      assertThat(run("--help").out()).contains("  " + command.word() + " ");
    }
  }

  @Test
  void verboseSaysOnStandardErrorHowInputsWereUnderstood() {
    Kmslint.Result result = run("check", "good.json", "-v", "--format", "json");
    assertThat(result.err())
        .isEqualTo(
            "kmslint: `good.json`: key policy, since it has principals and actions of KMS; its"
                + " owner is 111122223333, since it is the only account that the policy names\n");
    assertThat(result.out()).startsWith("{").doesNotContain("since it has");
    assertThat(run("check", "good.json").err()).isEmpty();
  }

  @Test
  void quietSaysNothingWhenAllIsWell() {
    assertThat(run("check", "good.json", "-q").out()).isEmpty();
    assertThat(run("check", "good.json").out()).contains("no findings in 1 file");
  }

  @Test
  void coloursAreForTerminalsOrForThoseWhoAsk() {
    assertThat(run("check", "bad.json").out()).doesNotContain("\u001B");
    assertThat(run("check", "bad.json", "--color", "always").out()).contains("\u001B[");
    kmslint.environment.put("NO_COLOR", "1");
    assertThat(run("check", "bad.json", "--color", "always").out()).contains("\u001B[");
  }

  @Test
  void colourObeysTheEnvironment() throws Exception {
    Settings auto = settings("check", "x");
    assertThat(auto.color(Map.of(), true)).isTrue();
    assertThat(auto.color(Map.of(), false)).isFalse();
    assertThat(auto.color(Map.of("NO_COLOR", "1"), true)).isFalse();
    assertThat(auto.color(Map.of("NO_COLOR", ""), true)).isTrue();
    assertThat(auto.color(Map.of("TERM", "dumb"), true)).isFalse();
    Settings never = settings("check", "x", "--color=never");
    assertThat(never.color(Map.of(), true)).isFalse();
  }

  private static Settings settings(String... args) throws UsageException {
    return new Settings(requireNonNull(ShortWay.read(args)));
  }

  @Test
  void writesOtherFormatsToFilesInTheSameRun() throws IOException {
    Kmslint.Result result =
        run("check", "bad.json", "--report", "json=out/a.json", "--report=sarif=out/b.sarif");
    assertThat(result.status()).isEqualTo(1);
    assertThat(Files.readString(temp.resolve("out/a.json")))
        .isEqualTo(run("check", "bad.json", "--format", "json").out());
    assertThat(Files.readString(temp.resolve("out/b.sarif")))
        .isEqualTo(run("check", "bad.json", "--format", "sarif").out());
    Kmslint.Result failed = run("check", "good.json", "--report", "json=good.json/x.json");
    assertThat(failed.status()).isEqualTo(3);
    assertThat(failed.err()).startsWith("kmslint: the report `good.json/x.json` cannot be written");
    assertThat(failed.out()).contains("no findings");
  }

  @Test
  void outputIsUtf8WithPlainLineEnds() {
    kmslint.file("\u00E9.json", Kmslint.BAD_POLICY);
    String out = run("check", "\u00E9.json").out();
    assertThat(out).contains("\u00E9.json:6:15").doesNotContain("\r");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "compact", "json", "sarif"})
  void theSameInputGivesTheSameBytes(String format) {
    String first = run("check", ".", "--format", format).out();
    assertThat(run("check", ".", "--format", format).out()).isEqualTo(first);
    assertThat(first).doesNotContain(temp.toString());
  }

  @Test
  void rulesListsEveryRule() {
    String text = run("rules").out();
    String json = run("rules", "--format", "json").out();
    String markdown = run("rules", "--format", "markdown").out();
    for (Rule rule : BuiltInRules.all()) {
      assertThat(text).contains(rule.info().id() + " ");
      assertThat(json).contains("\"id\": \"" + rule.info().id() + "\"");
      assertThat(markdown).contains("| [" + rule.info().id() + "](");
    }
    assertThat(json).startsWith("{\n  \"schemaVersion\": 1,\n  \"rules\": [");
  }

  @Test
  void explainShowsThePageOfARule() {
    String page = run("explain", "policy/invalid-json").out();
    assertThat(page)
        .startsWith("policy/invalid-json (error)\n")
        .contains("## Why")
        .endsWith("/rules/policy/invalid-json/rule.md\n");
  }

  @Test
  void completionKnowsCommandsAndOptions() {
    String script = run("completion", "bash").out();
    for (Option option : Option.values()) {
      assertThat(script).contains(option.word());
    }
    for (Command command : Command.values()) {
      assertThat(script).contains(command.word());
    }
    assertThat(script).contains("aurora-snapshot-copy").doesNotContain("\r");
    assertThat(run("completion", "zsh").out()).isEqualTo(script);
  }

  @Test
  void completionOffersRulesAndFormats() throws Exception {
    assertThat(completed("kmslint explain kms/lock")).containsExactly("kms/lockout");
    assertThat(completed("kmslint check --only kms/lock")).containsExactly("kms/lockout");
    assertThat(completed("kmslint check --rule kms/lock")).containsExactly("kms/lockout");
    assertThat(completed("kmslint check --format ju")).containsExactly("junit");
    assertThat(completed("kmslint check --report ju")).containsExactly("junit=kmslint.junit.xml");
    assertThat(completed("kmslint completion z")).containsExactly("zsh");
    assertThat(completed("kmslint check --basel")).containsExactly("--baseline");
  }

  /** What bash offers for the last word of a line. */
  private List<String> completed(String line) throws Exception {
    Path script = temp.resolve("completion.bash");
    Files.writeString(script, run("completion", "bash").out());
    List<String> words = List.of(line.split(" "));
    String ask =
        "compopt() { :; }; source \"$1\"; shift; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); COMP_LINE=\"$*\";"
            + " _complete_kmslint; printf '%s\\n' \"${COMPREPLY[@]}\"";
    List<String> command = new ArrayList<>(List.of("bash", "-c", ask, "bash", script.toString()));
    command.addAll(words);
    Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    bash.waitFor();
    return out.lines().map(String::strip).filter(word -> !word.isEmpty()).toList();
  }

  @Test
  void sourceLinesFitTheTerminal() throws Exception {
    Settings settings = settings("check", "x");
    assertThat(settings.width(Map.of("COLUMNS", "90"), true)).isEqualTo(90);
    assertThat(settings.width(Map.of("COLUMNS", "90"), false)).isEqualTo(120);
    assertThat(settings.width(Map.of("COLUMNS", "1"), true)).isEqualTo(40);
    assertThat(settings.width(Map.of("COLUMNS", "99999999999"), true)).isEqualTo(1000);
    for (String none : List.of("", "0", "-5", "wide")) {
      assertThat(settings.width(Map.of("COLUMNS", none), true)).as(none).isEqualTo(120);
    }
    assertThat(settings.width(Map.of(), true)).isEqualTo(120);
  }

  @Test
  void standardInputIsReadForADash() {
    kmslint.stdin = Kmslint.BAD_POLICY.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(run("check", "-", "--format", "compact").out()).contains("<stdin>:6:15: error: ");
  }

  @Test
  void warnsAboutWhatASharesPathsDoNotGive() {
    kmslint.file(
        "rcp.json",
        "{\"Statement\":{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"kms:*\",\"Resource\":\"*\"}}");
    Kmslint.Result result = run("share", "--to", "444455556666", "good.json", "rcp.json");
    assertThat(result.err()).startsWith("kmslint: warning: `rcp.json` has no part in the share");
  }
}
