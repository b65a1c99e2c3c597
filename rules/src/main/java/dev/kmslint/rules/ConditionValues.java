package dev.kmslint.rules;

import dev.kmslint.access.AddressRange;
import dev.kmslint.access.TypedValues;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.ConditionOperator.Family;
import dev.kmslint.policy.Glob;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What values of conditions have to look like. */
public final class ConditionValues {
  private static final List<String> ACCOUNTS =
      List.of(
          "aws:PrincipalAccount",
          "aws:ResourceAccount",
          "aws:SourceAccount",
          "aws:VpceAccount",
          "kms:CallerAccount");
  private static final List<String> VPCS = List.of("aws:SourceVpc", "aws:Ec2InstanceSourceVpc");
  private static final Glob VIA_SERVICE = Glob.of("?*.?*.amazonaws.com");

  private ConditionValues() {}

  /** Whether a condition is about an account id. */
  public static boolean isAccount(Condition condition) {
    return isOneOf(condition, ACCOUNTS);
  }

  /**
   * Why a value can match nothing: the end of a sentence that begins with the value; null when it
   * is right, or when nobody can say, as for policy variables.
   */
  public static @Nullable String fault(
      Condition condition, Condition.Value value, Catalog catalog) {
    ConditionOperator operator = condition.operator();
    String text = value.text();
    if (operator == null || text.indexOf("${") >= 0) {
      return null;
    }
    boolean bad =
        switch (operator.base().family()) {
          case BOOL -> !text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false");
          case NUMERIC -> TypedValues.number(text) == null;
          case DATE -> TypedValues.date(text) == null && !isMonth(text);
          case IP -> AddressRange.parse(text) == null;
          case BINARY -> TypedValues.bytes(text) == null;
          case STRING, ARN, NULL -> false;
        };
    if (bad) {
      return typed(operator.base().family());
    }
    return operator.base().family() == Family.NULL
        ? null
        : text(condition, operator, text, catalog);
  }

  private static String typed(Family family) {
    return switch (family) {
      case BOOL -> "is neither `true` nor `false`";
      case NUMERIC -> "is no number";
      case DATE -> "is no date";
      case IP -> "is no address and no range of addresses";
      default -> "is not in base64";
    };
  }

  /** AWS takes the dates of W3C's note on ISO 8601, of which {@code 2026-01} is one. */
  private static boolean isMonth(String text) {
    return text.length() == 7 && TypedValues.date(text + "-01") != null;
  }

  private static @Nullable String text(
      Condition condition, ConditionOperator operator, String text, Catalog catalog) {
    boolean open = text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    if (open && !operator.base().hasWildcards()) {
      return null; // A wildcard that is none here is another fault.
    }
    if (condition.hasKey("kms:ViaService")) {
      boolean good = (open ? Glob.of(text).intersects(VIA_SERVICE) : VIA_SERVICE.matches(text));
      return good ? null : "is not of the form `SERVICE.REGION.amazonaws.com`";
    }
    if (ArnPlaces.comparesArns(condition, catalog)) {
      boolean good = text.startsWith("arn:") && (open || Arn.parse(text) != null);
      return good || text.startsWith("*") || text.startsWith("?") ? null : "is no ARN";
    }
    if (open) {
      return null;
    }
    if (isAccount(condition)) {
      return Arn.isAccountId(text) ? null : "is no account id";
    }
    if (isOneOf(condition, VPCS)) {
      return isId(text, "vpc-") ? null : "is no VPC's id";
    }
    boolean endpoint = condition.hasKey("aws:SourceVpce");
    return endpoint && !isId(text, "vpce-") ? "is no VPC endpoint's id" : null;
  }

  private static boolean isOneOf(Condition condition, List<String> keys) {
    for (String key : keys) {
      if (condition.hasKey(key)) {
        return true;
      }
    }
    return false;
  }

  /** Whether text is a prefix and 8 or 17 hexadecimal digits. */
  private static boolean isId(String text, String prefix) {
    int digits = text.length() - prefix.length();
    if (!text.startsWith(prefix) || (digits != 8 && digits != 17)) {
      return false;
    }
    for (int i = prefix.length(); i < text.length(); i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
