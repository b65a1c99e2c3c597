package dev.kmslint.access.exact.search;

import static dev.kmslint.access.exact.atom.SomeTexts.globs;
import static dev.kmslint.access.exact.atom.SomeTexts.literals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.exact.atom.Axes;
import dev.kmslint.access.exact.atom.Axis;
import dev.kmslint.access.exact.atom.Domain;
import dev.kmslint.access.exact.atom.Relation;
import dev.kmslint.access.exact.atom.TestPredicate;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.box.Space;
import dev.kmslint.access.exact.term.ActionSet;
import dev.kmslint.catalog.Catalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Values of keys that are compared, against all values that they could have. */
class RelatedValuesTest {
  private static final List<String> KEYS = List.of("a", "b", "c", "d");
  private static final Domain DOMAIN =
      new Domain(true, true, Domain.Kind.TEXT, Domain.ANY_TEXT, false, List.of());

  private static List<Relation> relations(Random random) {
    List<Relation> relations = new ArrayList<>();
    for (int i = 2 + random.nextInt(5); i > 0; i--) {
      int one = random.nextInt(4);
      int other = (one + 1 + random.nextInt(3)) % 4;
      relations.add(Relation.of(KEYS.get(one), KEYS.get(other)));
    }
    return relations;
  }

  private static Space space(List<Relation> relations) {
    ActionSet actions = ActionSet.of(Catalog.builtIn(), "kms:Decrypt", true, List.of());
    Space space = new Space(new Axes(null), actions);
    for (String key : KEYS) {
      space.add(key, DOMAIN);
    }
    space.announce("a", new TestPredicate(literals("x")));
    space.announce("b", new TestPredicate(globs("y*")));
    for (Relation relation : relations) {
      space.relate(relation);
      space.announce(relation.name(), Relation.predicate(true));
    }
    space.close();
    return space;
  }

  /** One atom of every axis. */
  private static Box point(Space space, Random random) {
    Box box = space.everything();
    for (Space.Slot slot : space.slots()) {
      box.limitTo(slot.dimension(), random.nextInt(slot.axis().atoms().size()));
    }
    return box;
  }

  private static boolean isPossible(Space space, Box point) {
    return space.impossible().stream().noneMatch(point::isInside);
  }

  private static boolean isEqual(Space space, Box point, Relation relation) {
    return point.first(space.slot(relation.name()).dimension()) == Relation.EQUAL_ATOM;
  }

  private static Axis.Atom atom(Space space, Box point, String key) {
    Space.Slot slot = space.slot(key);
    return slot.axis().atoms().get(point.first(slot.dimension()));
  }

  private static boolean fits(Space space, Box point, Map<String, @Nullable String> values) {
    for (Relation relation : space.relations()) {
      String one = values.get(relation.one());
      boolean same = one != null && one.equals(values.get(relation.other()));
      if (same != isEqual(space, point, relation)) {
        return false;
      }
    }
    return true;
  }

  private static boolean canFit(
      Space space, Box point, Map<String, @Nullable String> values, List<String> keys) {
    if (keys.isEmpty()) {
      return fits(space, point, values);
    }
    Axis.Atom atom = atom(space, point, keys.get(0));
    List<@Nullable String> choices = new ArrayList<>(atom.texts());
    if (atom.values() == null) {
      choices.clear();
      choices.add(null);
    }
    for (String value : choices) {
      values.put(keys.get(0), value);
      if (canFit(space, point, values, keys.subList(1, keys.size()))) {
        return true;
      }
    }
    return false;
  }

  @RepeatedTest(100)
  void valuesThatAreFoundFitTheirAtomsAndEachOther(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Space space = space(relations(random));
    for (int i = 0; i < 200; i++) {
      Box point = point(space, random);
      if (!isPossible(space, point)) {
        continue;
      }
      Map<String, Axis.Atom> chosen = new HashMap<>();
      for (String key : KEYS) {
        chosen.put(key, atom(space, point, key));
      }
      boolean found = RelatedValues.apply(space, point, chosen);
      boolean expected = canFit(space, point, new HashMap<>(), KEYS);
      assertThat(found).as("%s", space.relations()).isEqualTo(expected);
      if (found) {
        Map<String, @Nullable String> values = new HashMap<>();
        chosen.forEach(
            (key, atom) -> values.put(key, atom.values() == null ? null : atom.values().get(0)));
        assertThat(fits(space, point, values)).as("%s %s", space.relations(), values).isTrue();
        values.forEach(
            (key, value) -> {
              Axis.Atom atom = atom(space, point, key);
              assertThat(value == null ? atom.values() == null : atom.texts().contains(value))
                  .isTrue();
            });
      }
    }
  }

  @Test
  void whereAnAtomHasTooFewValuesForKeysThatDifferNoneAreFound() {
    List<Relation> pairs = new ArrayList<>();
    for (String one : KEYS) {
      for (String other : KEYS.subList(KEYS.indexOf(one) + 1, 4)) {
        pairs.add(Relation.of(one, other));
      }
    }
    Space space = space(pairs);
    Box point = space.everything();
    for (Space.Slot slot : space.slots()) {
      point.limitTo(slot.dimension(), slot.name().length() == 1 ? 1 : 0);
    }
    assertThat(isPossible(space, point)).isTrue();
    assertThat(atom(space, point, "d").texts()).hasSize(3);
    assertThat(RelatedValues.apply(space, point, new HashMap<>())).isFalse();
  }
}
