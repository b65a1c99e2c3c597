package dev.kmslint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class BaselineMojoTest extends MojoCase {

  @Test
  void whatItWritesIsAcceptedAndWhatIsNewIsNot() throws Exception {
    write("app/a.json", WRONG);
    write("app/b.json", WRONG);
    baseline().execute();
    assertThat(log.lines("INFO"))
        .contains(
            "app/.kmslint-baseline.json accepts 2 findings",
            "no findings, 2 suppressed in 2 files");
    assertThat(basedir.resolve(".kmslint-baseline.json"))
        .content()
        .contains("\"a.json\"", "\"b.json\"");

    check().execute();
    write("app/c.json", WRONG);
    assertThat(failure(check()))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("1 error: app/c.json:1:41: ");
    assertThat(basedir.resolve("target/kmslint/kmslint.json"))
        .content()
        .contains("accepted in `app/.kmslint-baseline.json`")
        .doesNotContain(root.toString());
  }

  @Test
  void saysWhatIsFixedAndDropsIt() throws Exception {
    write("app/a.json", WRONG);
    write("app/b.json", WRONG);
    baseline().execute();
    write("app/b.json", RIGHT);
    check().execute();
    assertThat(log.lines("WARN"))
        .anyMatch(line -> line.contains("accepts a finding that is fixed"));
    baseline().execute();
    assertThat(log.lines("INFO")).contains("app/.kmslint-baseline.json accepts 1 finding");
    check().execute();
    assertThat(log.lines("WARN")).isEmpty();
  }

  @Test
  void modulesShareAFileThatIsNamed() throws Exception {
    Path file = root.resolve("accepted.json");
    write("app/a.json", WRONG);
    write("other/b.json", WRONG);
    for (String module : List.of("app", "other")) {
      basedir = root.resolve(module);
      BaselineMojo mojo = baseline();
      mojo.baselineFile = file.toFile();
      mojo.execute();
    }
    for (String module : List.of("app", "other")) {
      basedir = root.resolve(module);
      CheckMojo mojo = check();
      mojo.baselineFile = file.toFile();
      mojo.execute();
      assertThat(failure(check())).hasMessageStartingWith("1 error: ");
    }
  }

  @Test
  void aBrokenShareIsNotAccepted() throws Exception {
    writeBrokenShare();
    baseline().execute();
    assertThat(failure(check()))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("share orders (aurora-snapshot-copy): BROKEN; ");
  }

  @Test
  void aFileThatIsNamedHasToBeThere() throws Exception {
    write("app/a.json", RIGHT);
    CheckMojo mojo = check();
    mojo.baselineFile = basedir.resolve("none.json").toFile();
    assertThat(failure(mojo))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("the baseline `app/none.json` cannot be read: ");
  }

  @Test
  void writesNothingWhenSomethingCannotBeRead() throws Exception {
    write("app/a.json", WRONG);
    BaselineMojo mojo = baseline();
    mojo.paths = List.of("a.json", "none.json");
    assertThat(failure(mojo)).isInstanceOf(MojoExecutionException.class);
    assertThat(Files.exists(basedir.resolve(".kmslint-baseline.json"))).isFalse();
  }

  @Test
  void saysWhenItCannotBeWritten() throws Exception {
    write("app/a.json", WRONG);
    write("app/folder/x", "");
    BaselineMojo mojo = baseline();
    mojo.baselineFile = basedir.resolve("a.json/baseline.json").toFile();
    assertThat(failure(mojo))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("the baseline cannot be written: ");
  }

  private CheckMojo check() {
    return prepared(new CheckMojo());
  }

  private BaselineMojo baseline() {
    return prepared(new BaselineMojo());
  }
}
