package dev.kmslint.cli;

import dev.kmslint.lint.PageSource;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.report.Project;
import dev.kmslint.report.RuleCatalogue;
import dev.kmslint.run.UsageException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** The commands that tell about rules: rules and explain. */
final class RuleList {
  private final Surroundings around;
  private final RuleSet rules;
  private final PageSource pages;

  RuleList(Surroundings around, RuleSet rules, PageSource pages) {
    this.around = around;
    this.rules = rules;
    this.pages = pages;
  }

  /** Lists all rules. */
  void list(Line line) throws UsageException, IOException {
    String format = new Settings(line).choice(Option.LIST_FORMAT);
    RuleCatalogue catalogue = new RuleCatalogue(rules, Project.current());
    Writer out = new BufferedWriter(new OutputStreamWriter(around.out(), StandardCharsets.UTF_8));
    switch (format) {
      case "json" -> catalogue.writeJson(out);
      case "markdown" -> catalogue.writeMarkdown(out);
      default -> catalogue.writeText(out);
    }
    out.flush();
  }

  /** Shows a rule's page. */
  void explain(String id) throws UsageException {
    String complaint = rules.complaint(id).orElse("");
    if (!complaint.isEmpty()) {
      throw new UsageException(complaint);
    }
    for (Rule rule : rules.all()) {
      RuleInfo info = rule.info();
      if (info.id().equals(id)) {
        String page = pages.markdown(id);
        StringBuilder text = new StringBuilder();
        text.append(id).append(" (").append(info.severity().word()).append(")\n\n");
        text.append(page.isEmpty() ? info.summary() + "\n" : page);
        text.append('\n').append(Project.current().ruleUri(id)).append('\n');
        around.out().print(text);
      }
    }
  }
}
