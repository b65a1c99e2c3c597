package dev.kmslint.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.report.Format;
import dev.kmslint.report.Project;
import dev.kmslint.report.ReportOptions;
import dev.kmslint.share.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are read in parts say the same as those that are read as a whole. */
class SlicesTest {
  private static final String PADDING = " ".repeat((int) Loader.SLICED_BYTES);
  private static final String POLICY =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"%s\",\"Effect\":\"Allow\","
          + "\"Action\":\"kms:Decrypt\",\"Resource\":\"*\"}]}";
  private static final String TRUST =
      "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"%s\"},"
          + "\"Action\":\"sts:AssumeRole\"}}";

  @TempDir private Path temp;

  /** A report in a form in which nothing is left out. */
  private static String report(Analysis analysis, Format format) throws IOException {
    StringWriter out = new StringWriter();
    ReportOptions options =
        ReportOptions.of(Project.current(), analysis.rules(), id -> "# " + id).withWidth(100);
    format.reporter(options).write(analysis.report(), out);
    return out.toString();
  }

  private static void assertSame(Path folder, byte[] text) throws IOException, UsageException {
    Path one = Files.createDirectories(folder.resolve("whole"));
    Path other = Files.createDirectories(folder.resolve("parts"));
    Files.write(one.resolve("f.json"), padded(text, 1_000));
    Files.write(other.resolve("f.json"), padded(text, (int) Loader.SLICED_BYTES));
    Analysis whole = new Runs(one).check("f.json");
    Analysis parts = new Runs(other).check("f.json");
    for (Format format : List.of(Format.JSON, Format.SARIF, Format.TEXT)) {
      assertThat(report(parts, format).lines().toList())
          .containsExactlyElementsOf(report(whole, format).lines().toList());
    }
    assertThat(parts.notes()).isEqualTo(whole.notes());
    assertThat(parts.report().findings()).hasSizeGreaterThanOrEqualTo(parts.report().policies());
  }

