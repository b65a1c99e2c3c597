package dev.kmslint.rules.policy;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.Partition;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.ArnPlaces;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.RegionNames;
import dev.kmslint.rules.ViaService;
import dev.kmslint.rules.Wording;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Flags ARNs, aws:RequestedRegion and kms:ViaService with a Region that cannot exist, is of another
 * partition, or is missing in the ARN of a key.
 */
public final class InvalidRegion implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "policy/invalid-region",
              Severity.ERROR,
              Precision.HIGH,
              0,
              "a Region that AWS does not have, or not there",
              "0.1.0",
              List.of(
                  "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
                  AwsPages.GLOBAL_KEYS,
                  AwsPages.POLICY_CHECKS))
          .superseding(
              Where.PLACE, "iam/decrypt-any-key", "iam/put-key-policy", "kms/unknown-via-service");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (ArnPlaces.Place place : ArnPlaces.of(context)) {
      String fault = place.principal() ? null : fault(place.arn(), context.catalog());
      if (fault != null) {
        findings.add(finding(place.text(), fault, place.arn().region(), place.location(), context));
      }
    }
    for (Statement statement : context.policy().statements()) {
      for (Condition condition : statement.conditions()) {
        for (Condition.Value value : condition.values()) {
          String region = region(condition, value.text());
          if (region != null && !RegionNames.canExist(region, context.catalog())) {
            String fault = "AWS has no Region " + Wording.code(region);
            findings.add(finding(value.text(), fault, region, value.location(), context));
          }
        }
      }
    }
    return findings;
  }

  private static @Nullable String fault(Arn arn, Catalog catalog) {
    String region = arn.region();
    if (region.isEmpty()) {
      return arn.service().equals("kms") ? "the ARN of a key or alias has a Region" : null;
    }
    if (arn.service().equals("iam") && !ArnPlaces.isOpen(region)) {
      return "the ARNs of IAM have no Region";
    }
    if (arn.partition().equals("aws") && RegionNames.isOfAws(region)) {
      return null;
    }
    if (!RegionNames.canExist(region, catalog)) {
      return "AWS has no Region " + Wording.code(region);
    }
    Partition partition = catalog.partitionOfRegion(region);
    return partition == null
            || catalog.partition(arn.partition()) == null
            || partition.id().equals(arn.partition())
        ? null
        : Wording.code(region) + " belongs to partition " + Wording.code(partition.id());
  }

  /** The Region that a value of a condition holds; null when it holds none. */
  private static @Nullable String region(Condition condition, String text) {
    if (condition.hasKey("aws:RequestedRegion")) {
      return text;
    }
    ViaService via = condition.hasKey("kms:ViaService") ? ViaService.parse(text) : null;
    return via == null ? null : via.region();
  }

  private static Finding finding(
      String text, String fault, String region, SourceLocation place, PolicyContext context) {
    ViaService via = ViaService.parse(text);
    Optional<String> near =
        via != null && context.catalog().partitionOfRegion(via.name()) != null
            ? Optional.of(via.region() + "." + via.name() + ".amazonaws.com")
            : RegionNames.nearest(region, context.catalog());
    return Finding.of(INFO)
        .at(place)
        .says(
            Wording.code(text) + " matches nothing: " + fault,
            near.isPresent()
                ? "did you mean " + Wording.code(near.get()) + "?"
                : "write a Region, such as `eu-west-1`, or `*` for all, where there is one");
  }
}
