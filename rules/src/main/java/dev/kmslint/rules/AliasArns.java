package dev.kmslint.rules;

import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Resources;

/** The ARNs of aliases of KMS. */
public final class AliasArns {
  private AliasArns() {}

  /** Whether a resource is an alias, or a pattern of aliases. */
  public static boolean isAlias(Resources.Entry entry) {
    Arn arn = Arn.parse(entry.text());
    return arn != null && arn.service().equals("kms") && arn.resource().startsWith("alias/");
  }
}
