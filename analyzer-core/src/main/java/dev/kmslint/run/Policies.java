package dev.kmslint.run;

import dev.kmslint.intake.Content.FoundPolicy;
import dev.kmslint.intake.Setting;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
   * @param setting what the document around it says
   */
  record Known(Loaded file, Policy policy, String why, Setting setting) {
    private static Known of(Loaded file, FoundPolicy found) {
      return new Known(file, found.policy(), found.why(), found.setting());
    }
  }

  /**
   * The policies of a file that is said to be of a kind: those that show to be of it, else its only
   * policy; empty when it holds none, or several of other kinds. The first kind that is said of a
   * file is the one by which the rules see it.
   */
  List<FoundPolicy> declare(Loaded file, PolicyKind kind, String why) {
    List<FoundPolicy> all = file.all(FoundPolicy.class);
    List<FoundPolicy> declared = new ArrayList<>();
    for (FoundPolicy found : all) {
      if (found.policy().kind() == kind || all.size() == 1) {
        declared.add(found.declared(kind));
      }
    }
    if (!declared.isEmpty() && !byFile.containsKey(file.name())) {
      List<Known> known = new ArrayList<>();
      for (FoundPolicy found : all) {
        boolean meant = found.policy().kind() == kind || all.size() == 1;
        known.add(
            meant
                ? new Known(file, found.declared(kind).policy(), why, found.setting())
                : Known.of(file, found));
      }
      byFile.put(file.name(), known);
    }
    return declared;
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
      found.add(Known.of(file, each));
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
