package dev.kmslint.policy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of characters, {@code *} (any characters) and {@code ?} (any one character), and the
 * three questions asked of patterns: does a text match, can a text match two of them, does one
 * cover the other.
 *
 * <p>A wildcard can be bound to its segment: then it matches no colon.
 */
public final class Glob {
  /** Any characters. */
  public static final int STAR = -1;

  /** Any one character. */
  public static final int ONE = -2;

  /** Any characters but a colon. */
  public static final int SEGMENT_STAR = -3;

  /** Any one character but a colon. */
  public static final int SEGMENT_ONE = -4;

  private final int[] tokens;

  /** How many tokens precede the first wildcard. */
  private final int plain;

  /** Whether some wildcard is bound to its segment. */
  private final boolean bound;

  Glob(int[] tokens) {
    this.tokens = tokens;
    int i = 0;
    while (i < tokens.length && tokens[i] >= 0) {
      i++;
    }
    this.plain = i;
    while (i < tokens.length && tokens[i] >= ONE) {
      i++;
    }
    this.bound = i < tokens.length;
  }

  /** A pattern in which {@code *} and {@code ?} are wildcards. */
  public static Glob of(String pattern) {
    int[] tokens = new int[pattern.length()];
    for (int i = 0; i < tokens.length; i++) {
      char c = pattern.charAt(i);
      tokens[i] = c == '*' ? STAR : c == '?' ? ONE : c;
    }
    return new Glob(tokens);
  }

  /** A pattern that only that text matches. */
  public static Glob literal(String text) {
    return new Glob(text.chars().toArray());
  }

  /** Whether there is no wildcard in it. */
  public boolean isLiteral() {
    return plain == tokens.length;
  }

  /** Whether every text matches: nothing but stars, and at least one. */
  public boolean matchesEverything() {
    for (int token : tokens) {
      if (token != STAR) {
        return false;
      }
    }
    return tokens.length > 0;
  }

  /** Whether a text matches. Letters match in their own case only. */
  public boolean matches(CharSequence text) {
    int length = text.length();
    if (length < plain || (isLiteral() && length != plain)) {
      return false;
    }
    // From the end: names and ARNs differ there.
    for (int i = plain - 1; i >= 0; i--) {
      if (text.charAt(i) != tokens[i]) {
        return false;
      }
    }
    if (plain >= tokens.length - 1) {
      return isLiteral() || endsWith(tokens[plain], text);
    }
    return bound ? matchesBound(text) : matchesFree(text);
  }

