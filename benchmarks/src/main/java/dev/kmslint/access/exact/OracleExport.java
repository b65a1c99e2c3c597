package dev.kmslint.access.exact;

import dev.kmslint.access.Question;
import dev.kmslint.access.Who;
import dev.kmslint.access.Caller;
import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Evaluator;
import dev.kmslint.access.KeyNames;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Request;
import dev.kmslint.access.RequestContext;
import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes random requests, one a line as JSON, with the policies that have a say in them and what
 * kmslint decides; see benchmarks/oracle. The argument says how many scenarios are tried.
 */
public final class OracleExport {
  private static final Catalog CATALOG = Catalog.builtIn();
  private static final List<String> DERIVED =
      List.of(
          "aws:PrincipalArn",
          "aws:PrincipalAccount",
          "aws:PrincipalType",
          "aws:PrincipalIsAWSService",
          "aws:username",
          "kms:CallerAccount");

  /** Keys that no request to KMS has, which another program need not take. */
  private static final List<String> FOREIGN = List.of("aws:NoSuchKey", "s3:prefix");

  private OracleExport() {}

  /** Writes them. */
  public static void main(String[] arguments) {
    int scenarios = Integer.parseInt(arguments[0]);
    for (long seed = 0; seed < scenarios; seed++) {
      Scenarios random = new Scenarios(seed, false);
      PolicySet policies = withoutSession(random.policies(seed % 10 == 0 ? 12 : 4));
      Request request = random.request(random.question());
      if (request != null) {
        System.out.println(line(seed, policies, closed(request)));
      }
    }
  }

  private static PolicySet withoutSession(PolicySet set) {
    return new PolicySet(
        set.keyPolicy(),
        set.owner(),
        set.identityPolicies(),
        set.boundary(),
        null,
        set.scps(),
        set.rcps().stream().filter(OracleExport::isAccepted).toList());
  }

  /** Whether AWS takes a resource control policy: it denies, and names actions. */
  private static boolean isAccepted(Policy rcp) {
    String text = rcp.location().text();
    return !text.contains("\"Allow\"")
        && !text.contains("NotAction")
        && !text.contains("2008-10-17")
        && !text.matches(".*\"Action\":\\[[^\\]]*\"\\*\".*");
  }

  private static Request closed(Request request) {
    RequestContext context = new RequestContext(request.context().pins(), true);
    for (String key : FOREIGN) {
      context = context.with(key, ContextValue.ABSENT);
    }
    return new Request(request.caller(), request.action(), request.resource(), context);
  }

  private static String line(long seed, PolicySet policies, Request request) {
    Outcome judged = new Evaluator(CATALOG).decide(policies, request).outcome();
    Question question =
        new Question(
            Who.of(request.caller()),
            request.action(),
            request.resource(),
            request.context(),
            Question.Side.BOTH);
    Outcome found = Engine.compile(CATALOG, policies).answer(question).outcome();
    Map<String, String> members = new LinkedHashMap<>();
    members.put("seed", Long.toString(seed));
    members.put("kmslint", quoted(word(found)));
    members.put("evaluator", quoted(word(judged)));
    members.put("principal", quoted(request.caller().arn()));
    members.put("action", quoted(request.action()));
    members.put("resource", quoted(request.resource()));
    members.put("owner", quoted(policies.owner()));
    members.put("works", Boolean.toString(works(policies, request)));
    members.put("context", context(policies, request));
    members.put("key", text(policies.keyPolicy()));
    members.put("identity", texts(policies.identityPolicies()));
    members.put("boundary", text(policies.boundary()));
    members.put("scps", texts(policies.scps()));
    members.put("rcps", texts(policies.rcps()));
    return object(members);
  }

  /** Whether an action has any effect for the caller's account. */
  private static boolean works(PolicySet policies, Request request) {
    String name = request.action().substring(request.action().indexOf(':') + 1);
    ActionInfo action = CATALOG.action("kms", name);
    return action == null
        || action.crossAccount()
        || request.caller().account().equals(policies.owner());
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case ALWAYS -> "ALLOW";
      case NEVER -> "DENY";
      case DEPENDS, UNKNOWN -> "UNKNOWN";
    };
  }

  private static String context(PolicySet policies, Request request) {
    KeyNames names = new KeyNames(CATALOG, List.of());
    Map<String, String> members = new LinkedHashMap<>();
    request.context().pins().forEach((key, value) -> add(names, key, value, members));
    Caller caller = request.caller();
    for (String key : DERIVED) {
      ContextValue value = caller.derived(key.toLowerCase(java.util.Locale.ROOT));
      if (value != null) {
        add(names, key, value, members);
      }
    }
    members.put("aws:ResourceAccount", quoted(policies.owner()));
    return object(members);
  }

  private static void add(
      KeyNames names, String key, ContextValue value, Map<String, String> members) {
    if (value instanceof ContextValue.Fixed fixed) {
      List<String> texts = new ArrayList<>();
      fixed.values().forEach(text -> texts.add(quoted(text)));
      String name = names.of(key);
      members.put(
          name, names.isMultivalued(name) ? "[" + String.join(",", texts) + "]" : texts.get(0));
    }
  }

  private static String text(@Nullable Policy policy) {
    return policy == null ? "null" : policy.location().text();
  }

  private static String texts(List<Policy> policies) {
    List<String> texts = new ArrayList<>();
    policies.forEach(policy -> texts.add(text(policy)));
    return "[" + String.join(",", texts) + "]";
  }

  private static String object(Map<String, String> members) {
    List<String> texts = new ArrayList<>();
    members.forEach((name, value) -> texts.add(quoted(name) + ":" + value));
    return "{" + String.join(",", texts) + "}";
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
