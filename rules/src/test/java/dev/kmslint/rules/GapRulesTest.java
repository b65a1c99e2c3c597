package dev.kmslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.Severity;
import dev.kmslint.share.Gap;
import dev.kmslint.share.Gap.Consequence;
import dev.kmslint.share.ShareResult;
import dev.kmslint.share.Side;
import dev.kmslint.share.Verdict;
import dev.kmslint.source.Pointer;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules about sharings word the gaps: each kind once, and in the words of the house. */
class GapRulesTest {
  private static final SourceLocation HERE =
      new SourceLocation(new SourceFile("here.json", "{}"), 0, 1, Pointer.ROOT);
  private static final SourceLocation THERE =
      new SourceLocation(new SourceFile("there.json", "{}"), 1, 2, Pointer.ROOT);

  /** The rules whose name is not that of their kind. */
  private static final Map<Gap.Kind, String> NAMES =
      Map.of(
          Gap.Kind.AUTOMATED_SNAPSHOT, "automated",
          Gap.Kind.PUBLIC_SNAPSHOT, "public",
          Gap.Kind.SNAPSHOT_NOT_AVAILABLE, "not-available");

  @ParameterizedTest
  @EnumSource(Gap.Kind.class)
  void everyKindIsWordedByOneRuleOfItsName(Gap.Kind kind) {
    List<String> wording = new ArrayList<>();
    for (Rule.OfShare rule : shareRules()) {
      if (!rule.check(result(gap(kind, Consequence.WARNS))).isEmpty()) {
        wording.add(rule.info().name());
      }
    }
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    assertThat(wording).containsExactly(NAMES.getOrDefault(kind, name));
  }

  @ParameterizedTest
  @EnumSource(Gap.Kind.class)
  void whatBreaksIsAnErrorAndTheRestAreWarnings(Gap.Kind kind) {
    for (Consequence consequence : Consequence.values()) {
      List<Finding> findings = new ArrayList<>();
      for (Rule.OfShare rule : shareRules()) {
        findings.addAll(rule.check(result(gap(kind, consequence))));
      }
      assertThat(findings)
          .singleElement()
          .satisfies(
              finding -> {
                boolean breaks = consequence == Consequence.BREAKS;
                assertThat(finding.severity())
                    .isEqualTo(breaks ? Severity.ERROR : Severity.WARNING);
                assertThat(finding.location()).isEqualTo(HERE);
                assertThat(finding.related())
                    .containsExactly(new Finding.Related(THERE, "look here"));
              });
    }
  }

  /** Also for the rules of other hands that look at the whole result. */
  @Test
  void aShareWithoutGapsGetsNoFindingOfTheseRules() {
    for (Rule.OfShare rule : shareRules()) {
      if (rule instanceof GapRule) {
        assertThat(rule.check(result())).as(rule.info().id()).isEmpty();
      }
    }
  }

  /** Everything that the cases say, with the help: to be read by people. */
  @Test
  void messagesAndHelpAreInTheWordsOfTheHouse() throws IOException {
    TreeSet<String> texts = new TreeSet<>();
    for (Rule.OfShare rule : shareRules()) {
      String id = rule.info().id();
      for (Path folder : cases(id)) {
        for (Finding finding : ShareRun.findings(folder, List.of(id))) {
          checkSentence(finding.message());
          checkSentence(finding.help());
          texts.add(id + ": " + finding.message() + "\n  help: " + finding.help() + "\n");
        }
      }
    }
    Goldens.check(
        Path.of("src/test/resources/dev/kmslint/rules/sharing-words.txt"), String.join("", texts));
  }

  private static void checkSentence(String text) {
    assertThat(text).matches("[a-z`].*[^.\\s]").doesNotContain("  ", "\n", "``", "null");
    assertThat(text.chars().filter(c -> c == '`').count() % 2).as(text).isZero();
  }

  private static List<Path> cases(String id) throws IOException {
    try (Stream<Path> entries = Files.list(Path.of(id, "cases"))) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static List<Rule.OfShare> shareRules() {
    List<Rule.OfShare> rules = new ArrayList<>();
    for (Rule rule : BuiltInRules.all()) {
      if (rule instanceof Rule.OfShare one) {
        rules.add(one);
      }
    }
    return rules;
  }

  private static Gap gap(Gap.Kind kind, Consequence consequence) {
    return new Gap(
        kind,
        consequence,
        Side.KEY_POLICY,
        List.of("kms:CreateGrant"),
        HERE,
        List.of(new Gap.Evidence(THERE, "look here")),
        new HashMap<>());
  }

  private static ShareResult result(Gap... gaps) {
    return new ShareResult(
        "share",
        "aurora-snapshot-copy",
        Verdict.UNKNOWN,
        "arn:aws:kms:us-west-2:111122223333:key/5b1f0c3e-7a42-4d96-9c1e-2f60d8a7b314",
        "111122223333",
        "444455556666",
        HERE,
        List.of(),
        List.of(gaps),
        List.of(),
        List.of(),
        List.of());
  }
}
