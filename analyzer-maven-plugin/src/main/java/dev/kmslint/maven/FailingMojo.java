package dev.kmslint.maven;

import dev.kmslint.config.FailOn;
import dev.kmslint.run.Analysis;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that can fail the build. */
abstract class FailingMojo extends AbstractKmslintMojo {

  /**
   * The lowest severity that fails the build: {@code error}, {@code warning} or {@code note}. With
   * {@code never}, neither findings nor shares fail it. Without it, what the configuration says;
   * else {@code error}.
   */
  @Parameter(property = "kmslint.failOn")
  @Nullable String failOn;

  @Override
  final @Nullable FailOn threshold() throws MojoExecutionException {
    if (failOn == null || failOn.isEmpty()) {
      return null;
    }
    FailOn known = FailOn.of(failOn);
    if (known == null) {
      throw new MojoExecutionException(
          "`failOn` cannot be `" + failOn + "`; it is one of error, warning, note, never");
    }
    return known;
  }

  @Override
  void judge(Analysis analysis, FailureMessage message) throws MojoFailureException {
    if (analysis.status() != 0) {
      throw new MojoFailureException(message.ofFindings());
    }
  }
}
