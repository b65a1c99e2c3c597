package dev.kmslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class UtcDayTest {
  private static final long MILLIS = 86_400_000L;

  @Test
  void isThatOfTheCalendar() {
    for (int day = 0; day < 180_000; day++) {
      String expected = LocalDate.ofEpochDay(day).toString();
      assertThat(UtcDay.of(day * MILLIS)).isEqualTo(expected);
      assertThat(UtcDay.of(day * MILLIS + MILLIS - 1)).isEqualTo(expected);
    }
  }
}
