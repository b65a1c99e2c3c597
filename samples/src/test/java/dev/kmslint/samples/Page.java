package dev.kmslint.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown page. */
record Page(Path file, String text) {
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^( *)```([a-z]+)(?: file=(\\S+))?\\n(.*?)^ *```$");

  /**
   * A fenced block.
   *
   * @param language the first word after the fence
   * @param target the file that it is about, as {@code file=NAME} says; empty without
   * @param start the offset of its body in the page
   */
  record Block(String language, String target, String body, int start) {}

  static Page of(Path file) throws IOException {
    return new Page(file, Files.readString(file));
  }

  /** Its fenced blocks that name a language. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      String target = matcher.group(3);
      blocks.add(
          new Block(
              matcher.group(2), target == null ? "" : target, matcher.group(4), matcher.start(4)));
    }
    return blocks;
  }

  /** Its fenced blocks in a language. */
  List<Block> blocks(String language) {
    return blocks().stream().filter(block -> block.language().equals(language)).toList();
  }

  /** Where its links to files of the repository lead. */
  List<Path> links() {
    List<Path> links = new ArrayList<>();
    Matcher matcher = Pattern.compile("\\]\\(([^)#:\\s]+)(?:#[^)]*)?\\)").matcher(text);
    while (matcher.find()) {
      links.add(file.resolveSibling(matcher.group(1)).normalize());
    }
    return links;
  }
}
