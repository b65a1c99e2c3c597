package dev.kmslint.access.exact;

import dev.kmslint.access.Outcome;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

final class Reasons {
  Reasons(Model m, Layers a, List<Region> b, Layers c, List<Region> d) {}

  Set<String> on(Search.@Nullable Found a, Search.@Nullable Found b) {
    return Set.of();
  }

  List<Because> because(Outcome o, Search.@Nullable Found a) {
    return List.of();
  }
}
