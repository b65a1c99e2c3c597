package dev.kmslint.intake;

import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.PolicyReader;
import dev.kmslint.source.Node;
import dev.kmslint.source.SourceLocation;

/** Something that kmslint knows, found in a file. */
public sealed interface Content
    permits Content.FoundPolicy,
        AccountExport,
        AccountPrincipal,
        KeyDescription,
        KeyGrant,
        InlineSuppression,
        NoPolicies,
        SnapshotDescription,
        SnapshotAttributes,
        SnapshotRequest {
  /** Where it stands. */
  SourceLocation location();

  /**
   * A policy, of the kind that its text or the document around it shows.
   *
   * @param node the policy's document
   * @param certain whether its kind is sure; false for what could be another resource's policy, a
   *     resource control policy...
   * @param why a phrase that says by what the kind was told
   * @param setting what the document around it says
   */
  record FoundPolicy(Node node, Policy policy, boolean certain, String why, Setting setting)
      implements Content {
    static FoundPolicy of(Node node, PolicyKind kind, String why, Setting setting) {
      return new FoundPolicy(node, PolicyReader.read(node, kind), true, why, setting);
    }

    /** A policy that can hold values that are not known. */
    static FoundPolicy ofOpen(Node node, PolicyKind kind, String why, Setting setting) {
      return new FoundPolicy(node, PolicyReader.readOpen(node, kind), true, why, setting);
    }

    @Override
    public SourceLocation location() {
      return policy.location();
    }

    /** The same, when somebody says of what kind it is. */
    public FoundPolicy declared(PolicyKind kind) {
      if (policy.kind() == kind) {
        return this;
      }
      Policy reread =
          policy.isOpen() ? PolicyReader.readOpen(node, kind) : PolicyReader.read(node, kind);
      return new FoundPolicy(node, reread, certain, why, setting);
    }
  }
}
