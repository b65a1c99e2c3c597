package dev.kmslint.access.exact;

import dev.kmslint.access.Caller;
import dev.kmslint.access.ContextValue;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Request;
import dev.kmslint.access.RequestContext;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Random policies, questions and requests from small pools that overlap a lot: that is where
 * statements meet.
 */
final class Scenarios {
  private static final String[] ACCOUNTS = {"111122223333", "444455556666", "777788889999"};
  private static final String[] ACTIONS = {
    "kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:PutKeyPolicy", "kms:ListGrants"
  };
  private static final String[] ACTION_PATTERNS = {
    "kms:*", "*", "kms:CreateGrant", "kms:Decrypt", "kms:D*", "kms:*Grant*", "KMS:decrypt", "s3:*"
  };
  private static final String[] RESOURCES = {
    "*",
    Policies.KEY,
    "arn:aws:kms:*:111122223333:key/*",
    "arn:aws:kms:us-west-2:*:key/c989*",
    "arn:aws:kms:eu-*",
    "arn:aws:kms:*-2:111122223333:key/*",
    "arn:aws:kms:us-west-2:111122223333:alias/*"
  };
  private static final String[] TEXTS = {"a", "b", "ab", "a*", "*b", "?", "*", "b?", "A"};
  private static final String[] TEXT_OPERATORS = {
    "StringEquals",
    "StringNotEquals",
    "StringLike",
    "StringNotLike",
    "StringEqualsIgnoreCase",
    "StringNotEqualsIgnoreCase"
  };
  private static final String[] TEXT_KEYS = {
    "aws:PrincipalTag/team", "kms:EncryptionContext:x", "kms:ViaService", "aws:PrincipalOrgID",
    "aws:SourceAccount", "aws:NoSuchKey", "s3:prefix", "kms:RequestAlias"
  };
  private static final String[] VARIABLES = {
    "${aws:PrincipalTag/team}", "${aws:PrincipalTag/team, 'a'}", "${kms:ViaService}",
    "x-${aws:PrincipalTag/team}", "${aws:username}", "${*}"
  };
  private static final String[] MANY_KEYS = {
    "kms:EncryptionContextKeys", "kms:GrantOperations", "aws:CalledVia", "aws:TagKeys"
  };
  private static final String[] NUMBER_OPERATORS = {
    "NumericEquals",
    "NumericNotEquals",
    "NumericLessThan",
    "NumericLessThanEquals",
    "NumericGreaterThan",
    "NumericGreaterThanEquals"
  };
  private static final String[] BLOCKS = {
    "10.0.0.0/8", "10.1.0.0/16", "10.1.2.3", "203.0.113.0/24", "2001:db8::/32"
  };

  private static final Language LANGUAGE =
      new Language(
          dev.kmslint.catalog.Catalog.builtIn(),
          List.of(PolicySet.ofKey(Policies.key(), Policies.OWNER)));

  private final Random random;
  private final boolean withDoubts;

  /**
   * @param withDoubts whether to use what AWS does not say the meaning of
   */
  Scenarios(long seed, boolean withDoubts) {
    this.random = new Random(seed);
    this.withDoubts = withDoubts;
  }

  private String pick(String... all) {
    return all[random.nextInt(all.length)];
  }

