package dev.kmslint.lint;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.PolicyReader;
import dev.kmslint.share.ShareResult;
import dev.kmslint.source.Document;
import dev.kmslint.source.JsonReader;
import dev.kmslint.source.Node;
import dev.kmslint.source.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Rules and policies for tests. */
public final class TestRules {
  private TestRules() {}

  /** What is to be known of a rule of that id. */
  public static RuleInfo info(String id, Severity severity) {
    return new RuleInfo(
        id,
        severity,
        RuleInfo.Precision.HIGH,
        0,
        "something is wrong",
        "0.1.0",
        List.of("https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html"));
  }

  /** A rule about policies. */
  public record OfPolicy(RuleInfo info, Function<PolicyContext, List<Finding>> does)
      implements Rule.OfPolicy {
    @Override
    public List<Finding> check(PolicyContext context) {
      return does.apply(context);
    }
  }

  /** A rule about text. */
  public record OfDocument(RuleInfo info, Function<Document, List<Finding>> does)
      implements Rule.OfDocument {
    @Override
    public List<Finding> check(Document document) {
      return does.apply(document);
    }
  }

  /** A rule about shares. */
  public record OfShare(RuleInfo info, Function<ShareResult, List<Finding>> does)
      implements Rule.OfShare {
    @Override
    public List<Finding> check(ShareResult result) {
      return does.apply(result);
    }
  }

  /** A rule that finds each statement. */
  public static Rule onEachStatement(String id, Severity severity) {
    RuleInfo info = info(id, severity);
    return new OfPolicy(
        info,
        context ->
            context.policy().statements().stream()
                .map(one -> Finding.of(info).at(one.location().first()).says("found", "fix it"))
                .toList());
  }

  /** A rule that finds nothing. */
  public static Rule silent(String id) {
    return new OfPolicy(info(id, Severity.ERROR), context -> List.of());
  }

  /** A document of that text. */
  public static Document document(String path, String text) {
    return JsonReader.read(new SourceFile(path, text));
  }

  /** A key policy of that text, and nothing known around it. */
  public static PolicyContext keyPolicy(String path, String text) {
    Node root = document(path, text).root();
    if (root == null) {
      throw new IllegalArgumentException("no JSON: " + text);
    }
    Policy policy = PolicyReader.read(root, PolicyKind.KEY);
    return new PolicyContext(policy, null, "", false, Set.of(), Set.of(), Catalog.builtIn(), "");
  }
}
