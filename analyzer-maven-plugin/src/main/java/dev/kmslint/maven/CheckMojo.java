package dev.kmslint.maven;

import dev.kmslint.lint.Report;
import dev.kmslint.run.Analysis;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks the AWS KMS key policies and IAM policies of the project, and proves the shares that its
 * {@code .kmslint.yml} declares. Writes what it found to the log and, for other tools, to files.
 *
 * <p>The build fails when there are findings at or above {@code failOn}, and when a share is broken
 * or cannot be decided.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends FailingMojo {

  /** Whether the build fails when there is no policy and no share to check. */
  @Parameter(property = "kmslint.failIfNoPolicies", defaultValue = "false")
  boolean failIfNoPolicies;

  @Override
  void judge(Analysis analysis, FailureMessage message) throws MojoFailureException {
    Report report = analysis.report();
    if (report.policies() == 0 && report.shares().isEmpty() && report.findings().isEmpty()) {
      if (failIfNoPolicies) {
        throw new MojoFailureException("there is no policy and no share to check");
      }
      getLog().info("there is no policy and no share to check");
    }
    super.judge(analysis, message);
  }
}
