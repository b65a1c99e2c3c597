package dev.kmslint.config;

import dev.kmslint.lint.Grade;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code .kmslint.yml} says.
 *
 * <p>Precedence, here and nowhere else: the command line; then {@code suppress}; then {@code
 * rules}; then what each rule and option has by itself. So {@code --rule} re-grades a rule whatever
 * the configuration says of it, {@code --only} runs a rule that the configuration turns off, {@code
 * --fail-on} replaces {@code fail-on}, an option of {@code kmslint share} replaces the value of a
 * declared share, and {@code --fact} the fact of that key; the facts of a share replace those of
 * the configuration. What {@code suppress} accepts no baseline needs to accept: a baseline is asked
 * last, about findings that are left. Re-grading, suppressing and accepting never change a share's
 * verdict.
 *
 * @param failOn null when it says nothing
 * @param trustedAccounts ids of accounts that may have access
 * @param trustedOrganizations ids of organizations that may have access
 * @param facts values of condition keys that hold in this environment, by key
 * @param rules grades of rules, by id
 * @param exclude patterns of files that walks pass over, relative to the configuration
 */
public record Config(
    @Nullable FailOn failOn,
    Set<String> trustedAccounts,
    Set<String> trustedOrganizations,
    Map<String, List<String>> facts,
    Map<String, Grade> rules,
    List<String> exclude,
    List<SuppressConfig> suppressions,
    List<ShareConfig> shares) {

  /** The name of the file. */
  public static final String FILE_NAME = ".kmslint.yml";

  /** A configuration that says nothing. */
  public static Config empty() {
    return new Config(
        null, Set.of(), Set.of(), Map.of(), Map.of(), List.of(), List.of(), List.of());
  }
}
