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
  private boolean sorted;

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
  }

  /** Adds those of a policy's statements that are around some places, without what they say. */
  public void keep(Policy policy, Collection<SourceLocation> places) {
    List<Statement> kept = new ArrayList<>();
    for (Statement statement : policy.statements()) {
      for (SourceLocation place : places) {
        if (isAround(statement.location(), place)) {
          kept.add(statement.withoutWords());
          break;
        }
      }
    }
    if (!kept.isEmpty()) {
      byFile.computeIfAbsent(policy.file().path(), name -> new ArrayList<>()).addAll(kept);
      sorted = false;
    }
  }

  private static boolean isAround(SourceLocation statement, SourceLocation place) {
    return statement.offset() <= place.offset()
        && place.endOffset() <= statement.endOffset()
        && statement.file().path().equals(place.file().path());
  }

  private void sort() {
    for (List<Statement> statements : byFile.values()) {
      statements.sort(new Start());
    }
    sorted = true;
  }

  private static final class Start implements Comparator<Statement> {
    @Override
    public int compare(Statement a, Statement b) {
      return Long.compare(a.location().offset(), b.location().offset());
    }
  }

  /** The innermost statement around a place; null when there is none. */
  public @Nullable Statement around(SourceLocation place) {
    if (!sorted) {
      sort();
    }
    List<Statement> statements = byFile.get(place.file().path());
    if (statements == null) {
      return null;
    }
    int low = 0;
    int high = statements.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (statements.get(middle).location().offset() <= place.offset()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return null;
    }
    Statement last = statements.get(low - 1);
    return place.endOffset() <= last.location().endOffset() ? last : null;
  }
}
