package dev.kmslint.cli;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.lint.PageSource;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.report.Format;
import dev.kmslint.report.Project;
import dev.kmslint.report.ReportOptions;
import dev.kmslint.run.Analysis;
import dev.kmslint.run.Analyzer;
import dev.kmslint.run.RunOptions;
import dev.kmslint.run.UsageException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
    Analyzer analyzer = new Analyzer(rules, catalog);
    Analysis analysis =
        line.command() == Command.SHARE ? analyzer.share(options) : analyzer.check(options);
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
            .withQuiet(line.has(Option.QUIET))
            .withVerbose(verbose)
            .withShowSuppressed(line.has(Option.SHOW_SUPPRESSED));
    int status = analysis.status();
    for (Settings.ReportFile file : files) {
      if (!write(analysis.report(), file, plain)) {
        status = 3;
      }
    }
    Writer out = new OutputStreamWriter(around.out(), StandardCharsets.UTF_8);
    format.reporter(plain.withColor(color)).write(analysis.report(), new BufferedWriter(out));
    around.out().flush();
    return status;
  }

  private boolean write(Report report, Settings.ReportFile target, ReportOptions options) {
    try {
      Path file = around.workingFolder().resolve(target.file());
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      try (OutputStream stream = Files.newOutputStream(file);
          Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8))) {
        target.format().reporter(options).write(report, out);
      }
      return true;
    } catch (IOException | InvalidPathException e) {
      around.say("the report `" + target.file() + "` cannot be written: " + e.getMessage());
      return false;
    }
  }
}
