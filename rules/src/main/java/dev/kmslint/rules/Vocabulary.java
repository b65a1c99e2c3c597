package dev.kmslint.rules;

import dev.kmslint.catalog.Nearest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The names that are right in some place, and the words that they are put together from. */
public final class Vocabulary {
  private final List<String> names;
  private final Set<String> words = new LinkedHashSet<>();

  /**
   * The vocabulary of names.
   *
   * @param names in which a word begins with each upper case letter and behind other signs
   */
  public Vocabulary(List<String> names) {
    this.names = List.copyOf(names);
    for (String name : names) {
      addWords(name, words);
    }
  }

  /** The right name that is near to a wrong one, as {@link Nearest} says; empty without one. */
  public Optional<String> near(String name) {
    return Nearest.nearest(name, names);
  }

  /**
   * Whether a name is misspelt: one of its words is in none of the right names, and near to one
   * that is. The other unknown names put known words together in a new way, as new ones do.
   */
  public boolean isMisspelt(String name) {
    if (name.equals(name.toLowerCase(Locale.ROOT))) {
      return near(name).isPresent();
    }
    Set<String> written = new LinkedHashSet<>();
    addWords(name, written);
    for (String word : written) {
      if (isMisspeltWord(word)) {
        return true;
      }
    }
    return false;
  }

  /** A part of a known word, or a plural or version of one, is right too. */
  private boolean isMisspeltWord(String word) {
    boolean version = Character.isDigit(word.charAt(word.length() - 1));
    if (version || word.length() <= 3 || words.contains(word)) {
      return false;
    }
    String stem = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    for (String known : words) {
      if (known.contains(stem)) {
        return false;
      }
    }
    return Nearest.nearest(word, words).isPresent();
  }

  private static void addWords(String name, Set<String> words) {
    int start = 0;
    for (int i = 1; i <= name.length(); i++) {
      if (i == name.length() || beginsWord(name, i)) {
        if (Character.isLetter(name.charAt(start))) {
          words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
        }
        start = i;
      }
    }
  }

  private static boolean beginsWord(String name, int i) {
    char c = name.charAt(i);
    char before = name.charAt(i - 1);
    boolean sign = Character.isLetterOrDigit(c) != Character.isLetterOrDigit(before);
    return sign || (Character.isUpperCase(c) && !Character.isUpperCase(before));
  }
}
