package dev.kmslint.share;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Layer;
import dev.kmslint.access.LayerDecision;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.StatementMatch;
import dev.kmslint.access.Truth;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Text;
import dev.kmslint.share.Gap.Consequence;
import dev.kmslint.share.Gap.Evidence;
import dev.kmslint.share.Gap.Kind;
import dev.kmslint.share.Scenario.Obligation;
import dev.kmslint.share.Scenario.Target;
import dev.kmslint.source.SourceLocation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says why an obligation is not met: for each layer of policies the first of the causes that
 * applies, with its place.
 */
final class PolicyGaps {
  private static final int MAX_VALUES = 3;

  private final ShareInput input;
  private final ShareFacts facts;
  private final Gaps gaps;

  PolicyGaps(ShareInput input, ShareFacts facts, Gaps gaps) {
    this.input = input;
    this.facts = facts;
    this.gaps = gaps;
  }

  /** Adds the gaps of one obligation. */
  void explain(Obligation obligation, Answers.Sides sides) {
    if (sides.both() == Outcome.ALWAYS) {
      return;
    }
    boolean onSourceKey = obligation.target() == Target.SOURCE_KEY;
    for (Map.Entry<Layer, LayerDecision> entry : sides.decision().layers().entrySet()) {
      LayerDecision layer = entry.getValue();
      boolean owners = entry.getKey() == Layer.KEY_POLICY || entry.getKey() == Layer.RCP;
      Outcome side = owners ? sides.key() : sides.identity();
      boolean skipped = entry.getKey() == Layer.KEY_POLICY && !onSourceKey;
      if (!layer.given() || skipped || side == Outcome.ALWAYS) {
        continue;
      }
      StatementMatch deny = Blame.deny(layer.matches());
      if (deny != null) {
        denied(obligation, entry.getKey(), deny);
      } else if (obligation.target() != Target.TARGET_KEY) {
        undenied(obligation, entry.getKey(), layer, side, sides.on());
      }
    }
    boolean explained = gaps.has(Consequence.BREAKS) || gaps.has(Consequence.UNDETERMINED);
    if (obligation.level() == Level.REQUIRED && !explained) {
      unexplained(obligation, sides);
    }
  }

  /** An answer for which no layer alone is to blame, such as a key of another partition. */
  private void unexplained(Obligation obligation, Answers.Sides sides) {
    boolean never = sides.both() == Outcome.NEVER;
    gaps.add(
        new Gap(
            never ? Kind.EXTERNAL_PRINCIPAL_MISSING : Kind.UNDETERMINED,
            never ? Consequence.BREAKS : Consequence.UNDETERMINED,
            Side.KEY_POLICY,
            List.of(obligation.action()),
            input.location(),
            List.of(),
            never
                ? Gaps.details("account", facts.caller().account(), "caller", facts.caller().arn())
                : Gaps.details(
                    "missing", "whether `" + obligation.action() + "` is allowed", "pass", "")));
  }

  private void undenied(
      Obligation obligation, Layer name, LayerDecision layer, Outcome side, Set<String> on) {
    if (layer.deny() == Truth.MAYBE) {
      List<StatementMatch> denies = Blame.undecided(layer.matches(), true);
      if (side == Outcome.NEVER && layer.allow() == Truth.YES) {
        denied(obligation, name, denies.get(0));
      } else {
        undecided(obligation, name, denies, on);
      }
    } else if (layer.allow() == Truth.NO) {
      notAllowed(obligation, name, layer.matches());
    } else if (layer.allow() == Truth.MAYBE) {
      undecided(obligation, name, Blame.undecided(layer.matches(), false), on);
    }
  }

  private void denied(Obligation obligation, Layer layer, StatementMatch deny) {
    boolean guardrail = layer != Layer.KEY_POLICY && layer != Layer.IDENTITY;
    boolean breaks = obligation.level() == Level.REQUIRED || obligation.level() == Level.ELSEWHERE;
    gaps.add(
        new Gap(
            guardrail ? Kind.GUARDRAIL_BLOCKS : Kind.EXPLICIT_DENY,
            breaks ? Consequence.BREAKS : Consequence.WARNS,
            Blame.side(layer),
            List.of(obligation.action()),
            Blame.effect(deny.statement()),
            List.of(),
            Gaps.details(
                "reason",
                "deny",
                "statement",
                deny.statement().title(),
                "target",
                target(obligation),
                "resource",
                resource(obligation))));
  }

  private void notAllowed(Obligation obligation, Layer layer, List<StatementMatch> matches) {
    Consequence consequence =
        obligation.level() == Level.REQUIRED ? Consequence.BREAKS : Consequence.WARNS;
    if (layer == Layer.KEY_POLICY || layer == Layer.IDENTITY) {
      StatementMatch blocked = Blame.blockedByCondition(matches);
      Gap missing =
          layer == Layer.KEY_POLICY
              ? new KeySide(input, facts).gap(obligation, consequence, matches, blocked != null)
              : new IdentitySide(input, facts)
                  .gap(obligation, consequence, matches, blocked != null);
      if (missing != null) {
        gaps.add(missing);
      } else if (blocked != null) {
        gaps.add(conditionBlocks(obligation, consequence, layer, blocked));
      }
      return;
    }
    gaps.add(
        new Gap(
            Kind.GUARDRAIL_BLOCKS,
            consequence,
            Blame.side(layer),
            List.of(obligation.action()),
            matches.get(0).policy().location().first(),
            List.of(),
            Gaps.details(
                "reason",
                "no-allow",
                "target",
                target(obligation),
                "resource",
                resource(obligation))));
  }

