package dev.kmslint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Findings;
import dev.kmslint.lint.Report;
import dev.kmslint.source.Pointer;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs and browsers find in the formats that are made for them. */
class FormatsTest {
  private static final ReportOptions ALL = Reports.OPTIONS.withShowSuppressed(true);

  static List<Report> reports() {
    return List.of(Reports.none(), Reports.one(), Reports.many());
  }

  private static String write(Format format, Report report, ReportOptions options)
      throws IOException {
    return GoldenReportsTest.write(format, report, options);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void theSameFindingsAreInEveryFormat(Format format) throws IOException, SAXException {
    for (Report report : reports()) {
      int all = report.findings().size();
      int counted = format == Format.JSON ? all : all - report.suppressed();
      assertThat(count(format, write(format, report, Reports.OPTIONS))).isEqualTo(counted);
      assertThat(count(format, write(format, report, ALL))).isEqualTo(all);
    }
  }

  /** How many findings a report holds. */
  private static int count(Format format, String text) throws SAXException {
    return switch (format) {
      case TEXT, COMPACT -> lines(text, "^\\S.*:[0-9]+:[0-9]+: .*\\[[a-z]+/[a-z-]+\\].*");
      case JSON -> json(text).get("findings").size();
      case SARIF -> json(text).at("/runs/0/results").size();
      case GITHUB -> lines(text, "::[a-z]+ .*,title=[a-z]+/[a-z-]+::.*");
      case GITLAB -> json(text).size();
      case JUNIT -> withAttribute(xml(text), "testcase", "classname");
      case CHECKSTYLE -> withAttribute(xml(text), "error", "source");
      case MARKDOWN -> lines(text, "- \\*\\*(error|warning|note)\\*\\* .*");
      case HTML -> withAttribute(xml(text), "a", "href");
    };
  }

  private static int lines(String text, String pattern) {
    return (int) text.lines().filter(line -> line.matches(pattern)).count();
  }

  private static int withAttribute(Document document, String tag, String attribute) {
    int count = 0;
    for (Element element : elements(document, tag)) {
      count += element.getAttribute(attribute).matches("(https:.*/)?[a-z]+/[a-z-]+(/.*)?") ? 1 : 0;
    }
    return count;
  }

  private static List<Element> elements(Document document, String tag) {
    NodeList nodes = document.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static JsonNode json(String text) {
    return new JsonMapper().readTree(text);
  }

  private static Document xml(String text) throws SAXException {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(text)));
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void aSuiteCountsItsTests(Report report) throws IOException, SAXException {
    Document document = xml(write(Format.JUNIT, report, ALL));
    for (String tag : List.of("testsuite", "testsuites")) {
      Element suite = elements(document, tag).get(0);
      assertThat(suite.getAttribute("tests")).isEqualTo(size(document, "testcase"));
      assertThat(suite.getAttribute("failures")).isEqualTo(size(document, "failure"));
      assertThat(suite.getAttribute("errors")).isEqualTo(size(document, "error"));
    }
    Element suite = elements(document, "testsuite").get(0);
    assertThat(suite.getAttribute("skipped")).isEqualTo(size(document, "skipped"));
    Set<String> names = new HashSet<>();
    for (Element test : elements(document, "testcase")) {
      assertThat(names.add(test.getAttribute("classname") + test.getAttribute("name"))).isTrue();
    }
    assertThat(names).isNotEmpty();
  }

  /** Elements and attributes that Jenkins' schema for JUnit's reports, junit-10.xsd, knows. */
  @ParameterizedTest
  @MethodSource("reports")
  void aTestReportHoldsWhatJenkinsKnows(Report report) throws IOException, SAXException {
    Map<String, Set<String>> known =
        Map.of(
            "testsuites", Set.of("name", "tests", "failures", "errors"),
            "testsuite", Set.of("name", "tests", "failures", "errors", "skipped"),
            "testcase", Set.of("name", "classname"),
            "failure", Set.of("message", "type"),
            "error", Set.of("message", "type"),
            "skipped", Set.of("message"));
    for (Element element : elements(xml(write(Format.JUNIT, report, ALL)), "*")) {
      assertThat(known).containsKey(element.getTagName());
      Set<String> attributes = new HashSet<>();
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        attributes.add(element.getAttributes().item(i).getNodeName());
      }
      assertThat(attributes).isEqualTo(known.get(element.getTagName()));
    }
  }

  private static String size(Document document, String tag) {
    return String.valueOf(elements(document, tag).size());
  }

