package dev.kmslint.maven;

import dev.kmslint.config.FailOn;
import dev.kmslint.run.Analysis;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Checks the same as {@code check} and writes the same reports, but never fails the build for what
 * it found. Wrong configuration and input that cannot be read still fail it.
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ReportMojo extends AbstractKmslintMojo {

  @Override
  final FailOn threshold() {
    return FailOn.NEVER;
  }

  @Override
  final void judge(Analysis analysis, FailureMessage message) {
    getLog().debug("whatever was found, the build goes on");
  }
}
