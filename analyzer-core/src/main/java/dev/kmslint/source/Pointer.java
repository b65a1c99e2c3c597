package dev.kmslint.source;

import org.jspecify.annotations.Nullable;

/**
 * The way from a document's root to one of its values, as a JSON pointer (RFC 6901).
 *
 * <p>A linked list towards the root: one small object for each value that is read.
 */
public final class Pointer {
  /** The document itself. */
  public static final Pointer ROOT = new Pointer(null, null, -1);

  private final @Nullable Pointer parent;
  private final @Nullable String name;
  private final int index;

  private Pointer(@Nullable Pointer parent, @Nullable String name, int index) {
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  /** The value of a member of the object here. */
  public Pointer then(String member) {
    return new Pointer(this, member, -1);
  }

  /** An element (0-based) of the array here. */
  public Pointer then(int element) {
    return new Pointer(this, null, element);
  }

  /** The pointer's text, as {@code /Statement/0/Principal}; empty for the root. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    append(text);
    return text.toString();
  }

  private void append(StringBuilder text) {
    if (parent == null) {
      return;
    }
    parent.append(text);
    text.append('/');
    if (name == null) {
      text.append(index);
      return;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '~') {
        text.append("~0");
      } else if (c == '/') {
        text.append("~1");
      } else {
        text.append(c);
      }
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Pointer pointer && toString().equals(pointer.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }
}
