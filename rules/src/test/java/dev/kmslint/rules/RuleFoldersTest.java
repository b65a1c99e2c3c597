package dev.kmslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule has its class, its folder, its page and its cases, and they agree. */
class RuleFoldersTest {
  private static final Path FAMILIES = Path.of(".");
  private static final Path SOURCES = Path.of("src/main/java/dev/kmslint/rules");
  private static final int MAX_CLASS_LINES = 100;

  @Test
  void theRulesAndTheFoldersAreTheSame() throws IOException {
    TreeSet<String> folders = new TreeSet<>();
    for (String family : List.of("config", "share", "snapshot", "kms", "iam", "policy")) {
      for (Path folder : entries(FAMILIES.resolve(family))) {
        folders.add(family + "/" + folder.getFileName());
      }
    }
    assertThat(ids()).isEqualTo(folders);
  }

  @Test
  void theRulesAreListedByFamilyAndName() {
    assertThat(BuiltInRules.all()).extracting(rule -> rule.info().id()).isSorted();
  }

  private static Set<String> ids() {
    TreeSet<String> ids = new TreeSet<>();
    for (Rule rule : BuiltInRules.all()) {
      assertThat(ids.add(rule.info().id())).as(rule.info().id()).isTrue();
    }
    return ids;
  }

  @TestFactory
  List<DynamicContainer> everyRule() throws IOException {
    List<DynamicContainer> rules = new ArrayList<>();
    for (Rule rule : BuiltInRules.all()) {
      String id = rule.info().id();
      Path folder = FAMILIES.resolve(id);
      if (Files.isDirectory(folder)) {
        List<DynamicNode> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest("class", () -> checkClass(rule)));
        tests.add(DynamicTest.dynamicTest("page", () -> checkPage(rule.info())));
        addBlocks(rule, folder, tests);
        addCases(rule, folder, tests);
        rules.add(DynamicContainer.dynamicContainer(id, tests));
      }
    }
    assertThat(rules).isNotEmpty();
    return rules;
  }

  private static void checkClass(Rule rule) throws IOException {
    RuleInfo info = rule.info();
    StringBuilder name = new StringBuilder();
    for (String word : info.name().split("-", -1)) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    assertThat(rule.getClass().getName())
        .isEqualTo("dev.kmslint.rules." + info.family() + "." + name);
    Path source = SOURCES.resolve(info.family()).resolve(name + ".java");
    List<String> lines = Files.readAllLines(source);
    int imports = 0;
    for (int i = 0; i < lines.size(); i++) {
      imports = lines.get(i).startsWith("import ") ? i + 1 : imports;
    }
    assertThat(lines.size() - imports).as("lines of %s", name).isLessThan(MAX_CLASS_LINES);
    assertThat(info.summary()).as("summary").doesNotContain("\n").matches("[`a-z].*");
    for (String reference : info.references()) {
      assertThat(reference).startsWith("https://docs.aws.amazon.com/");
    }
  }

  private static void checkPage(RuleInfo info) {
    String markdown = new RulePages().markdown(info.id());
    RulePage page = new RulePage(markdown);
    assertThat(page.title()).isEqualTo(info.id());
    assertThat(page.sectionNames()).isEqualTo(RulePage.SECTIONS);
    String first = info.summary().substring(0, 1).toUpperCase(Locale.ROOT);
    assertThat(page.section("Summary")).startsWith(first + info.summary().substring(1) + ".");
    for (String name : List.of("Why", "Fix", "Exceptions", "References")) {
      assertThat(page.section(name)).as(name).isNotEmpty();
    }
    for (String reference : info.references()) {
      assertThat(page.section("References")).contains(reference);
    }
    assertThat(page.blocks()).extracting(RulePage.Block::bad).contains(true, false);
    assertThat(markdown).endsWith("\n").doesNotContain("\t", "\r");
  }

  private static void addBlocks(Rule rule, Path folder, List<DynamicNode> tests)
      throws IOException {
    RulePage page = new RulePage(Files.readString(folder.resolve("rule.md")));
    for (RulePage.Block block : page.blocks()) {
      String what = "rule.md:" + block.line() + (block.bad() ? " is bad" : " is good");
      if (rule instanceof Rule.OfShare) {
        String id = rule.info().id();
        tests.add(DynamicTest.dynamicTest(what, () -> ShareCases.checkBlock(id, block)));
        continue;
      }
      if (rule instanceof Rule.OfPairing) {
        String id = rule.info().id();
        tests.add(DynamicTest.dynamicTest(what, () -> PairCases.checkBlock(id, block)));
        continue;
      }
      tests.add(
          DynamicTest.dynamicTest(
              what,
              () -> {
                String said =
                    RuleRun.compact(
                        List.of(rule),
                        "rule.md",
                        block.text().getBytes(StandardCharsets.UTF_8),
                        Facts.ofWords(block.words()));
                assertThat(said.contains("[" + rule.info().id() + "]"))
                    .as("%s: it says <%s>", what, said)
                    .isEqualTo(block.bad());
              }));
    }
  }

  private static void addCases(Rule rule, Path folder, List<DynamicNode> tests) throws IOException {
    if (rule instanceof Rule.OfShare) {
      ShareCases.add(rule.info().id(), folder, tests);
      return;
    }
    if (rule instanceof Rule.OfPairing) {
      PairCases.add(rule.info().id(), folder, tests);
      return;
    }
    List<Path> cases = new ArrayList<>();
    for (Path file : entries(folder.resolve("cases"))) {
      if (file.toString().endsWith(".json")) {
        cases.add(file);
        tests.add(
            DynamicTest.dynamicTest(
                file.getFileName().toString(), file.toUri(), () -> checkCase(rule, file)));
      }
    }
    tests.add(DynamicTest.dynamicTest("cases", () -> checkBothKinds(folder, cases)));
  }

  private static void checkCase(Rule rule, Path file) throws IOException {
    Path facts = sibling(file, ".facts");
    Facts known = Facts.ofLines(Files.exists(facts) ? Files.readString(facts) : "");
    String name = file.getFileName().toString();
    String said = RuleRun.compact(List.of(rule), name, Files.readAllBytes(file), known);
    for (String line : CaseText.heads(said)) {
      assertThat(line).endsWith("[" + rule.info().id() + "]");
    }
    Goldens.check(sibling(file, ".expected"), said);
  }

  /** There is a case that fires and one that is silent, and no file that belongs to no case. */
  private static void checkBothKinds(Path folder, List<Path> cases) throws IOException {
    boolean fires = false;
    boolean silent = false;
    TreeSet<Path> known = new TreeSet<>();
    for (Path file : cases) {
      Path expected = sibling(file, ".expected");
      boolean empty = !Files.exists(expected) || Files.size(expected) == 0;
      fires |= !empty;
      silent |= empty;
      known.addAll(List.of(file, expected, sibling(file, ".facts")));
    }
    assertThat(fires).as("a case that fires").isTrue();
    assertThat(silent).as("a case that is silent").isTrue();
    assertThat(known).containsAll(entries(folder.resolve("cases")));
    assertThat(entries(folder))
        .extracting(Path::getFileName)
        .containsExactly(Path.of("cases"), Path.of("rule.md"));
  }

  private static Path sibling(Path file, String extension) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.length() - ".json".length()) + extension);
  }

  private static List<Path> entries(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }
}
