package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.source.Document;
import dev.kmslint.source.SyntaxFault;
import java.util.ArrayList;
import java.util.List;

/** Flags text that is no JSON: AWS refuses to save it as a policy. */
public final class InvalidJson implements Rule.OfDocument {
  private static final RuleInfo INFO =
      new RuleInfo(
              "policy/invalid-json",
              Severity.ERROR,
              Precision.VERY_HIGH,
              0,
              "the file cannot be read as JSON or YAML",
              "0.1.0",
              List.of(AwsPages.GRAMMAR, AwsPages.POLICY_CHECKS))
          .superseding(RuleInfo.Where.PLACE, "policy/invalid-character");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Document document) {
    List<Finding> findings = new ArrayList<>();
    for (SyntaxFault fault : document.faults()) {
      if (fault.kind() == SyntaxFault.Kind.SYNTAX || fault.kind() == SyntaxFault.Kind.ENCODING) {
        findings.add(
            Finding.of(INFO)
                .at(fault.location())
                .says("this cannot be read: " + fault.message(), help(fault.kind())));
      }
    }
    return findings;
  }

  private static String help(SyntaxFault.Kind kind) {
    return kind == SyntaxFault.Kind.ENCODING
        ? "save the file as UTF-8 without a byte order mark"
        : "correct the syntax; AWS takes no comments, no trailing commas and no single quotes";
  }
}
