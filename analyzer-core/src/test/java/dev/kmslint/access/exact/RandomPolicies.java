package dev.kmslint.access.exact;

import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random policies from small pools that overlap a lot: that is where statements meet. */
final class RandomPolicies {
  static final String[] ACCOUNTS = {"111122223333", "444455556666", "777788889999"};
  static final String[] ACTIONS = {
    "kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:PutKeyPolicy", "kms:ListGrants"
  };
  static final String[] ACTION_PATTERNS = {
    "kms:*", "*", "kms:CreateGrant", "kms:Decrypt", "kms:D*", "kms:*Grant*", "KMS:decrypt", "s3:*"
  };
  static final String[] RESOURCES = {
    "*",
    Policies.KEY,
    "arn:aws:kms:*:111122223333:key/*",
    "arn:aws:kms:us-west-2:*:key/c989*",
    "arn:aws:kms:eu-*",
    "arn:aws:kms:*-2:111122223333:key/*",
    "arn:aws:kms:us-west-2:111122223333:alias/*"
  };
  static final String[] TEXTS = {"a", "b", "ab", "a*", "*b", "?", "*", "b?", "A"};
  static final String[] TEXT_OPERATORS = {
    "StringEquals",
    "StringNotEquals",
    "StringLike",
    "StringNotLike",
    "StringEqualsIgnoreCase",
    "StringNotEqualsIgnoreCase"
  };
  static final String[] TEXT_KEYS = {
    "aws:PrincipalTag/team", "kms:EncryptionContext:x", "kms:ViaService", "aws:PrincipalOrgID",
    "aws:SourceAccount", "aws:NoSuchKey", "s3:prefix", "kms:RequestAlias"
  };
  static final String[] VARIABLES = {
    "${aws:PrincipalTag/team}", "${aws:PrincipalTag/team, 'a'}", "${kms:ViaService}",
    "x-${aws:PrincipalTag/team}", "${aws:username}", "${*}"
  };
  static final String[] MANY_KEYS = {
    "kms:EncryptionContextKeys", "kms:GrantOperations", "aws:CalledVia", "aws:TagKeys"
  };
  static final String[] NUMBER_OPERATORS = {
    "NumericEquals",
    "NumericNotEquals",
    "NumericLessThan",
    "NumericLessThanEquals",
    "NumericGreaterThan",
    "NumericGreaterThanEquals"
  };
  static final String[] BLOCKS = {
    "10.0.0.0/8", "10.1.0.0/16", "10.1.2.3", "203.0.113.0/24", "2001:db8::/32"
  };

  private final Random random;
  private final boolean withDoubts;

  /**
   * @param withDoubts whether to use what AWS does not say the meaning of
   */
  RandomPolicies(Random random, boolean withDoubts) {
    this.random = random;
    this.withDoubts = withDoubts;
  }

