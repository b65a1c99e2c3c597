package dev.kmslint.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LowerCaseTest {
  @Property
  void isThatOfJava(@ForAll String text) {
    assertThat(LowerCase.of(text)).isEqualTo(text.toLowerCase(Locale.ROOT));
  }

  @Example
  void everyCharacterAlone() {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      String text = "Q" + c;
      assertThat(LowerCase.of(text)).isEqualTo(text.toLowerCase(Locale.ROOT));
    }
  }
}