  @Test
  void equalFindingsAreTestsAndIssuesOfTheirOwn() throws IOException, SAXException {
    Report report = many(3);
    Document document = xml(write(Format.JUNIT, report, ALL));
    assertThat(elements(document, "testcase"))
        .extracting(test -> test.getAttribute("name"))
        .containsExactly("many.json: found", "many.json: found (2)", "many.json: found (3)");
    Set<String> fingerprints = new HashSet<>();
    for (JsonNode issue : json(write(Format.GITLAB, report, ALL))) {
      assertThat(fingerprints.add(issue.get("fingerprint").asString())).isTrue();
    }
    assertThat(fingerprints).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void gitLabGetsWhatItsPageAsksFor(Report report) throws IOException {
    for (JsonNode issue : json(write(Format.GITLAB, report, ALL))) {
      assertThat(issue.propertyNames())
          .containsExactly("description", "check_name", "fingerprint", "severity", "location");
      assertThat(issue.get("description").asString()).isNotEmpty();
      assertThat(issue.get("severity").asString()).isIn("info", "major", "critical");
      assertThat(issue.at("/location/path").asString()).doesNotStartWith("/");
      assertThat(issue.at("/location/lines/begin").asInt()).isPositive();
    }
  }

  @Test
  void whatAPolicySaysComesBackFromXmlAsItIsShown() throws IOException, SAXException {
    Report report = Reports.many();
    List<String> shown = new ArrayList<>();
    for (Element error : elements(xml(write(Format.CHECKSTYLE, report, ALL)), "error")) {
      shown.add(error.getAttribute("message"));
    }
    for (Finding finding : report.findings()) {
      assertThat(shown).contains(Words.message(finding));
    }
  }

  @Test
  void aPageLoadsNothingAndRunsNothing() throws IOException, SAXException {
    Document page = xml(write(Format.HTML, Reports.many(), ALL));
    for (String tag : List.of("script", "link", "img", "iframe", "object", "form", "b")) {
      assertThat(elements(page, tag)).as(tag).isEmpty();
    }
    for (Element link : elements(page, "a")) {
      assertThat(link.getAttribute("href")).startsWith("https://github.com/kmslint/kmslint/");
    }
  }

  @Test
  void gitHubIsToldWhatItDoesNotShow() throws IOException {
    String notice = "::notice title=kmslint::GitHub shows 10 annotations of each level";
    assertThat(write(Format.GITHUB, many(10), ALL)).doesNotContain(notice);
    assertThat(write(Format.GITHUB, many(11), ALL)).contains(notice);
  }

  @Test
  void anAnnotationIsNoLargerThanGitHubTakes() throws IOException {
    SourceFile file = new SourceFile("x.json", "x");
    Finding finding =
        Finding.of(Reports.PUBLIC)
            .at(SourceLocation.startOf(file))
            .says("\u6F22".repeat(70_000), "help");
    Report report = new Report(1, 0, 1, List.of(finding), List.of(), List.of());
    String line = write(Format.GITHUB, report, ALL).lines().findFirst().orElseThrow();
    assertThat(line).endsWith("...");
    assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThan(64_000);
  }

  @Test
  void markdownKeepsToItsBytes() throws IOException {
    Report report = many(2_000);
    StringWriter out = new StringWriter();
    new MarkdownReporter(ALL, 20_000).write(report, out);
    String cut = out.toString();
    assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isBetween(19_000, 20_000);
    assertThat(cut).endsWith("fit.\n").contains("The report is cut short: ");
    String rest = cut.substring(cut.indexOf("short: ") + 7, cut.lastIndexOf(" entries"));
    int shown = count(cut);
    assertThat(Integer.parseInt(rest) + shown).isEqualTo(2_000);
    assertThat(write(Format.MARKDOWN, report, ALL)).doesNotContain("cut short");
  }

  private static int count(String markdown) {
    return lines(markdown, "- \\*\\*error\\*\\* .*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "anybody can use `kms:*` (in `x_y`);anybody can use `kms:*` (in `x_y`)",
        "see [x](y);`see [x](y)`",
        "`a` <b> `c`;`` `a` <b> `c` ``",
        "`a``b`;``` `a``b` ```",
        "an open `tick;`` an open `tick ``",
        "www.example.org;`www.example.org`",
        "see http://example.org;`see http://example.org`",
        "@someone;`@someone`"
      })
  void whatComesFromAPolicyIsInertInMarkdown(String sentence, String markdown) {
    assertThat(MarkdownReporter.prose(sentence)).isEqualTo(markdown);
  }

  private static Report many(int count) {
    SourceFile file = new SourceFile("many.json", "x".repeat(count));
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      findings.add(
          Finding.of(Reports.PUBLIC)
              .at(new SourceLocation(file, i, i + 1, Pointer.ROOT))
              .says("found", ""));
    }
    return new Report(1, 0, 1, Findings.finish(findings, List.of()), List.of(), List.of());
  }
}
