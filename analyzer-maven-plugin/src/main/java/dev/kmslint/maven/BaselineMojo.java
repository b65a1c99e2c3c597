package dev.kmslint.maven;

import dev.kmslint.config.FailOn;
import dev.kmslint.lint.Baseline;
import dev.kmslint.report.BaselineWriter;
import dev.kmslint.report.ReportFile;
import dev.kmslint.run.Analysis;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Writes {@code baselineFile}, which accepts all that {@code check} finds now: later checks report
 * what is new. What is fixed is dropped from a file that is there. A share that is not proven is
 * not accepted: it fails a later check all the same.
 */
@Mojo(name = "baseline")
public final class BaselineMojo extends AbstractKmslintMojo {

  @Override
  FailOn threshold() {
    return FailOn.NEVER;
  }

  @Override
  boolean isBaselineWritten() {
    return true;
  }

  @Override
  void judge(Analysis analysis, FailureMessage message) throws MojoExecutionException {
    Baseline baseline = analysis.baseline();
    if (baseline == null) {
      return;
    }
    try {
      ReportFile.write(baseline().toPath(), out -> BaselineWriter.write(baseline, out));
    } catch (IOException e) {
      throw new MojoExecutionException("the baseline cannot be written: " + e, e);
    }
    int count = 0;
    for (Baseline.Entry entry : baseline.entries()) {
      count += entry.count();
    }
    String findings = count == 1 ? " finding" : " findings";
    getLog().info(nameOf(baseline()) + " accepts " + count + findings);
  }
}
