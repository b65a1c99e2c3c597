package dev.kmslint.catalog;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One condition key. For a family such as {@code kms:EncryptionContext:*} the catalog answers with
 * the member that was asked for.
 *
 * @param name AWS's spelling of the key: {@code kms:GrantIsForAWSResource}; for a member of a
 *     family the family's spelling followed by the member's own part as it was asked for: {@code
 *     aws:PrincipalTag/team}
 * @param genericName the name of the key or of its family, in lower case, with {@code *} for the
 *     open part: {@code aws:principaltag/*}
 * @param type the type of each value
 * @param otherType a second type whose operators fit as well ({@code aws:EpochTime} is a date and a
 *     number), else null
 * @param multivalued true when a request can hold several values at once, so that conditions need
 *     {@code ForAllValues:} or {@code ForAnyValue:}
 * @param presence when requests hold the key
 * @param inKeyPolicy false when KMS refuses a key policy that uses the key
 * @param integer true when a {@link ValueType#NUMERIC} value is always a whole number
 * @param replacedBy the generic name, in AWS's spelling, of the key to use instead when AWS has
 *     deprecated this one or documents only the other, else null
 * @param services the prefixes of the services whose requests can hold a global key; empty when all
 *     can
 * @param url AWS's page about the key
 */
public record ConditionKeyInfo(
    String name,
    String genericName,
    ValueType type,
    @Nullable ValueType otherType,
    boolean multivalued,
    Presence presence,
    boolean inKeyPolicy,
    boolean integer,
    @Nullable String replacedBy,
    List<String> services,
    String url) {

  /** Copies the list. */
  public ConditionKeyInfo {
    services = List.copyOf(services);
  }

  /** True when operators of a type fit the key. */
  public boolean isOfType(ValueType operatorType) {
    return type == operatorType || otherType == operatorType;
  }

  /** True when the key is a member of an open family, such as a tag. */
  public boolean family() {
    return genericName.charAt(genericName.length() - 1) == '*';
  }

  /** A key of which only name and type are known. */
  static ConditionKeyInfo ofService(
      String name, ValueType type, boolean multivalued, String service, String url) {
    return new ConditionKeyInfo(
        name,
        name.toLowerCase(Locale.ROOT),
        type,
        null,
        multivalued,
        Presence.SOMETIMES,
        true,
        false,
        null,
        List.of(service),
        url);
  }

  ConditionKeyInfo member(String memberName) {
    return new ConditionKeyInfo(
        memberName,
        genericName,
        type,
        otherType,
        multivalued,
        presence,
        inKeyPolicy,
        integer,
        replacedBy,
        services,
        url);
  }
}
