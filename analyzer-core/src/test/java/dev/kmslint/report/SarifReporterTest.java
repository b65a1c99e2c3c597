package dev.kmslint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.Severity;
import dev.kmslint.source.Pointer;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The official schema of SARIF, and what GitHub wants beyond it. */
class SarifReporterTest {
  private static final Schemas SCHEMA =
      Schemas.load("/schema/sarif-schema-2.1.0.json", SpecificationVersion.DRAFT_7);
  private static final ReportOptions ALL = Reports.OPTIONS.withShowSuppressed(true);

  static List<Report> reports() {
    return List.of(Reports.none(), Reports.one(), Reports.many());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void logsAreAsTheOfficialSchemaSays(Report report) throws IOException {
    assertThat(SCHEMA.errors(GoldenReportsTest.write(Format.SARIF, report, ALL))).isEmpty();
  }

  @Test
  void theSchemaIsTaken() throws IOException {
    String sarif = GoldenReportsTest.write(Format.SARIF, Reports.many(), ALL);
    assertThat(SCHEMA.errors(sarif.replace("\"external\"", "\"baseline\""))).isNotEmpty();
    assertThat(SCHEMA.errors(sarif.replace("\"startLine\": 1,", "\"startLine\": 0,"))).isNotEmpty();
    assertThat(SCHEMA.errors(sarif.replace("key%20policy", "key policy"))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void everyResultHasWhatGitHubNeeds(Report report) throws IOException {
    JsonNode run = run(report, ALL);
    JsonNode rules = run.at("/tool/driver/rules");
    assertThat(rules.size()).isEqualTo(Reports.RULES.enabled().size());
    assertThat(run.get("results").size()).isEqualTo(report.findings().size());
    for (JsonNode result : run.get("results")) {
      JsonNode place = result.at("/locations/0/physicalLocation");
      URI uri = URI.create(place.at("/artifactLocation/uri").asString());
      assertThat(uri.isAbsolute()).isFalse();
      assertThat(uri.getRawPath()).isNotEmpty();
      assertThat(place.at("/artifactLocation/uriBaseId").asString()).isEqualTo("%SRCROOT%");
      assertThat(place.at("/region/startLine").asInt()).isPositive();
      assertThat(place.at("/region/endColumn").asInt()).isPositive();
      int index = result.get("ruleIndex").asInt();
      assertThat(rules.get(index).get("id")).isEqualTo(result.get("ruleId"));
      assertThat(result.at("/message/text").asString()).isNotEmpty();
      assertThat(result.at("/partialFingerprints/primaryLocationLineHash").asString())
          .matches("[0-9a-f]{1,16}:[1-9][0-9]*");
      assertThat(result.at("/partialFingerprints/kmslintFingerprint~1v1").asString())
          .matches("[0-9a-f]{32}");
      for (JsonNode related : result.path("relatedLocations")) {
        assertThat(result.at("/message/text").asString())
            .contains("](" + related.get("id").asInt() + ")");
      }
    }
  }

  @Test
  void everyRuleHasWhatGitHubNeeds() throws IOException {
    for (JsonNode rule : run(Reports.none(), ALL).at("/tool/driver/rules")) {
      assertThat(rule.at("/shortDescription/text").asString()).hasSizeBetween(1, 1024);
      assertThat(rule.at("/fullDescription/text").asString()).hasSizeBetween(1, 1024);
      assertThat(rule.at("/help/text").asString()).isNotBlank();
      assertThat(rule.at("/help/markdown").asString()).isNotBlank();
      assertThat(rule.at("/name").asString()).hasSizeBetween(1, 255);
      assertThat(rule.at("/defaultConfiguration/level").asString())
          .isIn("note", "warning", "error");
      assertThat(rule.at("/properties/tags").size()).isBetween(1, 10);
      assertThat(rule.at("/properties/precision").asString())
          .isIn("very-high", "high", "medium", "low");
      JsonNode security = rule.at("/properties/security-severity");
      if (!security.isMissingNode()) {
        assertThat(security.isString()).isTrue();
        assertThat(Double.parseDouble(security.asString())).isBetween(0.1, 10.0);
      }
    }
  }

  @Test
  void suppressedFindingsAreLeftOutUnlessAskedFor() throws IOException {
    assertThat(run(Reports.many(), Reports.OPTIONS).get("results").size())
        .isEqualTo(Reports.many().findings().size() - 1);
    int suppressed = 0;
    for (JsonNode result : run(Reports.many(), ALL).get("results")) {
      suppressed += result.path("suppressions").size();
    }
    assertThat(suppressed).isEqualTo(1);
  }

  @Test
  void aRunHoldsNoMoreResultsThanGitHubTakesAndTheWorstAreKept() throws IOException {
    SourceFile file = new SourceFile("many.json", "x".repeat(SarifReporter.MAX_RESULTS + 10));
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < SarifReporter.MAX_RESULTS + 3; i++) {
      findings.add(
          Finding.of(Reports.PUBLIC)
              .severity(i == SarifReporter.MAX_RESULTS + 2 ? Severity.ERROR : Severity.NOTE)
              .at(new SourceLocation(file, i, i + 1, Pointer.ROOT))
              .says("found", ""));
    }
    JsonNode run = run(new Report(1, 0, 1, findings, List.of(), List.of()), ALL);
    assertThat(run.get("results").size()).isEqualTo(SarifReporter.MAX_RESULTS);
    assertThat(run.get("results").get(SarifReporter.MAX_RESULTS - 1).get("level").asString())
        .isEqualTo("error");
    assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asString())
        .startsWith("3 results are left out");
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
  }

  @Test
  void aResultHoldsNoMorePlacesThanGitHubShows() throws IOException {
    SourceFile file = new SourceFile("many.json", "x".repeat(200));
    Finding.Builder builder =
        Finding.of(Reports.PUBLIC).at(new SourceLocation(file, 0, 1, Pointer.ROOT));
    for (int i = 0; i < 150; i++) {
      builder.related(new SourceLocation(file, i, i + 1, Pointer.ROOT), "there");
    }
    Report report = new Report(1, 0, 1, List.of(builder.says("found", "")), List.of(), List.of());
    JsonNode result = run(report, ALL).at("/results/0");
    assertThat(result.get("relatedLocations").size()).isEqualTo(SarifResults.MAX_RELATED);
    assertThat(result.at("/codeFlows/0/threadFlows/0/locations").size())
        .isEqualTo(SarifResults.MAX_RELATED + 1);
  }

  private static JsonNode run(Report report, ReportOptions options) throws IOException {
    String sarif = GoldenReportsTest.write(Format.SARIF, report, options);
    JsonNode runs = new JsonMapper().readTree(sarif).get("runs");
    assertThat(runs.size()).isEqualTo(1);
    return runs.get(0);
  }
}
