package dev.kmslint.share;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Request;
import dev.kmslint.access.RequestContext;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.ConditionKeyInfo;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Glob;
import dev.kmslint.share.Scenario.Obligation;
import dev.kmslint.share.Scenario.Target;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the requests that a scenario comes down to.
 *
 * <p>When Amazon RDS calls AWS KMS for the caller (a forward access session), the request carries
 * the caller's identity, kms:ViaService and aws:ViaAWSService; where the caller's own call came
 * from is not in it. Sources:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html,
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service,
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-aws.html
 */
final class Obligations {
  private static final List<String> OF_THE_CALLERS_NETWORK =
      List.of(
          "aws:SourceIp",
          "aws:SourceVpc",
          "aws:SourceVpce",
          "aws:SourceVpcArn",
          "aws:VpcSourceIp",
          "aws:VpceAccount",
          "aws:VpceOrgID",
          "aws:VpceOrgPaths");

  private final ShareInput input;
  private final ShareFacts facts;

  /** The contexts that were made, by whether RDS calls and whether a grant is for AWS. */
  private final @Nullable RequestContext[] contexts = new RequestContext[4];

  /** What is shown of contexts. */
  private final IdentityHashMap<RequestContext, Map<String, String>> shown =
      new IdentityHashMap<>();

  Obligations(ShareInput input, ShareFacts facts) {
    this.input = input;
    this.facts = facts;
  }

  /** The policies that have a say. */
  PolicySet policies() {
    return new PolicySet(
        input.keyPolicy(),
        facts.owner(),
        input.identityPolicies(),
        input.boundary(),
        input.session(),
        input.scps(),
        input.rcps());
  }

  /** The request that an obligation stands for; null when it is not known on what it is made. */
  @Nullable Request request(Obligation obligation) {
    String resource = resource(obligation.target());
    return resource == null
        ? null
        : new Request(facts.caller(), obligation.action(), resource, context(obligation));
  }

  private @Nullable String resource(Target target) {
    return switch (target) {
      case SOURCE_KEY -> facts.key() == null ? null : facts.key().toString();
      case TARGET_KEY -> targetKey();
      case SNAPSHOT -> facts.snapshotArn() == null ? "" : facts.snapshotArn().toString();
    };
  }

  /** The key for the copy, where the request names another one than the source key. */
  private @Nullable String targetKey() {
    if (input.request() == null || input.request().kmsKeyId() == null) {
      return null;
    }
    Arn named = Arn.parse(input.request().kmsKeyId().value());
    if (named == null || !named.resource().startsWith("key/") || named.equals(facts.key())) {
      return null;
    }
    return named.toString();
  }

  private RequestContext context(Obligation obligation) {
    int kind = (obligation.via() ? 1 : 0) + (obligation.grantForAwsResource() ? 2 : 0);
    RequestContext context = contexts[kind];
    if (context == null) {
      context = makeContext(obligation);
      contexts[kind] = context;
    }
    return context;
  }

  private RequestContext makeContext(Obligation obligation) {
    Map<String, ContextValue> pins = new LinkedHashMap<>();
    if (!facts.callRegion().isEmpty()) {
      pins.put("aws:RequestedRegion", ContextValue.of(facts.callRegion()));
    }
    if (obligation.via()) {
      pins.put("kms:ViaService", viaService());
      pins.put("aws:ViaAWSService", ContextValue.of("true"));
      for (String key : OF_THE_CALLERS_NETWORK) {
        pins.put(key, ContextValue.ABSENT);
      }
    } else {
      pins.put("aws:ViaAWSService", ContextValue.of("false"));
    }
    if (obligation.grantForAwsResource()) {
      pins.put("kms:GrantIsForAWSResource", ContextValue.of("true"));
    }
    for (Map.Entry<String, List<String>> fact : input.facts().entrySet()) {
      pins.put(fact.getKey(), new ContextValue.Fixed(fact.getValue()));
    }
    return new RequestContext(pins, false);
  }

  /**
   * The service that calls: Amazon RDS in the Region of the call. Which Region's service uses the
   * source key of a copy across Regions, AWS does not say. DocumentDB's is not documented.
   */
  private ContextValue viaService() {
    boolean documentDb =
        input.snapshot() != null
            && input.snapshot().engine() != null
            && input.snapshot().engine().value().equals("docdb");
    if (documentDb || facts.callRegion().isEmpty()) {
      return new ContextValue.Open(false, List.of());
    }
    if (facts.crossesRegions()) {
      return new ContextValue.Open(
          false,
          List.of(
              Glob.literal("rds." + facts.snapshotRegion() + ".amazonaws.com"),
              Glob.literal("rds." + facts.callRegion() + ".amazonaws.com")));
    }
    return ContextValue.of("rds." + facts.callRegion() + ".amazonaws.com");
  }

  /**
   * The keys that the scenario pins to values, for the report: as AWS spells them, several values
   * joined with commas.
   */
  Map<String, String> shown(Request request, Catalog catalog) {
    Map<String, String> known = shown.get(request.context());
    if (known == null) {
      known = shown(request.context(), catalog);
      shown.put(request.context(), known);
    }
    return known;
  }

  private static Map<String, String> shown(RequestContext context, Catalog catalog) {
    Map<String, String> shown = new LinkedHashMap<>();
    for (Map.Entry<String, ContextValue> pin : context.pins().entrySet()) {
      if (pin.getValue() instanceof ContextValue.Fixed fixed) {
        ConditionKeyInfo info = catalog.conditionKey(pin.getKey());
        shown.put(info == null ? pin.getKey() : info.name(), String.join(",", fixed.values()));
      }
    }
    return shown;
  }

  /** What an obligation is about, for the report: an ARN, or a pattern where it is not known. */
  String shownResource(Request request) {
    if (!request.resource().isEmpty()) {
      return request.resource();
    }
    String type = input.scenario().cluster() ? "cluster-snapshot" : "snapshot";
    String partition = facts.key() == null ? "aws" : facts.key().partition();
    String region = facts.snapshotRegion().isEmpty() ? "*" : facts.snapshotRegion();
    String account = facts.snapshotOwner().isEmpty() ? "*" : facts.snapshotOwner();
    return new Arn(partition, "rds", region, account, type + ":*").toString();
  }
}
