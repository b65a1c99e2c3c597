package dev.kmslint.share;

import dev.kmslint.access.Caller;
import dev.kmslint.access.StatementMatch;
import dev.kmslint.access.Truth;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Principals;
import dev.kmslint.source.SourceLocation;

/**
 * Something that was not given and on which an answer hangs.
 *
 * @param what its name, for the middle of a sentence
 * @param pass the option that gives it
 * @param location the place that asks for it
 */
record Missing(String what, String pass, SourceLocation location) {
  static Missing of(String openKey, StatementMatch match, ShareFacts facts) {
    if (openKey.equals("principal")) {
      return caller(match, facts.caller());
    }
    if (openKey.equals("resource")) {
      return new Missing("the snapshot's ARN", "--snapshot FILE", Blame.effect(match.statement()));
    }
    for (StatementMatch.ConditionResult result : match.conditions()) {
      String key = result.condition().key().value();
      if (result.truth() == Truth.MAYBE && key.equalsIgnoreCase(openKey)) {
        return new Missing(
            "the value of `" + key + "`",
            "--fact " + key + "=VALUE",
            result.condition().key().location());
      }
    }
    return new Missing(
        "the value of `" + openKey + "`",
        "--fact " + openKey + "=VALUE",
        Blame.effect(match.statement()));
  }

  /** The option that says what a document leaves open; empty when none does. */
  static String option(String unknown) {
    String name =
        unknown.startsWith("parameter ") ? unknown.substring("parameter ".length()) : unknown;
    boolean named =
        name.length() > 2 && name.startsWith("`") && name.indexOf('`', 1) == name.length() - 1;
    return named && name.indexOf('{') < 0
        ? "--parameter " + name.substring(1, name.length() - 1) + "=VALUE"
        : "";
  }

  private static Missing caller(StatementMatch match, Caller caller) {
    String what = "which user or role of account `" + caller.account() + "` makes the call";
    String example = "arn:" + caller.partition() + ":iam::" + caller.account() + ":role/NAME";
    SourceLocation at = Blame.effect(match.statement());
    Principals principals = match.statement().principals();
    if (principals != null) {
      at = principals.location();
      for (Principal entry : principals.entries()) {
        if (entry.account().equals(caller.account())) {
          at = entry.location();
          Arn arn = entry.arn();
          example = arn == null ? example : arn.toString();
          break;
        }
      }
    }
    return new Missing(what, "--to " + example, at);
  }
}
