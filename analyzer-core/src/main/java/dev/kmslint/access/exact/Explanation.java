package dev.kmslint.access.exact;

import dev.kmslint.access.Layer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why an answer is what it is; see {@link Answer}. */
record Explanation(Set<String> on, List<Because> because, @Nullable Layer stoppedBy) {
  static final Explanation NONE = new Explanation(Set.of(), List.of(), null);
}
