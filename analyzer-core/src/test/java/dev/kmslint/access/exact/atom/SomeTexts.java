package dev.kmslint.access.exact.atom;

import dev.kmslint.policy.Glob;
import java.util.ArrayList;
import java.util.List;

/** Sets of texts for tests. */
public final class SomeTexts {
  private SomeTexts() {}

  /** Just these texts. */
  public static ValueTest.Text literals(String... texts) {
    List<Pattern> patterns = new ArrayList<>();
    for (String text : texts) {
      patterns.add(Pattern.literal(text));
    }
    return new ValueTest.Text(patterns);
  }

  /** The texts that match one of some globs. */
  public static ValueTest.Text globs(String... globs) {
    return new ValueTest.Text(patterns(globs));
  }

  public static List<Pattern> patterns(String... globs) {
    List<Pattern> patterns = new ArrayList<>();
    for (String glob : globs) {
      patterns.add(Pattern.of(Glob.of(glob)));
    }
    return patterns;
  }

  /** Values that a request holds. */
  public static Seen seen(String... values) {
    return new Seen.Given(List.of(values));
  }
}
