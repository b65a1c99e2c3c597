package dev.kmslint.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.intake.Given;
import dev.kmslint.lint.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {
  private static final String POLICY =
      """
      {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt",
        "Resource": "*"}]}
      """;

  private static final String CONFIGURATION =
      """
      exclude: [c.json]
      shares: [{name: one, to: "444455556666", key-policy: app/a.json}]
      """;

  @TempDir private Path root;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.createDirectories(root.resolve("app/old"));
    Files.writeString(root.resolve("app/a.json"), POLICY);
    Files.writeString(root.resolve("app/b.policy"), POLICY);
    Files.writeString(root.resolve("app/c.json"), POLICY);
    Files.writeString(root.resolve("app/old/a.json"), POLICY);
  }

  @Test
  void takesTheUsualEndingsWithoutPatterns() throws UsageException {
    assertThat(filesRead(List.of("app"), List.of(), List.of())).isEqualTo(3);
  }

  @Test
  void takesOnlyWhatIsIncluded() throws UsageException {
    assertThat(filesRead(List.of("app"), List.of("*.policy"), List.of())).isEqualTo(1);
    assertThat(filesRead(List.of("app"), List.of("old/*"), List.of())).isEqualTo(1);
    assertThat(filesRead(List.of("app"), List.of("*.policy", "a.json"), List.of())).isEqualTo(3);
  }

  @Test
  void passesOverWhatIsExcludedAlthoughIncluded() throws UsageException {
    assertThat(filesRead(List.of("app"), List.of(), List.of("old"))).isEqualTo(2);
    assertThat(filesRead(List.of("app"), List.of("a.json"), List.of("old/**"))).isEqualTo(1);
    assertThat(filesRead(List.of("app"), List.of(), List.of("app/old"))).isEqualTo(3);
  }

  @Test
  void leavesNamedFilesAlone() throws UsageException {
    assertThat(filesRead(List.of("app/a.json"), List.of("*.policy"), List.of("a.json")))
        .isEqualTo(1);
  }

  @Test
  void configurationExcludesToo() throws IOException, UsageException {
    Files.writeString(root.resolve("app/.kmslint.yml"), "exclude: [c.json]\n");
    assertThat(filesRead(List.of("app"), List.of(), List.of())).isEqualTo(2);
    assertThat(filesRead(List.of("app"), List.of("c.json"), List.of())).isZero();
  }

  @Test
  void declaredSharesRunUnlessLeftOut() throws IOException, UsageException {
    Files.writeString(root.resolve(".kmslint.yml"), CONFIGURATION);
    Selection all = Selection.all(root);
    assertThat(check(List.of("app"), all, true).report().shares()).hasSize(1);
    assertThat(check(List.of("app"), all, false).report().shares()).isEmpty();
  }

  private int filesRead(List<String> arguments, List<String> includes, List<String> excludes)
      throws UsageException {
    Selection selection = new Selection(root.resolve("app"), includes, excludes);
    return check(arguments, selection, true).report().files();
  }

  private Analysis check(List<String> arguments, Selection selection, boolean declaredShares)
      throws UsageException {
    RunOptions options =
        new RunOptions(
            root,
            InputStream.nullInputStream(),
            "",
            arguments,
            "",
            null,
            List.of(),
            Map.of(),
            Given.NOTHING,
            Map.of(),
            RunOptions.ShareOptions.none(),
            selection,
            declaredShares,
            RunOptions.Baselines.NONE);
    return new Analyzer(RuleSet.of(List.of()), Catalog.builtIn()).check(options);
  }
}
