package dev.kmslint.rules;

import dev.kmslint.policy.Glob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of a list that covers others of the list.
 *
 * @param wide its number
 * @param narrow the numbers of those that it covers, in their order
 */
public record Covered(int wide, List<Integer> narrow) {
  /**
   * All of a list, each pattern covered at most once. Of equal ones the first covers the others.
   *
   * @param patterns what each entry certainly matches; null for what covers nothing and is not
   *     covered
   * @param possible what each entry may match; null as there
   */
  public static List<Covered> in(List<@Nullable Glob> patterns, List<@Nullable Glob> possible) {
    int[] by = by(patterns, possible);
    Map<Integer, Covered> all = new TreeMap<>();
    for (int i = 0; i < by.length; i++) {
      int wide = i;
      while (by[wide] >= 0) {
        wide = by[wide];
      }
      if (wide != i) {
        all.computeIfAbsent(wide, key -> new Covered(key, new ArrayList<>())).narrow.add(i);
      }
    }
    return List.copyOf(all.values());
  }

  /** For each pattern one that covers it; -1 for those that none covers. */
  private static int[] by(List<@Nullable Glob> patterns, List<@Nullable Glob> possible) {
    int[] by = new int[patterns.size()];
    Map<Glob, Integer> first = new HashMap<>();
    for (int i = 0; i < by.length; i++) {
      Glob pattern = patterns.get(i);
      Integer same = pattern == null ? null : first.putIfAbsent(pattern, i);
      by[i] = same == null ? -1 : same;
    }
    List<int[]> tokens = new ArrayList<>();
    for (Glob pattern : possible) {
      tokens.add(pattern == null ? new int[0] : pattern.tokens());
    }
    for (int wide = 0; wide < by.length; wide++) {
      Glob pattern = patterns.get(wide);
      if (pattern == null || pattern.isLiteral() || by[wide] >= 0) {
        continue;
      }
      for (int i = 0; i < by.length; i++) {
        Glob narrow = possible.get(i);
        if (i != wide
            && by[i] < 0
            && narrow != null
            && startAlike(tokens.get(wide), tokens.get(i))
            && pattern.covers(narrow)) {
          boolean both = narrow.covers(pattern);
          by[i] = both && i < wide ? -1 : wide;
        }
      }
    }
    return by;
  }

  /** Whether a pattern begins as a wider one does before its first wildcard. */
  private static boolean startAlike(int[] wide, int[] narrow) {
    for (int i = 0; i < wide.length && wide[i] >= 0; i++) {
      if (i >= narrow.length || narrow[i] != wide[i]) {
        return false;
      }
    }
    return true;
  }
}
