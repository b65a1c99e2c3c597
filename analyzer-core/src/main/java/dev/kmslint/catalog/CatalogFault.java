package dev.kmslint.catalog;

/** A table of services that cannot be read: what is wrong with it, and where. */
public final class CatalogFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  CatalogFault(int line, int column, String message) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /** The line, from 1. */
  public int line() {
    return line;
  }

  /** The column, from 1, in UTF-16 units. */
  public int column() {
    return column;
  }
}
