package dev.kmslint.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of a policy as AWS reads it: characters, wildcards, and policy variables such as {@code
 * ${aws:username}} or {@code ${aws:PrincipalTag/team, 'none'}}. {@code ${*}}, {@code ${?}} and
 * {@code ${$}} stand for the character itself.
 *
 * <p>Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
public final class Template {
  /**
   * A policy variable.
   *
   * @param key the condition key that it names
   * @param fallback the default value; null without one
   * @param at how many tokens of the template precede it
   */
  public record Variable(String key, @Nullable String fallback, int at) {}

  private final int[] tokens;
  private final List<Variable> variables;
  private final boolean malformed;

  private Template(int[] tokens, List<Variable> variables, boolean malformed) {
    this.tokens = tokens;
    this.variables = variables;
    this.malformed = malformed;
  }

  /**
   * Reads a value.
   *
   * @param wildcards whether {@code *} and {@code ?} are wildcards here
   * @param withVariables whether variables mean anything: the policy's Version is 2012-10-17
   */
  public static Template parse(String text, boolean wildcards, boolean withVariables) {
    return parse(text, wildcards, withVariables ? 0 : text.length());
  }

  /**
   * Reads an entry of a Resource element: wildcards anywhere, variables only after the fifth colon.
   *
   * @param withVariables whether variables mean anything: the policy's Version is 2012-10-17
   */
  public static Template ofResource(String text, boolean withVariables) {
    int from = 0;
    for (int colons = 0; colons < 5; colons++) {
      int colon = text.indexOf(':', from);
      if (colon < 0) {
        return parse(text, true, text.length());
      }
      from = colon + 1;
    }
    return parse(text, true, withVariables ? from : text.length());
  }

  private static Template parse(String text, boolean wildcards, int variablesFrom) {
    int[] tokens = new int[text.length()];
    int count = 0;
    List<Variable> variables = List.of();
    boolean malformed = false;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (i >= variablesFrom && c == '$' && i + 1 < text.length() && text.charAt(i + 1) == '{') {
        int close = text.indexOf('}', i + 2);
        if (close >= 0) {
          String inside = text.substring(i + 2, close);
          if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
            tokens[count++] = inside.charAt(0);
          } else {
            Variable variable = variable(inside, count);
            if (variables.isEmpty()) {
              variables = new ArrayList<>();
            }
            variables.add(variable);
            malformed |= variable.key().isEmpty();
          }
          i = close + 1;
          continue;
        }
        malformed = true;
      }
      tokens[count++] = wildcards && c == '*' ? Glob.STAR : wildcards && c == '?' ? Glob.ONE : c;
      i++;
    }
    int[] exact = new int[count];
    System.arraycopy(tokens, 0, exact, 0, count);
    return new Template(exact, List.copyOf(variables), malformed);
  }

  private static Variable variable(String inside, int at) {
    int comma = inside.indexOf(',');
    if (comma < 0) {
      return new Variable(inside.trim(), null, at);
    }
    String fallback = inside.substring(comma + 1).trim();
    boolean quoted = fallback.length() >= 2 && fallback.startsWith("'") && fallback.endsWith("'");
    return new Variable(
        inside.substring(0, comma).trim(),
        quoted ? fallback.substring(1, fallback.length() - 1) : fallback,
        at);
  }

  /** The variables, in the order of the text. */
  public List<Variable> variables() {
    return variables;
  }

  /** Whether a variable is not closed, or names nothing. */
  public boolean isMalformed() {
    return malformed;
  }

  /** Whether the whole value is one variable and nothing else. */
  public boolean isSingleVariable() {
    return tokens.length == 0 && variables.size() == 1;
  }

  /** The pattern, when there are no variables. */
  public Glob glob() {
    return new Glob(tokens.clone());
  }

  /** The pattern where every variable stands for any text at all. */
  public Glob widest() {
    return fill(Collections.nCopies(variables.size(), null));
  }

  /**
   * The pattern with the variables filled in.
   *
   * @param values one text for each variable; null stands for any text at all
   */
  public Glob fill(List<@Nullable String> values) {
    int length = tokens.length;
    for (String value : values) {
      length += value == null ? 1 : value.length();
    }
    int[] filled = new int[length];
    int out = 0;
    int next = 0;
    for (int i = 0; i <= tokens.length; i++) {
      while (next < variables.size() && variables.get(next).at() == i) {
        String value = values.get(next++);
        if (value == null) {
          filled[out++] = Glob.STAR;
        } else {
          for (int k = 0; k < value.length(); k++) {
            filled[out++] = value.charAt(k);
          }
        }
      }
      if (i < tokens.length) {
        filled[out++] = tokens[i];
      }
    }
    return new Glob(filled);
  }
}
