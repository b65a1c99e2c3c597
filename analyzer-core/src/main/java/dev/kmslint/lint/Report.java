package dev.kmslint.lint;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
    List<ShareReport> shares,
    List<InputError> errors) {

  /**
   * An input that could not be read, or an internal error.
   *
   * @param file its path
   * @param message one sentence, lower case, without a final period
   * @param failure what failed inside kmslint; null when the input is at fault
   */
  public record InputError(String file, String message, @Nullable Throwable failure) {
    /** An input that could not be read. */
    public InputError(String file, String message) {
      this(file, message, null);
    }
  }

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
