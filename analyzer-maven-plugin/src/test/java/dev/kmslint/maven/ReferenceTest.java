package dev.kmslint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The page on goals is what the plugin's descriptor says; {@code -Dkmslint.rewrite=true} writes it.
 */
class ReferenceTest {
  private static final Path DOCS = Path.of("../docs");

  private final Map<String, Element> goals = new TreeMap<>();

  @BeforeEach
  void readDescriptor() throws Exception {
    try (InputStream in = getClass().getResourceAsStream("/META-INF/maven/plugin.xml")) {
      Element plugin =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
      for (Element mojo : children(child(plugin, "mojos"))) {
        goals.put(text(mojo, "goal"), mojo);
      }
    }
  }

  @Test
  void goalsAndParameters() throws IOException {
    assertThat(goals.keySet()).containsExactly("baseline", "check", "help", "report", "share");
    StringBuilder page =
        new StringBuilder("# Goals and parameters of the Maven plugin\n\n")
            .append(
                "<!-- Generated from the code by ReferenceTest; -Dkmslint.rewrite=true writes it anew. -->\n\n")
            .append(
                "`dev.kmslint:analyzer-maven-plugin`, for Maven 3.8.7 or newer and Java 17 or newer. `check`,\n")
            .append("`report` and `share` run in the phase `verify` unless another is named.\n\n")
            .append("| goal | |\n|---|---|\n");
    for (Map.Entry<String, Element> goal : goals.entrySet()) {
      page.append("| `kmslint:").append(goal.getKey()).append("` | ");
      page.append(markdown(text(goal.getValue(), "description"))).append(" |\n");
    }
    Map<String, Parameter> parameters = parameters();
    Set<String> all = Set.of("baseline", "check", "report", "share");
    table("Of all goals", all, parameters, page);
    table("Of `check` and `share`", Set.of("check", "share"), parameters, page);
    table("Of `check`", Set.of("check"), parameters, page);
    table("Of `share`", Set.of("share"), parameters, page);
    assertThat(parameters.values()).allMatch(parameter -> page.indexOf(parameter.property()) > 0);
    Path file = DOCS.resolve("reference/maven.md");
    if (Boolean.getBoolean("kmslint.rewrite")) {
      assertThat(System.getenv("CI")).as("pages stay as they are in CI").isNull();
      Files.writeString(file, page);
    }
    assertThat(file).hasContent(page.toString());
  }

  /** Goals and properties that the book and the README name exist. */
  @Test
  void theBookNamesWhatThereIs() throws IOException {
    Set<String> known = new LinkedHashSet<>();
    for (String goal : goals.keySet()) {
      known.add("kmslint:" + goal);
    }
    parameters().values().forEach(parameter -> known.add("-D" + parameter.property()));
    List<Path> pages = new ArrayList<>(List.of(Path.of("../README.md")));
    try (Stream<Path> files = Files.walk(DOCS)) {
      files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
    }
    Set<String> named = new LinkedHashSet<>();
    for (Path page : pages) {
      Matcher matcher =
          Pattern.compile("-Dkmslint\\.[A-Za-z]+|(?<!dev\\.)\\bkmslint:[a-z]+")
              .matcher(Files.readString(page));
      while (matcher.find()) {
        named.add(matcher.group());
      }
    }
    named.remove("-Dkmslint.rewrite"); // of our own build
    assertThat(named).contains("kmslint:check", "-Dkmslint.skip");
    assertThat(known).containsAll(named);
  }

  private record Parameter(
      String name, String property, String fallback, String help, Set<String> goals) {}

  private Map<String, Parameter> parameters() {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    for (Map.Entry<String, Element> goal : goals.entrySet()) {
      if (goal.getKey().equals("help")) {
        continue;
      }
      Map<String, Element> values = new TreeMap<>();
      for (Element value : children(child(goal.getValue(), "configuration"))) {
        values.put(value.getTagName(), value);
      }
      for (Element parameter : children(child(goal.getValue(), "parameters"))) {
        String name = text(parameter, "name");
        Element value = values.get(name);
        if (text(parameter, "editable").equals("true") && value != null) {
          Set<String> owners = new LinkedHashSet<>(Set.of(goal.getKey()));
          Parameter same = parameters.get(name);
          if (same != null) {
            owners.addAll(same.goals());
          }
          String property = value.getTextContent().strip().replaceAll("^\\$\\{|}$", "");
          String fallback = value.getAttribute("default-value");
          String help = text(parameter, "description");
          parameters.put(name, new Parameter(name, property, fallback, help, owners));
        }
      }
    }
    return parameters;
  }

  private static void table(
      String title, Set<String> owners, Map<String, Parameter> parameters, StringBuilder page) {
    page.append("\n## ").append(title).append("\n\n| parameter | | default |\n|---|---|---|\n");
    for (Parameter parameter : parameters.values()) {
      if (parameter.goals().equals(owners)) {
        page.append("| `").append(parameter.name()).append("`<br>`").append(parameter.property());
        page.append("` | ").append(markdown(parameter.help())).append(" | ");
        page.append(parameter.fallback().isEmpty() ? "" : "`" + parameter.fallback() + "`");
        page.append(" |\n");
      }
    }
  }

  /** Text in which Markdown shows every character, in one line. */
  private static String markdown(String text) {
    return text.replaceAll("\\s+", " ")
        .replace("*", "\\*")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .strip();
  }

  private static Element child(Element parent, String name) {
    for (Element child : children(parent)) {
      if (child.getTagName().equals(name)) {
        return child;
      }
    }
    throw new AssertionError("no element " + name + " in " + parent.getTagName());
  }

  private static String text(Element parent, String name) {
    return child(parent, name).getTextContent();
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
