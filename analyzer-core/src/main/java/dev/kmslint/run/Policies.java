package dev.kmslint.run;

import dev.kmslint.intake.Content.FoundPolicy;
import dev.kmslint.intake.Intake;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a run, each of one kind: the kind that an option or a share gives its file, else
 * the one that its text shows.
 */
final class Policies {
  private final Map<String, List<Known>> byFile = new TreeMap<>();

  /**
   * A policy.
   *
   * @param why by what its kind is known: a phrase
   */
  record Known(Loaded file, Policy policy, String why) {}

  /**
   * The policy of a file that is said to be of a kind; null when it holds none. The first kind that
   * is said of a file is the one by which the rules see it.
   */
  @Nullable Policy declare(Loaded file, PolicyKind kind, String why) {
    Policy policy = null;
    for (FoundPolicy found : file.all(FoundPolicy.class)) {
      if (found.policy().kind() == kind) {
        policy = found.policy();
      }
    }
    if (policy == null) {
      policy = Intake.policy(file.document(), kind);
    }
    if (policy != null && !byFile.containsKey(file.name())) {
      byFile.put(file.name(), List.of(new Known(file, policy, why)));
    }
    return policy;
  }

  /** Whether there is one of a file. */
  boolean has(Loaded file) {
    return byFile.containsKey(file.name());
  }

  /** Adds the policies of a file of which nothing is said. */
  void addFound(Loaded file) {
    if (byFile.containsKey(file.name())) {
      return;
    }
    List<Known> found = new ArrayList<>();
    for (FoundPolicy each : file.all(FoundPolicy.class)) {
      found.add(new Known(file, each.policy(), each.why()));
    }
    if (!found.isEmpty()) {
      byFile.put(file.name(), found);
    }
  }

  /** All of them, in the order of their files. */
  List<Known> all() {
    List<Known> all = new ArrayList<>();
    for (List<Known> each : byFile.values()) {
      all.addAll(each);
    }
    return all;
  }

  /** All of them, without their files. */
  Collection<Policy> policies() {
    List<Policy> policies = new ArrayList<>();
    for (Known known : all()) {
      policies.add(known.policy());
    }
    return policies;
  }
}
