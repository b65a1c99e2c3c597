package dev.kmslint.config;

import dev.kmslint.policy.Text;
import dev.kmslint.share.Scenario;
import dev.kmslint.source.SourceLocation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A share that is declared in a configuration or on the command line. What is not given is null or
 * empty. Names of files are as written.
 *
 * @param location the entry, narrowed to its name or its first character
 * @param name empty when it has none
 * @param to an account id or the ARN of a principal
 * @param rootUser whether the caller is the root user of that account
 */
public record ShareConfig(
    SourceLocation location,
    String name,
    @Nullable Scenario scenario,
    String to,
    boolean rootUser,
    String keyArn,
    String region,
    Files files,
    Map<String, List<String>> facts) {

  /** The files of a share. */
  public record Files(
      @Nullable Text keyPolicy,
      List<Text> identityPolicies,
      @Nullable Text boundary,
      @Nullable Text session,
      List<Text> scps,
      List<Text> rcps,
      @Nullable Text key,
      @Nullable Text snapshot,
      @Nullable Text attributes,
      @Nullable Text request) {
    /** Whether a policy is among them. */
    public boolean havePolicies() {
      return keyPolicy != null
          || boundary != null
          || session != null
          || !identityPolicies.isEmpty()
          || !scps.isEmpty()
          || !rcps.isEmpty();
    }

    /** Whether there are none. */
    public boolean isNone() {
      return keyPolicy == null
          && identityPolicies.isEmpty()
          && boundary == null
          && session == null
          && scps.isEmpty()
          && rcps.isEmpty()
          && key == null
          && snapshot == null
          && attributes == null
          && request == null;
    }

    /** No files. */
    public static Files none() {
      return new Files(null, List.of(), null, null, List.of(), List.of(), null, null, null, null);
    }
  }
}
