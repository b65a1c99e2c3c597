package dev.kmslint.rules;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.policy.Glob;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a list that covers others of the list.
 *
 * @param wide its number
 * @param narrow the numbers of those that it covers, in their order
 */
public record Covered(int wide, List<Integer> narrow) {
  /**
   * An entry.
   *
   * @param pattern what it certainly matches; null for what covers nothing and is not covered
   * @param possible what it may match; null as there
   */
  public record Item(
      String text, SourceLocation location, @Nullable Glob pattern, @Nullable Glob possible) {}

  /** All of a list, each entry covered at most once. Of equal ones the first covers the others. */
  public static List<Covered> in(List<Item> items) {
    if (items.size() < 2) {
      return List.of();
    }
    int[] by = new Covering(items).by();
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

  /** What a rule says about a list: one finding for each entry that covers others. */
  public static List<Finding> findings(RuleInfo info, List<Item> items) {
    List<Finding> findings = new ArrayList<>();
    for (Covered covered : in(items)) {
      Item wide = items.get(covered.wide());
      List<String> texts = new ArrayList<>();
      for (int narrow : covered.narrow()) {
        texts.add(items.get(narrow).text());
      }
      findings.add(
          Finding.of(info)
              .at(items.get(covered.narrow().get(0)).location())
              .related(wide.location(), "covers " + (texts.size() == 1 ? "it" : "them"))
              .says(
                  Wording.some(texts)
                      + (texts.size() == 1 ? " adds" : " add")
                      + " nothing to "
                      + Wording.code(wide.text())
                      + " in the same list",
                  "remove what is covered, or the entry that covers it if that is too much"));
    }
    return findings;
  }
}
