package dev.kmslint.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rule's page, taken apart. */
final class RulePage {
  /** The sections of every page, in this order. */
  static final List<String> SECTIONS =
      List.of("Summary", "Bad", "Good", "Why", "Fix", "Exceptions", "References");

  /**
   * A block of JSON.
   *
   * @param words what stands behind {@code bad} or {@code good}
   */
  record Block(boolean bad, String words, String text, int line) {}

  private String title = "";
  private final Map<String, StringBuilder> sections = new LinkedHashMap<>();
  private final List<Block> blocks = new ArrayList<>();

  RulePage(String markdown) {
    String[] lines = markdown.split("\n", -1);
    StringBuilder section = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].startsWith("# ")) {
        title = lines[i].substring(2);
      } else if (lines[i].startsWith("## ")) {
        section = sections.computeIfAbsent(lines[i].substring(3), name -> new StringBuilder());
      } else if (lines[i].startsWith("```")) {
        i = block(lines, i);
      } else {
        section.append(lines[i]).append('\n');
      }
    }
  }

  private int block(String[] lines, int start) {
    StringBuilder text = new StringBuilder();
    int i = start + 1;
    while (i < lines.length && !lines[i].startsWith("```")) {
      text.append(lines[i++]).append('\n');
    }
    String info = lines[start].substring(3);
    boolean bad = info.startsWith("json bad");
    if (bad || info.startsWith("json good")) {
      String words = info.substring((bad ? "json bad" : "json good").length());
      blocks.add(new Block(bad, words, text.toString(), start + 1));
    }
    return i;
  }

  String title() {
    return title;
  }

  List<String> sectionNames() {
    return List.copyOf(sections.keySet());
  }

  /** The prose of a section, without its blocks. */
  String section(String name) {
    StringBuilder text = sections.get(name);
    return text == null ? "" : text.toString().strip();
  }

  List<Block> blocks() {
    return blocks;
  }
}
