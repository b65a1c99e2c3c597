package dev.kmslint.rules.policy;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.Nearest;
import dev.kmslint.catalog.Partition;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Glob;
import dev.kmslint.rules.ArnPlaces;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flags ARNs whose partition is none of AWS: they match nothing. */
public final class UnknownPartition implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "policy/unknown-partition",
              Severity.ERROR,
              Precision.VERY_HIGH,
              0,
              "an ARN of a partition that AWS does not have",
              "0.1.0",
              List.of(
                  "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
                  AwsPages.POLICY_CHECKS))
          .superseding(Where.PLACE, "iam/decrypt-any-key", "iam/put-key-policy")
          .superseding(Where.STATEMENT, "policy/dead-statement");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (ArnPlaces.Place place : ArnPlaces.of(context)) {
      String partition = place.arn().partition();
      if (!partition.equals("aws") && !isKnown(partition, context.catalog())) {
        List<String> partitions = ids(context.catalog());
        Optional<String> near = Nearest.nearest(partition, partitions);
        findings.add(
            Finding.of(INFO)
                .at(place.location())
                .says(
                    Wording.code(place.text())
                        + " matches nothing: "
                        + (partition.isEmpty()
                            ? "its partition is empty"
                            : "AWS has no partition " + Wording.code(partition)),
                    near.isPresent()
                        ? "did you mean " + Wording.code(near.get()) + "?"
                        : "use " + Wording.anyOf(partitions)));
      }
    }
    return findings;
  }

  private static boolean isKnown(String partition, Catalog catalog) {
    if (partition.indexOf("${") >= 0) {
      return true;
    }
    Glob pattern = Glob.of(partition);
    for (Partition known : catalog.allPartitions()) {
      if (pattern.matches(known.id())) {
        return true;
      }
    }
    return false;
  }

  private static List<String> ids(Catalog catalog) {
    List<String> ids = new ArrayList<>();
    for (Partition partition : catalog.allPartitions()) {
      ids.add(partition.id());
    }
    return ids;
  }
}
