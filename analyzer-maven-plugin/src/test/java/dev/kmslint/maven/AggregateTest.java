package dev.kmslint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class AggregateTest extends MojoCase {

  @Test
  void checksAllProjectsAtOnceWhereMavenWasStarted() throws Exception {
    write("app/a.json", WRONG);
    write("app/part/b.json", WRONG);
    write("app/part/src/test/c.json", WRONG);
    write("app/part/build/d.json", WRONG);
    write("app/src/it/e.json", WRONG);
    MavenProject part = project(basedir.resolve("part"), true);
    part.getBuild().setDirectory(basedir.resolve("part/build").toString());
    CheckMojo mojo = mojo(part, leader());
    assertThat(failure(mojo)).hasMessageStartingWith("2 errors; the first: app/a.json:1:41: ");
    assertThat(String.join("\n", log.lines("ERROR"))).contains("app/part/b.json:1:41: ");
    assertThat(log.lines("WARN")).isEmpty();
    assertThat(basedir.resolve("target/kmslint/kmslint.json"))
        .content()
        .contains("\"file\": \"app/part/b.json\"", "\"policies\": 2");

    mojo.project = part;
    log.lines().clear();
    mojo.execute();
    assertThat(log.lines()).containsExactly("INFO all projects are checked at once in app");
  }

  @Test
  void projectsMayLieBeside() throws Exception {
    write("app/a.json", WRONG);
    write("beside/b.json", WRONG);
    write("beside/src/test/c.json", WRONG);
    write("neither/d.json", WRONG);
    CheckMojo mojo = mojo(leader(), project(root.resolve("beside"), true));
    assertThat(failure(mojo)).hasMessageStartingWith("2 errors; the first: app/a.json:1:41: ");
    mojo.excludes = List.of("beside/b.json");
    assertThat(failure(mojo)).hasMessageStartingWith("1 error: app/a.json:1:41: ");
  }

  @Test
  void theFirstProjectActsWhenTheRootIsNotBuilt() throws Exception {
    write("app/a.json", WRONG);
    write("other/b.json", RIGHT);
    MavenProject first = project(basedir, true);
    CheckMojo mojo = mojo(first, project(root.resolve("other"), true));
    mojo.project = first;
    assertThat(failure(mojo)).hasMessageStartingWith("1 error: app/a.json:1:41: ");
  }

  @Test
  void saysWhichConfigurationsDoNotHold() throws Exception {
    write("app/.kmslint.yml", "rules: {policy/missing-element: warning}");
    write("app/part/.kmslint.yml", "fail-on: note");
    write("app/part/b.json", WRONG);
    CheckMojo mojo = mojo(leader(), project(basedir.resolve("part"), true));
    mojo.execute();
    assertThat(log.lines("WARN"))
        .contains(
            "the configuration of part does not hold here and its shares are not proven, since"
                + " `aggregate` takes that of app for all")
        .anyMatch(line -> line.startsWith("app/part/b.json:1:41: warning: "));
    mojo.configFile = basedir.resolve(".kmslint.yml").toFile();
    log.lines().clear();
    mojo.execute();
    assertThat(log.lines("WARN")).noneMatch(line -> line.contains("does not hold"));
  }

  private MavenProject leader() {
    MavenProject leader = project(basedir, true);
    leader.setExecutionRoot(true);
    return leader;
  }

  private CheckMojo mojo(MavenProject... projects) {
    CheckMojo mojo = prepared(new CheckMojo());
    mojo.aggregate = true;
    mojo.reactorProjects = List.of(projects);
    mojo.project = new Aggregate(mojo.reactorProjects).leader();
    return mojo;
  }
}
