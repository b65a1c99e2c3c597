package dev.kmslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plain line loads: every class costs at each start. */
class ColdStartTest {
  @TempDir Path temp;

  private List<String> loaded(String... args) throws IOException, InterruptedException {
    Path log = temp.resolve("classes.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xshare:auto");
    command.add("-Xlog:class+load:file=" + log);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("dev.kmslint.cli.Main");
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command)
            .directory(temp.toFile())
            .redirectErrorStream(true)
            .redirectOutput(new File(temp.toFile(), "out.txt"))
            .start();
    assertThat(process.waitFor())
        .as(Files.readString(temp.resolve("out.txt"), StandardCharsets.UTF_8))
        .isZero();
    return Files.readAllLines(log);
  }

  private static void hasNone(List<String> lines, String... prefixes) {
    for (String prefix : prefixes) {
      assertThat(lines.stream().filter(line -> line.contains("] " + prefix)).limit(3)).isEmpty();
    }
  }

  @Test
  void aPlainLineLoadsNoHeavyLibrary() throws IOException, InterruptedException {
    new Kmslint(temp).file("p.json", Kmslint.KEY_POLICY);
    List<String> lines = loaded("check", "p.json", "--format", "compact");
    assertThat(lines).anyMatch(line -> line.contains("] dev.kmslint.run.Analyzer "));
    hasNone(
        lines,
        "picocli.",
        "com.networknt.",
        "tools.jackson.databind.",
        "org.snakeyaml.",
        "org.slf4j.");
  }

  @Test
  void aPlainConfigurationLoadsNoYaml() throws IOException, InterruptedException {
    new Kmslint(temp).file("p.json", Kmslint.KEY_POLICY).file(".kmslint.yml", "fail-on: never\n");
    hasNone(loaded("check", ".", "--format", "sarif"), "org.snakeyaml.", "com.networknt.");
  }

  @Test
  void aConfigurationLoadsYamlButNoSchema() throws IOException, InterruptedException {
    new Kmslint(temp).file("p.json", Kmslint.KEY_POLICY).file(".kmslint.yml", "{fail-on: never}");
    List<String> lines = loaded("check", ".", "--format", "sarif");
    assertThat(lines).anyMatch(line -> line.contains("] org.snakeyaml."));
    hasNone(lines, "picocli.", "com.networknt.", "tools.jackson.databind.", "org.slf4j.");
  }

  @Test
  void aShareHoldsNothingElseAgainstEachOther() throws IOException, InterruptedException {
    Path sample = Path.of("..", "samples", "aurora-snapshot-share").toAbsolutePath().normalize();
    List<String> lines = loaded("share", sample.toString());
    assertThat(lines).anyMatch(line -> line.contains("] dev.kmslint.share.ShareCheck "));
    hasNone(
        lines, "dev.kmslint.pair.", "dev.kmslint.run.Pairer ", "dev.kmslint.intake.AccountExport ");
  }

  @Test
  void aKeyPolicyLoadsNoTableOfServices() throws IOException, InterruptedException {
    new Kmslint(temp).file("p.json", Kmslint.KEY_POLICY);
    hasNone(loaded("check", "p.json"), "dev.kmslint.catalog.ServicesFile ");
    new Kmslint(temp)
        .file("p.json", Kmslint.KEY_POLICY.replace("\"kms:*\"", "[\"kms:*\", \"s3:*\"]"));
    hasNone(loaded("check", "p.json"), "dev.kmslint.catalog.ServicesFile ");
  }

  @Test
  void aSharingThatIsRightLoadsNoMoreThanItNeeds() throws IOException, InterruptedException {
    Path sample = Path.of("..", "samples", "aurora-snapshot-share").toAbsolutePath();
    List<String> lines = loaded("share", sample.toString());
    assertThat(lines).anyMatch(line -> line.contains("] dev.kmslint.share.ShareCheck "));
    hasNone(
        lines,
        "java.lang.runtime.ObjectMethods",
        "java.lang.classfile.",
        "java.util.EnumMap",
        "jdk.internal.reflect.DirectMethodHandleAccessor",
        "jdk.internal.reflect.NativeMethodAccessorImpl",
        "dev.kmslint.rules.share.",
        "dev.kmslint.rules.snapshot.",
        "java.time.LocalDate",
        "dev.kmslint.lint.Identity ",
        "java.security.MessageDigest",
        "dev.kmslint.access.exact.Engine ",
        "sun.net.www.protocol.jar.JarURLConnection",
        "sun.net.www.protocol.file.FileURLConnection",
        "jdk.internal.logger.",
        "sun.util.logging.",
        "org.snakeyaml.",
        "tools.jackson.",
        "picocli.",
        "com.networknt.");
  }
}
