package dev.kmslint.rules;

import dev.kmslint.share.Gap;

/** What a denied or blocked action is about. */
public final class Targets {
  private Targets() {}

  /** The key or the snapshot, with its ARN where that is known. */
  public static String of(Gap gap) {
    String resource = gap.detail("resource");
    if (gap.detail("target").equals("target-key")) {
      return "the key for the copy (" + Wording.code(resource) + ")";
    }
    String name = gap.detail("target").equals("snapshot") ? "snapshot" : "key";
    return resource.isEmpty() ? "the " + name : name + " " + Wording.code(resource);
  }
}
