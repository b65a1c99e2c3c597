package dev.kmslint.share;

import dev.kmslint.access.Decision;
import dev.kmslint.access.Layer;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.Request;
import dev.kmslint.access.StatementMatch;
import dev.kmslint.access.Truth;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Text;
import dev.kmslint.share.Gap.Consequence;
import dev.kmslint.share.Gap.Kind;
import dev.kmslint.share.Scenario.Obligation;
import dev.kmslint.share.Scenario.Target;
import dev.kmslint.share.ShareResult.Decided;
import java.util.ArrayList;
import java.util.List;

/** Decides whether a sharing works, and names what is missing. */
public final class ShareCheck {
  private final Catalog catalog;

  /** A check that takes its facts about AWS from a catalogue. */
  public ShareCheck(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Checks one sharing.
   *
   * @throws IllegalArgumentException when {@link ShareInput#to} names neither an account nor a
   *     principal of one
   */
  public ShareResult check(ShareInput input) {
    ShareFacts facts = ShareFacts.of(input);
    Obligations obligations = new Obligations(input, facts);
    return check(input, facts, obligations, new Answers(catalog, obligations.policies()));
  }

  ShareResult check(ShareInput input, ShareFacts facts, Obligations obligations, Answers answers) {
    Gaps gaps = new Gaps();
    new KeyFacts(input, facts, gaps).check();
    new SnapshotFacts(input, facts, catalog, gaps).check();
    new RequestFacts(input, facts, gaps).check();
    if (input.rootUser()) {
      gaps.fact(
          Kind.ROOT_USER_CALLER,
          Consequence.BREAKS,
          Side.CALLER,
          input.location(),
          "account",
          facts.caller().account());
    }
    Encryption encryption = Encryption.of(input.snapshot());
    boolean needsKey = encryption != Encryption.NONE && encryption != Encryption.AWS_OWNED;
    if (needsKey) {
      missingDocuments(input, facts, gaps);
    }
    List<Decided> decided = new ArrayList<>();
    for (Obligation obligation : input.scenario().obligations()) {
      if (needsKey || obligation.target() == Target.SNAPSHOT) {
        decide(input, facts, obligations, answers, obligation, gaps, decided);
      }
    }
    if (needsKey) {
      new GrantCondition(input, gaps).check(decided);
      new Excess(input, facts, answers, gaps).check(catalog);
    }
    return new ShareResult(
        input.name(),
        input.scenario().name(),
        verdict(gaps),
        facts.key() == null ? "" : facts.key().toString(),
        facts.owner(),
        input.to(),
        input.location(),
        List.copyOf(decided),
        gaps.sorted(),
        Assumptions.of(input, facts, needsKey, decided),
        facts.inferred(),
        answers.internalErrors());
  }

  private static Verdict verdict(Gaps gaps) {
    if (gaps.has(Consequence.BREAKS)) {
      return Verdict.BROKEN;
    }
    return gaps.has(Consequence.UNDETERMINED) ? Verdict.UNKNOWN : Verdict.PROVEN;
  }

  private static void missingDocuments(ShareInput input, ShareFacts facts, Gaps gaps) {
    if (input.keyPolicy() == null) {
      gaps.undetermined(Side.KEY_POLICY, input.location(), "the key policy", "--key-policy FILE");
    }
    if (input.identityPolicies().isEmpty() && !input.rootUser()) {
      gaps.undetermined(
          Side.IDENTITY,
          input.location(),
          "what the caller's identity policies allow",
          "--identity-policy FILE");
    }
    if (facts.key() == null) {
      gaps.undetermined(Side.KEY, input.location(), "the key's ARN", "--key-arn ARN");
    }
  }

  private void decide(
      ShareInput input,
      ShareFacts facts,
      Obligations obligations,
      Answers answers,
      Obligation obligation,
      Gaps gaps,
      List<Decided> decided) {
    Request request = obligations.request(obligation);
    if (request == null) {
      return;
    }
    Answers.Sides sides = answers.ask(request);
    Decision decision = sides.decision();
    boolean onSourceKey = obligation.target() == Target.SOURCE_KEY;
    Outcome keySide = onSourceKey ? sides.key() : ownerSide(input, facts, obligation);
    boolean identityGiven = !input.identityPolicies().isEmpty() || input.rootUser();
    Outcome identitySide = sides.identity();
    boolean elsewhere =
        obligation.target() == Target.SNAPSHOT && !Mentions.anyOf(input.identityPolicies(), "rds");
    if ((!identityGiven || elsewhere) && identitySide == Outcome.NEVER && !denied(decision)) {
      identitySide = Outcome.UNKNOWN;
    }
    Outcome result = onSourceKey ? sides.both() : identitySide;
    if (onSourceKey && !identityGiven && keySide != Outcome.NEVER && result == Outcome.NEVER) {
      result = identitySide;
    }
    if (obligation.target() == Target.TARGET_KEY) {
      result = denied(decision) ? Outcome.NEVER : Outcome.UNKNOWN;
    }
    decided.add(
        new Decided(
            obligation.action(),
            obligations.shownResource(request),
            obligation.level(),
            keySide,
            identitySide,
            result,
            because(decision, onSourceKey),
            obligations.shown(request, catalog)));
    boolean managed = KeyFacts.awsManaged(input) != null;
    if (!(managed && onSourceKey)) {
      new PolicyGaps(input, facts, gaps).explain(obligation, sides);
    }
  }

  private static boolean denied(Decision decision) {
    for (Layer layer : Layer.values()) {
      if (decision.layer(layer).deny() == Truth.YES) {
        return true;
      }
    }
    return false;
  }

  /** What the owner's side says to a use of the snapshot, or of the key for the copy. */
  private static Outcome ownerSide(ShareInput input, ShareFacts facts, Obligation obligation) {
    if (obligation.target() == Target.TARGET_KEY) {
      return Outcome.UNKNOWN;
    }
    if (!facts.isShared()) {
      return Outcome.ALWAYS;
    }
    if (input.attributes() == null) {
      return Outcome.UNKNOWN;
    }
    for (Text value : input.attributes().restore()) {
      if (value.value().equals("all") || value.value().equals(facts.caller().account())) {
        return Outcome.ALWAYS;
      }
    }
    return Outcome.NEVER;
  }

  private static List<ShareResult.Because> because(Decision decision, boolean withKeyPolicy) {
    List<ShareResult.Because> because = new ArrayList<>();
    for (StatementMatch match : decision.because()) {
      boolean keyPolicy = match.policy().kind() == PolicyKind.KEY;
      if (!keyPolicy || withKeyPolicy) {
        Text sid = match.statement().sid();
        because.add(
            new ShareResult.Because(match.statement().location(), sid == null ? "" : sid.value()));
      }
    }
    return List.copyOf(because);
  }
}