  private static String target(Obligation obligation) {
    return switch (obligation.target()) {
      case SOURCE_KEY -> "source-key";
      case TARGET_KEY -> "target-key";
      case SNAPSHOT -> "snapshot";
    };
  }

  /** The ARN of what an obligation is about; empty when unknown. */
  private String resource(Obligation obligation) {
    Text targetKey = input.request() == null ? null : input.request().kmsKeyId();
    return switch (obligation.target()) {
      case SOURCE_KEY -> facts.key() == null ? "" : facts.key().toString();
      case TARGET_KEY -> targetKey == null ? "" : targetKey.value();
      case SNAPSHOT -> facts.snapshotArn() == null ? "" : facts.snapshotArn().toString();
    };
  }

  private static Gap conditionBlocks(
      Obligation obligation, Consequence consequence, Layer layer, StatementMatch blocked) {
    StatementMatch.ConditionResult failing = blocked.conditions().get(0);
    for (StatementMatch.ConditionResult result : blocked.conditions()) {
      if (result.truth() == Truth.NO) {
        failing = result;
        break;
      }
    }
    Condition condition = failing.condition();
    boolean absent = failing.sent() instanceof ContextValue.Absent;
    return new Gap(
        Kind.CONDITION_BLOCKS,
        consequence,
        Blame.side(layer),
        List.of(obligation.action()),
        absent ? condition.key().location() : condition.valuesLocation(),
        List.of(new Evidence(Blame.actions(blocked.statement()), "the action is allowed here")),
        Gaps.details(
            "operator",
            condition.operatorName().value(),
            "conditionKey",
            condition.key().value(),
            "wanted",
            wanted(condition),
            "sent",
            sent(failing.sent()),
            "statement",
            blocked.statement().title(),
            "version",
            literalVariable(condition, blocked.policy())));
  }

  /** The version under which a policy variable among the values is plain text; else empty. */
  private static String literalVariable(Condition condition, Policy policy) {
    String version = policy.version() == null ? "2008-10-17" : policy.version().value();
    for (Condition.Value value : condition.values()) {
      if (value.text().contains("${") && !version.equals(Policy.CURRENT_VERSION)) {
        return version;
      }
    }
    return "";
  }

  /** The values of a condition, each in backticks; of many only the first ones. */
  private static String wanted(Condition condition) {
    int values = condition.values().size();
    int shown = values <= MAX_VALUES + 1 ? values : MAX_VALUES;
    StringBuilder wanted = new StringBuilder();
    for (int i = 0; i < shown; i++) {
      boolean last = i + 1 == values;
      wanted.append(i == 0 ? "" : last ? " or " : ", ");
      wanted.append('`').append(condition.values().get(i).text()).append('`');
    }
    if (shown < values) {
      wanted.append(" or ").append(values - shown).append(" others");
    }
    return wanted.toString();
  }

  /** What the scenario's requests hold under a key: its values, or nothing. */
  private static String sent(ContextValue value) {
    if (value instanceof ContextValue.Fixed fixed) {
      return String.join("`, `", fixed.values());
    }
    if (value instanceof ContextValue.Open open) {
      StringBuilder within = new StringBuilder();
      for (int i = 0; i < open.within().size(); i++) {
        within.append(i == 0 ? "" : "`, `").append(open.within().get(i));
      }
      return within.toString();
    }
    return "";
  }

  /**
   * Names what an answer hangs on.
   *
   * @param on the condition keys that decide; empty when that is not known exactly
   */
  private void undecided(
      Obligation obligation, Layer layer, List<StatementMatch> matches, Set<String> on) {
    for (StatementMatch match : matches) {
      Text unknown = match.statement().unknown();
      if (unknown != null) {
        undecided(
            obligation,
            layer,
            unknown.location(),
            "missing",
            unknown.value(),
            "pass",
            Missing.option(unknown.value()));
        continue;
      }
      for (String key : match.openKeys()) {
        if (key.indexOf(':') >= 0 && !on.isEmpty() && !on.contains(key)) {
          continue;
        }
        Missing missing = Missing.of(key, match, facts);
        undecided(
            obligation,
            layer,
            missing.location(),
            "missing",
            missing.what(),
            "pass",
            missing.pass());
      }
      if (match.openKeys().isEmpty()) {
        for (String doubt : match.doubts()) {
          undecided(obligation, layer, Blame.effect(match.statement()), "doubt", doubt);
        }
      }
    }
    if (matches.isEmpty()) {
      undecided(
          obligation,
          layer,
          input.scps().isEmpty() ? input.location() : input.scps().get(0).location().first(),
          "missing",
          "the levels at which the service control policies are attached");
    }
  }

  private void undecided(
      Obligation obligation, Layer layer, SourceLocation location, String... details) {
    gaps.add(
        new Gap(
            Kind.UNDETERMINED,
            obligation.level() == Level.REQUIRED ? Consequence.UNDETERMINED : Consequence.WARNS,
            Blame.side(layer),
            List.of(obligation.action()),
            location,
            List.of(),
            Gaps.details(details)));
  }
}
