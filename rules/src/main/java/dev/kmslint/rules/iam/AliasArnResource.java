package dev.kmslint.rules.iam;

import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.ServiceTable;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AliasArns;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Parts;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags alias ARNs as the resource of operations on keys. KMS compares a key's ARN, whatever name
 * the caller used; an alias ARN matches only the operations on aliases.
 */
public final class AliasArnResource implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "iam/alias-arn-resource",
          Severity.ERROR,
          Precision.HIGH,
          0,
          "an alias ARN is the resource of operations on keys",
          "0.1.0",
          List.of(
              AwsPages.KMS_IAM_POLICIES,
              "https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html"));

  private static final List<String> KEY_ONLY = List.of("key");
  private static final List<ActionInfo> NONE = List.of();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    ServiceTable kms = context.catalog().service("kms");
    for (Statement statement : context.policy().statements()) {
      if (kms == null
          || !context.kind().isIdentitySide()
          || statement.resources() == null
          || statement.resources().negated()
          || statement.actions() == null
          || statement.actions().negated()) {
        continue;
      }
      for (Resources.Entry entry : Parts.resources(statement)) {
        if (AliasArns.isAlias(entry) && isAboutKeys(statement, kms)) {
          findings.add(
              Finding.of(INFO)
                  .at(entry.location())
                  .says(
                      "the alias ARN "
                          + Wording.code(entry.text())
                          + " matches no operation on a key, so this "
                          + (statement.isDeny() ? "denies" : "allows")
                          + " nothing",
                      "write the key's ARN, or all keys with a condition on"
                          + " `kms:ResourceAliases`"));
        }
      }
    }
    return findings;
  }

  /**
   * Whether the statement is about operations on keys: of its KMS actions none works on an alias,
   * or all its resources are aliases and only wildcards such as {@code kms:*} mean some of both.
   */
  private static boolean isAboutKeys(Statement statement, ServiceTable kms) {
    boolean nothingElse = true;
    for (Resources.Entry entry : Parts.resources(statement)) {
      nothingElse &= AliasArns.isAlias(entry);
    }
    boolean onKeys = false;
    for (Actions.Entry entry : Parts.actions(statement)) {
      boolean key = false;
      boolean alias = false;
      for (ActionInfo action : entry.service().equals("kms") ? kms.matching(entry.name()) : NONE) {
        alias |= action.resourceTypes().contains("alias");
        key |= action.resourceTypes().equals(KEY_ONLY);
      }
      if (alias && !(key && nothingElse)) {
        return false;
      }
      onKeys |= key;
    }
    return onKeys;
  }
}
