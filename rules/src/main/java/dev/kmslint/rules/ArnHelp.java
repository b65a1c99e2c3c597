package dev.kmslint.rules;

import dev.kmslint.policy.Arn;
import java.util.Locale;

/** What to write for a resource that is no ARN. */
public final class ArnHelp {
  private ArnHelp() {}

  /** What to write in its place, by what it looks like. */
  public static String of(String text) {
    String trimmed = text.strip();
    if (trimmed.indexOf(",arn:") > 0 || trimmed.indexOf(", arn:") > 0) {
      return "write each ARN as a string of its own, in a JSON list";
    }
    String lower = trimmed.toLowerCase(Locale.ROOT);
    Arn arn = lower.startsWith("arn:") ? Arn.parse("arn:" + trimmed.substring(4)) : null;
    if (arn != null) {
      String right = repaired(arn);
      if (!right.equals(text)) {
        return "did you mean " + Wording.code(right) + "?";
      }
    }
    if (isKeyId(trimmed)) {
      return "write the ARN of the key, such as `arn:aws:kms:REGION:ACCOUNT:key/" + trimmed + "`";
    }
    return "write an ARN, such as `arn:aws:kms:REGION:ACCOUNT:key/ID`, or `*`";
  }

  /** The same with the service in lower case, and a key's id behind {@code key/}. */
  private static String repaired(Arn arn) {
    String service = arn.service().toLowerCase(Locale.ROOT);
    String resource = arn.resource();
    if (service.equals("kms") && isKeyId(resource)) {
      resource = "key/" + resource;
    } else if (service.equals("kms") && resource.startsWith("key:")) {
      resource = "key/" + resource.substring("key:".length());
    } else if (service.equals("kms") && resource.startsWith("alias:")) {
      resource = "alias/" + resource.substring("alias:".length());
    }
    return new Arn(arn.partition(), service, arn.region(), arn.account(), resource).toString();
  }

  /** Whether a text looks like the id of a key: a UUID, or with {@code mrk-} in front. */
  private static boolean isKeyId(String text) {
    if (text.startsWith("mrk-")) {
      return true;
    }
    boolean is = text.length() == 36;
    for (int i = 0; is && i < text.length(); i++) {
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      is = dash ? text.charAt(i) == '-' : Character.digit(text.charAt(i), 16) >= 0;
    }
    return is;
  }
}
