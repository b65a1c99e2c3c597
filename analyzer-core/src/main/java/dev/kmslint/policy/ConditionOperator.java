package dev.kmslint.policy;

import org.jspecify.annotations.Nullable;

/**
 * A condition operator, taken apart.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 *
 * @param base the comparison
 * @param set how it treats several values in the request
 * @param ifExists whether it is true when the request lacks the key
 */
public record ConditionOperator(Base base, SetPrefix set, boolean ifExists) {
  /** What kind of values an operator compares. */
  public enum Family {
    STRING,
    NUMERIC,
    DATE,
    BOOL,
    BINARY,
    IP,
    ARN,
    NULL
  }

  /** The comparisons. */
  public enum Base {
    STRING_EQUALS("StringEquals", Family.STRING, false),
    STRING_NOT_EQUALS("StringNotEquals", Family.STRING, true),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Family.STRING, false),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", Family.STRING, true),
    STRING_LIKE("StringLike", Family.STRING, false),
    STRING_NOT_LIKE("StringNotLike", Family.STRING, true),
    NUMERIC_EQUALS("NumericEquals", Family.NUMERIC, false),
    NUMERIC_NOT_EQUALS("NumericNotEquals", Family.NUMERIC, true),
    NUMERIC_LESS_THAN("NumericLessThan", Family.NUMERIC, false),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Family.NUMERIC, false),
    NUMERIC_GREATER_THAN("NumericGreaterThan", Family.NUMERIC, false),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", Family.NUMERIC, false),
    DATE_EQUALS("DateEquals", Family.DATE, false),
    DATE_NOT_EQUALS("DateNotEquals", Family.DATE, true),
    DATE_LESS_THAN("DateLessThan", Family.DATE, false),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", Family.DATE, false),
    DATE_GREATER_THAN("DateGreaterThan", Family.DATE, false),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Family.DATE, false),
    BOOL("Bool", Family.BOOL, false),
    BINARY_EQUALS("BinaryEquals", Family.BINARY, false),
    IP_ADDRESS("IpAddress", Family.IP, false),
    NOT_IP_ADDRESS("NotIpAddress", Family.IP, true),
    ARN_EQUALS("ArnEquals", Family.ARN, false),
    ARN_LIKE("ArnLike", Family.ARN, false),
    ARN_NOT_EQUALS("ArnNotEquals", Family.ARN, true),
    ARN_NOT_LIKE("ArnNotLike", Family.ARN, true),
    NULL("Null", Family.NULL, false);

    private final String word;
    private final Family family;
    private final boolean negated;

    Base(String word, Family family, boolean negated) {
      this.word = word;
      this.family = family;
      this.negated = negated;
    }

    /** The operator's name, without prefix and suffix. */
    public String word() {
      return word;
    }

    /** What it compares. */
    public Family family() {
      return family;
    }

    /** Whether it holds when none of the values match, and when the request lacks the key. */
    public boolean isNegated() {
      return negated;
    }

    /** Whether {@code *} and {@code ?} in its values are wildcards. */
    public boolean hasWildcards() {
      return family == Family.ARN || this == STRING_LIKE || this == STRING_NOT_LIKE;
    }
  }

  /** How an operator treats several values in the request. */
  public enum SetPrefix {
    NONE(""),
    FOR_ALL_VALUES("ForAllValues:"),
    FOR_ANY_VALUE("ForAnyValue:");

    private final String word;

    SetPrefix(String word) {
      this.word = word;
    }

    /** The text before the operator's name, with its colon. */
    public String word() {
      return word;
    }
  }

  private static final String IF_EXISTS = "IfExists";
  private static final Base[] BASES = Base.values();

  /**
   * Takes an operator's name apart, in whatever case it is written; null when there is none such.
   */
  public static @Nullable ConditionOperator parse(String name) {
    SetPrefix set = SetPrefix.NONE;
    String rest = name;
    if (startsWith(name, SetPrefix.FOR_ALL_VALUES.word())) {
      set = SetPrefix.FOR_ALL_VALUES;
      rest = name.substring(set.word().length());
    } else if (startsWith(name, SetPrefix.FOR_ANY_VALUE.word())) {
      set = SetPrefix.FOR_ANY_VALUE;
      rest = name.substring(set.word().length());
    }
    int cut = rest.length() - IF_EXISTS.length();
    boolean ifExists = cut > 0 && rest.regionMatches(true, cut, IF_EXISTS, 0, IF_EXISTS.length());
    String word = ifExists ? rest.substring(0, cut) : rest;
    for (Base base : BASES) {
      if (base.word().equalsIgnoreCase(word)) {
        boolean odd = base == Base.NULL && ifExists;
        return odd ? null : new ConditionOperator(base, set, ifExists);
      }
    }
    return null;
  }

  private static boolean startsWith(String text, String prefix) {
    return text.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  /** The operator as AWS spells it. */
  public String canonical() {
    return set.word() + base.word() + (ifExists ? IF_EXISTS : "");
  }
}
