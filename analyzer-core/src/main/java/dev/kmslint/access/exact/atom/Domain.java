package dev.kmslint.access.exact.atom;

import java.util.List;

/**
 * What the requests of a question can hold on one axis.
 *
 * @param absent whether some lack the key
 * @param present whether some have it
 * @param kind what its values are
 * @param texts patterns of which every value matches one
 * @param many whether a request can hold any number of values
 * @param fixed the only values, when there is but one choice; else empty
 */
public record Domain(
    boolean absent,
    boolean present,
    Kind kind,
    List<Pattern> texts,
    boolean many,
    List<String> fixed) {
  /** What values are. */
  public enum Kind {
    TEXT,
    BOOL,
    NUMBER,
    INTEGER,
    DATE,
    /** Seconds since 1970. */
    EPOCH,
    ADDRESS,
    BINARY
  }

  public static final List<Pattern> ANY_TEXT = List.of(Pattern.anything());

  public static final Domain NOTHING =
      new Domain(true, false, Kind.TEXT, List.of(), false, List.of());

  /** One given set of values; it can be empty. */
  public static Domain of(List<String> values) {
    return new Domain(false, true, Kind.TEXT, List.of(), values.size() != 1, values);
  }

  /** One text out of those that match a pattern. */
  public static Domain of(Kind kind, List<Pattern> texts) {
    return texts.size() == 1 && texts.get(0).isLiteral()
        ? of(List.of(texts.get(0).text()))
        : new Domain(false, true, kind, texts, false, List.of());
  }

  /** Whether there is but one choice. */
  public boolean isSingle() {
    return !present || (!absent && kind == Kind.TEXT && texts.isEmpty());
  }

  public boolean isAnyText() {
    return texts.equals(ANY_TEXT);
  }
}
