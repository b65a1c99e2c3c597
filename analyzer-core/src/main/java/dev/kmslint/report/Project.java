package dev.kmslint.report;

/**
 * What this build of kmslint is called, and where its pages are. The one place that makes links.
 *
 * @param version as {@code 1.2.0} or {@code 1.2.0-SNAPSHOT}
 * @param url the project's home, without a slash at its end
 */
public record Project(String version, String url) {
  private static final String SNAPSHOT = "-SNAPSHOT";

  /** The project that this class was built from. */
  public static Project current() {
    return new Project(Build.VERSION, Build.URL);
  }

  /** The page of a rule, as it was when this version was released. */
  public String ruleUri(String rule) {
    String tag = version.endsWith(SNAPSHOT) ? "main" : "v" + version;
    return url + "/blob/" + tag + "/rules/" + rule + "/rule.md";
  }
}
