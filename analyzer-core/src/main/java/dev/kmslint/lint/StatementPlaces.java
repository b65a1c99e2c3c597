package dev.kmslint.lint;

import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the statement that a place belongs to, among those of many policies. */
public final class StatementPlaces {
  private final Map<String, List<Statement>> byFile = new HashMap<>();

  /** The statements of some policies. */
  public StatementPlaces(Collection<Policy> policies) {
    for (Policy policy : policies) {
      String file = policy.file().path();
      List<Statement> here = byFile.get(file);
      if (here == null) {
        here = new ArrayList<>();
        byFile.put(file, here);
      }
      here.addAll(policy.statements());
    }
    for (List<Statement> statements : byFile.values()) {
      statements.sort(new Start());
    }
  }

  private static final class Start implements Comparator<Statement> {
    @Override
    public int compare(Statement a, Statement b) {
      return Integer.compare(a.location().start(), b.location().start());
    }
  }

  /** The innermost statement around a place; null when there is none. */
  public @Nullable Statement around(SourceLocation place) {
    List<Statement> statements = byFile.get(place.file().path());
    if (statements == null) {
      return null;
    }
    int low = 0;
    int high = statements.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (statements.get(middle).location().start() <= place.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return null;
    }
    Statement last = statements.get(low - 1);
    return place.end() <= last.location().end() ? last : null;
  }
}
