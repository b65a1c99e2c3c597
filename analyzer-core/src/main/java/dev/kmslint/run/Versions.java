package dev.kmslint.run;

import dev.kmslint.intake.Content.FoundPolicy;
import dev.kmslint.intake.Setting;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of one policy, of one kind.
 *
 * @param file the file of the new one
 * @param before without statements when there was none
 * @param fresh whether there was none
 * @param setting what the document around the new one says
 */
record Versions(Loaded file, Policy before, Policy after, boolean fresh, Setting setting) {

  /** The policies of two files that belong together, by their places. */
  record Pair(@Nullable FoundPolicy before, FoundPolicy after) {}

  /** The new policies with their old versions. */
  static List<Pair> pairs(@Nullable Loaded before, Loaded after) {
    List<FoundPolicy> old = before == null ? List.of() : before.all(FoundPolicy.class);
    List<FoundPolicy> now = after.all(FoundPolicy.class);
    List<Pair> pairs = new ArrayList<>();
    if (old.size() == 1 && now.size() == 1) {
      pairs.add(new Pair(old.get(0), now.get(0)));
      return pairs;
    }
    for (FoundPolicy each : now) {
      FoundPolicy same = null;
      for (FoundPolicy candidate : old) {
        if (candidate.location().pointer().equals(each.location().pointer())) {
          same = candidate;
        }
      }
      pairs.add(new Pair(same, each));
    }
    return pairs;
  }

  /**
   * The kind of both policies of a pair, of which one can leave it open; null when they are of
   * different kinds, or no kind that can be compared.
   *
   * @param keyPolicies whether what could be a key policy is one
   */
  static @Nullable PolicyKind kind(Pair pair, boolean keyPolicies) {
    PolicyKind after = kind(pair.after(), keyPolicies);
    FoundPolicy old = pair.before();
    PolicyKind before = old == null ? after : kind(old, keyPolicies);
    if (isEmpty(pair.after())) {
      after = before;
    }
    if (old != null && isEmpty(old)) {
      before = after;
    }
    if (before == null && after == PolicyKind.KEY) {
      before = after;
    }
    if (after == null && before == PolicyKind.KEY) {
      after = before;
    }
    return after == before ? after : null;
  }

  /** The kind of a policy; null when it cannot be compared or could be of several kinds. */
  private static @Nullable PolicyKind kind(FoundPolicy found, boolean keyPolicies) {
    PolicyKind kind = found.policy().kind();
    if (found.certain() || isEmpty(found)) {
      return kind == PolicyKind.KEY || kind == PolicyKind.IDENTITY ? kind : null;
    }
    return keyPolicies ? PolicyKind.KEY : null;
  }

  private static boolean isEmpty(FoundPolicy found) {
    return found.policy().statements().isEmpty();
  }

  static Versions of(Loaded file, Pair pair, PolicyKind kind) {
    FoundPolicy old = pair.before();
    Policy before =
        old != null
            ? old.policy().as(kind)
            : new Policy(
                kind,
                SourceLocation.startOf(new SourceFile("(nothing)", "")),
                null,
                null,
                List.of(),
                List.of());
    FoundPolicy after = pair.after();
    return new Versions(file, before, after.policy().as(kind), old == null, after.setting());
  }
}
