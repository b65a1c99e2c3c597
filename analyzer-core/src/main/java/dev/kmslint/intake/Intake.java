package dev.kmslint.intake;

import dev.kmslint.source.Document;
import dev.kmslint.source.Node;
import java.util.ArrayList;
import java.util.List;

/** Finds in a document what kmslint knows. */
public final class Intake {
  private static final List<Carrier> CARRIERS =
      List.of(
          new BarePolicy(),
          new DescribedKey(),
          new DescribedSnapshots(),
          new DescribedAttributes(),
          new SnapshotCall());

  private Intake() {}

  /**
   * What a document holds, in the order of the carriers and of the text; empty when it holds
   * nothing that kmslint knows or could not be read.
   */
  public static List<Content> contents(Document document) {
    if (!(document.root() instanceof Node.ObjectNode root)) {
      return List.of();
    }
    List<Content> found = new ArrayList<>();
    for (Carrier carrier : CARRIERS) {
      carrier.read(root, found);
    }
    return List.copyOf(found);
  }
}
