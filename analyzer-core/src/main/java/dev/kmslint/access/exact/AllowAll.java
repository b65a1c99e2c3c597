package dev.kmslint.access.exact;

import dev.kmslint.access.PolicySet;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.PolicyReader;
import dev.kmslint.source.Document;
import dev.kmslint.source.JsonReader;
import dev.kmslint.source.SourceFile;
import java.util.List;

/** Stands in for policies that were not given. */
final class AllowAll {
  private static final Policy EVERYTHING =
      read("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}");

  private static final Policy NOTHING = read("{\"Statement\":[]}");

  private AllowAll() {}

  private static Policy read(String text) {
    Document document = JsonReader.read(new SourceFile("assumed", text));
    if (document.root() == null) {
      throw new IllegalStateException(text);
    }
    return PolicyReader.read(document.root(), PolicyKind.IDENTITY);
  }

  /** A key policy, and identity policies that allow everything. */
  static PolicySet with(Policy keyPolicy, String owner) {
    return new PolicySet(keyPolicy, owner, List.of(EVERYTHING), null, null, List.of(), List.of());
  }

  /** A key policy, and nothing that identity policies allow. */
  static PolicySet without(Policy keyPolicy, String owner) {
    return new PolicySet(keyPolicy, owner, List.of(), null, null, List.of(), List.of());
  }

  /**
   * A key policy, and session policies that let nothing through: what is left of it is what no
   * permissions boundary limits either.
   */
  static PolicySet bounded(Policy keyPolicy, String owner) {
    return new PolicySet(
        keyPolicy, owner, List.of(), null, NOTHING.as(PolicyKind.SESSION), List.of(), List.of());
  }
}
