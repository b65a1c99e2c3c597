package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.PolicyText;
import dev.kmslint.rules.Wording;
import dev.kmslint.source.Document;
import dev.kmslint.source.Node;
import dev.kmslint.source.SyntaxFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Flags characters that no policy may hold: AWS takes tab, LF, CR and U+0020 to U+00FF. Typographic
 * quotes and hyphens come from word processors, the byte order mark from editors.
 */
public final class InvalidCharacter implements Rule.OfDocument, Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/invalid-character",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "a character that AWS does not take in a policy",
          "0.1.0",
          List.of(AwsPages.PUT_KEY_POLICY, AwsPages.KEY_POLICY));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Document document) {
    List<Finding> findings = new ArrayList<>();
    boolean policy = document.root() instanceof Node.ObjectNode o && o.member("Statement") != null;
    for (SyntaxFault fault : document.faults()) {
      if (policy && fault.kind() == SyntaxFault.Kind.BYTE_ORDER_MARK) {
        findings.add(
            Finding.of(INFO)
                .at(fault.location())
                .says(
                    "AWS rejects this policy: " + fault.message(),
                    "save the file as UTF-8 without a byte order mark"));
      }
    }
    return findings;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    PolicyText policy = PolicyText.of(context.policy().location());
    String text = policy == null || policy.isPlain() ? "" : policy.text();
    int first = -1;
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0xFF || (c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
        first = first < 0 ? i : first;
        count += Character.isLowSurrogate(c) ? 0 : 1;
      }
    }
    if (policy == null || first < 0) {
      return List.of();
    }
    int code = text.codePointAt(first);
    String name = "U+" + Integer.toHexString(0x1000000 | code).substring(code > 0xFFFF ? 2 : 3);
    String more = count == 1 ? "" : ", and " + Wording.count(count - 1, "more such character");
    return List.of(
        Finding.of(INFO)
            .at(policy.place(first, first + Character.charCount(code)))
            .says(
                "AWS rejects this policy for the character "
                    + Wording.code(Character.toString(code))
                    + " ("
                    + name.toUpperCase(Locale.ROOT)
                    + ")"
                    + more,
                "write it with characters up to U+00FF; for quotes and hyphens use the plain ones"));
  }
}
