package dev.kmslint.rules;

import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a statement of an identity policy is as wide as its actions and resources say. */
public final class Openness {
  /** Keys that say who calls, from where and when, and not for what. */
  private static final List<String> SURROUNDINGS =
      List.of(
          "aws:CurrentTime",
          "aws:EpochTime",
          "aws:MultiFactorAuthAge",
          "aws:MultiFactorAuthPresent",
          "aws:PrincipalAccount",
          "aws:PrincipalArn",
          "aws:PrincipalOrgID",
          "aws:RequestedRegion",
          "aws:SecureTransport",
          "aws:SourceIp",
          "aws:SourceVpc",
          "aws:SourceVpce",
          "aws:TokenIssueTime",
          "aws:userid",
          "aws:username");

  private static final Glob ANY_KEY = Glob.of(":key/*");

  private Openness() {}

  /**
   * Whether no condition narrows what the statement is about: at most who calls and how. False
   * where a part of the statement could not be read.
   */
  public static boolean isUnbounded(Statement statement) {
    if (statement.unreadable()) {
      return false;
    }
    for (Condition condition : statement.conditions()) {
      if (!isAboutTheCaller(condition)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a condition is about who calls, from where and when, and not for what. */
  public static boolean isAboutTheCaller(Condition condition) {
    for (String key : SURROUNDINGS) {
      if (condition.hasKey(key)) {
        return true;
      }
    }
    return condition.key().value().toLowerCase(Locale.ROOT).startsWith("aws:principaltag/");
  }

  /** The entry {@code *} of a Resource element; null when there is none. */
  public static Resources.@Nullable Entry everything(Statement statement) {
    Resources resources = statement.resources();
    if (resources != null && !resources.negated()) {
      for (Resources.Entry entry : resources.entries()) {
        if (entry.isEverything()) {
          return entry;
        }
      }
    }
    return null;
  }

  /** The entry of a Resource element that means all keys of all Regions and accounts, or null. */
  public static Resources.@Nullable Entry everyKey(Statement statement) {
    Resources resources = statement.resources();
    if (resources != null && !resources.negated()) {
      for (Resources.Entry entry : resources.entries()) {
        if (entry.isEverything() || isEveryKey(Arn.parse(entry.text()))) {
          return entry;
        }
      }
    }
    return null;
  }

  private static boolean isEveryKey(@Nullable Arn arn) {
    return arn != null
        && (arn.service().equals("kms") || arn.service().equals("*"))
        && Glob.of(arn.region()).matchesEverything()
        && Glob.of(arn.account()).matchesEverything()
        && Glob.of(":" + arn.resource()).covers(ANY_KEY);
  }
}
