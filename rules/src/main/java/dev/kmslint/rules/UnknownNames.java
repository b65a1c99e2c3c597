package dev.kmslint.rules;

import dev.kmslint.catalog.Nearest;
import dev.kmslint.catalog.Services;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How sure it is that a name which no table has is wrong. AWS adds names every day, and its own
 * policies keep those of services that are gone; a slip of the pen is neither.
 */
public final class UnknownNames {
  private UnknownNames() {}

  /**
   * How grave an unknown name of an action or service is: a note in a Deny; an error when it is
   * surely wrong, unless the facts are older than twelve months; else a warning.
   */
  public static Severity severity(Statement statement, boolean wrong, PolicyContext context) {
    if (statement.isDeny()) {
      return Severity.NOTE;
    }
    return severity(wrong, context);
  }

  /** As above, where it makes no difference whether the statement allows. */
  public static Severity severity(boolean wrong, PolicyContext context) {
    boolean sure = wrong && !context.catalog().services().areOld(context.today());
    return sure ? Severity.ERROR : Severity.WARNING;
  }

  /**
   * Whether AWS's lists of this service are also kept by hand here, so that what they lack does not
   * exist.
   */
  public static boolean isKeptByHand(String service) {
    return service.equals("kms") || service.equals("rds");
  }

  /**
   * The start of a message about a name that is not known, which goes on with what that means:
   * {@code AWS has no action `s3:x`, so}; where it is not sure, with the day of the facts.
   *
   * @param what as {@code action `s3:x`}
   * @param wrong whether the name is surely wrong
   */
  public static String hasNo(String what, boolean wrong, PolicyContext context) {
    Services services = context.catalog().services();
    return wrong && !services.areOld(context.today())
        ? "AWS has no " + what + ", so "
        : "AWS listed no " + what + " on " + services.date() + ", so unless it is newer, ";
  }

  /**
   * Whether a name is misspelt: one of its words is in none of the right names, and near to one
   * that is. The other unknown names put known words together in a new way, as new ones do.
   *
   * @param name in which a word begins with each upper case letter; wildcards part words too
   */
  public static boolean isMisspelt(String name, Collection<String> rightNames) {
    if (name.equals(name.toLowerCase(Locale.ROOT))) {
      return Nearest.nearest(name, rightNames).isPresent();
    }
    List<String> known = new ArrayList<>();
    for (String right : rightNames) {
      addWords(right, known);
    }
    List<String> words = new ArrayList<>();
    addWords(name, words);
    for (String word : words) {
      if (isMisspeltWord(word, known)) {
        return true;
      }
    }
    return false;
  }

  /** A part of a known word, or a plural or version of one, is right too. */
  private static boolean isMisspeltWord(String word, List<String> known) {
    String stem = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    for (String each : known) {
      if (each.contains(stem)) {
        return false;
      }
    }
    boolean version = Character.isDigit(word.charAt(word.length() - 1));
    return word.length() > 3 && !version && Nearest.nearest(word, known).isPresent();
  }

  private static void addWords(String name, List<String> words) {
    int start = 0;
    for (int i = 1; i <= name.length(); i++) {
      boolean end = i == name.length();
      if (end || beginsWord(name, i)) {
        String word = name.substring(start, i).toLowerCase(Locale.ROOT);
        if (isWord(word)) {
          words.add(word);
        }
        start = i;
      }
    }
  }

  private static boolean beginsWord(String name, int i) {
    char c = name.charAt(i);
    boolean letter = Character.isLetterOrDigit(c);
    boolean before = Character.isLetterOrDigit(name.charAt(i - 1));
    return letter != before
        || (Character.isUpperCase(c) && !Character.isUpperCase(name.charAt(i - 1)));
  }

  private static boolean isWord(String text) {
    return Character.isLetter(text.charAt(0));
  }
}
