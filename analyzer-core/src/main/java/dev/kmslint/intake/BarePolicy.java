package dev.kmslint.intake;

import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyReader;
import dev.kmslint.policy.Text;
import dev.kmslint.source.Node;

/** A policy document that is the whole file. */
final class BarePolicy implements Carrier {
  @Override
  public void read(Node.ObjectNode root, Intake found) {
    if (isPolicy(root)) {
      KindGuess guess = KindGuess.of(root);
      Policy policy = PolicyReader.read(root, guess.kind());
      found.add(new Content.FoundPolicy(root, policy, guess.certain(), guess.why(), Setting.NONE));
    }
  }

  /** A policy has statements, or at least one of the two versions of the policy language. */
  static boolean isPolicy(Node.ObjectNode root) {
    if (root.member("Statement") != null) {
      return true;
    }
    Text version = Members.text(root, "Version");
    return version != null
        && (version.value().equals(Policy.CURRENT_VERSION)
            || version.value().equals(Policy.OLD_VERSION));
  }
}
