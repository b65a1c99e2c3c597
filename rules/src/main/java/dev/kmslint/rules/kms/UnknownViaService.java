package dev.kmslint.rules.kms;

import dev.kmslint.catalog.ViaServices;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.ViaService;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Flags values of kms:ViaService that no request holds: a service under a wrong name, or only other
 * Regions than that of a single-Region key. A name that AWS's table lacks is a note: the table
 * lags.
 */
public final class UnknownViaService implements Rule.OfPolicy {
  private static final String URL = AwsPages.KMS_CONDITIONS + "#conditions-kms-via-service";

  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/unknown-via-service",
          Severity.ERROR,
          Precision.HIGH,
          0,
          "a value of `kms:ViaService` that no service sends for this key",
          "0.1.0",
          List.of(URL));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      for (Condition condition : statement.conditions()) {
        if (context.isKeyPolicy() && condition.hasKey("kms:ViaService")) {
          for (Condition.Value value : condition.values()) {
            checkName(value, context.catalog().viaServices(), findings);
          }
          checkRegions(statement, condition, context.key(), findings);
        }
      }
    }
    return findings;
  }

  private static void checkName(
      Condition.Value value, ViaServices services, List<Finding> findings) {
    ViaService via = ViaService.parse(value.text());
    String name = via == null || !via.namesOneService() ? "" : via.name();
    if (name.isEmpty() || services.services(name) != null) {
      return;
    }
    Optional<ViaServices.Mistake> mistake = services.mistake(name);
    Finding.Builder builder = Finding.of(INFO).at(value.location());
    findings.add(
        mistake.isPresent()
            ? builder.says(
                "no service calls KMS as " + Wording.code(value.text()),
                "write "
                    + Wording.code(mistake.get().right() + value.text().substring(name.length())))
            : builder
                .severity(Severity.NOTE)
                .says(
                    "AWS's table of `kms:ViaService` names lacks "
                        + Wording.code(name)
                        + ", so perhaps no request holds this value",
                    "compare it with the value in CloudTrail; the table is not complete"));
  }

  private static void checkRegions(
      Statement statement, Condition condition, @Nullable Arn key, List<Finding> findings) {
    boolean negated = condition.operator() != null && condition.operator().base().isNegated();
    boolean counts = statement.isAllow() ? !negated : negated;
    if (key == null || key.resourceName().startsWith("mrk-") || !counts) {
      return;
    }
    for (Condition.Value value : condition.values()) {
      ViaService via = ViaService.parse(value.text());
      if (via == null || Glob.of(via.region()).matches(key.region())) {
        return;
      }
    }
    if (!condition.values().isEmpty()) {
      findings.add(
          Finding.of(INFO)
              .at(condition.values().get(0).location())
              .says(
                  "this key is in "
                      + Wording.code(key.region())
                      + ", where no service calls as "
                      + Wording.code(condition.values().get(0).text()),
                  "write the services of Region " + Wording.code(key.region())));
    }
  }
}
