package dev.kmslint.rules;

import java.util.List;

/** Puts messages together. */
public final class Wording {
  private Wording() {}

  /** Text of a policy, in backticks. */
  public static String code(String text) {
    return "`" + text + "`";
  }

  /**
   * Texts of a policy, each in backticks: {@code `a`}, {@code `a` and `b`}, {@code `a`, `b` and
   * `c`}.
   */
  public static String codes(List<String> texts) {
    return list(texts, "and");
  }

  /** As {@link #codes}, with {@code or}. */
  public static String anyOf(List<String> texts) {
    return list(texts, "or");
  }

  /** As {@link #codes}, of more than four the first three and how many more there are. */
  public static String some(List<String> texts) {
    if (texts.size() <= 4) {
      return codes(texts);
    }
    StringBuilder out = new StringBuilder();
    for (String text : texts.subList(0, 3)) {
      out.append(code(text)).append(", ");
    }
    return out.substring(0, out.length() - 2) + " and " + (texts.size() - 3) + " more";
  }

  private static String list(List<String> texts, String word) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      if (i > 0) {
        out.append(i == texts.size() - 1 ? " " + word + " " : ", ");
      }
      out.append(code(texts.get(i)));
    }
    return out.toString();
  }

  /** A number and a noun, which takes an s for more than one. */
  public static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A noun with its article. */
  public static String a(String noun) {
    return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }
}
