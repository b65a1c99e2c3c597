package dev.kmslint.run;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.config.FailOn;
import dev.kmslint.config.ShareConfig;
import dev.kmslint.intake.Given;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Grade;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.lint.Severity;
import dev.kmslint.lint.SuppressionUse;
import dev.kmslint.policy.Statement;
import dev.kmslint.policy.Text;
import dev.kmslint.share.Gap;
import dev.kmslint.share.ShareResult;
import dev.kmslint.source.Document;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import dev.kmslint.source.SyntaxFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the analyzer in a folder, with rules that say what they were given. */
final class Runs {
  static final String KEY_ARN =
      "arn:aws:kms:us-west-2:111122223333:key/c989c1dd-a3f2-4a5d-8d96-e793d082ab26";
  static final String KEY_POLICY =
      """
      { "Version": "2012-10-17", "Statement": [
        { "Sid": "Owner", "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
          "Action": "kms:*", "Resource": "*" },
        { "Sid": "Other", "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::444455556666:root" },
          "Action": ["kms:CreateGrant", "kms:DescribeKey", "kms:Encrypt", "kms:Decrypt",
            "kms:ReEncrypt*", "kms:GenerateDataKey*"], "Resource": "*" } ] }
      """;
  static final String OWNER_POLICY =
      """
      { "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" },
        "Action": "kms:*", "Resource": "*" } }
      """;
  static final String IAM_POLICY =
      """
      { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Resource": "%s",
        "Action": ["kms:CreateGrant", "kms:DescribeKey", "kms:Encrypt", "kms:Decrypt",
          "kms:ReEncrypt*", "kms:GenerateDataKey*"] } }
      """
          .formatted(KEY_ARN);
  static final String DESCRIBE_KEY =
      """
      { "KeyMetadata": { "AWSAccountId": "111122223333", "KeyId": "c989c1dd", "Arn": "%s",
        "KeyManager": "CUSTOMER", "KeyState": "Enabled", "KeySpec": "SYMMETRIC_DEFAULT",
        "KeyUsage": "ENCRYPT_DECRYPT" } }
      """
          .formatted(KEY_ARN);

  final Path folder;
  String stdin = "";
  String config = "";
  String today = "2027-01-01";
  @Nullable FailOn failOn;
  List<String> only = List.of();
  Map<String, Grade> grades = Map.of();
  String keyArn = "";
  String owner = "";
  Map<String, String> parameters = Map.of();
  Map<String, List<String>> facts = Map.of();
  String to = "";
  String scenario = "";
  boolean rootUser;
  String region = "";
  @Nullable Progress progress;
  final Map<String, List<String>> files = new LinkedHashMap<>();

  Runs(Path folder) {
    this.folder = folder;
  }

  Runs file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Analysis check(String... arguments) throws UsageException {
    return new Analyzer(rules(), Catalog.builtIn(), progress).check(options(arguments));
  }

  Analysis share(String... arguments) throws UsageException {
    return new Analyzer(rules(), Catalog.builtIn()).share(options(arguments));
  }

