package dev.kmslint.intake;

import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.PolicyReader;
import dev.kmslint.source.Document;
import dev.kmslint.source.Node;
import dev.kmslint.source.SyntaxFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds in a document what kmslint knows. */
public final class Intake {
  private static final List<Carrier> CARRIERS =
      List.of(
          new BarePolicy(),
          new PolicyOutput(),
          new DescribedKey(),
          new DescribedSnapshots(),
          new DescribedAttributes(),
          new SnapshotCall());

  private final List<Content> contents = new ArrayList<>();
  private final List<SyntaxFault> faults = new ArrayList<>();

  private Intake() {}

  /** Looks through a document. */
  public static Intake of(Document document) {
    Intake intake = new Intake();
    if (document.root() instanceof Node.ObjectNode root) {
      for (Carrier carrier : CARRIERS) {
        carrier.read(root, intake);
      }
    }
    return intake;
  }

  /**
   * What the document holds, in the order of the carriers and of the text; empty when it holds
   * nothing that kmslint knows or could not be read.
   */
  public List<Content> contents() {
    return List.copyOf(contents);
  }

  /** What is wrong with text inside the document that should be a document of its own. */
  public List<SyntaxFault> faults() {
    return List.copyOf(faults);
  }

  void add(Content content) {
    contents.add(content);
  }

  void addAll(List<SyntaxFault> more) {
    faults.addAll(more);
  }

  /**
   * The policy in a document, when somebody said of what kind it is; null when the document holds
   * none.
   */
  public static @Nullable Policy policy(Document document, PolicyKind kind) {
    if (!(document.root() instanceof Node.ObjectNode root)) {
      return null;
    }
    Node policy = BarePolicy.isPolicy(root) ? root : PolicyOutput.policy(root);
    return policy == null ? null : PolicyReader.read(policy, kind);
  }
}
