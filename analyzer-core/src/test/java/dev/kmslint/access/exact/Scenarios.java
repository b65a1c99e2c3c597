package dev.kmslint.access.exact;

import dev.kmslint.access.Caller;
import dev.kmslint.access.ContextValue;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.Request;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.access.exact.atom.Domain;
import dev.kmslint.access.exact.search.Scope;
import dev.kmslint.access.exact.term.ActionSet;
import dev.kmslint.access.exact.term.Language;
import dev.kmslint.access.exact.term.QuestionKeys;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Random policies, questions and requests. */
public final class Scenarios {
  private static final Language LANGUAGE =
      new Language(
          dev.kmslint.catalog.Catalog.builtIn(),
          List.of(PolicySet.ofKey(Policies.key(), Policies.OWNER)));

  private final Random random;
  private final boolean withDoubts;
  private final RandomPolicies make;

  /**
   * @param withDoubts whether to use what AWS does not say the meaning of
   */
  public Scenarios(long seed, boolean withDoubts) {
    this.random = new Random(seed);
    this.withDoubts = withDoubts;
    this.make = new RandomPolicies(random, withDoubts);
  }

  public Policy policy(PolicyKind kind, int statements, int denyPercent) {
    return make.policy(kind, statements, denyPercent);
  }

  public PolicySet policies(int most) {
    List<Policy> identity = new ArrayList<>();
    for (int i = make.chance(80) ? 1 : random.nextInt(3); i > 0; i--) {
      identity.add(make.policy(PolicyKind.IDENTITY, 1 + random.nextInt(most), 25));
    }
    List<Policy> scps = new ArrayList<>();
    List<Policy> rcps = new ArrayList<>();
    if (make.chance(15)) {
      scps.add(make.policy(PolicyKind.SCP, 1 + random.nextInt(3), 50));
    }
    if (make.chance(3) && withDoubts) {
      scps.add(make.policy(PolicyKind.SCP, 1 + random.nextInt(3), 50));
    }
    if (make.chance(10)) {
      rcps.add(make.policy(PolicyKind.RCP, 1 + random.nextInt(2), 90));
    }
    return new PolicySet(
        make.policy(PolicyKind.KEY, 1 + random.nextInt(most), 25),
        Policies.OWNER,
        identity,
        make.chance(12) ? make.policy(PolicyKind.BOUNDARY, 1 + random.nextInt(3), 20) : null,
        make.chance(10) ? make.policy(PolicyKind.SESSION, 1 + random.nextInt(3), 20) : null,
        scps,
        rcps);
  }

  public Caller caller() {
    String account = make.pick(RandomPolicies.ACCOUNTS);
    String text =
        switch (random.nextInt(8)) {
          case 0 -> {
            String name =
                withDoubts ? ":federated-user/" + make.pick("f", "g") : ":assumed-role/R/s4";
            yield "arn:aws:sts::" + account + name;
          }
          case 1, 2 -> "arn:aws:sts::" + account + ":assumed-role/R/" + make.pick("s1", "s2", "s3");
          case 3 -> withDoubts ? make.pick(RandomPolicies.SERVICES) : "root";
          case 4 -> "root";
          default -> "arn:aws:iam::" + account + ":user/" + make.pick("u", "p/u", "v", "w");
        };
    if (text.equals("root")) {
      return Caller.rootUserOf("aws", account);
    }
    Caller caller = java.util.Objects.requireNonNull(Caller.parse(text, "aws"));
    return caller.kind() == Caller.Kind.ROLE_SESSION
        ? caller.withRole("arn:aws:iam::" + account + ":role/" + make.pick("R", "p/R"))
        : caller;
  }

  private Who who() {
    return switch (random.nextInt(7)) {
      case 0 -> withDoubts ? Who.anyone("aws") : Who.outside("aws", Set.of());
      case 1 -> Who.outside("aws", Set.of(make.pick(RandomPolicies.ACCOUNTS)));
      case 2 -> Who.of(Caller.anyOf("aws", make.pick(RandomPolicies.ACCOUNTS)));
      case 3 -> new Who.Everybody("aws", make.pick(RandomPolicies.ACCOUNTS));
      default -> Who.of(caller());
    };
  }

  public Question question() {
    RequestContext context = RequestContext.OPEN;
    for (int i = random.nextInt(3); i > 0; i--) {
      if (make.chance(60)) {
        String key = make.pick(POOL.keySet().toArray(new String[0]));
        context = context.with(key, value(key));
      }
    }
    if (make.chance(15)) {
      context = new RequestContext(context.pins(), true);
    }
    String action =
        make.chance(75)
            ? make.pick(RandomPolicies.ACTIONS)
            : make.pick("kms:*", "kms:D*", "kms:*Grant");
    String resource =
        make.chance(85) ? Policies.KEY : make.pick("*", "arn:aws:kms:us-*:111122223333:key/*");
    Question.Side side =
        make.chance(85)
            ? Question.Side.BOTH
            : make.chance(50) ? Question.Side.KEY : Question.Side.IDENTITY;
    return new Question(who(), action, resource, context, side);
  }

  /** Values to draw requests from, by key. */
  private static final Map<String, String[]> POOL = new LinkedHashMap<>();

  static {
    for (String key : RandomPolicies.TEXT_KEYS) {
      POOL.put(key, new String[] {"a", "b", "ab", "c", "A", "", "x-a", "b*"});
    }
    for (String key : RandomPolicies.MANY_KEYS) {
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
    if (List.of(RandomPolicies.MANY_KEYS).contains(key)) {
      List<String> values = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        values.add(make.pick(pool));
      }
      return make.chance(30) ? ContextValue.ABSENT : new ContextValue.Fixed(values);
    }
    return make.chance(35) ? ContextValue.ABSENT : ContextValue.of(make.pick(pool));
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
