package dev.kmslint.report;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.Severity;
import dev.kmslint.source.Position;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes the XML of Checkstyle's own logger, which many tools read: the findings by file, and
 * inputs that could not be read.
 *
 * <p>Source: https://checkstyle.org/apidocs/com/puppycrawl/tools/checkstyle/XMLLogger.html
 */
final class CheckstyleReporter implements Reporter {
  private static final String INPUT_ERROR = "input-error";

  private final ReportOptions options;
  private final StringBuilder text = new StringBuilder();
  private String file = "";

  CheckstyleReporter(ReportOptions options) {
    this.options = options;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n");
    for (Finding finding : report.findings()) {
      if (options.shows(finding)) {
        Position start = finding.location().region().start();
        boolean counts = finding.suppression() == null;
        enter(finding.location().file().path());
        text.append("    <error");
        Xml.attribute("line", start.line(), text);
        Xml.attribute("column", start.column(), text);
        Xml.attribute("severity", severity(counts ? finding.severity() : Severity.NOTE), text);
        Xml.attribute("message", Words.message(finding), text);
        Xml.attribute("source", finding.rule(), text);
        text.append("/>\n");
        out.append(text);
        text.setLength(0);
      }
    }
    leave();
    for (Report.InputError error : report.errors()) {
      enter(error.file());
      text.append("    <error");
      Xml.attribute("severity", "error", text);
      Xml.attribute("message", error.message(), text);
      Xml.attribute("source", INPUT_ERROR, text);
      text.append("/>\n");
    }
    leave();
    out.append(text).append("</checkstyle>\n");
    out.flush();
  }

  private void enter(String path) {
    if (!path.equals(file)) {
      leave();
      text.append("  <file");
      Xml.attribute("name", path, text);
      text.append(">\n");
      file = path;
    }
  }

  private void leave() {
    if (!file.isEmpty()) {
      text.append("  </file>\n");
      file = "";
    }
  }

  private static String severity(Severity severity) {
    return severity == Severity.NOTE ? "info" : severity.word();
  }
}
