package dev.kmslint.report;

import dev.kmslint.access.Outcome;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Findings;
import dev.kmslint.lint.PageSource;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.lint.Severity;
import dev.kmslint.lint.ShareReport;
import dev.kmslint.lint.TestRules;
import dev.kmslint.share.Level;
import dev.kmslint.share.ShareResult;
import dev.kmslint.share.Verdict;
import dev.kmslint.source.Pointer;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reports for tests: with nothing in them, with one finding, and with everything at its worst. */
final class Reports {
  static final RuleInfo PUBLIC = info("kms/public-key-policy", Severity.ERROR, 9.3);
  static final RuleInfo BYPASSED = info("kms/grant-condition-bypassed", Severity.WARNING, 5);
  static final RuleInfo OLD = info("policy/old-version", Severity.NOTE, 0);

  static final RuleSet RULES = RuleSet.of(List.of(rule(PUBLIC), rule(BYPASSED), rule(OLD)));

  static final PageSource PAGES =
      id ->
          id.equals(OLD.id())
              ? ""
              : "# "
                  + id
                  + "\n\n## Summary\n\nSome `code`, and [a page](https://example.org/a).\n\n"
                  + "```json bad\n{\"Statement\": [\"*\"]}\n```\n";

  static final Project PROJECT = new Project("1.2.0", "https://github.com/kmslint/kmslint");

  static final ReportOptions OPTIONS = ReportOptions.of(PROJECT, RULES, PAGES);

  /** With a tab, a line separator, an e with an accent, and an astral character. */
  private static final SourceFile KEY =
      new SourceFile(
          "policies/key policy #1.json",
          """
          {
            "Version": "2008-10-17",
          \t"Statement": [
              {
                "Sid": "Allow use of the key",
                "Effect": "Allow",
                "Principal": {"AWS": "arn:aws:iam::111122223333:role/caf\u00e9\uD83D\uDE00"},
                "Action": ["kms:CreateGrant", "kms:DescribeKey"],
          \t\t"Resource": "*"
              },
              {
                "Sid": "Grants",
                "Effect": "Allow",
                "Action": "kms:CreateGrant",
                "Resource": "*",
                "Condition": {"Bool": {"kms:GrantIsForAWSResource": true}}
              }
            ]
          }
          """);

  private static final SourceFile HOSTILE =
      new SourceFile(
          "policies/h\u00f4te[1].json",
          String.join(
              "\r\n",
              "{\"Sid\":\"\u001B[31mred\u001B[0m \u202Eevil\u2066 ]]> [x](1) 'q' \u200B\uFEFF\u0085\",",
              "\"Action\":\"kms:*\"}",
              ""));

  private static final SourceFile LONG =
      new SourceFile(
          "minified.json",
          "{\"Statement\":["
              + "{\"Sid\":\"\u6F22\u5B57 padding of a long line\"},".repeat(20)
              + "{\"Principal\":\"*\"}"
              + ",{\"Sid\":\"more of it\"}".repeat(20)
              + "]}");

  private static final Pointer STATEMENT = Pointer.ROOT.then("Statement");

  private Reports() {}

  private static RuleInfo info(String id, Severity severity, double security) {
    return new RuleInfo(
        id,
        severity,
        RuleInfo.Precision.VERY_HIGH,
        security,
        "`something` is wrong with " + id,
        "0.1.0",
        List.of("https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html"));
  }

  private static Rule rule(RuleInfo info) {
    return new TestRules.OfPolicy(info, context -> List.of());
  }

  static Report none() {
    return new Report(1, 0, 1, List.of(), List.of(), List.of());
  }

  static Report one() {
    Finding finding =
        Finding.of(PUBLIC)
            .at(find(LONG, "\"*\"", STATEMENT.then(20).then("Principal")))
            .says("anybody can use the key", "name the principals");
    return report(3, List.of(finding));
  }

  private static Report report(int files, List<Finding> findings) {
    return new Report(files, 2, 1, Findings.finish(findings, List.of()), List.of(), List.of());
  }

