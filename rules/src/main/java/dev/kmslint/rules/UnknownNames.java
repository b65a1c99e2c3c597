package dev.kmslint.rules;

import dev.kmslint.catalog.Services;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Statement;

/**
 * How sure it is that a name which no table has is wrong. AWS adds names every day, and its own
 * policies keep those of services that are gone; a slip of the pen is neither.
 */
public final class UnknownNames {
  private UnknownNames() {}

  /**
   * How grave an unknown name of an action or service is: a note in a Deny; an error when it is
   * surely wrong, unless the facts are older than twelve months; else a warning.
   */
  public static Severity severity(Statement statement, boolean wrong, PolicyContext context) {
    if (statement.isDeny()) {
      return Severity.NOTE;
    }
    return severity(wrong, context);
  }

  /** As above, where it makes no difference whether the statement allows. */
  public static Severity severity(boolean wrong, PolicyContext context) {
    boolean sure = wrong && !context.catalog().services().areOld(context.today());
    return sure ? Severity.ERROR : Severity.WARNING;
  }

  /**
   * Whether AWS's lists of this service are also kept by hand here, so that what they lack does not
   * exist.
   */
  public static boolean isKeptByHand(String service) {
    return service.equals("kms") || service.equals("rds");
  }

  /**
   * The start of a message about a name that is not known, which goes on with what that means:
   * {@code AWS has no action `s3:x`, so}; where it is not sure, with the day of the facts.
   *
   * @param what as {@code action `s3:x`}
   * @param wrong whether the name is surely wrong
   */
  public static String hasNo(String what, boolean wrong, PolicyContext context) {
    Services services = context.catalog().services();
    return wrong && !services.areOld(context.today())
        ? "AWS has no " + what + ", so "
        : "AWS listed no " + what + " on " + services.date() + ", so unless it is newer, ";
  }
}
