package dev.kmslint.intake;

import dev.kmslint.source.Node;

/** A shape of document that can hold what kmslint knows. */
interface Carrier {
  /** Adds what it recognizes in a document's value; nothing when the value has another shape. */
  void read(Node.ObjectNode root, Intake found);

  /** Adds what can be told when the whole document was read, which large ones are in parts. */
  default void finish(Intake found) {}
}
