package dev.kmslint.lint;

import dev.kmslint.share.ShareResult;
import java.util.List;

/**
 * Everything that a run found.
 *
 * @param files how many files were read
 * @param passedOver how many files of a walk held nothing that kmslint knows
 * @param policies how many policies were checked
 * @param findings in the order file, start, rule, message; the suppressed ones too
 * @param errors inputs that could not be read
 */
public record Report(
    int files,
    int passedOver,
    int policies,
    List<Finding> findings,
    List<ShareResult> shares,
    List<InputError> errors) {

  /**
   * An input that could not be read, or an internal error.
   *
   * @param file its path
   * @param message one sentence, lower case, without a final period
   */
  public record InputError(String file, String message) {}

  /** How many findings of a severity count: the suppressed ones do not. */
  public int count(Severity severity) {
    int count = 0;
    for (Finding finding : findings) {
      if (finding.suppression() == null && finding.severity() == severity) {
        count++;
      }
    }
    return count;
  }

  /** How many findings are suppressed. */
  public int suppressed() {
    int count = 0;
    for (Finding finding : findings) {
      if (finding.suppression() != null) {
        count++;
      }
    }
    return count;
  }
}
