package dev.kmslint.rules;

import org.jspecify.annotations.Nullable;

/**
 * A value of kms:ViaService, {@code NAME.REGION.amazonaws.com}, taken apart. Each part can hold
 * wildcards.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
public record ViaService(String name, String region) {
  /** Takes a value apart; null for one of another form. */
  public static @Nullable ViaService parse(String value) {
    int first = value.indexOf('.');
    int second = value.indexOf('.', first + 1);
    return first > 0 && second > first + 1 && value.startsWith("amazonaws.", second + 1)
        ? new ViaService(value.substring(0, first), value.substring(first + 1, second))
        : null;
  }

  /** Whether the name is one name, without wildcards. */
  public boolean namesOneService() {
    return name.indexOf('*') < 0 && name.indexOf('?') < 0;
  }
}
