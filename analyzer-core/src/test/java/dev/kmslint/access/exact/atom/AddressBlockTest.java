package dev.kmslint.access.exact.atom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {
  private static AddressBlock block(String text) {
    return Objects.requireNonNull(AddressBlock.parse(text), text);
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, 10.1.2.3, 10.1.2.3",
    "10.1.2.3/16, 10.1.0.0, 10.1.255.255",
    "0.0.0.0/0, 0.0.0.0, 255.255.255.255",
    "255.255.255.255/32, 255.255.255.255, 255.255.255.255",
    "2001:db8::/32, 2001:db8:0:0:0:0:0:0, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
    "::1, 0:0:0:0:0:0:0:1, 0:0:0:0:0:0:0:1",
    "1::8:9, 1:0:0:0:0:0:8:9, 1:0:0:0:0:0:8:9",
    "::/0, 0:0:0:0:0:0:0:0, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
  })
  void aBlockReachesFromItsFirstToItsLastAddress(String text, String first, String last) {
    AddressBlock block = block(text);
    assertThat(AddressBlock.text(block.bits(), block.first())).isEqualTo(first);
    assertThat(AddressBlock.text(block.bits(), block.last())).isEqualTo(last);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "10.1.2", "10.1.2.3.4", "10.1.2.256", "10.1.2.x", "10.1.2.3/33", "10.1.2.3/",
        "10.1.2.3/-1", "1:2:3", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "::g", "::/129",
        "1:2:3:4:5:6:7::8"
      })
  void whatIsNoBlockIsNone(String text) {
    assertThat(AddressBlock.parse(text)).isNull();
  }

  @Test
  void aBlockContainsSmallerOnesOfItsKind() {
    assertThat(block("10.0.0.0/8").contains(block("10.1.2.0/24"))).isTrue();
    assertThat(block("10.1.2.0/24").contains(block("10.0.0.0/8"))).isFalse();
    assertThat(block("10.1.2.0/24").contains(block("10.1.2.0/24"))).isTrue();
    assertThat(block("10.1.2.0/24").contains(block("10.1.3.0/24"))).isFalse();
    assertThat(block("0.0.0.0/0").contains(block("::1"))).isFalse();
    assertThat(block("::/0").contains(block("10.1.2.3"))).isFalse();
  }
}
