package dev.kmslint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.junit.jupiter.api.Test;

class ShareMojoTest extends MojoCase {
  private static final String KEY =
      "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

  @Test
  void provesDeclaredSharesAndReadsNothingElse() throws Exception {
    writeBrokenShare();
    write("app/a.json", WRONG);
    assertThat(failure(mojo()))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith(
            "share orders (aurora-snapshot-copy): BROKEN; app/key.json:5:5: error: ");
    assertThat(String.join("\n", log.lines())).doesNotContain("a.json");
  }

  @Test
  void provesTheSharesThatAreNamed() throws Exception {
    writeBrokenShare();
    String second =
        BROKEN_SHARE
            .substring(BROKEN_SHARE.indexOf("  - "))
            .replace("name: orders", "name: rest")
            .replace("key.json", "right.json");
    write(
        "app/right.json",
        KEY_POLICY.replace("kms:DescribeKey", "kms:CreateGrant\", \"kms:DescribeKey"));
    write("app/.kmslint.yml", BROKEN_SHARE + second);
    ShareMojo mojo = mojo();
    mojo.shares = List.of("rest");
    mojo.execute();
    assertThat(log.lines("INFO")).contains("share rest (aurora-snapshot-copy): PROVEN");
    ShareMojo unknown = mojo();
    unknown.shares = List.of("oders");
    assertThat(failure(unknown))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("there is no share `oders`; did you mean `orders`?");
  }

  @Test
  void provesAShareThatParametersDescribe() throws Exception {
    write("app/key.json", KEY_POLICY);
    write("app/iam.json", IDENTITY_POLICY);
    ShareMojo mojo = described();
    mojo.keyPolicy = basedir.resolve("key.json").toFile();
    mojo.identityPolicies = List.of(basedir.resolve("iam.json").toFile());
    assertThat(failure(mojo))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("share (aurora-snapshot-copy): BROKEN; app/key.json:5:5: error: ");
  }

  @Test
  void sortsFilesThatAreNamedAsPaths() throws Exception {
    write("app/policies/key.json", KEY_POLICY);
    write("app/policies/iam.json", IDENTITY_POLICY);
    ShareMojo mojo = described();
    mojo.paths = List.of("policies");
    assertThat(failure(mojo)).hasMessageContaining("BROKEN; app/policies/key.json:5:5: error: ");
  }

  @Test
  void needsNoProject() throws Exception {
    write("key.json", KEY_POLICY);
    write("iam.json", IDENTITY_POLICY);
    ShareMojo mojo = described();
    mojo.basedir = null;
    mojo.executionRoot = root.toFile();
    mojo.paths = List.of(".");
    // This is what Maven makes of the default where there is no project.
    mojo.outputDirectory = root.resolve("${project.basedir}/target/kmslint").toFile();
    assertThat(failure(mojo)).hasMessageContaining("BROKEN; key.json:5:5: error: ");
    assertThat(root.resolve("target/kmslint/kmslint.json")).exists();
    assertThat(root.resolve("${project.basedir}")).doesNotExist();
  }

  @Test
  void refusesAShareThatIsHalfDescribedOrWrong() throws Exception {
    ShareMojo half = mojo();
    half.keyArn = KEY;
    assertThat(failure(half))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("a share that parameters describe needs `to`: who is to use the key");
    ShareMojo wrong = described();
    wrong.to = "44445555666";
    assertThat(failure(wrong))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("`to`: ");
    ShareMojo scenario = described();
    scenario.scenario = "aurora-snapshot-cpy";
    assertThat(failure(scenario)).hasMessageStartingWith("`scenario`: ");
  }

  @Test
  void saysWhenThereIsNothingToProve() throws Exception {
    write("app/a.json", WRONG);
    mojo().execute();
    assertThat(log.lines("INFO")).contains("there is no share to prove");
    assertThat(log.lines("ERROR")).isEmpty();
  }

  @Test
  void onTheCommandLineOnlyTheProjectOfTheConfigurationProves() throws Exception {
    writeBrokenShare();
    String moved =
        BROKEN_SHARE.replace("key.json", "app/key.json").replace("iam.json", "app/iam.json");
    Files.move(basedir.resolve(".kmslint.yml"), root.resolve(".kmslint.yml"));
    write(".kmslint.yml", moved);
    ShareMojo asked = mojo();
    asked.reactorProjects = List.of(project(root, false), project(basedir, false));
    assertThat(failure(asked)).isInstanceOf(MojoFailureException.class);
    asked.execution =
        new MojoExecution(new MojoDescriptor(), "default-cli", MojoExecution.Source.CLI);
    asked.execute();
    assertThat(log.lines("INFO"))
        .contains("the shares of .kmslint.yml are checked in " + root.getFileName());
  }

  private ShareMojo described() {
    ShareMojo mojo = mojo();
    mojo.to = "444455556666";
    mojo.keyArn = KEY;
    return mojo;
  }

  private ShareMojo mojo() {
    return prepared(new ShareMojo());
  }
}
