package dev.kmslint.lint;

import dev.kmslint.access.KeyNames;
import dev.kmslint.access.Truth;
import dev.kmslint.access.exact.Change;
import dev.kmslint.policy.PolicyKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether new versions of policies allow what the old ones did not.
 *
 * @param files one comparison for each policy, in the order of their files
 * @param inferred what was inferred from the inputs: sentences, lower case, without a final period
 * @param warnings what people should know without asking, in the same form
 * @param errors inputs that could not be read
 */
public record DiffReport(
    List<Compared> files,
    List<String> inferred,
    List<String> warnings,
    List<Report.InputError> errors) {

  public DiffReport {
    files = List.copyOf(files);
    inferred = List.copyOf(inferred);
    warnings = List.copyOf(warnings);
    errors = List.copyOf(errors);
  }

  /**
   * Two versions of one policy.
   *
   * @param file how reports call the new version's file
   * @param kind of both
   * @param fresh whether there was no old version
   * @param names how condition keys are written
   */
  public record Compared(
      String file, PolicyKind kind, boolean fresh, Change change, KeyNames names) {}

  /** The answer over all policies: yes when one allows more; else maybe when it is not known. */
  public Truth newAccess() {
    Compared decisive = decisive();
    if (decisive != null && decisive.change().newAccess() == Truth.YES) {
      return Truth.YES;
    }
    return decisive == null && errors.isEmpty() ? Truth.NO : Truth.MAYBE;
  }

  /** The first policy that makes the answer what it is; null when none does. */
  public @Nullable Compared decisive() {
    Compared unknown = null;
    for (Compared each : files) {
      if (each.change().newAccess() == Truth.YES) {
        return each;
      }
      if (unknown == null && each.change().newAccess() == Truth.MAYBE) {
        unknown = each;
      }
    }
    return unknown;
  }

  /** The exit status: 0 when nothing is new, 3 for errors, else 1. */
  public int status() {
    if (!errors.isEmpty()) {
      return 3;
    }
    return newAccess() == Truth.NO ? 0 : 1;
  }
}
