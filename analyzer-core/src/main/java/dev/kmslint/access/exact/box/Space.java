package dev.kmslint.access.exact.box;

import dev.kmslint.access.exact.atom.Axes;
import dev.kmslint.access.exact.atom.Axis;
import dev.kmslint.access.exact.atom.Domain;
import dev.kmslint.access.exact.atom.NullPredicate;
import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.Relation;
import dev.kmslint.access.exact.term.ActionSet;
import dev.kmslint.access.exact.term.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a question: an axis for the caller, the resource, every condition key that
 * matters, and every relation between two keys; and the combinations that no request has.
 *
 * <p>First every term is announced, then {@link #close} splits the axes; from then on there are
 * boxes. Dimension 0 is the action.
 */
public final class Space {
  private static final Predicate PRESENT = new NullPredicate(false, true, false, null);
  private static final Predicate ABSENT = new NullPredicate(true, false, false, null);
  private static final int TEXTS_OF_RELATED = 3;
  private static final int MOST_RELATED_ATOMS = 64;
  private static final int MOST_RELATED_KEYS = 12;

  private final Axes axes;
  private final ActionSet actions;
  private final Map<String, Domain> domains = new LinkedHashMap<>();
  private final Map<String, Set<Predicate>> announced = new LinkedHashMap<>();
  private final Map<String, Set<String>> related = new LinkedHashMap<>();
  private final Set<Relation> relations = new LinkedHashSet<>();
  private final List<Slot> slots = new ArrayList<>();
  private final Map<String, Slot> slotOf = new LinkedHashMap<>();
  private final List<Box> impossible = new ArrayList<>();
  private @Nullable Layout layout;
  private @Nullable String tooLarge;

  /**
   * An axis and its dimensions: one when it was split; else for each predicate two, its strict and
   * its wide reading, with the atoms "no" and "yes".
   */
  public record Slot(String name, Axis axis, int dimension) {
    int of(int predicate, boolean asWide) {
      return dimension + 2 * predicate + (asWide ? 1 : 0);
    }

    public int dimensions() {
      return axis.isSplit() ? 1 : 2 * axis.predicates().size();
    }
  }

  public Space(Axes axes, ActionSet actions) {
    this.axes = axes;
    this.actions = actions;
  }

  public ActionSet actions() {
    return actions;
  }

  /** Adds an axis, if it is not there yet. */
  public void add(String axis, Domain domain) {
    domains.putIfAbsent(axis, domain);
    announced.computeIfAbsent(axis, any -> new LinkedHashSet<>());
  }

  public boolean has(String axis) {
    return domains.containsKey(axis);
  }

  public void announce(String axis, Predicate predicate) {
    Set<Predicate> known = announced.get(axis);
    if (known == null) {
      throw new IllegalStateException("no axis " + axis);
    }
    known.add(predicate);
  }

  public void relate(Relation relation) {
    if (relations.add(relation)) {
      add(relation.name(), Relation.DOMAIN);
      Set<String> all = new LinkedHashSet<>(List.of(relation.one(), relation.other()));
      for (String key : List.copyOf(all)) {
        all.addAll(related.getOrDefault(key, Set.of()));
      }
      for (String key : all) {
        related.put(key, all);
      }
    }
  }

  /** Splits the axes. */
  public void close() {
    int dimension = 1;
    Map<Set<String>, Axis> shared = new LinkedHashMap<>();
    for (Map.Entry<String, Domain> entry : domains.entrySet()) {
      String name = entry.getKey();
      Set<String> group = related.get(name);
      Axis axis;
      if (group == null) {
        axis = axes.of(entry.getValue(), List.copyOf(announced.getOrDefault(name, Set.of())), 1);
      } else {
        axis = shared.computeIfAbsent(group, this::sharedAxis);
      }
      Slot slot = new Slot(name, axis, dimension);
      slots.add(slot);
      slotOf.put(name, slot);
      dimension += slot.dimensions();
      if (!axis.isComplete() || (group != null && !axis.isSplit())) {
        tooLarge = name;
      }
    }
    int[] sizes = new int[dimension];
    sizes[0] = actions.size();
    for (Slot slot : slots) {
      for (int d = 0; d < slot.dimensions(); d++) {
        sizes[slot.dimension() + d] = slot.axis().isSplit() ? slot.axis().atoms().size() : 2;
      }
    }
    layout = new Layout(sizes);
    for (Relation relation : relations) {
      constrain(relation);
      Set<String> group = related.getOrDefault(relation.one(), Set.of());
      if (group.size() <= MOST_RELATED_KEYS) {
        group.forEach(third -> constrain(relation, third));
      }
    }
  }

  /** One axis for all keys that are compared with each other: they then have the same atoms. */
  private Axis sharedAxis(Set<String> group) {
    Set<Predicate> all = new LinkedHashSet<>();
    all.add(PRESENT);
    all.add(ABSENT);
    for (String key : group) {
      all.addAll(announced.getOrDefault(key, Set.of()));
    }
    Domain domain = new Domain(true, true, Domain.Kind.TEXT, Domain.ANY_TEXT, false, List.of());
    return axes.of(domain, List.copyOf(all), TEXTS_OF_RELATED);
  }

  private void constrain(Relation relation) {
    Slot one = slot(relation.one());
    Slot other = slot(relation.other());
    int equal = slot(relation.name()).dimension();
    if (!one.axis().isSplit() || one.axis().atoms().size() > MOST_RELATED_ATOMS) {
      tooLarge = relation.one();
      return;
    }
    for (Slot slot : List.of(one, other)) {
      Box absentAndEqual = everything();
      absentAndEqual.limitTo(slot.dimension(), 0);
      absentAndEqual.limitTo(equal, Relation.EQUAL_ATOM);
      impossible.add(absentAndEqual);
      Domain domain = domains.get(slot.name());
      if (domain != null && !domain.absent()) {
        Box absent = everything();
        absent.limitTo(slot.dimension(), 0);
        impossible.add(absent);
      }
    }
    List<Axis.Atom> atoms = one.axis().atoms();
    for (int atom = 1; atom < atoms.size(); atom++) {
      Box same = everything();
      same.limitTo(one.dimension(), atom);
      same.limitTo(other.dimension(), atom);
      Box apart = everything();
      apart.limitTo(one.dimension(), atom);
      apart.limitToOutside(other.dimension(), same);
      apart.limitTo(equal, Relation.EQUAL_ATOM);
      impossible.add(apart);
      if (atoms.get(atom).texts().size() == 1) {
        same.limitTo(equal, 1 - Relation.EQUAL_ATOM);
        impossible.add(same);
      }
    }
  }

  /** Says that keys which are both equal to a third one are equal, where all three are compared. */
  private void constrain(Relation relation, String third) {
    Relation one = Relation.of(relation.one(), third);
    Relation other = Relation.of(relation.other(), third);
    if (relations.contains(one) && relations.contains(other)) {
      Box apart = everything();
      apart.limitTo(slot(one.name()).dimension(), Relation.EQUAL_ATOM);
      apart.limitTo(slot(other.name()).dimension(), Relation.EQUAL_ATOM);
      apart.limitTo(slot(relation.name()).dimension(), 1 - Relation.EQUAL_ATOM);
      impossible.add(apart);
    }
  }

  /**
   * Says that no request of some actions holds, or lacks, a key. An empty set of values is neither:
   * whether a request can have one that must hold the key is not documented.
   */
  public void exclude(long[] ofActions, String key, boolean present) {
    Box box = everything();
    box.limit(0, ofActions);
    limit(box, new Term(key, present ? PRESENT : ABSENT), present);
    impossible.add(box);
  }

  /** Says that no request has all of some terms. */
  public void exclude(List<Term> terms) {
    Box box = everything();
    for (Term term : terms) {
      limit(box, term, true);
    }
    impossible.add(box);
  }

  /** Says that no request has one term and lacks another. */
  public void excludeOthers(Term lacking, Term having) {
    Box box = everything();
    limitToNot(box, lacking, true);
    limit(box, having, true);
    impossible.add(box);
  }

  /** That a request holds a key. */
  public static Predicate present() {
    return PRESENT;
  }

  /** That a request lacks a key. */
  public static Predicate absent() {
    return ABSENT;
  }

  /** The combinations that no request has. */
  public List<Box> impossible() {
    return impossible;
  }

  /** What is too large to be decided; null when nothing is. */
  public @Nullable String tooLarge() {
    return tooLarge;
  }

  /** Whether all axes were split into atoms. */
  public boolean isSplit() {
    for (Slot slot : slots) {
      if (!slot.axis().isSplit()) {
        return false;
      }
    }
    return true;
  }

  public List<Slot> slots() {
    return slots;
  }

  public Set<Relation> relations() {
    return relations;
  }

  public Slot slot(String name) {
    Slot slot = slotOf.get(name);
    if (slot == null) {
      throw new IllegalStateException("no axis " + name);
    }
    return slot;
  }

  public Box everything() {
    if (layout == null) {
      throw new IllegalStateException("the space is not closed");
    }
    return Box.everything(layout);
  }

  /** Keeps what a term holds for, in one of the two readings. */
  public void limit(Box box, Term term, boolean asWide) {
    Slot slot = slot(term.axis());
    if (slot.axis().isSplit()) {
      box.limit(slot.dimension(), slot.axis().bits(term.predicate(), asWide));
    } else {
      int predicate = slot.axis().predicates().indexOf(term.predicate());
      box.limitTo(slot.of(predicate, asWide), 1);
    }
  }

  /** What a term certainly does not hold for ({@code asWide}), or may not hold for. */
  public void limitToNot(Box box, Term term, boolean asWide) {
    Slot slot = slot(term.axis());
    if (slot.axis().isSplit()) {
      long[] bits = slot.axis().bits(term.predicate(), asWide).clone();
      for (int w = 0; w < bits.length; w++) {
        bits[w] = ~bits[w];
      }
      box.limit(slot.dimension(), bits);
    } else {
      int predicate = slot.axis().predicates().indexOf(term.predicate());
      box.limitTo(slot.of(predicate, asWide), 0);
    }
  }
}
