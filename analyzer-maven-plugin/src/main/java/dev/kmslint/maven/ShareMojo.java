package dev.kmslint.maven;

import dev.kmslint.config.Complaints;
import dev.kmslint.config.ShareConfig;
import dev.kmslint.policy.Text;
import dev.kmslint.run.Analysis;
import dev.kmslint.run.RunOptions;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Proves the shares that {@code .kmslint.yml} declares, and checks nothing else than the policies
 * that belong to them. With {@code to}, proves one share that the other parameters describe; that
 * needs no project.
 *
 * <p>The build fails when a share is broken or cannot be decided, and when there are findings at or
 * above {@code failOn}.
 */
@Mojo(
    name = "share",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class ShareMojo extends FailingMojo {
  private static final SourceLocation POM =
      SourceLocation.startOf(new SourceFile("(parameters of kmslint:share)", ""));

  /** The names of the declared shares to prove; without any, all of them. */
  @Parameter(property = "kmslint.shares")
  List<String> shares = List.of();

  /** Who is to use the key: an account id, or the ARN of a user, role or session. */
  @Parameter(property = "kmslint.to")
  @Nullable String to;

  /**
   * Which operation the sharing is for, as {@code aurora-snapshot-copy}; without it the request
   * tells, else it is that one.
   */
  @Parameter(property = "kmslint.scenario")
  @Nullable String scenario;

  /** Whether the caller is the root user of the account. */
  @Parameter(property = "kmslint.rootUser", defaultValue = "false")
  boolean rootUser;

  /** The key to which the key policy belongs. */
  @Parameter(property = "kmslint.keyArn")
  @Nullable String keyArn;

  /** The Region in which the call is made. */
  @Parameter(property = "kmslint.region")
  @Nullable String region;

  /** The key policy. */
  @Parameter(property = "kmslint.keyPolicy")
  @Nullable File keyPolicy;

  /** The IAM policies of the caller. */
  @Parameter(property = "kmslint.identityPolicies")
  List<File> identityPolicies = List.of();

  /** The caller's permissions boundary. */
  @Parameter(property = "kmslint.permissionsBoundary")
  @Nullable File permissionsBoundary;

  /** The policy of the caller's session. */
  @Parameter(property = "kmslint.sessionPolicy")
  @Nullable File sessionPolicy;

  /** The service control policies of the caller's account. */
  @Parameter(property = "kmslint.scps")
  List<File> scps = List.of();

  /** The resource control policies of the key's account. */
  @Parameter(property = "kmslint.rcps")
  List<File> rcps = List.of();

  /** The output of: aws kms describe-key. */
  @Parameter(property = "kmslint.key")
  @Nullable File key;

  /** The output of: aws rds describe-db-cluster-snapshots (or describe-db-snapshots). */
  @Parameter(property = "kmslint.snapshot")
  @Nullable File snapshot;

  /**
   * The output of: aws rds describe-db-cluster-snapshot-attributes (or
   * describe-db-snapshot-attributes).
   */
  @Parameter(property = "kmslint.snapshotAttributes")
  @Nullable File snapshotAttributes;

  /** The parameters of the copy or restore call, as --cli-input-json takes them. */
  @Parameter(property = "kmslint.request")
  @Nullable File request;

  @Override
  @Nullable Analysis analyze() throws MojoExecutionException {
    ProjectFiles files = projectFiles();
    if (to != null && !to.isEmpty()) {
      complain("to", Complaints.aboutTo(to));
      complain("scenario", scenario == null ? "" : Complaints.aboutScenario(scenario));
      complain("keyArn", keyArn == null ? "" : Complaints.aboutKeyArn(keyArn));
      complain("region", region == null ? "" : Complaints.aboutRegion(region));
      List<String> arguments = paths.isEmpty() ? List.of() : files.arguments();
      return run(options(files, arguments, files.configuration(configFile), true), true);
    }
    if (!keyArn().isEmpty() || !share().equals(RunOptions.ShareOptions.none())) {
      throw new MojoExecutionException(
          "a share that parameters describe needs `to`: who is to use the key");
    }
    String config = files.configuration(configFile);
    if (areSharesOfAnother(files, config)) {
      return null;
    }
    RunOptions options = options(files, shares, config, true);
    // A check of no files proves the declared shares, also when there are none.
    Analysis analysis = run(options, !shares.isEmpty());
    if (analysis.report().shares().isEmpty()) {
      getLog().info("there is no share to prove");
    }
    return analysis;
  }

  @Override
  String keyArn() {
    return keyArn == null ? "" : keyArn;
  }

  @Override
  RunOptions.ShareOptions share() {
    return new RunOptions.ShareOptions(
        to == null ? "" : to,
        scenario == null ? "" : scenario,
        rootUser,
        region == null ? "" : region,
        new ShareConfig.Files(
            text(keyPolicy),
            texts(identityPolicies),
            text(permissionsBoundary),
            text(sessionPolicy),
            texts(scps),
            texts(rcps),
            text(key),
            text(snapshot),
            text(snapshotAttributes),
            text(request)));
  }

  private static void complain(String parameter, String complaint) throws MojoExecutionException {
    if (!complaint.isEmpty()) {
      throw new MojoExecutionException("`" + parameter + "`: " + complaint);
    }
  }

  private static @Nullable Text text(@Nullable File file) {
    return file == null ? null : new Text(file.toString(), POM);
  }

  private static List<Text> texts(List<File> files) {
    List<Text> texts = new ArrayList<>();
    for (File file : files) {
      texts.add(new Text(file.toString(), POM));
    }
    return texts;
  }
}
