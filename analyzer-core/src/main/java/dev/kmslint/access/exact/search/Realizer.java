package dev.kmslint.access.exact.search;

import dev.kmslint.access.Caller;
import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Request;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.exact.atom.Axis;
import dev.kmslint.access.exact.atom.Domain;
import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.Seen;
import dev.kmslint.access.exact.atom.TextFinder;
import dev.kmslint.access.exact.atom.ValueTest;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.box.Space;
import dev.kmslint.access.exact.term.Callers;
import dev.kmslint.access.exact.term.Term;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a request out of a box. */
public final class Realizer {
  /**
   * A request, or requests of which it turned out that there are none, or nothing.
   *
   * @param conflict a box without requests that meets the one that was asked for
   */
  public record Result(@Nullable Request request, @Nullable Box conflict) {}

  private final Space space;
  private final RequestContext known;
  private final boolean ids;

  /**
   * @param known what the question says of the context
   * @param ids whether callers' texts hold unique ids
   */
  public Realizer(Space space, RequestContext known, boolean ids) {
    this.space = space;
    this.known = known;
    this.ids = ids;
  }

  public Result realize(Box box) {
    Map<String, Axis.Atom> chosen = new LinkedHashMap<>();
    for (Space.Slot slot : space.slots()) {
      if (slot.axis().isSplit()) {
        chosen.put(slot.name(), slot.axis().atoms().get(box.first(slot.dimension())));
        continue;
      }
      Choice choice = Choice.of(slot, box);
      Axis.Atom atom = choice.find(Axis.MAX_LAZY_STATES);
      if (atom == null) {
        return new Result(null, choice.isComplete() ? choice.conflict(space.everything()) : null);
      }
      chosen.put(slot.name(), atom);
    }
    if (!space.relations().isEmpty()) {
      return RelatedValues.apply(space, box, chosen)
          ? new Result(request(box, chosen), null)
          : new Result(null, null);
    }
    return new Result(request(box, chosen), null);
  }

  private Request request(Box box, Map<String, Axis.Atom> chosen) {
    Map<String, ContextValue> pins = new LinkedHashMap<>();
    for (Map.Entry<String, ContextValue> pin : known.pins().entrySet()) {
      if (!(pin.getValue() instanceof ContextValue.Open)) {
        pins.put(pin.getKey(), pin.getValue());
      }
    }
    String caller = "";
    String resource = "";
    for (Map.Entry<String, Axis.Atom> entry : chosen.entrySet()) {
      List<String> values = entry.getValue().values();
      String name = entry.getKey();
      if (name.equals(Term.PRINCIPAL) && values != null) {
        caller = values.get(0);
      } else if (name.equals(Term.RESOURCE) && values != null) {
        resource = values.get(0);
      } else if (Term.isKey(name)) {
        pins.put(name, values == null ? ContextValue.ABSENT : new ContextValue.Fixed(values));
      }
    }
    Caller who = Callers.caller(caller);
    String userid = Callers.userid(caller);
    if (ids && !userid.isEmpty() && who.kind() != Caller.Kind.FEDERATED_USER) {
      pins.putIfAbsent("aws:userid", ContextValue.of(userid));
    }
    String action = space.actions().name(box.first(0));
    return new Request(who, action, resource, new RequestContext(pins, true));
  }

  /** What a box demands of an axis that was not split. */
  private static final class Choice {
    private final Space.Slot slot;
    private final List<Integer> dimensions = new ArrayList<>();
    private final List<Predicate> predicates = new ArrayList<>();
    private final BitSet wide = new BitSet();
    private final BitSet holds = new BitSet();
    private boolean complete = true;

    private Choice(Space.Slot slot) {
      this.slot = slot;
    }

    static Choice of(Space.Slot slot, Box box) {
      Choice choice = new Choice(slot);
      for (int d = slot.dimension(); d < slot.dimension() + slot.dimensions(); d++) {
        if (box.has(d, 0) != box.has(d, 1)) {
          int number = d - slot.dimension();
          choice.wide.set(choice.predicates.size(), (number & 1) == 1);
          choice.holds.set(choice.predicates.size(), box.has(d, 1));
          choice.dimensions.add(d);
          choice.predicates.add(slot.axis().predicates().get(number >> 1));
        }
      }
      return choice;
    }

    boolean isComplete() {
      return complete;
    }

    /** The box of all requests with the same demands. */
    Box conflict(Box everything) {
      for (int i = 0; i < dimensions.size(); i++) {
        everything.limitTo(dimensions.get(i), holds.get(i) ? 1 : 0);
      }
      return everything;
    }

    Axis.@Nullable Atom find(int maxStates) {
      Domain domain = slot.axis().domain();
      if (domain.absent() && fits(new Seen.Absent())) {
        return new Axis.Atom(null, List.of());
      }
      if (!domain.present()) {
        return null;
      }
      Map<ValueTest, Integer> index = new HashMap<>();
      List<ValueTest.Text> tests = new ArrayList<>();
      for (Predicate predicate : predicates) {
        for (ValueTest test : predicate.tests()) {
          if (test instanceof ValueTest.Text text
              && index.putIfAbsent(test, tests.size()) == null) {
            tests.add(text);
          }
        }
      }
      BitSet wanted = new BitSet();
      BitSet unwanted = new BitSet();
      for (int i = 0; i < predicates.size(); i++) {
        lean(i, index, wanted, unwanted);
      }
      TextFinder.Found found =
          TextFinder.find(
              domain.texts(),
              tests,
              wanted,
              unwanted,
              truths -> fits(new Seen.Known(1, truths, truths, index)),
              maxStates);
      complete = found.complete();
      String text = found.text();
      return text == null ? null : new Axis.Atom(List.of(text), List.of(text));
    }

    private boolean fits(Seen seen) {
      for (int i = 0; i < predicates.size(); i++) {
        if (holds(i, seen) != holds.get(i)) {
          return false;
        }
      }
      return true;
    }

    private boolean holds(int i, Seen seen) {
      return wide.get(i) ? predicates.get(i).may(seen) : predicates.get(i).must(seen);
    }

    /** Notes which way the only test of a demand has to come out. */
    private void lean(int i, Map<ValueTest, Integer> index, BitSet wanted, BitSet unwanted) {
      List<ValueTest> tests = predicates.get(i).tests();
      if (tests.size() != 1) {
        return;
      }
      Integer test = index.get(tests.get(0));
      if (test == null) {
        return;
      }
      BitSet yes = new BitSet();
      yes.set(test);
      boolean whenYes = holds(i, new Seen.Known(1, yes, yes, index)) == holds.get(i);
      BitSet no = new BitSet();
      boolean whenNo = holds(i, new Seen.Known(1, no, no, index)) == holds.get(i);
      if (whenYes && !whenNo) {
        wanted.set(test);
      } else if (whenNo && !whenYes) {
        unwanted.set(test);
      }
    }
  }
}
