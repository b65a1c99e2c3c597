package dev.kmslint.intake;

import dev.kmslint.policy.Policy;
import dev.kmslint.source.SourceLocation;

/** Something that kmslint knows, found in a file. */
public sealed interface Content
    permits Content.FoundPolicy,
        KeyDescription,
        SnapshotDescription,
        SnapshotAttributes,
        SnapshotRequest {
  /** Where it stands. */
  SourceLocation location();

  /**
   * A policy, of the kind that its text shows.
   *
   * @param certain whether its kind is sure; false for what could be another resource's policy, a
   *     resource control policy...
   * @param why a phrase that says by what the kind was told
   */
  record FoundPolicy(Policy policy, boolean certain, String why) implements Content {
    @Override
    public SourceLocation location() {
      return policy.location();
    }
  }
}