  private boolean chance(int percent) {
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

  private static final String[] SERVICES = {"rds.amazonaws.com", "logs.amazonaws.com"};

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

  PolicySet policies(int most) {
    List<Policy> identity = new ArrayList<>();
    for (int i = chance(80) ? 1 : random.nextInt(3); i > 0; i--) {
      identity.add(policy(PolicyKind.IDENTITY, 1 + random.nextInt(most), 25));
    }
    List<Policy> scps = new ArrayList<>();
    List<Policy> rcps = new ArrayList<>();
    if (chance(15)) {
      scps.add(policy(PolicyKind.SCP, 1 + random.nextInt(3), 50));
    }
    if (chance(3) && withDoubts) {
      scps.add(policy(PolicyKind.SCP, 1 + random.nextInt(3), 50));
    }
    if (chance(10)) {
      rcps.add(policy(PolicyKind.RCP, 1 + random.nextInt(2), 90));
    }
    return new PolicySet(
        policy(PolicyKind.KEY, 1 + random.nextInt(most), 25),
        Policies.OWNER,
        identity,
        chance(12) ? policy(PolicyKind.BOUNDARY, 1 + random.nextInt(3), 20) : null,
        chance(10) ? policy(PolicyKind.SESSION, 1 + random.nextInt(3), 20) : null,
        scps,
        rcps);
  }

  Caller caller() {
    String account = pick(ACCOUNTS);
    String text =
        switch (random.nextInt(8)) {
          case 0 -> {
            String name = withDoubts ? ":federated-user/" + pick("f", "g") : ":assumed-role/R/s4";
            yield "arn:aws:sts::" + account + name;
          }
          case 1, 2 -> "arn:aws:sts::" + account + ":assumed-role/R/" + pick("s1", "s2", "s3");
          case 3 -> withDoubts ? pick(SERVICES) : "root";
          case 4 -> "root";
          default -> "arn:aws:iam::" + account + ":user/" + pick("u", "p/u", "v", "w");
        };
    if (text.equals("root")) {
      return Caller.rootUserOf("aws", account);
    }
    Caller caller = java.util.Objects.requireNonNull(Caller.parse(text, "aws"));
    return caller.kind() == Caller.Kind.ROLE_SESSION
        ? caller.withRole("arn:aws:iam::" + account + ":role/" + pick("R", "p/R"))
        : caller;
  }

  private Who who() {
    return switch (random.nextInt(7)) {
      case 0 -> withDoubts ? Who.anyone("aws") : Who.outside("aws", Set.of());
      case 1 -> Who.outside("aws", Set.of(pick(ACCOUNTS)));
      case 2 -> Who.of(Caller.anyOf("aws", pick(ACCOUNTS)));
      case 3 -> new Who.Everybody("aws", pick(ACCOUNTS));
      default -> Who.of(caller());
    };
  }

  Question question() {
    RequestContext context = RequestContext.OPEN;
    for (int i = random.nextInt(3); i > 0; i--) {
      if (chance(60)) {
        String key = pick(POOL.keySet().toArray(new String[0]));
        context = context.with(key, value(key));
      }
    }
    if (chance(15)) {
      context = new RequestContext(context.pins(), true);
    }
    String action = chance(75) ? pick(ACTIONS) : pick("kms:*", "kms:D*", "kms:*Grant");
    String resource = chance(85) ? Policies.KEY : pick("*", "arn:aws:kms:us-*:111122223333:key/*");
    Question.Side side =
        chance(85) ? Question.Side.BOTH : chance(50) ? Question.Side.KEY : Question.Side.IDENTITY;
    return new Question(who(), action, resource, context, side);
  }

  /** Values to draw requests from, by key. */
  private static final Map<String, String[]> POOL = new LinkedHashMap<>();

  static {
    for (String key : TEXT_KEYS) {
      POOL.put(key, new String[] {"a", "b", "ab", "c", "A", "", "x-a", "b*"});
    }
    for (String key : MANY_KEYS) {
      POOL.put(key, new String[] {"a", "b", "ab", "c"});
    }
    String[] bool = {"true", "false"};
    POOL.put("kms:GrantIsForAWSResource", bool);
    POOL.put("aws:SecureTransport", bool);
    POOL.put("aws:ViaAWSService", bool);
    POOL.put("aws:MultiFactorAuthAge", new String[] {"0", "1", "1.2", "1.5", "2", "3600", "9999"});
    POOL.put(
        "aws:SourceIp", new String[] {"10.0.0.1", "10.1.2.3", "203.0.113.7", "2001:db8::1", "::1"});
    POOL.put(
        "aws:CurrentTime",
        new String[] {
          "2023-01-01T00:00:00Z",
          "2024-06-01T00:00:00Z",
          "2026-01-01T00:00:00Z",
          "2025-01-01T00:00:00Z"
        });
    POOL.put("aws:TokenIssueTime", new String[] {"2023-01-01T00:00:00Z", "2024-01-01T00:00:00Z"});
  }

  private ContextValue value(String key) {
    String[] pool = java.util.Objects.requireNonNull(POOL.get(key));
    if (List.of(MANY_KEYS).contains(key)) {
      List<String> values = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        values.add(pick(pool));
      }
      return chance(30) ? ContextValue.ABSENT : new ContextValue.Fixed(values);
    }
    return chance(35) ? ContextValue.ABSENT : ContextValue.of(pick(pool));
  }

  /** A request of a question, by the rules of presence; null when none was drawn. */
  @Nullable Request request(Question question) {
    Scope scope = new Scope(LANGUAGE, List.of(), Policies.OWNER, question);
    Caller caller = question.who() instanceof Who.One one ? fixed(one.caller()) : caller();
    if (question.who() instanceof Who.Everybody all) {
      caller = in(all.account(), caller);
    }
    if (question.who() instanceof Who.Anyone anyone
        && (anyone.notIn().contains(caller.account())
            || (caller.isService() && !anyone.services()))) {
      return null;
    }
    int action = random.nextInt(scope.actions().size());
    RequestContext context = new RequestContext(question.context().pins(), true);
    for (String key : POOL.keySet()) {
      if (context.pinned(key) == null && !question.context().closed()) {
        ContextValue value = value(key);
        Request one = new Request(caller, scope.actions().name(action), Policies.KEY, context);
        QuestionKeys keys =
            new QuestionKeys(
                LANGUAGE.facts(),
                RequestContext.OPEN,
                ActionSet.of(dev.kmslint.catalog.Catalog.builtIn(), one.action(), true, List.of()),
                caller,
                Policies.KEY);
        Domain domain = keys.domain(key.toLowerCase(java.util.Locale.ROOT));
        boolean absent = value instanceof ContextValue.Absent;
        while (absent && !domain.absent()) {
          value = value(key);
          absent = value instanceof ContextValue.Absent;
        }
        context = context.with(key, domain.present() ? value : ContextValue.ABSENT);
      }
    }
    if (caller.kind() == Caller.Kind.USER) {
      context = context.with("aws:userid", ContextValue.of("AIDAX"));
    } else if (caller.kind() == Caller.Kind.ROLE_SESSION) {
      String name = caller.arn().substring(caller.arn().lastIndexOf('/') + 1);
      context = context.with("aws:userid", ContextValue.of("AROAX:" + name));
    }
    return new Request(caller, scope.actions().name(action), Policies.KEY, context);
  }

  private Caller fixed(Caller caller) {
    return caller.kind() == Caller.Kind.ACCOUNT ? in(caller.account(), notRoot()) : caller;
  }

  private Caller notRoot() {
    Caller caller = caller();
    while (caller.kind() == Caller.Kind.ROOT_USER || caller.isService()) {
      caller = caller();
    }
    return caller;
  }

  private static Caller in(String account, Caller caller) {
    if (caller.isService()) {
      return Caller.rootUserOf("aws", account);
    }
    String arn = caller.arn().replace(caller.account(), account);
    String role = caller.roleArn();
    return new Caller(
        caller.kind(),
        caller.partition(),
        account,
        arn,
        role == null ? null : role.replace(caller.account(), account));
  }
}
