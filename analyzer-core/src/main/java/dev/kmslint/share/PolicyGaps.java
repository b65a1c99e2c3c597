package dev.kmslint.share;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Decision;
import dev.kmslint.access.Layer;
import dev.kmslint.access.LayerDecision;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.StatementMatch;
import dev.kmslint.access.Truth;
import dev.kmslint.policy.Condition;
import dev.kmslint.share.Gap.Consequence;
import dev.kmslint.share.Gap.Evidence;
import dev.kmslint.share.Gap.Kind;
import dev.kmslint.share.Scenario.Obligation;
import dev.kmslint.share.Scenario.Target;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Says why an obligation is not met: for each layer of policies the first of the causes that
 * applies, with its place.
 */
final class PolicyGaps {
  private final ShareInput input;
  private final ShareFacts facts;
  private final Gaps gaps;

  PolicyGaps(ShareInput input, ShareFacts facts, Gaps gaps) {
    this.input = input;
    this.facts = facts;
    this.gaps = gaps;
  }

  /** Adds the gaps of one obligation. */
  void explain(Obligation obligation, Decision decision) {
    if (decision.outcome() == Outcome.ALWAYS) {
      return;
    }
    boolean onSourceKey = obligation.target() == Target.SOURCE_KEY;
    for (Map.Entry<Layer, LayerDecision> entry : decision.layers().entrySet()) {
      LayerDecision layer = entry.getValue();
      boolean skipped = entry.getKey() == Layer.KEY_POLICY && !onSourceKey;
      if (!layer.given() || skipped) {
        continue;
      }
      StatementMatch deny = Blame.deny(layer.matches());
      if (deny != null) {
        denied(obligation, entry.getKey(), deny);
      } else if (obligation.target() != Target.TARGET_KEY) {
        undenied(obligation, entry.getKey(), layer);
      }
    }
  }

  private void undenied(Obligation obligation, Layer name, LayerDecision layer) {
    if (layer.deny() == Truth.MAYBE) {
      undecided(obligation, name, Blame.undecided(layer.matches(), true));
    } else if (layer.allow() == Truth.NO) {
      notAllowed(obligation, name, layer.matches());
    } else if (layer.allow() == Truth.MAYBE) {
      undecided(obligation, name, Blame.undecided(layer.matches(), false));
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
            Gaps.details("reason", "deny", "statement", deny.statement().title())));
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
            Gaps.details("reason", "no-allow")));
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
    List<String> wanted = new ArrayList<>();
    for (Condition.Value value : condition.values()) {
      wanted.add(value.text());
    }
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
            String.join("`, `", wanted),
            "sent",
            sent(failing.sent()),
            "statement",
            blocked.statement().title()));
  }

  /** What the scenario's requests hold under a key: its values, or nothing. */
  private static String sent(ContextValue value) {
    if (value instanceof ContextValue.Fixed fixed) {
      return String.join(", ", fixed.values());
    }
    if (value instanceof ContextValue.Open open) {
      StringBuilder within = new StringBuilder();
      for (int i = 0; i < open.within().size(); i++) {
        within.append(i == 0 ? "" : ", ").append(open.within().get(i));
      }
      return within.toString();
    }
    return "";
  }

  private void undecided(Obligation obligation, Layer layer, List<StatementMatch> matches) {
    Consequence consequence =
        obligation.level() == Level.REQUIRED ? Consequence.UNDETERMINED : Consequence.WARNS;
    for (StatementMatch match : matches) {
      for (String key : match.openKeys()) {
        Missing missing = Missing.of(key, match, facts);
        add(obligation, layer, consequence, missing.location(), missing.what(), missing.pass());
      }
      if (match.openKeys().isEmpty()) {
        for (String doubt : match.doubts()) {
          add(obligation, layer, consequence, Blame.effect(match.statement()), doubt, "");
        }
      }
    }
    if (matches.isEmpty()) {
      SourceLocation at =
          input.scps().isEmpty() ? input.location() : input.scps().get(0).location().first();
      add(
          obligation,
          layer,
          consequence,
          at,
          "at which levels the service control policies are attached",
          "");
    }
  }

  private void add(
      Obligation obligation,
      Layer layer,
      Consequence consequence,
      SourceLocation location,
      String missing,
      String pass) {
    gaps.add(
        new Gap(
            Kind.UNDETERMINED,
            consequence,
            Blame.side(layer),
            List.of(obligation.action()),
            location,
            List.of(),
            Gaps.details("missing", missing, "pass", pass)));
  }
}
