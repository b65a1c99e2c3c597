package dev.kmslint.source;

/**
 * What keeps a text from being a document.
 *
 * @param kind what is wrong
 * @param location the first place at fault
 * @param message one sentence, lower case, without a final period
 */
public record SyntaxFault(Kind kind, SourceLocation location, String message) {
  /** The kinds of fault. */
  public enum Kind {
    /** Not the grammar of JSON or YAML, too deep, or too many values. */
    SYNTAX,
    /** The bytes are not UTF-8. */
    ENCODING,
    /** The file starts with a byte order mark. */
    BYTE_ORDER_MARK,
    /** A YAML tag that is none of the core schema's, as CloudFormation's {@code !Sub}. */
    TAG
  }
}
