package dev.kmslint.lint;

/** Has the pages of the rules. */
public interface PageSource {
  /**
   * The page of a rule in Markdown; empty when it has none.
   *
   * @param rule the rule's id
   */
  String markdown(String rule);
}
