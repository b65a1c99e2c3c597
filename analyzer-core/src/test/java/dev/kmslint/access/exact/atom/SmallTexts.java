package dev.kmslint.access.exact.atom;

import dev.kmslint.policy.Glob;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/** Short texts over few characters, and random patterns of them. */
public final class SmallTexts {
  /** Every text of up to four of the characters. */
  static final List<String> ALL = all("abA:", 4);

  private SmallTexts() {}

  private static List<String> all(String alphabet, int length) {
    List<String> all = new ArrayList<>(List.of(""));
    for (int i = 0; all.get(i).length() < length; i++) {
      for (int k = 0; k < alphabet.length(); k++) {
        char c = alphabet.charAt(k);
        all.add(all.get(i) + c);
      }
    }
    return all;
  }

  static ValueTest.Text test(String... globs) {
    List<Pattern> patterns = new ArrayList<>();
    for (String glob : globs) {
      patterns.add(Pattern.of(Glob.of(glob)));
    }
    return new ValueTest.Text(patterns);
  }

  static List<ValueTest.Text> tests(Random random, int most) {
    List<ValueTest.Text> tests = new ArrayList<>();
    for (int i = random.nextInt(most); i >= 0; i--) {
      tests.add(new ValueTest.Text(patterns(random, 3)));
    }
    return tests;
  }

  static List<Pattern> patterns(Random random, int most) {
    List<Pattern> patterns = new ArrayList<>();
    for (int i = random.nextInt(most); i >= 0; i--) {
      Pattern pattern = Pattern.of(glob(random));
      Pattern bound = Pattern.of(glob(random).boundToSegments());
      patterns.add(
          switch (random.nextInt(6)) {
            case 0 -> pattern.ignoringCase();
            case 1 -> bound;
            case 2 -> pattern.then(bound);
            default -> pattern;
          });
    }
    return patterns;
  }

  private static Glob glob(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      text.append("ab:*?A*".charAt(random.nextInt(7)));
    }
    return Glob.of(text.toString());
  }

  /** Any text half of the time, else what matches one of some patterns. */
  static List<Pattern> domain(Random random) {
    return random.nextBoolean() ? Domain.ANY_TEXT : patterns(random, 3);
  }

  public static boolean isIn(List<Pattern> domain, String text) {
    return domain.stream().anyMatch(pattern -> pattern.matches(text));
  }

  /** The texts that are in a domain. */
  static List<String> in(List<Pattern> domain) {
    return ALL.stream().filter(text -> isIn(domain, text)).toList();
  }

  /** The tests that a text matches. */
  static BitSet truths(List<ValueTest.Text> tests, String text) {
    BitSet truths = new BitSet();
    for (int i = 0; i < tests.size(); i++) {
      truths.set(i, tests.get(i).matches(text));
    }
    return truths;
  }
}
