package dev.kmslint.report;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.ShareReport;
import dev.kmslint.share.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes the XML that JUnit's reports made common. Each share is a test, which passes when it is
 * proven; each finding is one that fails, and a suppressed one is skipped; an input that could not
 * be read is one with an error. Where there is none of all that, one test passes, since Jenkins
 * takes no report without a test.
 *
 * <p>A test is known by its class, the rule, and its name, the file and the message: a finding is
 * the same one when lines move.
 *
 * <p>Sources: https://github.com/jenkinsci/xunit-plugin/tree/master/src/main/resources (the schema
 * junit-10.xsd) and https://docs.gitlab.com/ci/testing/unit_test_reports/
 */
final class JunitReporter implements Reporter {
  private final ReportOptions options;
  private final StringBuilder cases = new StringBuilder();
  private final Map<String, Integer> seen = new HashMap<>();
  private int tests;
  private int failures;
  private int errors;
  private int skipped;

  JunitReporter(ReportOptions options) {
    this.options = options;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    for (ShareReport share : report.shares()) {
      append(share);
    }
    for (Finding finding : report.findings()) {
      if (options.shows(finding)) {
        append(finding);
      }
    }
    for (Report.InputError error : report.errors()) {
      startCase("input-error", error.file() + ": " + error.message());
      errors++;
      startFault("error", error.message(), "input-error");
      endCase("error", "");
    }
    if (tests == 0) {
      StringBuilder summary = new StringBuilder();
      Summary.append(report, summary);
      startCase("kmslint", summary.toString());
      cases.append("/>\n");
    }
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append("<testsuites");
    appendCounts(text);
    text.append(">\n  <testsuite");
    appendCounts(text);
    Xml.attribute("skipped", skipped, text);
    out.append(text.append(">\n")).append(cases).append("  </testsuite>\n</testsuites>\n");
    out.flush();
  }

  private void appendCounts(StringBuilder text) {
    Xml.attribute("name", "kmslint", text);
    Xml.attribute("tests", tests, text);
    Xml.attribute("failures", failures, text);
    Xml.attribute("errors", errors, text);
  }

  private void append(ShareReport share) {
    startCase("share", Words.title(share.result()));
    if (share.result().verdict() == Verdict.PROVEN) {
      cases.append("/>\n");
      return;
    }
    failures++;
    startFault("failure", Words.verdict(share), share.result().verdict().word());
    StringBuilder body = new StringBuilder();
    new ShareText(new Palette(false), false).append(share, body);
    endCase("failure", body.toString());
  }

  private void append(Finding finding) {
    startCase(finding.rule(), finding.location().file().path() + ": " + finding.message());
    Finding.Suppression suppression = finding.suppression();
    if (suppression != null) {
      skipped++;
      cases.append(">\n      <skipped");
      Xml.attribute("message", suppression.reason(), cases);
      cases.append("/>\n    </testcase>\n");
      return;
    }
    failures++;
    startFault("failure", finding.message(), finding.severity().word());
    StringBuilder body = new StringBuilder();
    new TextReporter(options.withColor(false)).appendFinding(finding, body);
    endCase("failure", body.toString());
  }

  /** Starts a test; the n-th of a name has its number, since readers keep one of each name. */
  private void startCase(String rule, String name) {
    tests++;
    int count = seen.merge(rule + '\n' + name, 1, Integer::sum);
    cases.append("    <testcase");
    Xml.attribute("classname", rule, cases);
    Xml.attribute("name", count == 1 ? name : name + " (" + count + ")", cases);
  }

  private void startFault(String tag, String message, String type) {
    cases.append(">\n      <").append(tag);
    Xml.attribute("message", message, cases);
    Xml.attribute("type", type, cases);
    cases.append('>');
  }

  private void endCase(String tag, String body) {
    for (String line : body.stripTrailing().split("\n", -1)) {
      cases.append(Xml.escaped(line)).append('\n');
    }
    cases.setLength(cases.length() - 1);
    cases.append("</").append(tag).append(">\n    </testcase>\n");
  }
}
