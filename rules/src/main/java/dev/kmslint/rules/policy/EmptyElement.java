package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.Elements;
import dev.kmslint.policy.Fault;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags lists and objects that are empty where the grammar of policies wants at least one entry.
 */
public final class EmptyElement implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/empty-element",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "an element is empty where something must stand",
          "0.1.0",
          List.of(AwsPages.GRAMMAR, AwsPages.POLICY_CHECKS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Fault fault : context.policy().faults()) {
      boolean idle = isPrincipal(fault.element()) && !context.kind().hasPrincipal();
      if (fault.kind() == Fault.Kind.EMPTY_ELEMENT && !idle) {
        findings.add(
            Finding.of(INFO).at(fault.location()).says(message(fault), help(fault.element())));
      }
    }
    return findings;
  }

  private static boolean isPrincipal(String element) {
    return element.equals("Principal")
        || element.equals("NotPrincipal")
        || Elements.in("principal").contains(element);
  }

  private static String message(Fault fault) {
    String element = Wording.code(fault.element());
    return switch (fault.element()) {
      case "Statement" -> "this policy has no statement, so it says nothing";
      case "Action", "Resource" -> "this " + element + " is empty, so its statement has no effect";
      case "NotAction", "NotResource" -> "this " + element + " is empty, so it excludes nothing";
      default ->
          isPrincipal(fault.element())
              ? "this " + element + " names nobody"
              : ConditionOperator.parse(fault.element()) != null
                  ? element + " holds no condition key, so it restricts nothing"
                  : element + " has no value to be compared with";
    };
  }

  private static String help(String element) {
    return switch (element) {
      case "Statement" -> "add a statement";
      case "NotAction" -> "name what to exclude, or write `\"Action\": \"*\"`";
      case "NotResource" -> "name what to exclude, or write `\"Resource\": \"*\"`";
      case "Action", "Resource" -> "fill it in, or remove the statement";
      default ->
          isPrincipal(element) ? "name who is meant, or remove it" : "fill it in, or remove it";
    };
  }
}
