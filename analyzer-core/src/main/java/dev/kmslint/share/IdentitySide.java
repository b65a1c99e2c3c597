package dev.kmslint.share;

import dev.kmslint.access.StatementMatch;
import dev.kmslint.access.Truth;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.share.Gap.Consequence;
import dev.kmslint.share.Gap.Kind;
import dev.kmslint.share.Scenario.Obligation;
import dev.kmslint.share.Scenario.Target;
import dev.kmslint.source.SourceLocation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what identity policies lack that do not let the caller do something. */
final class IdentitySide {
  private final ShareInput input;
  private final ShareFacts facts;

  IdentitySide(ShareInput input, ShareFacts facts) {
    this.input = input;
    this.facts = facts;
  }

  /** The gap; null when the policies lack nothing but the right condition, or are not to blame. */
  @Nullable Gap gap(
      Obligation obligation,
      Consequence consequence,
      List<StatementMatch> matches,
      boolean blockedByCondition) {
    if (obligation.target() == Target.SNAPSHOT
        && !Mentions.anyOf(input.identityPolicies(), "rds")) {
      return null;
    }
    if (blockedByCondition) {
      return null;
    }
    if (obligation.target() != Target.SNAPSHOT) {
      if (!Mentions.anyOf(input.identityPolicies(), "kms")) {
        return gap(Kind.IDENTITY_POLICY_MISSING, obligation, consequence, first(matches), null);
      }
      Resources.Entry other = otherKey(matches);
      if (other != null) {
        return keyMismatch(obligation, consequence, other);
      }
    }
    Kind kind =
        obligation.action().equals("kms:CreateGrant")
            ? Kind.CREATE_GRANT_MISSING
            : Kind.ACTION_MISSING;
    DeadStatement dead = DeadStatement.among(matches, obligation.action());
    SourceLocation at = dead == null ? nearest(matches, service(obligation)) : dead.location();
    return gap(kind, obligation, consequence, at, dead);
  }

  private static String service(Obligation obligation) {
    return obligation.action().substring(0, obligation.action().indexOf(':'));
  }

  private SourceLocation first(List<StatementMatch> matches) {
    return matches.isEmpty()
        ? input.identityPolicies().get(0).location().first()
        : matches.get(0).policy().location().first();
  }

  private Gap gap(
      Kind kind,
      Obligation obligation,
      Consequence consequence,
      SourceLocation location,
      @Nullable DeadStatement dead) {
    return new Gap(
        kind,
        consequence,
        Side.IDENTITY,
        List.of(obligation.action()),
        location,
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

  /** The entry nearest to this key, of the statements that allow the action elsewhere. */
  private Resources.@Nullable Entry otherKey(List<StatementMatch> matches) {
    Resources.Entry best = null;
    int most = -1;
    for (StatementMatch match : matches) {
      Statement statement = match.statement();
      boolean elsewhere =
          statement.isAllow() && match.action() != Truth.NO && match.resource() == Truth.NO;
      if (!elsewhere || statement.resources() == null || statement.resources().negated()) {
        continue;
      }
      for (Resources.Entry entry : statement.resources().entries()) {
        int likeness = likeness(entry.text());
        if (likeness > most) {
          most = likeness;
          best = entry;
        }
      }
    }
    return best;
  }

  /** How much text looks like this key's ARN; -1 when it is nothing of AWS KMS. */
  private int likeness(String text) {
    Arn arn = Arn.parse(text);
    Arn key = facts.key();
    if (arn == null || key == null) {
      return text.startsWith("arn:") || text.equals("*") ? -1 : 0;
    }
    if (!arn.service().equals("kms")) {
      return -1;
    }
    int same = arn.partition().equals(key.partition()) ? 2 : 1;
    same += arn.region().equals(key.region()) ? 1 : 0;
    same += arn.account().equals(key.account()) ? 1 : 0;
    return same + (arn.resource().equals(key.resource()) ? 3 : 0);
  }

  private Gap keyMismatch(Obligation obligation, Consequence consequence, Resources.Entry other) {
    return new Gap(
        Kind.KEY_ARN_MISMATCH,
        consequence,
        Side.IDENTITY,
        List.of(obligation.action()),
        other.location(),
        List.of(),
        Gaps.details(
            "named",
            other.text(),
            "key",
            String.valueOf(facts.key()),
            "differs",
            differs(other.text())));
  }

  /** Which part of a resource entry is not this key's. */
  private String differs(String text) {
    Arn arn = Arn.parse(text);
    Arn key = facts.key();
    if (arn == null || key == null) {
      return text.toLowerCase(Locale.ROOT).startsWith("alias/") ? "alias" : "not-arn";
    }
    if (arn.resource().startsWith("alias/")) {
      return "alias";
    }
    StringBuilder parts = new StringBuilder();
    append(parts, "partition", arn.partition(), key.partition());
    append(parts, "Region", arn.region(), key.region());
    append(parts, "account", arn.account(), key.account());
    append(parts, "key id", arn.resource(), key.resource());
    return parts.toString();
  }

  private static void append(StringBuilder parts, String name, String one, String other) {
    if (!Glob.of(one).matches(other)) {
      parts.append(parts.length() == 0 ? "" : " and ").append(name);
    }
  }

  /** The action list of the first statement that allows something of the service. */
  private SourceLocation nearest(List<StatementMatch> matches, String service) {
    for (StatementMatch match : matches) {
      if (Mentions.isIn(match.statement(), service)) {
        return Blame.actions(match.statement());
      }
    }
    return first(matches);
  }
}
