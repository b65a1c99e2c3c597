package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.policy.Template;
import dev.kmslint.rules.ArnHelp;
import dev.kmslint.rules.ArnPlaces;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Parts;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Flags resources that are neither an ARN nor a star, and KMS ARNs of neither a key nor an alias.
 * The resources of key policies are kms/resource-not-star's.
 */
public final class MalformedArn implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "policy/malformed-arn",
              Severity.ERROR,
              Precision.HIGH,
              0,
              "a resource that is no ARN",
              "0.1.0",
              List.of(
                  AwsPages.RESOURCE,
                  "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
                  AwsPages.POLICY_CHECKS))
          .superseding(Where.PLACE, "iam/malformed-key-id")
          .superseding(Where.STATEMENT, "iam/resource-type-mismatch");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Glob ANY_KEY = Glob.of("arn:*:kms:*:*:key/*");
  private static final Glob ANY_ALIAS = Glob.of("arn:*:kms:*:*:alias/*");

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      if (context.isKeyPolicy()) {
        continue;
      }
      for (Resources.Entry entry : Parts.resources(statement)) {
        String fault = fault(entry, context.kind());
        if (fault != null) {
          findings.add(
              Finding.of(INFO)
                  .at(entry.location())
                  .says(
                      entry.text().isEmpty()
                          ? "an empty string names no resource"
                          : Wording.code(entry.text()) + " names no resource: " + fault,
                      ArnHelp.of(entry.text())));
        }
      }
    }
    return findings;
  }

  private static @Nullable String fault(Resources.Entry entry, PolicyKind kind) {
    String text = entry.text();
    boolean foreign = kind == PolicyKind.RESOURCE && text.startsWith("execute-api");
    if (entry.isEverything() || foreign || text.startsWith("${")) {
      return null;
    }
    if (!text.startsWith("arn:")) {
      return "an ARN begins with `arn:`";
    }
    if (text.indexOf(",arn:") > 0 || text.indexOf(", arn:") > 0) {
      return "it holds several ARNs";
    }
    Arn arn = Arn.parse(text);
    if (arn == null) {
      return text.endsWith("*") ? null : "an ARN has six parts, with a colon between each two";
    }
    if (!arn.service().equals(arn.service().toLowerCase(Locale.ROOT))
        && !ArnPlaces.isOpen(arn.service())) {
      return "the service of an ARN is in lower case";
    }
    return arn.service().equals("kms") && isNoKmsResource(entry.template())
        ? "KMS has keys, `key/...`, and aliases, `alias/...`"
        : null;
  }

  private static boolean isNoKmsResource(Template template) {
    Glob pattern = template.widest();
    return !pattern.intersects(ANY_KEY) && !pattern.intersects(ANY_ALIAS);
  }
}