  String pick(String... all) {
    return all[random.nextInt(all.length)];
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String some(int most, java.util.function.Supplier<String> source) {
    int count = 1 + random.nextInt(most);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(source.get());
    }
    return "[" + String.join(",", all) + "]";
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private String principal() {
    String account = pick(ACCOUNTS);
    return switch (random.nextInt(9)) {
      case 0 -> "*";
      case 1 -> account;
      case 2, 3 -> "arn:aws:iam::" + account + ":root";
      case 4 -> "arn:aws:iam::" + account + ":role/" + pick("R", "p/R");
      case 5 -> "arn:aws:sts::" + account + ":assumed-role/R/" + pick("s1", "s2");
      case 6 -> "arn:aws:sts::" + account + ":federated-user/f";
      default -> "arn:aws:iam::" + account + ":user/" + pick("u", "p/u", "v");
    };
  }

  private String principals(boolean deny) {
    if (chance(15)) {
      return "\"Principal\":\"*\"";
    }
    if (chance(8)) {
      return "\"Principal\":{\"Service\":" + some(2, () -> quoted(pick(SERVICES))) + "}";
    }
    String name = deny && chance(15) || chance(2) ? "NotPrincipal" : "Principal";
    return quoted(name) + ":{\"AWS\":" + some(3, () -> quoted(principal())) + "}";
  }

  static final String[] SERVICES = {"rds.amazonaws.com", "logs.amazonaws.com"};

  private String set() {
    return pick("ForAllValues:", "ForAnyValue:");
  }

  private String ifExists() {
    return chance(20) ? "IfExists" : "";
  }

  private String condition() {
    switch (random.nextInt(12)) {
      case 0:
        return entry(
            "Bool" + ifExists(),
            pick(
                "kms:GrantIsForAWSResource",
                "aws:SecureTransport",
                "aws:PrincipalIsAWSService",
                "aws:ViaAWSService"),
            quoted(pick("true", "false")));
      case 1:
        return entry(
            "Null",
            pick(
                "kms:ViaService",
                "kms:GrantOperations",
                "aws:PrincipalTag/team",
                "kms:GrantIsForAWSResource",
                "aws:username"),
            quoted(pick("true", "false")));
      case 2:
        return entry(
            pick(NUMBER_OPERATORS) + ifExists(),
            "aws:MultiFactorAuthAge",
            some(2, () -> pick("1", "2", "3600", "1.5")));
      case 3:
        return entry(
            pick("IpAddress", "NotIpAddress") + ifExists(),
            "aws:SourceIp",
            some(3, () -> quoted(pick(BLOCKS))));
      case 4:
        return entry(
            pick("DateLessThan", "DateGreaterThanEquals", "DateNotEquals"),
            pick("aws:CurrentTime", "aws:TokenIssueTime"),
            some(2, () -> quoted(pick("2024-01-01T00:00:00Z", "2025-01-01", "1700000000"))));
      case 5, 6:
        return entry(
            set() + pick(TEXT_OPERATORS) + ifExists(),
            pick(MANY_KEYS),
            some(3, () -> quoted(pick(TEXTS))));
      case 7:
        return identity();
      case 8:
        if (withDoubts) {
          return entry(
              pick(TEXT_OPERATORS) + ifExists(),
              pick("kms:GrantOperations", "aws:SecureTransport", "aws:PrincipalTag/team"),
              some(2, () -> quoted(pick("a", "true", "${aws:username}", "${kms:ViaService}-a"))));
        }
        return variable();
      default:
        return entry(
            pick(TEXT_OPERATORS) + ifExists(), pick(TEXT_KEYS), some(3, () -> quoted(pick(TEXTS))));
    }
  }

  private String variable() {
    String value = quoted(pick(withDoubts ? VARIABLES : new String[] {VARIABLES[0], VARIABLES[1]}));
    String values = chance(30) ? "[" + value + ",\"b\"]" : value;
    return entry(
        pick("StringEquals", "StringNotEquals", "StringLike", "StringNotLike") + ifExists(),
        pick("kms:ViaService", "kms:EncryptionContext:x", "kms:RequestAlias"),
        values);
  }

  private String identity() {
    switch (random.nextInt(5)) {
      case 0:
        return entry(
            pick("StringEquals", "StringNotEquals", "StringLike") + ifExists(),
            pick("kms:CallerAccount", "aws:PrincipalAccount"),
            some(2, () -> quoted(pick("111122223333", "444455556666", "4444*"))));
      case 1:
        return entry(
            pick("StringEquals", "StringNotLike") + ifExists(),
            pick("aws:username", "aws:PrincipalType"),
            some(2, () -> quoted(pick("u", "v", "User", "AssumedRole", "*"))));
      case 2:
        return entry(
            pick("StringLike", "StringNotEquals") + ifExists(),
            "aws:userid",
            some(2, () -> quoted(pick("AROA*:s1", "AIDA*", "111122223333:f", "*:f"))));
      default:
        return entry(
            pick("ArnLike", "ArnNotLike", "ArnEquals", "StringLike", "StringNotLike") + ifExists(),
            "aws:PrincipalArn",
            some(
                2,
                () ->
                    quoted(
                        pick(
                            "arn:aws:iam::*:role/R",
                            "arn:aws:iam::444455556666:*",
                            "arn:aws:iam::111122223333:user/*",
                            "arn:aws:iam::111122223333:root",
                            "arn:aws:sts::111122223333:assumed-role/R/s1"))));
    }
  }

  private static String entry(String operator, String key, String values) {
    return quoted(operator) + ":{" + quoted(key) + ":" + values + "}";
  }

  private String statement(PolicyKind kind, int denyPercent) {
    boolean deny = chance(denyPercent);
    StringBuilder text = new StringBuilder("{\"Effect\":").append(deny ? "\"Deny\"" : "\"Allow\"");
    if (kind.hasPrincipal()) {
      text.append(',').append(kind == PolicyKind.RCP ? "\"Principal\":\"*\"" : principals(deny));
    }
    text.append(',').append(chance(12) ? "\"NotAction\":" : "\"Action\":");
    text.append(some(2, () -> quoted(pick(ACTION_PATTERNS))));
    String resource =
        kind == PolicyKind.KEY && chance(90)
            ? "\"Resource\":\"*\""
            : (chance(8) ? "\"NotResource\":" : "\"Resource\":")
                + some(2, () -> quoted(pick(RESOURCES)));
    text.append(',').append(resource);
    int conditions = Math.max(0, random.nextInt(5) - 2);
    Map<String, String> entries = new LinkedHashMap<>();
    for (int i = 0; i < conditions; i++) {
      String entry = condition();
      entries.put(entry.substring(0, entry.indexOf(':', 1)), entry);
    }
    if (!entries.isEmpty()) {
      text.append(",\"Condition\":{").append(String.join(",", entries.values())).append('}');
    }
    return text.append('}').toString();
  }

  /** An Allow without conditions, so that not almost everything is denied. */
  private String broad(PolicyKind kind) {
    String who =
        kind.hasPrincipal()
            ? ",\"Principal\":{\"AWS\":"
                + pick("\"*\"", "[\"111122223333\",\"444455556666\"]", "\"111122223333\"")
                + "}"
            : "";
    return "{\"Effect\":\"Allow\"" + who + ",\"Action\":\"kms:*\",\"Resource\":\"*\"}";
  }

  Policy policy(PolicyKind kind, int statements, int denyPercent) {
    List<String> all = new ArrayList<>();
    if (chance(55)) {
      all.add(broad(kind));
    }
    for (int i = 0; i < statements; i++) {
      all.add(statement(kind, denyPercent));
    }
    String version = chance(95) ? "2012-10-17" : "2008-10-17";
    return Policies.read(
        "{\"Version\":\"" + version + "\",\"Statement\":[" + String.join(",", all) + "]}", kind);
  }
}
