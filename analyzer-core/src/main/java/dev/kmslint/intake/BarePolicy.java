package dev.kmslint.intake;

import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.PolicyReader;
import dev.kmslint.policy.Text;
import dev.kmslint.source.Document;
import dev.kmslint.source.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy document that is the whole file. */
public final class BarePolicy implements Carrier {
  BarePolicy() {}

  @Override
  public void read(Node.ObjectNode root, List<Content> found) {
    if (isPolicy(root)) {
      KindGuess guess = KindGuess.of(root);
      Policy policy = PolicyReader.read(root, guess.kind());
      found.add(new Content.FoundPolicy(policy, guess.certain(), guess.why()));
    }
  }

  /**
   * The policy that a document is, when somebody said of what kind it is; null when the document is
   * no policy.
   */
  public static @Nullable Policy of(Document document, PolicyKind kind) {
    return document.root() instanceof Node.ObjectNode root && isPolicy(root)
        ? PolicyReader.read(root, kind)
        : null;
  }

  /** A policy has statements, or at least one of the two versions of the policy language. */
  private static boolean isPolicy(Node.ObjectNode root) {
    if (root.member("Statement") != null) {
      return true;
    }
    Text version = Members.text(root, "Version");
    return version != null
        && (version.value().equals(Policy.CURRENT_VERSION)
            || version.value().equals(Policy.OLD_VERSION));
  }
}
