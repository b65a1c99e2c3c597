package dev.kmslint.rules.kms;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.policy.Template;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags resources of a key policy other than `*`, which means this key. One that cannot match the
 * key makes its statement void; the key's own ARN works, but AWS documents `*` alone.
 */
public final class ResourceNotStar implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "kms/resource-not-star",
              Severity.ERROR,
              Precision.HIGH,
              0,
              "the `Resource` of a key policy is not `*`",
              "0.1.0",
              List.of(AwsPages.KEY_POLICY))
          .superseding(Where.PLACE, "policy/redundant-resource", "policy/variable-not-supported");

  private static final Glob ANY_KEY = Glob.of("arn:*:kms:*:*:key/*");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      Resources resources = statement.resources();
      if (!context.isKeyPolicy() || resources == null || hasStar(resources)) {
        continue;
      }
      for (Resources.Entry entry : resources.entries()) {
        findings.add(finding(resources, entry, context));
      }
    }
    return findings;
  }

  private static boolean hasStar(Resources resources) {
    for (Resources.Entry entry : resources.entries()) {
      if (entry.isEverything()) {
        return !resources.negated();
      }
    }
    return false;
  }

  /** Whether it matches the ARN of some key, each part of an ARN taken for itself. */
  private static boolean canBeAKey(Glob pattern) {
    Glob byParts = pattern.asArnPattern();
    Glob anyKey = ANY_KEY.asArnPattern();
    if (byParts == null || anyKey == null) {
      return pattern.intersects(ANY_KEY);
    }
    return byParts.intersects(anyKey);
  }

  private static Finding finding(
      Resources resources, Resources.Entry entry, PolicyContext context) {
    Template template = entry.template();
    Glob pattern = template.widest();
    boolean matches =
        context.key() == null ? canBeAKey(pattern) : pattern.matches(context.key().toString());
    boolean isVoid = resources.negated() ? context.key() != null && matches : !matches;
    String element = Wording.code(resources.element());
    String text = Wording.code(entry.text());
    String message =
        isVoid
            ? element + " " + text + " leaves this key out, so the statement has no effect"
            : element + " " + text + " works today, but for a key policy AWS documents `*` alone";
    return Finding.of(INFO)
        .severity(isVoid ? Severity.ERROR : Severity.NOTE)
        .at(entry.location())
        .says(message, "write `\"Resource\": \"*\"`, which means this key and no other");
  }
}
