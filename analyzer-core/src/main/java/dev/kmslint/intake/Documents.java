package dev.kmslint.intake;

import dev.kmslint.policy.PolicyKind;
import dev.kmslint.source.Document;
import dev.kmslint.source.EmbeddedJson;
import dev.kmslint.source.Node;
import org.jspecify.annotations.Nullable;

/** Reads documents inside documents, which stand there as they are or as text. */
final class Documents {
  private Documents() {}

  /**
   * The object that a value is, or that its text holds; null when it is none. Faults of the text
   * are added to what was found.
   */
  static Node.@Nullable ObjectNode object(@Nullable Node value, Intake found) {
    return value(value, found) instanceof Node.ObjectNode object ? object : null;
  }

  /** The value itself, or the one that its text holds; null when the text cannot be read. */
  static @Nullable Node value(@Nullable Node value, Intake found) {
    if (value instanceof Node.StringNode text) {
      Document inner = EmbeddedJson.read(text);
      found.addAll(inner.faults());
      return inner.root();
    }
    return value;
  }

  /** Adds the policy that a value is or holds. */
  static void addPolicy(
      @Nullable Node value, PolicyKind kind, String why, Setting setting, Intake found) {
    Node.ObjectNode policy = object(value, found);
    if (policy != null) {
      found.add(Content.FoundPolicy.of(policy, kind, why, setting));
    }
  }
}
