package dev.kmslint.access.exact.term;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.exact.atom.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a question says about condition keys. */
interface Keys {
  /** What the question pins a key (in lower case) to; null when it does not. */
  @Nullable ContextValue pinned(String key);

  /**
   * What the requests of the question hold under a key (in lower case), as far as all of them hold
   * the same.
   */
  ContextValue value(String key);

  /**
   * Whether two keys are open to any text and hold one value each, so that they can be compared.
   */
  boolean areComparable(String one, String other);

  /** Notes that the question depends on a relation. */
  void relate(Relation relation);

  /** Nothing is said: for what does not depend on a question. */
  Keys NOT_ASKED =
      new Keys() {
        @Override
        public @Nullable ContextValue pinned(String key) {
          return null;
        }

        @Override
        public ContextValue value(String key) {
          return new ContextValue.Open(true, List.of());
        }

        @Override
        public boolean areComparable(String one, String other) {
          return false;
        }

        @Override
        public void relate(Relation relation) {}
      };
}
