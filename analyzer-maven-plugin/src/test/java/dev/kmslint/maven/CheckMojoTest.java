package dev.kmslint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class CheckMojoTest extends MojoCase {
  @Test
  void passesWithoutFindings() throws Exception {
    write("app/policies/right.json", RIGHT);
    mojo().execute();
    assertThat(log.lines("ERROR")).isEmpty();
    assertThat(log.lines("INFO")).containsExactly("no findings in 1 file");
  }

  @Test
  void failsForFindingsAndSaysTheFirst() throws IOException {
    write("app/a.json", WRONG);
    write("app/b.json", WRONG);
    assertThat(failure(mojo()))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("2 errors; the first: app/a.json:1:41: error: ")
        .hasMessageEndingWith("[policy/missing-element]");
    assertThat(log.lines("ERROR")).anyMatch(line -> line.startsWith("app/b.json:1:41: error: "));
    assertThat(log.lines("ERROR")).anyMatch(line -> line.startsWith("  help: "));
    assertThat(log.lines("ERROR"))
        .noneMatch(line -> line.isEmpty() || line.contains(" in 0 files"));
    assertThat(log.lines("INFO")).containsExactly("2 errors in 2 files");
  }

  @Test
  void logsFindingsAtTheirLevel() throws Exception {
    write("app/a.json", WRONG);
    write("app/.kmslint.yml", "rules: {policy/missing-element: warning}");
    mojo().execute();
    assertThat(log.lines("WARN")).anyMatch(line -> line.startsWith("app/a.json:1:41: warning: "));
    assertThat(log.lines("ERROR")).isEmpty();
  }

  @Test
  void failOnGoesBeforeTheConfiguration() throws Exception {
    write("app/a.json", WRONG);
    write("app/.kmslint.yml", "{fail-on: error, rules: {policy/missing-element: warning}}");
    CheckMojo strict = mojo();
    strict.failOn = "warning";
    assertThat(failure(strict)).hasMessageStartingWith("1 warning: app/a.json:1:41: ");
    write("app/.kmslint.yml", "fail-on: note");
    CheckMojo never = mojo();
    never.failOn = "never";
    never.execute();
  }

  @Test
  void refusesValuesThatMeanNothing() throws IOException {
    write("app/a.json", RIGHT);
    CheckMojo failOn = mojo();
    failOn.failOn = "fatal";
    assertThat(failure(failOn))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("`failOn` cannot be `fatal`; it is one of error, warning, note, never");
    CheckMojo formats = mojo();
    formats.formats = List.of("json", "serif");
    assertThat(failure(formats))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("there is no format `serif`; did you mean `sarif`?");
  }

  @Test
  void failsForABrokenShareAndNamesTheMissingLink() throws IOException {
    writeBrokenShare();
    assertThat(failure(mojo()))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith(
            "share orders (aurora-snapshot-copy): BROKEN; app/key.json:5:5: error: ")
        .hasMessageContaining("`kms:CreateGrant`")
        .hasMessageNotContaining("\n");
    assertThat(log.lines("ERROR")).contains("share orders (aurora-snapshot-copy): BROKEN");
    assertThat(log.lines("ERROR"))
        .anyMatch(line -> line.matches(" {2}kms:CreateGrant +required +no +yes"));
  }

  @Test
  void namesTheMissingLinkAlsoWhenItsRuleIsOff() throws IOException {
    writeBrokenShare();
    Files.writeString(
        basedir.resolve(".kmslint.yml"),
        BROKEN_SHARE + "rules: {share/create-grant-missing: off, share/action-missing: off}\n");
    assertThat(failure(mojo()))
        .hasMessage(
            "share orders (aurora-snapshot-copy): BROKEN; the missing link is `kms:CreateGrant`");
  }

  @Test
  void namesTheMissingLinkOfTheShareItSpeaksOf() throws IOException {
    writeBrokenShare();
    write("app/another.json", KEY_POLICY);
    String second = BROKEN_SHARE.substring(BROKEN_SHARE.indexOf("  - "));
    write(
        "app/.kmslint.yml",
        BROKEN_SHARE + second.replace("key.json", "another.json").replace("orders", "rest"));
    assertThat(failure(mojo()))
        .hasMessageContaining("share orders ")
        .hasMessageContaining("; app/key.json:5:5: ");
  }

  @Test
  void onlyWarnsAboutABrokenShareThatMayNotFail() throws Exception {
    writeBrokenShare();
    CheckMojo mojo = mojo();
    mojo.failOn = "never";
    mojo.execute();
    assertThat(log.lines("WARN")).contains("share orders (aurora-snapshot-copy): BROKEN");
  }

  @Test
  void saysWhatElseIsWrongWhenAShareIsBroken() throws IOException {
    writeBrokenShare();
    write("app/a.json", WRONG);
    assertThat(failure(mojo()))
        .hasMessageStartingWith("share orders (aurora-snapshot-copy): BROKEN; app/key.json:5:5: ")
        .hasMessageContaining("\n2 errors; the first: app/a.json:1:41: ");
    Files.move(basedir.resolve("a.json"), basedir.resolve("z.json"));
    assertThat(failure(mojo()))
        .hasMessageStartingWith("share orders (aurora-snapshot-copy): BROKEN; app/key.json:5:5: ")
        .hasMessageEndingWith("\n2 errors in all");
  }

  @Test
  void countsSharesThatAreNotProven() throws IOException {
    writeBrokenShare();
    String second = BROKEN_SHARE.substring(BROKEN_SHARE.indexOf("  - ")).replace("orders", "rest");
    write("app/.kmslint.yml", BROKEN_SHARE + second);
    assertThat(failure(mojo()))
        .hasMessageStartingWith("2 of 2 shares are not proven; the first: share orders ");
  }

  @Test
  void troubleWithInputIsNotAFailureOfThePolicies() throws IOException {
    write("app/a.json", WRONG);
    CheckMojo mojo = mojo();
    mojo.paths = List.of("a.json", "none.json");
    assertThat(failure(mojo))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("app/none.json: error: the file does not exist");
    assertThat(log.lines("ERROR")).anyMatch(line -> line.startsWith("app/a.json:1:41: error: "));
  }

  @Test
  void troubleWithTheConfigurationSaysWhere() throws IOException {
    write("app/.kmslint.yml", "fail-on: sometimes\n");
    assertThat(failure(mojo()))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("app/.kmslint.yml:1:10: ");
    CheckMojo missing = mojo();
    missing.configFile = basedir.resolve("other.yml").toFile();
    assertThat(failure(missing))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("`app/other.yml`");
  }

  @Test
  void takesANewerTableOfServices() throws Exception {
    write(
        "app/a.json", RIGHT.replace("kms:Decrypt", "brandnew:Make").replaceAll("arn:[^\"]*", "*"));
    CheckMojo ours = mojo();
    ours.failOn = "warning";
    assertThat(failure(ours)).hasMessageEndingWith("[policy/unknown-service]");
    CheckMojo newer = mojo();
    newer.failOn = "warning";
    newer.catalog = basedir.resolve("new.tsv").toFile();
    write(
        "app/new.tsv",
        """
        #kmslint-catalog\t1
        #source\ta test
        #date\t2126-01-31
        ## services
        aws\tglobal\t7
        brandnew\tBrand New\t23
        ## aws
        ## brandnew
        a\tMake\tW\t\t
        """);
    newer.execute();
    write("app/new.tsv", "{}");
    assertThat(failure(newer))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("app/new.tsv:1:1: this is no table of services");
    newer.catalog = basedir.resolve("none.tsv").toFile();
    assertThat(failure(newer)).hasMessageContaining("does not exist");
  }

  @Test
  void nothingToCheckIsNoFailureUnlessAskedFor() throws Exception {
    write("app/application.json", "{}");
    mojo().execute();
    assertThat(log.lines("INFO"))
        .containsExactly(
            "no findings in 0 files (1 passed over)", "there is no policy and no share to check");
    CheckMojo strict = mojo();
    strict.failIfNoPolicies = true;
    assertThat(failure(strict))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("there is no policy and no share to check");
  }

  @Test
  void doesNothingWhenSkipped() throws Exception {
    write("app/a.json", WRONG);
    CheckMojo mojo = mojo();
    mojo.skip = true;
    mojo.execute();
    assertThat(log.lines()).containsExactly("INFO kmslint is skipped");
    assertThat(basedir.resolve("target")).doesNotExist();
  }

  @Test
  void writesReportsAlsoWhenItFails() throws IOException {
    write("app/a.json", WRONG);
    assertThat(failure(mojo())).isInstanceOf(MojoFailureException.class);
    Path folder = basedir.resolve("target/kmslint");
    assertThat(folder.resolve("kmslint.sarif")).content().contains("\"uri\": \"app/a.json\"");
    assertThat(folder.resolve("kmslint.json")).content().contains("\"file\": \"app/a.json\"");
    assertThat(folder.toFile().list()).hasSize(2);
  }

  @Test
  void writesTheFormatsThatAreAskedFor() throws IOException {
    write("app/a.json", WRONG);
    CheckMojo mojo = mojo();
    mojo.formats = List.of("compact");
    mojo.outputDirectory = root.resolve("reports").toFile();
    assertThat(failure(mojo)).isInstanceOf(MojoFailureException.class);
    assertThat(root.resolve("reports/kmslint.compact")).content().startsWith("app/a.json:1:41: ");
    assertThat(basedir.resolve("target")).doesNotExist();
  }

  @Test
  void leavesTestsModulesAndWhatWasBuiltAlone() throws IOException {
    write("app/a.json", WRONG);
    write("app/src/test/resources/b.json", WRONG);
    write("app/src/it/c.json", WRONG);
    write("app/build/d.json", WRONG);
    write("app/part/e.json", WRONG);
    write("app/other/part/f.json", WRONG);
    CheckMojo mojo = mojo();
    mojo.buildDirectory = basedir.resolve("build").toFile();
    mojo.modules = List.of("part", "../beside");
    assertThat(failure(mojo)).hasMessageStartingWith("2 errors; ");
    assertThat(String.join("\n", log.lines("ERROR")))
        .contains("app/a.json:", "app/other/part/f.json:");
  }

  @Test
  void checksPathsAsTheyAre() throws IOException {
    write("app/a.json", WRONG);
    write("app/src/test/b.json", WRONG);
    write("app/iam/c.json", WRONG);
    write("app/iam/d.json", WRONG);
    CheckMojo mojo = mojo();
    mojo.paths = List.of("src/test", "iam/c*.json", root.resolve("app/a.json").toString());
    assertThat(failure(mojo)).hasMessageStartingWith("3 errors; ");
    assertThat(String.join("\n", log.lines("ERROR"))).doesNotContain("d.json");
  }

  @Test
  void selectsWithPatternsThatAreRelativeToTheProject() throws IOException {
    write("app/iam/a.json", WRONG);
    write("app/iam/b.policy", WRONG);
    write("app/iam/old/c.policy", WRONG);
    CheckMojo mojo = mojo();
    mojo.includes = List.of("*.policy");
    mojo.excludes = List.of("iam/old");
    assertThat(failure(mojo)).hasMessageStartingWith("1 error: app/iam/b.policy:");
  }

  @Test
  void takesTheNearestConfigurationUpToTheRoot() throws Exception {
    basedir = root.resolve("group/app");
    write("group/app/a.json", WRONG);
    write(".kmslint.yml", "fail-on: never");
    mojo().execute();
    write("group/.kmslint.yml", "fail-on: error");
    assertThat(failure(mojo())).isInstanceOf(MojoFailureException.class);
    write("group/app/.kmslint.yml", "rules: {policy/missing-element: off}");
    mojo().execute();
  }

  @Test
  void takesTheConfigurationOfAFolderAmongThePaths() throws Exception {
    write("app/.kmslint.yml", "fail-on: error");
    write("app/iam/.kmslint.yml", "fail-on: never");
    write("app/iam/a.json", WRONG);
    CheckMojo mojo = mojo();
    mojo.paths = List.of("iam");
    mojo.execute();
    assertThat(failure(mojo())).isInstanceOf(MojoFailureException.class);
  }

  @Test
  void leavesSharesToTheProjectThatDeclaresThem() throws Exception {
    writeBrokenShare();
    Files.move(basedir.resolve(".kmslint.yml"), root.resolve(".kmslint.yml"));
    String moved =
        BROKEN_SHARE.replace("key.json", "app/key.json").replace("iam.json", "app/iam.json");
    write(".kmslint.yml", moved);

    CheckMojo beside = mojo();
    beside.reactorProjects = List.of(project(root, true), project(basedir, true));
    beside.execute();
    assertThat(log.lines("INFO"))
        .contains("the shares of .kmslint.yml are checked in " + root.getFileName());

    CheckMojo alone = mojo();
    alone.reactorProjects = List.of(project(basedir, true));
    assertThat(failure(alone)).isInstanceOf(MojoFailureException.class);

    CheckMojo onlyOne = mojo();
    onlyOne.reactorProjects = List.of(project(root, false), project(basedir, true));
    assertThat(failure(onlyOne)).isInstanceOf(MojoFailureException.class);

    CheckMojo named = mojo();
    named.reactorProjects = List.of(project(root, true), project(basedir, true));
    named.configFile = root.resolve(".kmslint.yml").toFile();
    assertThat(failure(named)).isInstanceOf(MojoFailureException.class);
  }

  @Test
  void doesWithoutARootOfTheBuild() throws IOException {
    write("app/a.json", WRONG);
    CheckMojo mojo = mojo();
    mojo.rootDirectory = null;
    assertThat(failure(mojo)).hasMessageStartingWith("1 error: a.json:1:41: ");
    mojo.executionRoot = root.toFile();
    assertThat(failure(mojo)).hasMessageStartingWith("1 error: app/a.json:1:41: ");
  }

  private CheckMojo mojo() {
    return prepared(new CheckMojo());
  }
}
