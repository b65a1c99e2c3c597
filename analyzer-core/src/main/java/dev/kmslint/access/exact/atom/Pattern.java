package dev.kmslint.access.exact.atom;

import dev.kmslint.policy.Glob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A linear pattern: a row of characters, single characters of a class, and runs of any length of a
 * class.
 */
public final class Pattern {
  private static final int IGNORE_CASE = 0x10000;

  private final int[] tokens;

  /** For the star at each place: the first place before it whose tokens all are in its class. */
  private final int[] reach;

  private final boolean literal;

  private Pattern(int[] tokens) {
    this.tokens = tokens;
    boolean plain = true;
    this.reach = new int[tokens.length];
    for (int i = 0; i < tokens.length; i++) {
      plain &= tokens[i] >= 0 && tokens[i] < IGNORE_CASE;
      reach[i] = i;
      if (isStar(tokens[i])) {
        while (reach[i] > 0 && isWithin(tokens[reach[i] - 1], classOf(tokens[i]))) {
          reach[i]--;
        }
      }
    }
    this.literal = plain;
  }

  public static Pattern of(Glob glob) {
    int[] tokens = glob.tokens();
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] =
          switch (tokens[i]) {
            case Glob.STAR -> star(Chars.ANY);
            case Glob.ONE -> one(Chars.ANY);
            case Glob.SEGMENT_STAR -> star(Chars.NO_COLON);
            case Glob.SEGMENT_ONE -> one(Chars.NO_COLON);
            default -> tokens[i];
          };
    }
    return new Pattern(tokens);
  }

  public static Pattern literal(String text) {
    return new Pattern(text.chars().toArray());
  }

  /** Any text at all. */
  public static Pattern anything() {
    return of(Glob.of("*"));
  }

  /** A token for one character of a class. */
  public static int one(int charClass) {
    return -1 - 2 * charClass;
  }

  /** A token for any number of characters of a class. */
  public static int star(int charClass) {
    return -2 - 2 * charClass;
  }

  static boolean isStar(int token) {
    return token < 0 && (token & 1) == 0;
  }

  private static int classOf(int token) {
    return (-1 - token) / 2;
  }

  static boolean accepts(int token, int c) {
    if (token >= 0) {
      return token == c
          || (token >= IGNORE_CASE && Character.toLowerCase(c) == token - IGNORE_CASE);
    }
    return Chars.in(classOf(token), c);
  }

  private static boolean isWithin(int token, int charClass) {
    if (token >= IGNORE_CASE) {
      return charClass == Chars.ANY;
    }
    return token >= 0 ? Chars.in(charClass, token) : Chars.within(classOf(token), charClass);
  }

  int length() {
    return tokens.length;
  }

  int token(int index) {
    return tokens[index];
  }

  /**
   * The first place from which on everything up to the star at a place is part of what it takes.
   */
  int reach(int star) {
    return reach[star];
  }

  /** The character that a token names, in lower case where case is ignored; negative for none. */
  static int namedBy(int token) {
    return token >= IGNORE_CASE ? token - IGNORE_CASE : token;
  }

  boolean isLiteral() {
    return literal;
  }

  /** The text of a literal pattern. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int token : tokens) {
      text.append((char) token);
    }
    return text.toString();
  }

  /** Whether every text matches from a place on. */
  boolean isOpenEnd(int place) {
    return place == tokens.length - 1 && tokens[place] == star(Chars.ANY);
  }

  public boolean matches(String text) {
    if (literal) {
      if (text.length() != tokens.length) {
        return false;
      }
      for (int i = tokens.length - 1; i >= 0; i--) {
        if (text.charAt(i) != tokens[i]) {
          return false;
        }
      }
      return true;
    }
    int[] now = new int[tokens.length + 1];
    int[] next = new int[tokens.length + 1];
    int count = 0;
    count = add(now, count, 0);
    for (int i = 0; i < text.length() && count > 0; i++) {
      int more = 0;
      int c = text.charAt(i);
      for (int k = 0; k < count; k++) {
        int place = now[k];
        if (place < tokens.length && accepts(tokens[place], c)) {
          more = add(next, more, isStar(tokens[place]) ? place : place + 1);
        }
      }
      int[] swap = now;
      now = next;
      next = swap;
      count = more;
    }
    return count > 0 && now[count - 1] == tokens.length;
  }

  /** Adds a place and those that stars lead on to; places are kept in order. */
  private int add(int[] places, int count, int place) {
    int at = place;
    int size = count;
    while (true) {
      if (size == 0 || places[size - 1] < at) {
        places[size++] = at;
      }
      if (at >= tokens.length || !isStar(tokens[at])) {
        return size;
      }
      at++;
    }
  }

  /** The same in whatever case the text is written. */
  public Pattern ignoringCase() {
    int[] changed = tokens.clone();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] >= 0 && changed[i] < IGNORE_CASE) {
        int lower = Character.toLowerCase(changed[i]);
        boolean cased = lower != changed[i] || Character.toUpperCase(lower) != lower;
        changed[i] = cased ? IGNORE_CASE + lower : changed[i];
      }
    }
    return new Pattern(changed);
  }

  /** The same with the class in the place of every wildcard that takes more than the class. */
  public Pattern within(int charClass) {
    int[] changed = tokens.clone();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] < 0 && !Chars.within(classOf(changed[i]), charClass)) {
        changed[i] = isStar(changed[i]) ? star(charClass) : one(charClass);
      }
    }
    return new Pattern(changed);
  }

  /** Whether every character that stands in it is of a class, and so can be matched within one. */
  public boolean canBeWithin(int charClass) {
    for (int token : tokens) {
      if (token >= 0 && !Chars.in(charClass, namedBy(token))) {
        return false;
      }
    }
    return true;
  }

  /** This pattern followed by another one. */
  public Pattern then(Pattern other) {
    int[] both = Arrays.copyOf(tokens, tokens.length + other.tokens.length);
    System.arraycopy(other.tokens, 0, both, tokens.length, other.tokens.length);
    return new Pattern(both);
  }

  public Pattern then(String text) {
    return then(literal(text));
  }

  public Pattern then(int... more) {
    return then(new Pattern(more));
  }

  /** A text that matches, with another one in the place of every star. */
  public String sample(String star) {
    StringBuilder text = new StringBuilder();
    for (int token : tokens) {
      if (token >= 0) {
        text.append((char) namedBy(token));
      } else {
        text.append(isStar(token) ? star : star.substring(0, 1));
      }
    }
    return text.toString();
  }

  /** The same with a text in the place of the first star. */
  public Pattern withFirstStar(String text) {
    int at = 0;
    while (!isStar(tokens[at])) {
      at++;
    }
    return new Pattern(Arrays.copyOfRange(tokens, 0, at))
        .then(text)
        .then(Arrays.copyOfRange(tokens, at + 1, tokens.length));
  }

  /**
   * The two halves of every way in which a character of the text can be the given one: text before
   * it, text after it.
   */
  public List<Pattern[]> splitAt(char c) {
    List<Pattern[]> ways = new ArrayList<>();
    for (int i = 0; i < tokens.length; i++) {
      if (accepts(tokens[i], c)) {
        boolean star = isStar(tokens[i]);
        ways.add(
            new Pattern[] {
              new Pattern(Arrays.copyOfRange(tokens, 0, star ? i + 1 : i)),
              new Pattern(Arrays.copyOfRange(tokens, star ? i : i + 1, tokens.length))
            });
      }
    }
    return ways;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Pattern pattern && Arrays.equals(tokens, pattern.tokens);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(tokens);
  }

  /** A text that only equal patterns share. */
  String signature() {
    return literal ? '"' + text() + '"' : Arrays.toString(tokens);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int token : tokens) {
      if (token >= 0) {
        text.append((char) namedBy(token));
      } else {
        text.append(isStar(token) ? '*' : '?');
      }
    }
    return text.toString();
  }
}
