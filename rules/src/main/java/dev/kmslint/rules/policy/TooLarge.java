package dev.kmslint.rules.policy;

import dev.kmslint.catalog.Quota;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.rules.PolicyText;
import dev.kmslint.source.SourceLocation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags policies over the quota of their kind. What an identity policy is attached to is open. */
public final class TooLarge implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/too-large",
          Severity.ERROR,
          Precision.HIGH,
          0,
          "a policy that is larger than its quota",
          "0.1.0",
          List.of(
              "https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html",
              "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
              "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html"));

  /** How many bytes in UTF-8 a UTF-16 unit takes at most. */
  private static final int MOST_BYTES = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    Quota.Name name = quotaOf(context.kind());
    SourceLocation place = context.policy().location();
    if (name == null) {
      return List.of();
    }
    Quota quota = context.catalog().quota(name);
    if (place.end() - place.start() <= quota.limit() / MOST_BYTES) {
      return List.of(); // no need to count
    }
    PolicyText text = PolicyText.of(place);
    if (text == null) {
      return List.of();
    }
    int size = size(text, quota.unit());
    if (size <= quota.limit()) {
      return List.of();
    }
    boolean sure = context.kind() != PolicyKind.IDENTITY && size > quota.most();
    String whose =
        context.kind() == PolicyKind.IDENTITY ? "managed policy" : context.kind().title();
    return List.of(
        Finding.of(INFO)
            .at(context.policy().location().first())
            .severity(sure ? Severity.ERROR : Severity.WARNING)
            .says(
                "this policy has "
                    + size
                    + " "
                    + unit(quota)
                    + "; a "
                    + whose
                    + " may have "
                    + quota.limit(),
                "shorten it: use wildcards for actions, merge statements, or split the policy"));
  }

  private static Quota.@Nullable Name quotaOf(PolicyKind kind) {
    return switch (kind) {
      case KEY -> Quota.Name.KEY_POLICY;
      case IDENTITY, BOUNDARY -> Quota.Name.MANAGED_POLICY;
      case SESSION -> Quota.Name.SESSION_POLICY;
      case SCP -> Quota.Name.SERVICE_CONTROL_POLICY;
      case RCP -> Quota.Name.RESOURCE_CONTROL_POLICY;
      case TRUST -> Quota.Name.TRUST_POLICY;
      case RESOURCE -> null;
    };
  }

  private static int size(PolicyText policy, Quota.Unit unit) {
    return switch (unit) {
      case BYTES -> policy.text().getBytes(StandardCharsets.UTF_8).length;
      case CHARACTERS_WITHOUT_WHITE_SPACE -> policy.charactersWithoutWhiteSpace();
      default -> policy.text().length();
    };
  }

  private static String unit(Quota quota) {
    return switch (quota.unit()) {
      case BYTES -> "bytes";
      case CHARACTERS_WITHOUT_WHITE_SPACE -> "characters without white space";
      default -> "characters";
    };
  }
}
