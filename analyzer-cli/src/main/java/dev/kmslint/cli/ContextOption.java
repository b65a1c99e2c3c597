package dev.kmslint.cli;

import dev.kmslint.run.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code --context K=V[,V...]}. */
final class ContextOption {
  private ContextOption() {}

  /** The values of the condition keys that an option's values pin; none for the empty set. */
  static Map<String, List<String>> read(List<String> written) throws UsageException {
    Map<String, List<String>> context = new LinkedHashMap<>();
    List<String> seen = new ArrayList<>();
    for (String text : written) {
      int equals = text.indexOf('=');
      if (equals <= 0) {
        throw new UsageException(
            "`--context` takes a condition key and its values, as `kms:ViaService=rds.us-west-2"
                + ".amazonaws.com`, not `"
                + text
                + "`");
      }
      String key = text.substring(0, equals);
      if (seen.contains(key.toLowerCase(Locale.ROOT))) {
        throw new UsageException(
            "`--context` names `" + key + "` twice; several values go into one, as `K=V,V`");
      }
      seen.add(key.toLowerCase(Locale.ROOT));
      context.put(key, values(text.substring(equals + 1)));
    }
    return context;
  }

  private static List<String> values(String text) {
    List<String> values = new ArrayList<>();
    if (text.isEmpty()) {
      return values;
    }
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == ',') {
        value.append(',');
        i++;
      } else if (c == ',') {
        values.add(value.toString());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString());
    return values;
  }
}
