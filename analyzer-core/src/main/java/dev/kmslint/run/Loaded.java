package dev.kmslint.run;

import dev.kmslint.intake.Content;
import dev.kmslint.source.Document;
import dev.kmslint.source.Node;
import dev.kmslint.source.SyntaxFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that was read.
 *
 * @param path absolute; null for standard input
 * @param contents what kmslint knows in it
 * @param slices of a file that is read in parts: its contents; else null
 */
record Loaded(
    @Nullable Path path, Document document, Collection<Content> contents, @Nullable Slices slices) {
  Loaded(@Nullable Path path, Document document, List<Content> contents) {
    this(path, document, contents, null);
  }

  Loaded(@Nullable Path path, Slices slices) {
    this(path, slices.document(), slices, slices);
  }

  /** Whether its contents are read again whenever somebody goes through them. */
  boolean isSliced() {
    return slices != null;
  }

  /** Whether it is too large to have all of its contents in memory. */
  boolean isLarge() {
    return slices != null && slices.isLarge();
  }

  /** The name in reports. */
  String name() {
    return document.file().path();
  }

  /** Whether its text is not what it should be: no JSON or YAML, or not in UTF-8. */
  boolean isBroken() {
    for (SyntaxFault fault : document.faults()) {
      if (fault.kind() == SyntaxFault.Kind.SYNTAX || fault.kind() == SyntaxFault.Kind.ENCODING) {
        return true;
      }
    }
    return false;
  }

  /** The YAML tag that keeps it from being read; null without one. */
  @Nullable SyntaxFault tag() {
    for (SyntaxFault fault : document.faults()) {
      if (fault.kind() == SyntaxFault.Kind.TAG) {
        return fault;
      }
    }
    return null;
  }

  /** Whether its text looks as if somebody meant it to be a policy. */
  boolean looksLikePolicy() {
    String text = slices == null ? document.file().text() : slices.beginning();
    return text.contains("\"Statement\"")
        || text.contains("Statement:")
        || (text.indexOf(0) >= 0 && text.replace("\0", "").contains("\"Statement\""));
  }

  /** Whether its document has a member of that name. */
  boolean has(String name) {
    return document.root() instanceof Node.ObjectNode root && root.get(name) != null;
  }

  /** The contents of one type. */
  <T extends Content> List<T> all(Class<T> type) {
    List<T> found = new ArrayList<>();
    for (Content content : contents) {
      if (type.isInstance(content)) {
        found.add(type.cast(content));
      }
    }
    return List.copyOf(found);
  }
}
