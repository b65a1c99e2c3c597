package dev.kmslint.access.exact.atom;

import java.util.List;

/**
 * Whether two condition keys hold the same value: an axis of its own with two atoms, for policies
 * that compare a key with a policy variable.
 */
public record Relation(String one, String other) {
  /** Between the two keys of a name: no key, which is in lower case, holds it. */
  public static final String SEPARATOR = " IS ";

  private static final Pattern DIFFERENT = Pattern.literal("no");
  private static final Pattern EQUAL = Pattern.literal("yes");

  /** The domain of every relation; its first atom is "different". */
  public static final Domain DOMAIN = Domain.of(Domain.Kind.TEXT, List.of(DIFFERENT, EQUAL));

  /** The number of the atom for equal values. */
  public static final int EQUAL_ATOM = 1;

  /** The relation of two keys, whichever stands first. */
  public static Relation of(String one, String other) {
    return one.compareTo(other) <= 0 ? new Relation(one, other) : new Relation(other, one);
  }

  public String name() {
    return one + SEPARATOR + other;
  }

  public static Predicate predicate(boolean equal) {
    return new TestPredicate(new ValueTest.Text(List.of(equal ? EQUAL : DIFFERENT)));
  }
}
