package dev.kmslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.policy.Glob;
import dev.kmslint.source.Pointer;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoveredTest {
  private static final SourceLocation HERE =
      new SourceLocation(new SourceFile("p.json", "-"), 0, 1, Pointer.ROOT);

  private static List<Covered> in(List<String> patterns) {
    List<Covered.Item> items = new ArrayList<>();
    for (String pattern : patterns) {
      Glob glob = Glob.of(pattern);
      items.add(new Covered.Item(pattern, HERE, glob, glob));
    }
    return Covered.in(items);
  }

  @Test
  void theFirstOfEqualOnesCoversTheOthers() {
    assertThat(in(List.of("a", "b", "a", "a"))).containsExactly(new Covered(0, List.of(2, 3)));
    assertThat(in(List.of("a*", "a**"))).containsExactly(new Covered(0, List.of(1)));
  }

  @Test
  void aWideOneCoversThroughOthers() {
    assertThat(in(List.of("ab", "abc*", "a*", "ab*", "b")))
        .containsExactly(new Covered(2, List.of(0, 1, 3)));
    assertThat(in(List.of("*", "a", "?"))).containsExactly(new Covered(0, List.of(1, 2)));
  }

  /** Whoever is covered is so by comparing all pairs, and the other way round. */
  @Test
  void whatIsCoveredIsWhatAnyOtherCovers() {
    Random random = new Random(7);
    for (int n = 0; n < 3_000; n++) {
      List<String> patterns = new ArrayList<>();
      for (int i = 2 + random.nextInt(5); i > 0; i--) {
        StringBuilder pattern = new StringBuilder();
        for (int length = random.nextInt(5); length > 0; length--) {
          pattern.append("ab*?".charAt(random.nextInt(4)));
        }
        patterns.add(pattern.toString());
      }
      List<Integer> found = new ArrayList<>();
      in(patterns).forEach(covered -> found.addAll(covered.narrow()));
      List<Integer> expected = new ArrayList<>();
      for (int i = 0; i < patterns.size(); i++) {
        if (isCovered(i, patterns)) {
          expected.add(i);
        }
      }
      assertThat(found).as("%s", patterns).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static boolean isCovered(int i, List<String> patterns) {
    Glob narrow = Glob.of(patterns.get(i));
    for (int wide = 0; wide < patterns.size(); wide++) {
      Glob other = Glob.of(patterns.get(wide));
      boolean equivalent = other.covers(narrow) && narrow.covers(other);
      if (wide != i && other.covers(narrow) && (!equivalent || wide < i)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void aListOfVeryManyIsLookedAtInPart() {
    List<String> patterns = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      patterns.add("*b" + i + "x");
    }
    patterns.add("*");
    assertThat(in(patterns).isEmpty()).as("the last one is not looked at").isTrue();
    List<String> plain = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      plain.add("arn:aws:s3:::bucket-" + i + "/*");
    }
    plain.add("arn:aws:s3:::bucket-19999/a");
    assertThat(in(plain)).containsExactly(new Covered(19_999, List.of(20_000)));
  }
}
