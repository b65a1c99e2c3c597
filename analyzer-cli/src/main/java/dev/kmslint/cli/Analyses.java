package dev.kmslint.cli;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.lint.Baseline;
import dev.kmslint.lint.PageSource;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.report.BaselineWriter;
import dev.kmslint.report.Format;
import dev.kmslint.report.Project;
import dev.kmslint.report.ReportFile;
import dev.kmslint.report.ReportOptions;
import dev.kmslint.run.Analysis;
import dev.kmslint.run.Analyzer;
import dev.kmslint.run.RunOptions;
import dev.kmslint.run.UsageException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.List;

/** The commands that analyse: check and share. */
final class Analyses {
  private final Surroundings around;
  private final RuleSet rules;
  private final PageSource pages;

  Analyses(Surroundings around, RuleSet rules, PageSource pages) {
    this.around = around;
    this.rules = rules;
    this.pages = pages;
  }

  /** Runs a command; the exit status. */
  int run(Line line) throws UsageException, IOException {
    Settings settings = new Settings(line);
    Format format = settings.format();
    List<Settings.ReportFile> files = settings.reportFiles();
    boolean color = settings.color(around.environment(), around.terminal());
    boolean verbose = line.has(Option.VERBOSE);
    Catalog catalog = settings.catalog(around.workingFolder());
    RunOptions options = settings.run(around.workingFolder(), around.in());
    Analysis analysis = analyze(line, catalog, options);
    if (verbose) {
      if (line.has(Option.CATALOG)) {
        around.say("the services are those of " + catalog.services().title());
      }
      for (String note : analysis.notes()) {
        around.say(note);
      }
    }
    for (String warning : analysis.warnings()) {
      around.say("warning: " + warning);
    }
    ReportOptions plain =
        ReportOptions.of(Project.current(), analysis.rules(), pages)
            .withWidth(settings.width(around.environment(), around.terminal()))
            .withQuiet(line.has(Option.QUIET))
            .withVerbose(verbose)
            .withShowSuppressed(line.has(Option.SHOW_SUPPRESSED));
    int status = analysis.status();
    if (analysis.baseline() != null
        && !writeBaseline(analysis.baseline(), line.value(Option.WRITE_BASELINE))) {
      status = 3;
    }
    for (Settings.ReportFile file : files) {
      if (!write(analysis.report(), file, plain)) {
        status = 3;
      }
    }
    if (format == Format.GITHUB) {
      summarize(analysis.report(), plain);
    }
    Writer out = new OutputStreamWriter(around.out(), StandardCharsets.UTF_8);
    format.reporter(plain.withColor(color)).write(analysis.report(), new BufferedWriter(out));
    around.out().flush();
    return status;
  }

  private Analysis analyze(Line line, Catalog catalog, RunOptions options) throws UsageException {
    boolean watched = around.watched() && !line.has(Option.QUIET);
    ProgressLine progress = watched ? new ProgressLine(around.err()) : null;
    Analyzer analyzer = new Analyzer(rules, catalog, progress);
    try {
      return line.command() == Command.SHARE ? analyzer.share(options) : analyzer.check(options);
    } finally {
      if (progress != null) {
        progress.end();
      }
    }
  }

  private boolean write(Report report, Settings.ReportFile target, ReportOptions options) {
    return write(
        "report", target.file(), out -> target.format().reporter(options).write(report, out));
  }

  private boolean writeBaseline(Baseline baseline, String file) {
    return write("baseline", file, out -> BaselineWriter.write(baseline, out));
  }

  private boolean write(String what, String name, ReportFile.Content content) {
    try {
      ReportFile.write(around.workingFolder().resolve(name), content);
      return true;
    } catch (IOException | InvalidPathException e) {
      around.say("the " + what + " `" + name + "` cannot be written: " + e.getMessage());
      return false;
    }
  }

  private void summarize(Report report, ReportOptions options) {
    String file = around.environment().getOrDefault(JobSummary.VARIABLE, "");
    if (!file.isEmpty()) {
      try {
        JobSummary.append(report, around.workingFolder().resolve(file), options);
      } catch (IOException | InvalidPathException e) {
        around.say("warning: the job summary cannot be written: " + e.getMessage());
      }
    }
  }
}