  private static byte[] padded(byte[] text, int spaces) {
    byte[] longer = Arrays.copyOf(text, text.length + spaces);
    Arrays.fill(longer, text.length, longer.length, (byte) ' ');
    return longer;
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void anExportSaysTheSame(@ForAll long seed) throws IOException, UsageException {
    Path folder = Files.createTempDirectory("kmslint");
    try {
      assertSame(folder, new Export(new Random(seed)).bytes());
    } finally {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Random exports, of all that JSON and AWS leave open. */
  private static final class Export {
    private final Random random;
    private final String newLine;
    private int number;

    Export(Random random) {
      this.random = random;
      this.newLine = List.of("\n", "\r\n", "\r", "").get(random.nextInt(4));
    }

    byte[] bytes() {
      List<String> members = new ArrayList<>();
      boolean config = random.nextInt(4) == 0;
      if (config) {
        members.add("\"fileVersion\":\"1.0\"");
        members.add(list("configurationItems"));
      } else {
        members.add(list("UserDetailList"));
        members.add(list("GroupDetailList"));
        members.add(list("RoleDetailList"));
        members.add(list("Policies"));
        members.add("\"IsTruncated\" : false");
        members.add("\"M\u00e4rker\":\"\\u00e9\\\"]}\"");
        if (random.nextInt(3) == 0) {
          members.add(list("RoleDetailList"));
        }
        if (random.nextInt(3) == 0) {
          members.add("\"Policie\\u0073\":{\"Arn\":null}");
        }
      }
      Collections.shuffle(members, random);
      String mark = random.nextInt(4) == 0 ? "\uFEFF" : "";
      String text = mark + space() + "{" + joined(members) + "}" + space();
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      if (random.nextInt(5) == 0) {
        int at = bytes.length / 2 + random.nextInt(bytes.length / 3);
        while (at < bytes.length - 1 && bytes[at] != 'z') {
          at++;
        }
        boolean inText = bytes[at] == 'z';
        bytes[at] =
            inText
                ? (byte) List.of(0xFF, 0xE2, 0xF0, 0xC0).get(random.nextInt(4)).intValue()
                : bytes[at];
      }
      return bytes;
    }

    private String space() {
      StringBuilder space = new StringBuilder();
      while (random.nextInt(3) > 0) {
        space.append(List.of(" ", "\t", newLine, newLine).get(random.nextInt(4)));
      }
      return space.toString();
    }

    private String joined(List<String> values) {
      StringBuilder all = new StringBuilder(space());
      for (int i = 0; i < values.size(); i++) {
        all.append(i == 0 ? "" : "," + space()).append(values.get(i)).append(space());
      }
      return all.toString();
    }

    private String list(String name) {
      List<String> elements = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        elements.add(
            switch (name) {
              case "UserDetailList" -> principal("user", "UserPolicyList", "");
              case "GroupDetailList" -> principal("group", "GroupPolicyList", "");
              case "RoleDetailList" ->
                  principal("role", "RolePolicyList", member("AssumeRolePolicyDocument", TRUST));
              case "Policies" -> managed();
              default -> item();
            });
      }
      if (random.nextInt(8) == 0) {
        elements.add("null");
      }
      return "\"" + name + "\"" + space() + ":" + space() + "[" + joined(elements) + "]";
    }

    private String principal(String what, String list, String more) {
      int id = random.nextInt(3);
      String arn = "arn:aws:iam::111122223333:" + what + "/z" + id;
      String attached = "arn:aws:iam::111122223333:policy/p" + random.nextInt(4);
      String inline =
          "{\"PolicyName\":\"\u4e2d\ud83d\ude00\"," + member("PolicyDocument", POLICY) + "}";
      return "{"
          + joined(
              List.of(
                  "\"Arn\":\"" + arn + "\"",
                  "\"GroupName\":\"g" + id + "\"",
                  "\"GroupList\":[\"g0\",\"g1\"]",
                  "\"" + list + "\":[" + inline + "]",
                  "\"PermissionsBoundary\":{\"PermissionsBoundaryArn\":\"" + attached + "\"}",
                  "\"AttachedManagedPolicies\":["
                      + (random.nextBoolean() ? "{\"PolicyArn\":\"" + attached + "\"}" : "")
                      + "]"))
          + (more.isEmpty() ? "" : "," + more)
          + "}";
    }

    private String managed() {
      return "{\"Arn\":\"arn:aws:iam::111122223333:policy/p"
          + random.nextInt(4)
          + "\",\"PolicyVersionList\":[{"
          + member("Document", POLICY)
          + ",\"IsDefaultVersion\":"
          + random.nextBoolean()
          + "}]}";
    }

    private String item() {
      String key =
          "{\"resourceType\":\"AWS::KMS::Key\",\"accountId\":\"111122223333\",\"configuration\":{},"
              + "\"supplementaryConfiguration\":{"
              + member(random.nextInt(3) == 0 ? "None" : "Policy", POLICY)
              + "}}";
      return random.nextInt(3) == 0 ? quoted(key) : key;
    }

    /** A document, as it is, as text, or as IAM encodes it; sometimes it is broken. */
    private String member(String name, String policy) {
      String text = policy.formatted("z" + number++);
      String document =
          switch (random.nextInt(5)) {
            case 0 -> quoted(text);
            case 1 ->
                quoted(
                    java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
            case 2 ->
                random.nextInt(4) == 0 ? quoted(text + "}") : text.replace(",", "," + newLine);
            default -> text;
          };
      return "\"" + name + "\":" + space() + document;
    }

    private static String quoted(String text) {
      return "\""
          + text.replace("\\", "\\\\")
              .replace("\"", "\\\"")
              .replace("\n", "\\n")
              .replace("\t", "\\t")
              .replace("\r", "\\u000d")
          + "\"";
    }
  }

  @Test
  void aSuppressionKnowsTheStatement() throws IOException, UsageException {
    String item =
        "{\"resourceType\":\"AWS::KMS::Key\",\"supplementaryConfiguration\":{\"Policy\":%s}}";
    String items =
        item.formatted(POLICY.formatted("One")) + "," + item.formatted(POLICY.formatted("Two"));
    Runs runs = new Runs(temp).file("f.json", "{\"configurationItems\":[" + items + "]}" + PADDING);
    runs.only = List.of("kms/allow");
    runs.file(
        ".kmslint.yml",
        """
        suppress:
          - rule: kms/allow
            file: f.json
            sid: Two
            reason: known
        """);
    assertThat(Runs.lines(runs.check("f.json")))
        .containsExactly(
            "f.json:1:154: warning: statement \"One\"",
            "f.json:1:335: warning: statement \"Two\" (suppressed)");
  }

  @Test
  void whatStandsBeforeAMistakeIsReported() throws UsageException {
    String start = "{\"Policies\":[],\n\"RoleDetailList\":[\n";
    String role = "{\"AssumeRolePolicyDocument\":" + TRUST.formatted("a") + "}";
    String text = start + role + ",\n{\"A\": [1,]},\n" + role + "\n" + role + "]}" + PADDING;
    assertThat(Runs.lines(new Runs(temp).file("f.json", text).check("f.json")))
        .containsExactly(
            "f.json:3:29: note: trust policy key=null owner= trusted=[][]",
            "f.json:4:9: error: there is a trailing comma before `]`",
            "f.json:5:29: note: trust policy key=null owner= trusted=[][]",
            "f.json:6:1: error: `{` is not expected here");
  }

  @Test
  void aFileOfWhichAllIsBrokenIsReported() throws UsageException {
    String text = "{\"RoleDetailList\":[{\"AssumeRolePolicyDocument\":\"{]\"}]}" + PADDING;
    assertThat(Runs.lines(new Runs(temp).file("f.json", text).check("f.json")))
        .containsExactly("f.json:1:50: error: `]` is not expected here");
  }

  @Test
  void aTextThatEndsTooSoonSaysWhere() throws UsageException {
    String role = "{\"AssumeRolePolicyDocument\":" + TRUST.formatted("a") + "}";
    String text = PADDING + "\n{\"RoleDetailList\":[\n" + role + ",\n{\"A\": [1,";
    assertThat(Runs.lines(new Runs(temp).file("f.json", text).check("f.json")))
        .containsExactly(
            "f.json:3:29: note: trust policy key=null owner= trusted=[][]",
            "f.json:4:9: error: the text ends before the JSON value is complete");
  }

  @Test
  void readsSeveralDocumentsOneBehindTheOther() throws UsageException {
    String one = Runs.OWNER_POLICY;
    Analysis analysis = new Runs(temp).file("f.json", one + one + "\n[1]").check("f.json");
    assertThat(analysis.report().policies()).isEqualTo(2);
    assertThat(Runs.lines(analysis))
        .contains("f.json:3:1: note: key policy key=null owner=111122223333 trusted=[][]");
  }

  @Test
  void readsSeveralDocumentsOfYaml() throws UsageException {
    String policy =
        """
        ---
        # kmslint: ignore kms/allow -- known
        Statement:
          - Effect: Allow
            Principal: {AWS: '111122223333'}
            Action: kms:*
            Resource: '*'
        """;
    String text =
        "# first\n\n" + policy + "---\n" + policy.replace("# k", "# not k") + "...\n---\n- [";
    Runs runs = new Runs(temp).file("f.yaml", text);
    runs.only = List.of("kms/allow", "policy/broken");
    assertThat(Runs.lines(runs.check("f.yaml")))
        .containsExactly(
            "f.yaml:6:13: warning: statement 1 (suppressed)",
            "f.yaml:14:13: warning: statement 1",
            "f.yaml:20:3: error: this is not YAML: expected the node content, but found"
                + " '<stream end>'");
    runs.stdin = policy + policy;
    assertThat(runs.check("-").report().policies()).isEqualTo(2);
  }

  @Test
  void readsDocumentsInAnArray() throws UsageException {
    Runs runs = new Runs(temp).file("f.json", "[" + Runs.OWNER_POLICY + "," + "7, {}]");
    assertThat(runs.check("f.json").report().policies()).isEqualTo(1);
    runs.stdin = "[" + Runs.OWNER_POLICY + "," + Runs.OWNER_POLICY + "]";
    assertThat(runs.check("-").report().policies()).isEqualTo(2);
  }

  @Test
  void aDocumentWithOtherTextBehindItIsNone() throws UsageException {
    assertThat(Runs.lines(new Runs(temp).file("f.json", Runs.OWNER_POLICY + "x").check("f.json")))
        .containsExactly("f.json:3:1: error: `x` is not expected here");
  }

  @Test
  void aShareTakesOfALargeExportWhatIsTheCallers() throws UsageException {
    String role =
        "{\"RoleDetailList\":[{\"Arn\":\"arn:aws:iam::444455556666:role/%s\",\"RolePolicyList\":"
            + "[{\"PolicyDocument\":%s}]}]}";
    for (String caller : List.of("Copy", "Other")) {
      Runs runs = new Runs(temp).file("key.json", Runs.KEY_POLICY);
      runs.file("export.json", role.formatted("Copy", Runs.IAM_POLICY) + PADDING);
      runs.to = "arn:aws:iam::444455556666:role/" + caller;
      runs.keyArn = Runs.KEY_ARN;
      Analysis analysis = runs.share("./key.json", "./export.json");
      assertThat(analysis.warnings()).hasSize(caller.equals("Copy") ? 0 : 1);
      assertThat(analysis.report().shares().get(0).result().verdict())
          .isEqualTo(caller.equals("Copy") ? Verdict.PROVEN : Verdict.UNKNOWN);
    }
  }
}
