package dev.kmslint.share;

import dev.kmslint.access.Caller;
import dev.kmslint.access.StatementMatch;
import dev.kmslint.access.Truth;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import dev.kmslint.share.Gap.Consequence;
import dev.kmslint.share.Gap.Evidence;
import dev.kmslint.share.Gap.Kind;
import dev.kmslint.share.Scenario.Obligation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a key policy lacks that does not let the caller do something. */
final class KeySide {
  private final ShareInput input;
  private final ShareFacts facts;

  KeySide(ShareInput input, ShareFacts facts) {
    this.input = input;
    this.facts = facts;
  }

  /** The gap; null when the key policy lacks nothing but the right condition. */
  @Nullable Gap gap(
      Obligation obligation,
      Consequence consequence,
      List<StatementMatch> matches,
      boolean blockedByCondition) {
    List<StatementMatch> naming = new ArrayList<>();
    Principal other = null;
    for (StatementMatch match : matches) {
      if (!match.statement().isAllow()) {
        continue;
      }
      if (match.principal() != Truth.NO) {
        naming.add(match);
      } else if (other == null && wouldAllow(match)) {
        other = otherOfAccount(match.statement());
      }
    }
    if (naming.isEmpty()) {
      return other != null
          ? callerMismatch(obligation, consequence, other)
          : principalMissing(obligation, consequence, matches);
    }
    return blockedByCondition ? null : actionMissing(obligation, consequence, naming);
  }

  private static boolean wouldAllow(StatementMatch match) {
    return match.action() != Truth.NO
        && match.resource() != Truth.NO
        && match.condition() != Truth.NO;
  }

  /** A principal of the caller's account that a statement names, and that is not the caller. */
  private @Nullable Principal otherOfAccount(Statement statement) {
    if (statement.principals() == null || statement.principals().negated()) {
      return null;
    }
    for (Principal entry : statement.principals().entries()) {
      boolean identity =
          entry.form() == Principal.Form.USER
              || entry.form() == Principal.Form.ROLE
              || entry.form() == Principal.Form.ROLE_SESSION
              || entry.form() == Principal.Form.FEDERATED_USER;
      if (identity && entry.account().equals(facts.caller().account())) {
        return entry;
      }
    }
    return null;
  }

  private Gap callerMismatch(Obligation obligation, Consequence consequence, Principal other) {
    return new Gap(
        Kind.CALLER_MISMATCH,
        consequence,
        Side.KEY_POLICY,
        List.of(obligation.action()),
        other.location(),
        List.of(),
        Gaps.details("named", other.value(), "caller", facts.caller().arn()));
  }

  private Gap principalMissing(
      Obligation obligation, Consequence consequence, List<StatementMatch> matches) {
    Arn key = facts.key();
    boolean primary =
        input.key() != null
            && input.key().multiRegionKeyType() != null
            && input.key().multiRegionKeyType().value().equals("PRIMARY");
    Caller caller = facts.caller();
    if (key != null && key.resource().startsWith("key/mrk-") && !primary) {
      Policy policy = input.keyPolicy();
      return new Gap(
          Kind.REPLICA_KEY_NOT_SHARED,
          consequence,
          Side.KEY_POLICY,
          List.of(obligation.action()),
          policy == null ? input.location() : policy.location().first(),
          List.of(),
          Gaps.details("region", key.region(), "account", caller.account()));
    }
    Principal near = nearMiss(matches);
    return new Gap(
        Kind.EXTERNAL_PRINCIPAL_MISSING,
        consequence,
        Side.KEY_POLICY,
        List.of(obligation.action()),
        near == null ? input.location() : near.location(),
        near == null && input.keyPolicy() != null
            ? List.of(new Evidence(input.keyPolicy().location().first(), "the key policy"))
            : List.of(),
        Gaps.details(
            "account",
            caller.account(),
            "caller",
            caller.arn(),
            "near",
            near == null ? "" : near.value(),
            "why",
            near == null ? "" : why(near)));
  }

  /** An entry that looks as if the caller was meant: unusable, or of a nearly equal account. */
  private @Nullable Principal nearMiss(List<StatementMatch> matches) {
    for (StatementMatch match : matches) {
      Statement statement = match.statement();
      if (!statement.isAllow() || statement.principals() == null) {
        continue;
      }
      for (Principal entry : statement.principals().entries()) {
        if (!why(entry).isEmpty()) {
          return entry;
        }
      }
    }
    return null;
  }

  private String why(Principal entry) {
    String account = facts.caller().account();
    return switch (entry.form()) {
      case UNIQUE_ID -> "deleted";
      case WILDCARD -> entry.value().contains(account) ? "wildcard" : "";
      case MALFORMED -> entry.value().contains(account) ? "malformed" : "";
      default -> differsInOneDigit(entry.account(), account) ? "digit" : "";
    };
  }

  private boolean differsInOneDigit(String one, String other) {
    if (one.length() != other.length() || one.equals(facts.owner())) {
      return false;
    }
    int different = 0;
    for (int i = 0; i < one.length(); i++) {
      different += one.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return different == 1 || (different == 2 && sorted(one).equals(sorted(other)));
  }

  private static String sorted(String text) {
    char[] chars = text.toCharArray();
    Arrays.sort(chars);
    return new String(chars);
  }

  private Gap actionMissing(
      Obligation obligation, Consequence consequence, List<StatementMatch> naming) {
    DeadStatement dead = DeadStatement.among(naming, obligation.action());
    return new Gap(
        obligation.action().equals("kms:CreateGrant")
            ? Kind.CREATE_GRANT_MISSING
            : Kind.ACTION_MISSING,
        consequence,
        Side.KEY_POLICY,
        List.of(obligation.action()),
        dead == null ? Blame.actions(naming.get(0).statement()) : dead.location(),
        List.of(),
        Gaps.details(
            "account",
            facts.caller().account(),
            "caller",
            facts.caller().arn(),
            "level",
            obligation.level().word(),
            "dead",
            dead == null ? "" : dead.why(),
            "lacks",
            dead == null ? "" : dead.lacks()));
  }
}