  /** Without bound wildcards: whatever a star has taken, a later star can take more instead. */
  private boolean matchesFree(CharSequence text) {
    int length = text.length();
    int token = plain;
    int at = plain;
    int star = -1;
    int resume = 0;
    while (at < length) {
      int wanted = token < tokens.length ? tokens[token] : Integer.MIN_VALUE;
      if (wanted == STAR) {
        star = token++;
        resume = at;
      } else if (wanted == ONE || wanted == text.charAt(at)) {
        token++;
        at++;
      } else if (star >= 0) {
        token = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (token < tokens.length && tokens[token] == STAR) {
      token++;
    }
    return token == tokens.length;
  }

  private boolean matchesBound(CharSequence text) {
    int length = text.length();
    boolean[] now = new boolean[tokens.length + 1];
    now[plain] = true;
    skipStars(now);
    for (int i = plain; i < length; i++) {
      now = step(now, text.charAt(i));
    }
    return now[tokens.length];
  }

  /** Whether the last token, a wildcard, matches what follows the characters before it. */
  private boolean endsWith(int wildcard, CharSequence text) {
    if (wildcard == STAR) {
      return true;
    }
    int rest = text.length() - plain;
    if (!isStar(wildcard) && rest != 1) {
      return false;
    }
    for (int i = plain; i < text.length(); i++) {
      if (!accepts(wildcard, text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean[] startStates() {
    boolean[] states = new boolean[tokens.length + 1];
    states[0] = true;
    skipStars(states);
    return states;
  }

  private void skipStars(boolean[] states) {
    for (int i = 0; i < tokens.length; i++) {
      if (states[i] && isStar(tokens[i])) {
        states[i + 1] = true;
      }
    }
  }

  private boolean[] step(boolean[] states, int c) {
    boolean[] next = new boolean[tokens.length + 1];
    for (int i = 0; i < tokens.length; i++) {
      if (states[i] && accepts(tokens[i], c)) {
        next[isStar(tokens[i]) ? i : i + 1] = true;
      }
    }
    skipStars(next);
    return next;
  }

  private static boolean isStar(int token) {
    return token == STAR || token == SEGMENT_STAR;
  }

  private static boolean accepts(int token, int c) {
    return token == c || token == STAR || token == ONE || (token < ONE && c != ':');
  }

  /** Whether some text matches both this and another pattern. Exact. */
  public boolean intersects(Glob other) {
    if (isLiteral()) {
      return other.matches(toString());
    }
    if (other.isLiteral()) {
      return matches(other.toString());
    }
    int common = Math.min(plain, other.plain);
    for (int i = 0; i < common; i++) {
      if (tokens[i] != other.tokens[i]) {
        return false;
      }
    }
    boolean[][] reached = new boolean[tokens.length + 1][other.tokens.length + 1];
    reached[0][0] = true;
    for (int i = 0; i <= tokens.length; i++) {
      for (int j = 0; j <= other.tokens.length; j++) {
        if (!reached[i][j]) {
          continue;
        }
        boolean starHere = i < tokens.length && isStar(tokens[i]);
        boolean starThere = j < other.tokens.length && isStar(other.tokens[j]);
        if (starHere) {
          reached[i + 1][j] = true;
        }
        if (starThere) {
          reached[i][j + 1] = true;
        }
        if (i < tokens.length && j < other.tokens.length && meet(tokens[i], other.tokens[j])) {
          reached[starHere ? i : i + 1][starThere ? j : j + 1] |= !(starHere && starThere);
        }
      }
    }
    return reached[tokens.length][other.tokens.length];
  }

  private static boolean meet(int a, int b) {
    if (a >= 0) {
      return accepts(b, a);
    }
    return b >= 0 ? accepts(a, b) : true;
  }

  /**
   * Whether every text that matches another pattern matches this one. A yes is certain; a no can be
   * wrong where only several of this pattern's wildcards together cover a text.
   */
  public boolean covers(Glob other) {
    boolean[] states = startStates();
    for (int token : other.tokens) {
      boolean[] next = new boolean[tokens.length + 1];
      for (int i = 0; i < tokens.length; i++) {
        if (!states[i]) {
          continue;
        }
        if (isStar(tokens[i]) && coversToken(tokens[i], token)) {
          next[i] = true;
        } else if (!isStar(tokens[i]) && !isStar(token) && coversToken(tokens[i], token)) {
          next[i + 1] = true;
        }
      }
      skipStars(next);
      states = next;
    }
    return states[tokens.length];
  }

  private static boolean coversToken(int wide, int narrow) {
    if (wide == narrow || wide == STAR || wide == ONE) {
      return true;
    }
    return wide < ONE && (narrow >= 0 ? narrow != ':' : narrow < ONE);
  }

  /** The same pattern in lower case, to compare with text in lower case. */
  public Glob lowerCase() {
    int[] lower = tokens.clone();
    for (int i = 0; i < lower.length; i++) {
      if (lower[i] >= 0) {
        lower[i] = Character.toLowerCase((char) lower[i]);
      }
    }
    return new Glob(lower);
  }

  /**
   * The same pattern, in which only a {@code *} that ends a segment or the pattern reaches past a
   * colon: what AWS documents for resources.
   *
   * <p>Source:
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
   */
  public Glob boundToSegments() {
    if (isLiteral()) {
      return this;
    }
    int[] bound = tokens.clone();
    for (int i = 0; i < bound.length; i++) {
      boolean endsSegment = i + 1 == bound.length || bound[i + 1] == ':';
      if (bound[i] == STAR && !endsSegment) {
        bound[i] = SEGMENT_STAR;
      } else if (bound[i] == ONE) {
        bound[i] = SEGMENT_ONE;
      }
    }
    return new Glob(bound);
  }

  /**
   * The same pattern as the ARN operators read it: its first five parts match one part of an ARN
   * each, and only in the sixth does a wildcard match colons. Null when it has fewer than six
   * parts.
   *
   * <p>Source:
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
   */
  public @Nullable Glob asArnPattern() {
    int[] bound = tokens.clone();
    int colons = 0;
    for (int i = 0; i < bound.length && colons < 5; i++) {
      if (bound[i] == ':') {
        colons++;
      } else if (bound[i] == STAR) {
        bound[i] = SEGMENT_STAR;
      } else if (bound[i] == ONE) {
        bound[i] = SEGMENT_ONE;
      }
    }
    return colons < 5 ? null : new Glob(bound);
  }

  /** This pattern's tokens: characters, and the negative numbers above for the wildcards. */
  public int[] tokens() {
    return tokens.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Glob glob && Arrays.equals(tokens, glob.tokens);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(tokens);
  }

  /** The pattern's text; a literal star or question mark cannot be told from a wildcard in it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int token : tokens) {
      text.append(isStar(token) ? '*' : token == ONE || token == SEGMENT_ONE ? '?' : (char) token);
    }
    return text.toString();
  }
}
