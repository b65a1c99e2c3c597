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
  SARIF;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word in options. */
  public String word() {
    return word;
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
    };
  }
}
