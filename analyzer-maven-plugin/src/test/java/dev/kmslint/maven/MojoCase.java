package dev.kmslint.maven;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A project on the disk, and goals that run in it. */
abstract class MojoCase {
  /** One error: it lacks the element Resource. */
  static final String WRONG =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:Decrypt"}]}
      """;

  static final String RIGHT =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:Decrypt",
        "Resource": "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"}]}
      """;

  static final String KEY_POLICY =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
          "Action": "kms:*", "Resource": "*"},
        {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::444455556666:root"},
          "Action": ["kms:DescribeKey", "kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*",
            "kms:GenerateDataKey*"], "Resource": "*"}]}
      """;

  static final String IDENTITY_POLICY =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow",
          "Action": ["kms:CreateGrant", "kms:DescribeKey", "kms:Encrypt", "kms:Decrypt",
            "kms:ReEncrypt*", "kms:GenerateDataKey*"],
          "Resource": "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        }]}
      """;

  static final String BROKEN_SHARE =
      """
      shares:
        - name: orders
          to: "444455556666"
          key-arn: arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
          key-policy: key.json
          identity-policies: [iam.json]
      """;

  @TempDir Path root;
  final RecordingLog log = new RecordingLog();
  Path basedir = Path.of("");

  @BeforeEach
  void nameTheProject() {
    basedir = root.resolve("app");
  }

  /** A goal with what Maven would put into it. */
  final <M extends AbstractKmslintMojo> M prepared(M mojo) {
    log.lines().clear();
    mojo.setLog(log);
    mojo.basedir = basedir.toFile();
    mojo.rootDirectory = root.toFile();
    mojo.buildDirectory = basedir.resolve("target").toFile();
    mojo.outputDirectory = basedir.resolve("target/kmslint").toFile();
    mojo.formats = List.of("sarif", "json");
    return mojo;
  }

  static AbstractMojoExecutionException failure(AbstractKmslintMojo mojo) {
    List<AbstractMojoExecutionException> thrown = new ArrayList<>();
    assertThatThrownBy(mojo::execute)
        .isInstanceOfSatisfying(AbstractMojoExecutionException.class, thrown::add);
    return thrown.get(0);
  }

  static MavenProject project(Path folder, boolean usesPlugin) {
    MavenProject project = new MavenProject();
    project.setArtifactId(String.valueOf(folder.getFileName()));
    project.setFile(folder.resolve("pom.xml").toFile());
    project.getBuild().setDirectory(folder.resolve("target").toString());
    if (usesPlugin) {
      Plugin plugin = new Plugin();
      plugin.setGroupId("dev.kmslint");
      plugin.setArtifactId("analyzer-maven-plugin");
      project.getBuild().addPlugin(plugin);
    }
    return project;
  }

  final void writeBrokenShare() throws IOException {
    write("app/key.json", KEY_POLICY);
    write("app/iam.json", IDENTITY_POLICY);
    write("app/.kmslint.yml", BROKEN_SHARE);
  }

  final void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
