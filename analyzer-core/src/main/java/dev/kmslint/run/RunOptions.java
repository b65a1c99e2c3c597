package dev.kmslint.run;

import dev.kmslint.config.FailOn;
import dev.kmslint.config.ShareConfig;
import dev.kmslint.intake.Given;
import dev.kmslint.lint.Grade;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked to do. What is not given is null or empty.
 *
 * @param workingFolder what names of files are relative to
 * @param stdin what {@code -} reads
 * @param today the day, as {@code 2027-06-30}; on it suppressions expire
 * @param arguments files and folders; for a share also names of declared shares
 * @param config the configuration's file
 * @param failOn replaces the configuration's
 * @param only ids of the rules to run
 * @param grades severities by rule id
 * @param given the key to which the key policies belong, and values of templates' parameters
 * @param facts values of condition keys that hold in this environment
 * @param share the share that the command line describes
 * @param selection which files of folders are read
 * @param declaredShares whether a check runs the shares that the configuration declares
 * @param baselines the baselines to accept and to write
 */
public record RunOptions(
    Path workingFolder,
    InputStream stdin,
    String today,
    List<String> arguments,
    String config,
    @Nullable FailOn failOn,
    List<String> only,
    Map<String, Grade> grades,
    Given given,
    Map<String, List<String>> facts,
    ShareOptions share,
    Selection selection,
    boolean declaredShares,
    Baselines baselines) {

  /**
   * The files of baselines. Where both are the same file, it need not be there yet, and what is
   * fixed is dropped from it.
   *
   * @param accepted the one whose findings are accepted
   * @param written the one that is to accept everything that is found
   */
  public record Baselines(String accepted, String written) {
    /** No baseline. */
    public static final Baselines NONE = new Baselines("", "");

    /** Whether there is none. */
    public boolean isNone() {
      return accepted.isEmpty() && written.isEmpty();
    }
  }

  /**
   * The options of a share. Where a declared share runs, they replace what it says.
   *
   * @param to makes it a share of its own
   * @param scenario the scenario's name
   */
  public record ShareOptions(
      String to, String scenario, boolean rootUser, String region, ShareConfig.Files files) {
    /** Those of a run that describes no share. */
    public static ShareOptions none() {
      return new ShareOptions("", "", false, "", ShareConfig.Files.none());
    }
  }
}
