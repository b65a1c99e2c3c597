package dev.kmslint.access.exact.atom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The classes of characters against regular expressions. */
class CharsTest {
  /** Each class, in the order of their numbers, as a regular expression of one character. */
  static final List<String> CLASSES =
      List.of(
          "[\\s\\S]", // ANY
          "[^\n:]", // NO_COLON
          "[^\n/]", // NO_SLASH
          "[0-9]", // DIGIT
          "[A-Za-z0-9_+=,.@-]", // NAME
          "[!-~]", // PATH
          "[a-z0-9.-]", // HOST
          "[A-Z0-9]", // UPPER_OR_DIGIT
          "[A-Za-z0-9-]", // KEY_ID
          "[^\n]"); // FIELD

  private static final int CHARACTERS = 0x180;

  /** The characters of a class. */
  private static BitSet members(int charClass) {
    Pattern pattern = Pattern.compile(CLASSES.get(charClass));
    BitSet members = new BitSet();
    for (char c = 0; c < CHARACTERS; c++) {
      members.set(c, pattern.matcher(String.valueOf(c)).matches());
    }
    return members;
  }

  /** The classes that a character is in. */
  private static BitSet classesOf(char c) {
    BitSet classes = new BitSet();
    for (int each = 0; each < CLASSES.size(); each++) {
      classes.set(each, Chars.in(each, c));
    }
    return classes;
  }

  private static List<String> groups() {
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < Chars.groupCount(); i++) {
      groups.add(Chars.group(i));
    }
    return groups;
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        Chars.ANY,
        Chars.NO_COLON,
        Chars.NO_SLASH,
        Chars.DIGIT,
        Chars.NAME,
        Chars.PATH,
        Chars.HOST,
        Chars.UPPER_OR_DIGIT,
        Chars.KEY_ID,
        Chars.FIELD
      })
  void aClassHasItsCharactersAndNoOthers(int charClass) {
    BitSet members = new BitSet();
    for (int c = 0; c < CHARACTERS; c++) {
      members.set(c, Chars.in(charClass, c));
    }
    assertThat(members).isEqualTo(members(charClass));
  }

  @Test
  void aClassIsWithinAnotherThatHasAllOfItsCharacters() {
    for (int narrow = 0; narrow < CLASSES.size(); narrow++) {
      for (int wide = 0; wide < CLASSES.size(); wide++) {
        BitSet outside = members(narrow);
        outside.andNot(members(wide));
        assertThat(Chars.within(narrow, wide))
            .as("%s within %s", CLASSES.get(narrow), CLASSES.get(wide))
            .isEqualTo(outside.isEmpty());
      }
    }
  }

  @Test
  void noClassTellsTheCharactersOfAGroupApart() {
    for (String group : groups()) {
      for (int i = 0; i < group.length(); i++) {
        char c = group.charAt(i);
        assertThat(classesOf(c)).as("%s of %s", c, group).isEqualTo(classesOf(group.charAt(0)));
      }
    }
  }

  @Test
  void everyCharacterButTheSeparatorIsLikeThoseOfExactlyOneGroup() {
    for (char c = 0; c < CHARACTERS; c++) {
      BitSet classes = classesOf(c);
      assertThat(groups())
          .filteredOn(group -> classesOf(group.charAt(0)).equals(classes))
          .as("groups of character %d", (int) c)
          .hasSize(c == Chars.SEPARATOR ? 0 : 1);
    }
  }

  @Test
  void theMostReadableCharactersComeFirst() {
    assertThat(groups()).hasSize(9).startsWith("x-abcdefghijklmnopqrstuvwyz", "0123456789");
    assertThat(groups()).contains("@_+,=", " \u00e9\u00e8\u00ea\u00eb");
  }
}
