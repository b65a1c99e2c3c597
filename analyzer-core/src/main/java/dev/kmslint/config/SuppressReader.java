package dev.kmslint.config;

import dev.kmslint.lint.RuleSet;
import dev.kmslint.policy.Text;
import dev.kmslint.source.Node;
import dev.kmslint.source.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an entry under {@code suppress}. */
final class SuppressReader {
  private static final List<String> NAMES =
      List.of("rule", "file", "sid", "at", "reason", "expires");

  private final Values values;
  private final RuleSet rules;

  SuppressReader(Values values, RuleSet rules) {
    this.values = values;
    this.rules = rules;
  }

  /** The entry; null when something in it is wrong. */
  @Nullable SuppressConfig read(Node element) {
    if (!(element instanceof Node.ObjectNode object)) {
      values.misshapen(
          element.location(), "an entry of `suppress` must be an object, not " + element.kind());
      return null;
    }
    values.checkNames(object, NAMES);
    values.require(object, "rule", "an entry of `suppress`");
    values.require(object, "file", "an entry of `suppress`");
    values.require(object, "reason", "an entry of `suppress`");
    if (object.member("sid") == null && object.member("at") == null) {
      values.misshapen(
          object.location().first(),
          "an entry of `suppress` needs `sid`, the Sid of the statement, or `at`, the JSON pointer"
              + " of the place");
    }
    Text rule = values.text(object.member("rule"));
    Text file = values.text(object.member("file"));
    Text sid = values.text(object.member("sid"));
    String at = at(object.member("at"));
    Text reason = values.text(object.member("reason"));
    Text expires = date(values.text(object.member("expires")));
    if (rule == null || file == null || reason == null) {
      return null;
    }
    String complaint = rules.complaint(rule.value()).orElse("");
    if (!complaint.isEmpty()) {
      values.wrong(rule.location(), complaint);
      return null;
    }
    SourceLocation place =
        new SourceLocation(
            rule.location().file(),
            rule.location().start(),
            rule.location().end(),
            object.location().pointer());
    return new SuppressConfig(
        place,
        rule.value(),
        file,
        sid == null ? null : sid.value(),
        at,
        reason.value(),
        expires == null ? null : expires.value());
  }

  private @Nullable String at(Node.@Nullable Member member) {
    if (member == null) {
      return null;
    }
    if (!(member.value() instanceof Node.StringNode string)) {
      values.text(member);
      return null;
    }
    if (!string.value().isEmpty() && !string.value().startsWith("/")) {
      values.misshapen(
          string.location(),
          "`" + string.value() + "` is not a JSON pointer such as `/Statement/1`");
      return null;
    }
    return string.value();
  }

  private @Nullable Text date(@Nullable Text date) {
    if (date == null) {
      return null;
    }
    String text = date.value();
    if (!isWrittenAsDate(text)) {
      values.misshapen(
          date.location(), "`" + text + "` is not a date, which is written as `2027-06-30`");
      return null;
    }
    int month = Integer.parseInt(text.substring(5, 7));
    int day = Integer.parseInt(text.substring(8));
    if (month < 1
        || month > 12
        || day < 1
        || day > days(Integer.parseInt(text.substring(0, 4)), month)) {
      values.wrong(date.location(), "there is no day `" + text + "`");
      return null;
    }
    return date;
  }

  private static boolean isWrittenAsDate(String text) {
    if (text.length() != 10) {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      char c = text.charAt(i);
      boolean dash = i == 4 || i == 7;
      boolean right = dash ? c == '-' : (c >= '0' && c <= '9');
      if (!right) {
        return false;
      }
    }
    return true;
  }

  private static int days(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return switch (month) {
      case 2 -> leap ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }
}
