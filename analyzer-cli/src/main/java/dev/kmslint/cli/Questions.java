package dev.kmslint.cli;

import dev.kmslint.lint.CanReport;
import dev.kmslint.lint.DiffReport;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.report.AccessJson;
import dev.kmslint.report.AccessText;
import dev.kmslint.run.Can;
import dev.kmslint.run.CanOptions;
import dev.kmslint.run.Diff;
import dev.kmslint.run.DiffOptions;
import dev.kmslint.run.UsageException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The commands that answer questions about access: can and diff. */
final class Questions {
  private final Surroundings around;
  private final RuleSet rules;

  Questions(Surroundings around, RuleSet rules) {
    this.around = around;
    this.rules = rules;
  }

  /** Answers one question; the exit status. */
  int can(Line line) throws UsageException, IOException {
    Settings settings = new Settings(line);
    boolean json = settings.choice(Option.ANSWER_FORMAT).equals("json");
    settings.choice(Option.NO_FAIL_ON);
    boolean color = settings.color(around.environment(), around.terminal());
    List<String> words = line.words();
    CanReport report =
        new Can(rules, settings.catalog(around.workingFolder()))
            .answer(
                new CanOptions(
                    around.workingFolder(),
                    around.in(),
                    words.get(0),
                    words.get(1),
                    words.get(2),
                    ContextOption.read(line.all(Option.CONTEXT)),
                    line.all(Option.ABSENT),
                    line.has(Option.ONLY_CONTEXT),
                    line.value(Option.ROLE_ARN),
                    settings.given(),
                    settings.facts(),
                    line.value(Option.CONFIG),
                    settings.files(),
                    words.subList(3, words.size())));
    say(report.inferred(), report.warnings(), line.has(Option.VERBOSE));
    Writer out = out();
    if (json) {
      AccessJson.write(report, out);
    } else {
      new AccessText(color, line.has(Option.QUIET)).write(report, out);
    }
    around.out().flush();
    return report.status();
  }

  /** Compares versions of policies; the exit status. */
  int diff(Line line) throws UsageException, IOException {
    Settings settings = new Settings(line);
    boolean json = settings.choice(Option.ANSWER_FORMAT).equals("json");
    settings.choice(Option.NO_FAIL_ON);
    boolean color = settings.color(around.environment(), around.terminal());
    DiffReport report =
        new Diff(rules, settings.catalog(around.workingFolder()))
            .compare(
                new DiffOptions(
                    around.workingFolder(),
                    around.in(),
                    line.value(Option.BASE),
                    line.words(),
                    settings.given(),
                    settings.facts(),
                    line.value(Option.CONFIG),
                    programs()));
    say(report.inferred(), report.warnings(), line.has(Option.VERBOSE));
    Writer out = out();
    if (json) {
      AccessJson.write(report, out);
    } else {
      new AccessText(color, line.has(Option.QUIET)).write(report, out);
    }
    around.out().flush();
    return report.status();
  }

  /** The variable PATH, which Windows writes as it likes. */
  private String programs() {
    for (Map.Entry<String, String> variable : around.environment().entrySet()) {
      if (variable.getKey().equalsIgnoreCase("PATH")) {
        return variable.getValue();
      }
    }
    return "";
  }

  private void say(List<String> inferred, List<String> warnings, boolean verbose) {
    for (String note : verbose ? inferred : List.<String>of()) {
      around.say(note);
    }
    for (String warning : warnings) {
      around.say("warning: " + warning);
    }
  }

  private Writer out() {
    return new BufferedWriter(new OutputStreamWriter(around.out(), StandardCharsets.UTF_8));
  }
}
