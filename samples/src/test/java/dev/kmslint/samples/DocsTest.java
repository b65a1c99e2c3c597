package dev.kmslint.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what each page of the documentation says, from its first line to its last: runs the commands
 * of its {@code console} blocks and compares what they show, to the letter; applies its {@code diff
 * file=NAME} blocks; finds {@code java file=NAME} in the sources; writes its other blocks with
 * {@code file=NAME}. Each page starts in a folder with the samples. {@code -Dkmslint.rewrite=true}
 * writes what is shown anew.
 */
class DocsTest {
  private static final boolean REWRITE = Boolean.getBoolean("kmslint.rewrite");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> everyPageIsTrue() throws IOException {
    return pages().stream()
        .map(page -> DynamicTest.dynamicTest(name(page), () -> follow(Page.of(page))));
  }

  @TestFactory
  Stream<DynamicTest> everyLinkLeadsSomewhere() throws IOException {
    return pages().stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    name(page), () -> assertThat(Page.of(page).links()).allMatch(Files::exists)));
  }

  /** The README and all pages of the documentation. */
  static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    pages.add(Session.ROOT.resolve("README.md"));
    try (Stream<Path> files = Files.walk(Session.ROOT.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    assertThat(pages).hasSizeGreaterThan(1);
    return pages;
  }

  private static String name(Path page) {
    return Session.ROOT.relativize(page).toString().replace('\\', '/');
  }

  private void follow(Page page) throws IOException, InterruptedException {
    Session session = Session.in(Files.createTempDirectory(folder, "page").toRealPath());
    String text = page.text();
    List<Page.Block> blocks = page.blocks();
    StringBuilder actual = new StringBuilder();
    int written = 0;
    for (Page.Block block : blocks) {
      if (block.language().equals("console")) {
        actual.append(text, written, block.start()).append(transcript(block.body(), session));
        written = block.start() + block.body().length();
      } else if (block.language().equals("java")) {
        String source = Files.readString(Session.ROOT.resolve(block.target()));
        assertThat(source).contains(block.body());
      } else if (!block.target().isEmpty()) {
        Path target = session.folder().resolve(block.target());
        boolean patch = block.language().equals("diff");
        Files.writeString(
            target, patch ? patched(Files.readString(target), block.body()) : block.body());
      }
    }
    actual.append(text, written, text.length());
    if (REWRITE) {
      if (System.getenv("CI") != null) {
        throw new IllegalStateException("pages stay as they are in CI");
      }
      Files.writeString(page.file(), actual);
    } else {
      assertThat(actual.toString()).isEqualTo(text);
    }
  }

  /** The commands of a block, each with what it really shows. */
  private static String transcript(String body, Session session)
      throws IOException, InterruptedException {
    StringBuilder transcript = new StringBuilder();
    List<String> lines = body.lines().toList();
    assertThat(lines.get(0)).startsWith("$ ");
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("$ ")) {
        StringBuilder command = new StringBuilder();
        String line = lines.get(i);
        transcript.append(line).append('\n');
        command.append(line.substring(2));
        while (line.endsWith("\\")) {
          line = lines.get(++i);
          transcript.append(line).append('\n');
          command.setLength(command.length() - 1);
          command.append(line.strip());
        }
        transcript.append(session.run(command.toString()));
      }
    }
    return transcript.toString();
  }

  /** A file after a change; {@code @@} stands between the places that it changes. */
  private static String patched(String file, String diff) {
    String result = file;
    for (String hunk : diff.split("\n@@\n", -1)) {
      StringBuilder old = new StringBuilder();
      StringBuilder now = new StringBuilder();
      for (String line : hunk.lines().toList()) {
        String content = line.substring(Math.min(1, line.length())) + "\n";
        if (!line.startsWith("+")) {
          old.append(content);
        }
        if (!line.startsWith("-")) {
          now.append(content);
        }
      }
      assertThat(result).containsOnlyOnce(old);
      result = result.replace(old, now);
    }
    return result;
  }
}
