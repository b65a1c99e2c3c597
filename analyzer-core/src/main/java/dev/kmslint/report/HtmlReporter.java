package dev.kmslint.report;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.ShareReport;
import dev.kmslint.share.ShareResult;
import dev.kmslint.share.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Writes one page for a browser, which loads nothing and runs no script. */
final class HtmlReporter implements Reporter {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>kmslint report</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
      pre, code { font: 0.875rem/1.4 ui-monospace, monospace; }
      pre { overflow-x: auto; padding: 0.5rem; background: #8881; }
      section { border-top: 1px solid #8886; padding: 0.5rem 0; overflow-wrap: anywhere; }
      table { border-collapse: collapse; }
      th, td { border: 1px solid #8886; padding: 0.2rem 0.6rem; text-align: left; }
      .error, .broken { color: #c62828; }
      .warning, .unknown { color: #b26a00; }
      .note { color: #00838f; }
      .proven { color: #2e7d32; }
      .suppressed { opacity: 0.7; }
      </style>
      </head>
      <body>
      <h1>kmslint</h1>
      """;

  private final ReportOptions options;
  private final StringBuilder text = new StringBuilder();

  HtmlReporter(ReportOptions options) {
    this.options = options;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    text.append(HEAD).append("<p>");
    Summary.append(report, text);
    text.append("</p>\n");
    for (ShareReport share : report.shares()) {
      append(share);
    }
    for (Finding finding : report.findings()) {
      if (options.shows(finding)) {
        append(finding);
        out.append(text);
        text.setLength(0);
      }
    }
    for (Report.InputError error : report.errors()) {
      text.append("<section class=\"input\">\n<p><strong class=\"error\">error</strong> <code>");
      text.append(Xml.escaped(error.file())).append("</code>: ").append(prose(error.message()));
      text.append("</p>\n</section>\n");
    }
    out.append(text).append("</body>\n</html>\n");
    out.flush();
  }

  private void append(Finding finding) {
    String severity = finding.severity().word();
    boolean counts = finding.suppression() == null;
    text.append(counts ? "<section class=\"finding\">" : "<section class=\"finding suppressed\">");
    text.append("\n<p><strong class=\"").append(severity).append("\">").append(severity);
    text.append("</strong> <code>");
    text.append(Xml.escaped(CompactReporter.place(finding.location()))).append("</code>: ");
    text.append(prose(finding.message())).append(" <a href=\"");
    text.append(Xml.escaped(options.project().ruleUri(finding.rule()))).append("\">");
    text.append(finding.rule()).append("</a></p>\n<pre>");
    StringBuilder snippet = new StringBuilder();
    Snippet.append(finding.location(), options.width(), new Palette(false), snippet);
    for (String line : snippet.toString().stripTrailing().split("\n", -1)) {
      text.append(Xml.escaped(line)).append('\n');
    }
    text.append("</pre>\n");
    for (Finding.Related related : finding.related()) {
      text.append("<p>also <code>");
      text.append(Xml.escaped(CompactReporter.place(related.location()))).append("</code>: ");
      text.append(prose(related.message())).append("</p>\n");
    }
    appendLine("help", finding.help());
    if (finding.suppression() != null) {
      appendLine("suppressed", finding.suppression().reason());
    }
    text.append("</section>\n");
  }

  private void appendLine(String what, String sentence) {
    if (!sentence.isEmpty()) {
      text.append("<p>").append(what).append(": ").append(prose(sentence)).append("</p>\n");
    }
  }

  private void append(ShareReport report) {
    ShareResult share = report.result();
    String verdict = share.verdict().word();
    text.append("<section class=\"share\">\n<h2>").append(Xml.escaped(Words.title(share)));
    text.append(" (").append(Xml.escaped(share.scenario())).append("): <span class=\"");
    text.append(verdict).append("\">").append(verdict.toUpperCase(Locale.ROOT));
    text.append("</span></h2>\n<p>key ").append(known(share.keyArn())).append(", owner ");
    text.append(known(share.owner())).append(", to ").append(known(share.to())).append("</p>\n");
    if (!share.obligations().isEmpty()) {
      text.append("<table>\n<tr><th>action</th><th>level</th><th>key policy</th>");
      text.append("<th>IAM policy</th></tr>\n");
      for (ShareResult.Decided decided : share.obligations()) {
        text.append("<tr><td><code>").append(Xml.escaped(ShareText.label(decided)));
        text.append("</code></td><td>").append(decided.level().word()).append("</td><td>");
        text.append(ShareText.word(decided.keySide())).append("</td><td>");
        text.append(ShareText.word(decided.identitySide())).append("</td></tr>\n");
      }
      text.append("</table>\n");
    }
    if (share.verdict() != Verdict.PROVEN) {
      appendEach("missing", report.missing());
    }
    appendEach("assumed", share.assumptions());
    appendEach("inferred", share.inferred());
    text.append("</section>\n");
  }

  private void appendEach(String what, Iterable<String> sentences) {
    for (String sentence : sentences) {
      appendLine(what, sentence);
    }
  }

  private static String known(String value) {
    return value.isEmpty() ? "unknown" : "<code>" + Xml.escaped(value) + "</code>";
  }

  /** A sentence, with what stands between backticks as code. */
  private static String prose(String sentence) {
    String escaped = Xml.escaped(sentence);
    StringBuilder out = new StringBuilder(escaped.length() + 32);
    int from = 0;
    int open = escaped.indexOf('`');
    while (open >= 0) {
      int close = escaped.indexOf('`', open + 1);
      if (close < 0) {
        break;
      }
      out.append(escaped, from, open).append("<code>");
      out.append(escaped, open + 1, close).append("</code>");
      from = close + 1;
      open = escaped.indexOf('`', from);
    }
    return out.append(escaped, from, escaped.length()).toString();
  }
}
