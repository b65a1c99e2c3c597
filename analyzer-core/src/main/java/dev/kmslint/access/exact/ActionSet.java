package dev.kmslint.access.exact;

import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.ServiceTable;
import dev.kmslint.policy.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The actions of a question: one, or those of the catalogue that match a pattern.
 *
 * @param names with their prefix
 * @param infos what the catalogue knows of each; null for one that it does not know
 */
record ActionSet(List<String> names, List<@Nullable ActionInfo> infos) {
  private static final String[] SERVICES = {"kms", "rds"};

  /**
   * @param onKey whether the resource is a key, so that only what a key policy governs is meant
   */
  static ActionSet of(Catalog catalog, String pattern, boolean onKey) {
    List<String> names = new ArrayList<>();
    List<@Nullable ActionInfo> infos = new ArrayList<>();
    if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0) {
      int colon = pattern.indexOf(':');
      names.add(pattern);
      infos.add(
          colon < 0
              ? null
              : catalog.action(pattern.substring(0, colon), pattern.substring(colon + 1)));
      return new ActionSet(names, infos);
    }
    Glob glob = Glob.of(pattern.toLowerCase(Locale.ROOT));
    for (String service : SERVICES) {
      ServiceTable table = catalog.service(service);
      if (table == null) {
        continue;
      }
      for (ActionInfo info : table.actions()) {
        String name = info.qualifiedName();
        if ((info.keyPolicy() || !onKey) && glob.matches(name.toLowerCase(Locale.ROOT))) {
          names.add(name);
          infos.add(info);
        }
      }
    }
    return new ActionSet(names, infos);
  }

  int size() {
    return names.size();
  }

  boolean isOfKms(int action) {
    return names.get(action).regionMatches(true, 0, "kms:", 0, 4);
  }

  /** Whether a grant and no policy allows an action. */
  boolean isGrantDecided(int action) {
    ActionInfo info = infos.get(action);
    return info != null && info.grantDecides();
  }

  /** Whether an action works for callers of other accounts than the key's. */
  boolean worksAcrossAccounts(int action) {
    ActionInfo info = infos.get(action);
    return info == null || info.crossAccount();
  }

  /** The actions that a test picks, as bits. */
  long[] bits(java.util.function.IntPredicate test) {
    long[] bits = new long[(size() + 63) / 64];
    for (int i = 0; i < size(); i++) {
      if (test.test(i)) {
        bits[i >> 6] |= 1L << i;
      }
    }
    return bits;
  }

  static boolean isEmpty(long[] bits) {
    for (long word : bits) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }
}
