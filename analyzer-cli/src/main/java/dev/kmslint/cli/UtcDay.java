package dev.kmslint.cli;

/**
 * The day in UTC. Counted, since loading {@code java.time} costs a plain run more than its rules.
 */
final class UtcDay {
  private static final long MILLIS = 86_400_000L;
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private UtcDay() {}

  /**
   * The day of a moment after 1970, as {@code 2027-06-30}.
   *
   * @param millis since the start of 1970 in UTC
   */
  static String of(long millis) {
    int left = (int) (millis / MILLIS);
    int year = 1970;
    while (left >= (isLeap(year) ? 366 : 365)) {
      left -= isLeap(year) ? 366 : 365;
      year++;
    }
    int month = 0;
    while (left >= days(year, month)) {
      left -= days(year, month);
      month++;
    }
    return year + two(month + 1) + two(left + 1);
  }

  private static int days(int year, int month) {
    return DAYS[month] + (month == 1 && isLeap(year) ? 1 : 0);
  }

  private static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static String two(int number) {
    return number < 10 ? "-0" + number : "-" + number;
  }
}