  static Report many() {
    List<Finding> findings = new ArrayList<>();
    Pointer second = STATEMENT.then(1);
    findings.add(
        Finding.of(BYPASSED)
            .at(find(KEY, "\"kms:GrantIsForAWSResource\"", second.then("Condition").then("Bool")))
            .related(
                find(KEY, "\"kms:CreateGrant\"", STATEMENT.then(0).then("Action").then(0)),
                "allowed here [without](9) the condition")
            .related(find(HOSTILE, "\"kms:*\"", Pointer.ROOT.then("Action")), "and here too")
            .says("this condition restricts nothing", "remove `kms:CreateGrant`"));
    findings.add(
        Finding.of(OLD)
            .at(find(KEY, "\"2008-10-17\"", Pointer.ROOT.then("Version")))
            .says("`2008-10-17` is the old version", "write `2012-10-17`")
            .suppressed(new Finding.Suppression("config", "kept for \u202Ethe auditors")));
    findings.add(
        Finding.of(PUBLIC)
            .at(find(KEY, "\"arn:aws:iam::111122223333:role/caf\u00e9\uD83D\uDE00\"", STATEMENT))
            .says("`arn:aws:iam::111122223333:role/caf\u00e9\uD83D\uDE00` can use the key", "h"));
    findings.add(
        Finding.of(PUBLIC)
            .at(find(KEY, "\"*\"", STATEMENT.then(0).then("Resource")))
            .says("behind two tabs", ""));
    SourceLocation from = find(KEY, "{\n      \"Sid\": \"Grants\"", second);
    int end = KEY.text().indexOf("}\n  ]") + 1;
    findings.add(
        Finding.of(BYPASSED)
            .severity(Severity.NOTE)
            .at(new SourceLocation(KEY, from.start(), end, second))
            .says("a region of several lines", "look at all of it"));
    String sid = HOSTILE.text().substring(8, HOSTILE.text().indexOf("\","));
    findings.add(
        Finding.of(PUBLIC)
            .at(find(HOSTILE, "\"" + sid + "\"", Pointer.ROOT.then("a/b~c")))
            .says("`" + sid + "` says \"]]>\"\nand more\u2028", "no\ttabs"));
    findings.add(
        Finding.of(OLD)
            .at(SourceLocation.startOf(new SourceFile("empty.json", "")))
            .says("nothing `` is here, [see](http://example.org) @you | <b>&amp;", ""));
    findings.addAll(one().findings());
    return new Report(
        4,
        0,
        3,
        Findings.finish(findings, List.of()),
        List.of(proven(), broken(), unknown()),
        List.of(
            new Report.InputError("gone/\u001B[2Jfile.json", "there is no such file"),
            new Report.InputError(
                "policies/key policy #1.json", "internal error in rule `kms/x`", failure())));
  }

  private static Throwable failure() {
    Throwable failure = new IllegalStateException("oh \u001B[31mno");
    failure.setStackTrace(new StackTraceElement[0]);
    return failure;
  }

  private static ShareReport proven() {
    return new ShareReport(
        share(
            "orders-to-dr",
            Verdict.PROVEN,
            "arn:aws:kms:us-west-2:111122223333:key/c989c1dd-a3f2-4a5d-8d96-e793d082ab26",
            Outcome.ALWAYS,
            Outcome.ALWAYS),
        List.of());
  }

  private static ShareReport broken() {
    return new ShareReport(
        share(
            "b\u001B",
            Verdict.BROKEN,
            "arn:aws:kms:us-west-2:1:key/x",
            Outcome.NEVER,
            Outcome.DEPENDS),
        List.of("share/create-grant-missing", "share/explicit-deny"));
  }

  private static ShareReport unknown() {
    ShareResult nothing =
        new ShareResult(
            "share",
            "aurora-snapshot-copy",
            Verdict.UNKNOWN,
            "",
            "",
            "444455556666",
            SourceLocation.startOf(KEY),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new ShareReport(nothing, List.of("share/undetermined"));
  }

  private static ShareResult share(
      String name, Verdict verdict, String key, Outcome keySide, Outcome identitySide) {
    SourceLocation statement = find(KEY, "{\n      \"Sid\": \"Grants\"", STATEMENT.then(1));
    return new ShareResult(
        name,
        "aurora-snapshot-copy",
        verdict,
        key,
        "111122223333",
        "444455556666",
        statement,
        List.of(
            new ShareResult.Decided(
                "kms:CreateGrant",
                key,
                Level.REQUIRED,
                keySide,
                identitySide,
                keySide,
                List.of(new ShareResult.Because(statement, "Grants")),
                Map.of("kms:ViaService", "rds.us-west-2.amazonaws.com", "kms:A", "null")),
            new ShareResult.Decided(
                "rds:CopyDBClusterSnapshot",
                "arn:aws:rds:us-west-2:111122223333:cluster-snapshot:x",
                Level.ELSEWHERE,
                Outcome.UNKNOWN,
                identitySide,
                Outcome.UNKNOWN,
                List.of(),
                Map.of()),
            new ShareResult.Decided(
                "kms:CreateGrant",
                "arn:aws:kms:us-west-2:444455556666:key/y",
                Level.ELSEWHERE,
                Outcome.UNKNOWN,
                Outcome.DEPENDS,
                Outcome.UNKNOWN,
                List.of(new ShareResult.Because(statement, "")),
                Map.of())),
        List.of(),
        List.of("no SCP or RCP restricts the call"),
        List.of("the key's ARN is the snapshot's \u202EKmsKeyId"),
        List.of());
  }

  private static SourceLocation find(SourceFile file, String text, Pointer pointer) {
    int start = file.text().indexOf(text);
    if (start < 0) {
      throw new IllegalArgumentException("no such text: " + text);
    }
    return new SourceLocation(file, start, start + text.length(), pointer);
  }
}
