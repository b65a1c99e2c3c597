package dev.kmslint.access;

import java.util.LinkedHashSet;
import java.util.Set;

/** Notes, while statements are matched, why an answer is not certain. */
final class Trace {
  private final Set<String> openKeys = new LinkedHashSet<>();
  private final Set<String> doubts = new LinkedHashSet<>();

  /** The answer hangs on a condition key, or on the caller, that the request leaves open. */
  void open(String key) {
    openKeys.add(key);
  }

  /** The answer hangs on something of which AWS's documents do not say what it means. */
  void doubt(String reason) {
    doubts.add(reason);
  }

  void add(Trace other) {
    openKeys.addAll(other.openKeys);
    doubts.addAll(other.doubts);
  }

  Set<String> openKeys() {
    return openKeys;
  }

  Set<String> doubts() {
    return doubts;
  }
}
