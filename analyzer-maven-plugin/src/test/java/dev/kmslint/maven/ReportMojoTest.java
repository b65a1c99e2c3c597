package dev.kmslint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class ReportMojoTest extends MojoCase {

  @Test
  void writesReportsOfFindingsAndSharesAndDoesNotFail() throws Exception {
    writeBrokenShare();
    write("app/a.json", WRONG);
    mojo().execute();
    assertThat(log.lines("ERROR")).anyMatch(line -> line.startsWith("app/a.json:1:41: error: "));
    assertThat(basedir.resolve("target/kmslint/kmslint.json"))
        .content()
        .contains("\"verdict\": \"broken\"", "\"file\": \"app/a.json\"");
    assertThat(basedir.resolve("target/kmslint/kmslint.sarif")).exists();
  }

  @Test
  void doesNotFailWhateverTheConfigurationSays() throws Exception {
    write("app/a.json", WRONG);
    write("app/.kmslint.yml", "fail-on: note");
    mojo().execute();
  }

  @Test
  void troubleStillFails() throws Exception {
    write("app/.kmslint.yml", "fail-on: sometimes");
    assertThat(failure(mojo())).isInstanceOf(MojoExecutionException.class);
    write("app/.kmslint.yml", "fail-on: never");
    ReportMojo missing = mojo();
    missing.paths = List.of("none.json");
    assertThat(failure(missing))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("app/none.json: error: the file does not exist");
  }

  private ReportMojo mojo() {
    return prepared(new ReportMojo());
  }
}
