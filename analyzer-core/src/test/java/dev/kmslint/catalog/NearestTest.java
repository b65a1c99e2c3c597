package dev.kmslint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  @ParameterizedTest
  @CsvSource({
    "Decrpyt, Decrypt", // neighbours swapped
    "Decript, Decrypt", // one substituted
    "Decrypts, Decrypt", // one too many
    "Decrpt, Decrypt", // one missing
    "decrypt, Decrypt", // only the case
    "GenerateDatKeys, GenerateDataKey", // two edits
    "Sgin, Sign",
  })
  void findsTheNearestWord(String word, String expected) {
    assertThat(Nearest.nearest(word, List.of("Encrypt", "Decrypt", "GenerateDataKey", "Sign")))
        .contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Encode", // three edits
    "Sing2", // two edits are too many for five characters
    "Sign", // a candidate itself
    "GenerateDataKeyPair",
    "''"
  })
  void findsNothingWhenNothingIsNear(String word) {
    assertThat(Nearest.nearest(word, List.of("Encrypt", "Decrypt", "GenerateDataKey", "Sign")))
        .isEmpty();
  }

  @Test
  void prefersFewerEditsAndThenTheAlphabet() {
    assertThat(Nearest.nearest("xEncrypt", List.of("Decrypt", "Encrypt"))).contains("Encrypt");
    assertThat(Nearest.nearest("Verifx", List.of("VerifyB", "Verify", "VerifA")))
        .contains("VerifA");
    assertThat(Nearest.nearest("Verifx", List.of("VerifA", "Verify", "VerifyB")))
        .contains("VerifA");
    assertThat(Nearest.nearest("Verify", List.of())).isEmpty();
  }

  @Property
  void countsEditsTheSameBothWays(
      @ForAll @AlphaChars @StringLength(max = 8) String a,
      @ForAll @AlphaChars @StringLength(max = 8) String b) {
    int edits = Nearest.edits(a, b);
    assertThat(edits).isEqualTo(Nearest.edits(b, a));
    assertThat(edits)
        .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
    assertThat(edits == 0).isEqualTo(a.equals(b));
  }
}
