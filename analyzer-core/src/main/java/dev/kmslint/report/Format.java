package dev.kmslint.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats of reports. */
public enum Format {
  /** For people: with the source and what to do. */
  TEXT,
  /** One line for each finding. */
  COMPACT,
  /** Version 1 of kmslint's own JSON. */
  JSON,
  /** SARIF 2.1.0, for code scanning. */
  SARIF,
  /** Workflow commands, which GitHub Actions shows as annotations. */
  GITHUB,
  /** Code Quality, for merge requests of GitLab. */
  GITLAB,
  /** JUnit's XML, for test reports. */
  JUNIT,
  /** Checkstyle's XML, as Jenkins and many others read it. */
  CHECKSTYLE,
  /** Markdown, for comments and job summaries. */
  MARKDOWN,
  /** One page for a browser. */
  HTML;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word in options. */
  public String word() {
    return word;
  }

  /** How names of files in this format end, without the first dot. */
  public String ending() {
    return switch (this) {
      case TEXT, COMPACT, JSON, SARIF, GITHUB, HTML -> word;
      case GITLAB -> "gitlab.json";
      case JUNIT -> "junit.xml";
      case CHECKSTYLE -> "checkstyle.xml";
      case MARKDOWN -> "md";
    };
  }

  /** The format of that word, in lower case; null when there is none such. */
  public static @Nullable Format of(String word) {
    for (Format format : values()) {
      if (format.word.equals(word)) {
        return format;
      }
    }
    return null;
  }

  /** What writes reports in this format. */
  public Reporter reporter(ReportOptions options) {
    return switch (this) {
      case TEXT -> new TextReporter(options);
      case COMPACT -> new CompactReporter(options);
      case JSON -> new JsonReporter(options);
      case SARIF -> new SarifReporter(options);
      case GITHUB -> new GithubReporter(options);
      case GITLAB -> new GitlabReporter(options);
      case JUNIT -> new JunitReporter(options);
      case CHECKSTYLE -> new CheckstyleReporter(options);
      case MARKDOWN -> new MarkdownReporter(options, Integer.MAX_VALUE);
      case HTML -> new HtmlReporter(options);
    };
  }
}
