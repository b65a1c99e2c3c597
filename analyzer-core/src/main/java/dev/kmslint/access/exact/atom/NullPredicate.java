package dev.kmslint.access.exact.atom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Null condition: whether the key is absent, or there. Whether it counts an empty set as absent
 * is not documented.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null
 */
public final class NullPredicate extends Predicate {
  private final boolean holdsWhenAbsent;
  private final boolean holdsWhenThere;
  private final boolean unsure;
  private final @Nullable ValueTest having;

  /**
   * @param unsure whether a value of the condition is neither true nor false
   * @param having of a key that follows from the principal: the principals who have it; else null
   */
  public NullPredicate(
      boolean holdsWhenAbsent, boolean holdsWhenThere, boolean unsure, @Nullable ValueTest having) {
    this.holdsWhenAbsent = holdsWhenAbsent;
    this.holdsWhenThere = holdsWhenThere;
    this.unsure = unsure;
    this.having = having;
  }

  @Override
  public List<ValueTest> tests() {
    return having == null ? List.of() : List.of(having);
  }

  @Override
  public boolean isExact() {
    return !unsure;
  }

  @Override
  public boolean isExactOnSets() {
    return isExact() && holdsWhenAbsent == holdsWhenThere;
  }

  @Override
  public String signature() {
    return "null " + holdsWhenAbsent + holdsWhenThere + unsure + having;
  }

  @Override
  public boolean must(Seen seen) {
    if (seen.size() == 0) {
      return holdsWhenAbsent && holdsWhenThere;
    }
    return isAbsent(seen) ? holdsWhenAbsent : holdsWhenThere;
  }

  @Override
  public boolean may(Seen seen) {
    if (seen.size() == 0) {
      return unsure || holdsWhenAbsent || holdsWhenThere;
    }
    return unsure || must(seen);
  }

  private boolean isAbsent(Seen seen) {
    return having == null ? seen.size() < 0 : !seen.any(having);
  }
}
