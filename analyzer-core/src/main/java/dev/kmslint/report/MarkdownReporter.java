package dev.kmslint.report;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.ShareReport;
import dev.kmslint.share.ShareResult;
import dev.kmslint.share.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Writes Markdown, for comments and for GitHub's job summaries: what was found in one line, the
 * shares, and a list of the findings. What comes from a policy stands in code spans, where nothing
 * is a link, a mention or a tag.
 */
public final class MarkdownReporter implements Reporter {
  private static final int ROOM_FOR_REST = 200;

  private final ReportOptions options;
  private final int maxBytes;
  private final StringBuilder text = new StringBuilder();
  private int written;
  private int leftOut;

  /**
   * @param maxBytes how many bytes of UTF-8 there may be; what would exceed them is left out, and
   *     the report says so
   */
  public MarkdownReporter(ReportOptions options, int maxBytes) {
    this.options = options;
    this.maxBytes = maxBytes;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    text.append("## kmslint: ");
    Summary.append(report, text);
    text.append('\n');
    flush(out);
    for (ShareReport share : report.shares()) {
      append(share);
      flush(out);
    }
    boolean first = true;
    for (Finding finding : report.findings()) {
      if (options.shows(finding)) {
        text.append(first ? "\n### Findings\n\n" : "");
        first = false;
        append(finding);
        flush(out);
      }
    }
    first = true;
    for (Report.InputError error : report.errors()) {
      text.append(first ? "\n### Inputs that could not be read\n\n" : "");
      first = false;
      text.append("- ").append(code(error.file())).append(": ");
      text.append(prose(error.message())).append('\n');
      flush(out);
    }
    if (leftOut > 0) {
      out.append("\nThe report is cut short: ").append(String.valueOf(leftOut));
      out.append(leftOut == 1 ? " entry does" : " entries do").append(" not fit.\n");
    }
    out.flush();
  }

  /** Writes what stands in the buffer, when it fits. */
  private void flush(Writer out) throws IOException {
    int bytes = maxBytes == Integer.MAX_VALUE ? 0 : bytes();
    if (bytes > maxBytes - ROOM_FOR_REST - written) {
      leftOut++;
    } else {
      written += bytes;
      out.append(text);
    }
    text.setLength(0);
  }

  private int bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private void append(Finding finding) {
    text.append("- **").append(finding.severity().word()).append("** ");
    text.append(code(CompactReporter.place(finding.location()))).append(": ");
    text.append(prose(finding.message()));
    text.append(" [").append(finding.rule()).append("](");
    text.append(options.project().ruleUri(finding.rule())).append(")\n");
    for (Finding.Related related : finding.related()) {
      text.append("  - also ").append(code(CompactReporter.place(related.location())));
      text.append(": ").append(prose(related.message())).append('\n');
    }
    if (!finding.help().isEmpty()) {
      text.append("  - help: ").append(prose(finding.help())).append('\n');
    }
    if (finding.suppression() != null) {
      text.append("  - suppressed: ").append(code(finding.suppression().reason())).append('\n');
    }
  }

  private void append(ShareReport report) {
    ShareResult share = report.result();
    text.append("\n### share ");
    text.append(share.name().equals("share") ? "" : code(share.name()) + " ");
    text.append('(').append(share.scenario()).append("): ");
    text.append(share.verdict().word().toUpperCase(Locale.ROOT)).append("\n\n");
    text.append("- key ").append(known(share.keyArn()));
    text.append(", owner ").append(known(share.owner())).append('\n');
    text.append("- to ").append(known(share.to())).append('\n');
    if (share.verdict() != Verdict.PROVEN) {
      appendEach("missing", report.missing());
    }
    appendEach("assumed", share.assumptions());
    appendEach("inferred", share.inferred());
    if (!share.obligations().isEmpty()) {
      text.append("\n| action | level | key policy | IAM policy |\n| --- | --- | --- | --- |\n");
    }
    for (ShareResult.Decided decided : share.obligations()) {
      text.append("| ").append(ShareText.label(decided));
      text.append(" | ").append(decided.level().word());
      text.append(" | ").append(ShareText.word(decided.keySide()));
      text.append(" | ").append(ShareText.word(decided.identitySide())).append(" |\n");
    }
  }

  private void appendEach(String what, Iterable<String> sentences) {
    for (String sentence : sentences) {
      text.append("- ").append(what).append(": ").append(prose(sentence)).append('\n');
    }
  }

  private static String known(String value) {
    return value.isEmpty() ? "unknown" : code(value);
  }

  /**
   * A sentence of kmslint's as it is, with its code spans; where what it quotes has broken out of
   * its backticks, or where anything but plain words stands outside of them, all in one code span.
   */
  static String prose(String sentence) {
    String printable = Printable.of(sentence);
    boolean quoted = false;
    for (int i = 0; i < printable.length(); i++) {
      char c = printable.charAt(i);
      if (c == '`') {
        quoted = !quoted;
      } else if (!quoted && !isPlain(c)) {
        return code(printable);
      }
    }
    boolean more =
        printable.contains("``") || printable.contains("://") || printable.contains("www.");
    return quoted || more ? code(printable) : printable;
  }

  private static boolean isPlain(char c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || " ,.;:'\"()/?-".indexOf(c) >= 0;
  }

  /** A text as a code span: between more backticks than it holds in a row. */
  static String code(String text) {
    String printable = Printable.of(text);
    int longest = 0;
    int row = 0;
    for (int i = 0; i < printable.length(); i++) {
      row = printable.charAt(i) == '`' ? row + 1 : 0;
      longest = Math.max(longest, row);
    }
    String fence = "`".repeat(longest + 1);
    boolean padded = longest > 0 || printable.isBlank() || printable.charAt(0) == ' ';
    String pad = padded || printable.endsWith(" ") ? " " : "";
    return fence + pad + printable + pad + fence;
  }
}