  private RunOptions options(String... arguments) {
    InputStream in = new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8));
    return new RunOptions(
        folder,
        in,
        today,
        List.of(arguments),
        config,
        failOn,
        only,
        grades,
        new Given(parameters, keyArn, owner),
        facts,
        new RunOptions.ShareOptions(
            to,
            scenario,
            rootUser,
            region,
            new ShareConfig.Files(
                one("key-policy"),
                all("identity-policy"),
                one("boundary"),
                one("session-policy"),
                all("scp"),
                all("rcp"),
                one("key"),
                one("snapshot"),
                one("snapshot-attributes"),
                one("request"))),
        Selection.all(folder),
        true,
        RunOptions.Baselines.NONE);
  }

  private List<Text> all(String option) {
    List<Text> texts = new ArrayList<>();
    for (String file : files.getOrDefault(option, List.of())) {
      texts.add(new Text(file, SourceLocation.startOf(new SourceFile("(command line)", ""))));
    }
    return texts;
  }

  private @Nullable Text one(String option) {
    List<Text> all = all(option);
    return all.isEmpty() ? null : all.get(0);
  }

  /** Every finding as file:line:column: severity: message. */
  static List<String> lines(Analysis analysis) {
    List<String> lines = new ArrayList<>();
    for (Finding finding : analysis.report().findings()) {
      String suppressed = finding.suppression() == null ? "" : " (suppressed)";
      lines.add(
          finding.location()
              + ": "
              + finding.severity().word()
              + ": "
              + finding.message()
              + suppressed);
    }
    return lines;
  }

  static List<String> errors(Analysis analysis) {
    List<String> lines = new ArrayList<>();
    analysis.report().errors().forEach(error -> lines.add(error.file() + ": " + error.message()));
    return lines;
  }

  static RuleSet rules() {
    return RuleSet.of(
        List.of(
            new Broken(),
            new Seen(),
            new Statements(),
            new Gaps(),
            new Use("config/unused-suppression", false),
            new Use("config/expired-suppression", true)));
  }

  private static RuleInfo info(String id, Severity severity) {
    return new RuleInfo(
        id,
        severity,
        RuleInfo.Precision.HIGH,
        0,
        "something",
        "0.1.0",
        List.of("https://docs.aws.amazon.com/"));
  }

  /** Says that a document is broken. */
  private static final class Broken implements Rule.OfDocument {
    @Override
    public RuleInfo info() {
      return Runs.info("policy/broken", Severity.ERROR);
    }

    @Override
    public List<Finding> check(Document document) {
      List<Finding> findings = new ArrayList<>();
      for (SyntaxFault fault : document.faults()) {
        findings.add(Finding.of(info()).at(fault.location()).says(fault.message(), ""));
      }
      return findings;
    }
  }

  /** Says what is known of a policy. */
  private static final class Seen implements Rule.OfPolicy {
    @Override
    public RuleInfo info() {
      return Runs.info("policy/seen", Severity.NOTE);
    }

    @Override
    public List<Finding> check(PolicyContext context) {
      String message =
          context.kind().title()
              + " key="
              + context.key()
              + " owner="
              + context.owner()
              + (context.awsManaged() ? " managed" : "")
              + " trusted="
              + context.trustedAccounts()
              + context.trustedOrganizations();
      return List.of(Finding.of(info()).at(context.policy().location().first()).says(message, ""));
    }
  }

  /** Finds every Allow in key policies. */
  private static final class Statements implements Rule.OfPolicy {
    @Override
    public RuleInfo info() {
      return Runs.info("kms/allow", Severity.WARNING);
    }

    @Override
    public List<Finding> check(PolicyContext context) {
      List<Finding> findings = new ArrayList<>();
      for (Statement statement : context.policy().statements()) {
        if (context.isKeyPolicy() && statement.effectLocation() != null) {
          findings.add(
              Finding.of(info()).at(statement.effectLocation()).says(statement.title(), ""));
        }
      }
      return findings;
    }
  }

  /** Words every gap. */
  private static final class Gaps implements Rule.OfShare {
    @Override
    public RuleInfo info() {
      return Runs.info("share/gap", Severity.ERROR);
    }

    @Override
    public List<Finding> check(ShareResult result) {
      List<Finding> findings = new ArrayList<>();
      for (Gap gap : result.gaps()) {
        if (gap.consequence() != Gap.Consequence.WARNS) {
          findings.add(Finding.of(info()).at(gap.location()).says(gap.kind().name(), ""));
        }
      }
      return findings;
    }
  }

  private record Use(String id, boolean expired) implements Rule.OfSuppression {
    @Override
    public RuleInfo info() {
      return Runs.info(id, Severity.WARNING);
    }

    @Override
    public List<Finding> check(SuppressionUse use) {
      boolean fires =
          expired ? !use.expired().isEmpty() : use.expired().isEmpty() && use.matches() == 0;
      return fires
          ? List.of(Finding.of(info()).at(use.location()).says(id + " " + use.rule(), ""))
          : List.of();
    }
  }

  /** Its notes. */
  static List<String> seen(Analysis analysis) {
    return lines(analysis).stream().filter(line -> line.contains(": note: ")).toList();
  }

  /** The files of its notes. */
  static List<String> files(Analysis analysis) {
    return seen(analysis).stream().map(line -> line.substring(0, line.indexOf(':'))).toList();
  }
}
