package dev.kmslint.intake;

import dev.kmslint.source.Node;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/** Text that is put together of parts, of which some are not known. */
final class JoinedText {
  private static final int MOST_CHARACTERS = 100_000;

  private final List<String> pieces = new ArrayList<>();
  private int length;
  private final StringBuilder last = new StringBuilder();

  /** What is not known of the last part that is not: that tells most, as the account in an ARN. */
  private String unknown = "";

  /** Adds text that is known. */
  void add(String text) {
    if (length + text.length() > MOST_CHARACTERS) {
      addUnknown("the rest of a text of more than " + MOST_CHARACTERS + " characters");
    } else {
      length += text.length();
      last.append(text);
    }
  }

  /** Adds text that is not known. */
  void addUnknown(String name) {
    unknown = name;
    if (!pieces.isEmpty() && last.length() == 0) {
      return;
    }
    pieces.add(last.toString());
    last.setLength(0);
  }

  /** Adds the text that a value is. */
  void add(Node value) {
    if (value instanceof Node.OpenText text) {
      for (int i = 0; i < text.pieces().size(); i++) {
        if (i > 0) {
          addUnknown(text.name());
        }
        add(text.pieces().get(i));
      }
    } else if (value instanceof Node.OpenNode open) {
      addUnknown(open.name());
    } else if (value instanceof Node.StringNode text) {
      add(text.value());
    } else if (value instanceof Node.NumberNode number) {
      add(number.text());
    } else if (value instanceof Node.BooleanNode bool) {
      add(String.valueOf(bool.value()));
    } else {
      addUnknown("a value that is no text");
    }
  }

  /** The text. */
  Node at(SourceLocation location) {
    if (pieces.isEmpty()) {
      return new Node.StringNode(location, last.toString());
    }
    List<String> all = new ArrayList<>(pieces);
    all.add(last.toString());
    return new Node.OpenText(location, List.copyOf(all), unknown);
  }
}
