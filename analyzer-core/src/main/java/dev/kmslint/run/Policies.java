package dev.kmslint.run;

import dev.kmslint.intake.Content;
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
  private final Map<String, Iterable<Known>> byFile = new TreeMap<>();
  private final List<Known> picked = new ArrayList<>();
  private boolean sliced;

  /**
   * A policy.
   *
   * @param why by what its kind is known: a phrase
   * @param setting what the document around it says
   */
  record Known(Loaded file, Policy policy, String why, Setting setting) {
    static Known of(Loaded file, FoundPolicy found) {
      return new Known(file, found.policy(), found.why(), found.setting());
    }
  }

  /**
   * The policies of a file that is said to be of a kind: those that show to be of it, else its only
   * policy; empty when it holds none, or several of other kinds. The first kind that is said of a
   * file is the one by which the rules see it.
   *
   * <p>Of a file that is read in parts, only those of the kind that matter to somebody: the others
   * stay what they are.
   *
   * @param sorting tells which matter
   */
  List<FoundPolicy> declare(Loaded file, PolicyKind kind, String why, Sorting sorting) {
    if (file.isSliced()) {
      addFound(file);
      List<FoundPolicy> found = Parts.ofKind(file, kind, sorting);
      for (FoundPolicy each : found) {
        picked.add(Known.of(file, each));
      }
      return found;
    }
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

  /** Whether there is one of a file; of one that is read in parts, after it was read. */
  boolean has(Loaded file) {
    if (sliced && byFile.get(file.name()) instanceof Parts parts) {
      return parts.hadSome();
    }
    return byFile.containsKey(file.name());
  }

  /** Adds the policies of a file of which nothing is said. */
  void addFound(Loaded file) {
    if (byFile.containsKey(file.name())) {
      return;
    }
    if (file.isSliced()) {
      sliced = true;
      byFile.put(file.name(), new Parts(file));
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

  /** Adds the key policies of a file that is read in parts. */
  static void addKeyPolicies(Loaded file, Slices slices, List<Known> keys) {
    for (Content content : slices.aboutKeys()) {
      if (content instanceof FoundPolicy found && found.policy().kind() == PolicyKind.KEY) {
        keys.add(Known.of(file, found));
      }
    }
  }

  /** Notes a policy of a file that is read in parts as one of those that matter. */
  void pick(Known known) {
    picked.add(known);
  }

  /** Those of files that are in memory, and what was picked of others. */
  List<Known> picked() {
    List<Known> some = inMemory();
    some.addAll(picked);
    return some;
  }

  /**
   * All of them, in the order of their files. Those of files that are read in parts are read again
   * each time, one after the other.
   */
  Iterable<Known> all() {
    if (sliced) {
      return Parts.after(List.copyOf(byFile.values()));
    }
    return inMemory();
  }

  /** Those of files that are in memory, in the order of their files. */
  List<Known> inMemory() {
    List<Known> some = new ArrayList<>();
    for (Iterable<Known> each : byFile.values()) {
      if (!sliced || each instanceof List) {
        for (Known known : each) {
          some.add(known);
        }
      }
    }
    return some;
  }

  /** Some policies without their files. */
  static Collection<Policy> policies(List<Known> some) {
    List<Policy> policies = new ArrayList<>();
    for (Known known : some) {
      policies.add(known.policy());
    }
    return policies;
  }
}
