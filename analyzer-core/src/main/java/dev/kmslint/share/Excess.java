package dev.kmslint.share;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.access.exact.Answer;
import dev.kmslint.access.exact.Because;
import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.ServiceTable;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Principals;
import dev.kmslint.policy.Statement;
import dev.kmslint.share.Gap.Consequence;
import dev.kmslint.share.Gap.Kind;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Notices what a key policy allows the caller beyond what AWS's example of the sharing allows.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/share-encrypted-snapshot.html
 */
final class Excess {
  /** The actions of the example; those that a {@code *} of it stands for are listed. */
  private static final Set<String> DOCUMENTED =
      Set.of(
          "kms:CreateGrant",
          "kms:Decrypt",
          "kms:DescribeKey",
          "kms:Encrypt",
          "kms:GenerateDataKey",
          "kms:GenerateDataKeyPair",
          "kms:GenerateDataKeyPairWithoutPlaintext",
          "kms:GenerateDataKeyWithoutPlaintext",
          "kms:ListGrants",
          "kms:ReEncryptFrom",
          "kms:ReEncryptTo",
          "kms:RetireGrant",
          "kms:RevokeGrant");

  private final ShareInput input;
  private final ShareFacts facts;
  private final Answers answers;
  private final Gaps gaps;

  Excess(ShareInput input, ShareFacts facts, Answers answers, Gaps gaps) {
    this.input = input;
    this.facts = facts;
    this.answers = answers;
    this.gaps = gaps;
  }

  void check(Catalog catalog) {
    Policy policy = input.keyPolicy();
    ServiceTable kms = catalog.service("kms");
    Arn key = facts.key();
    if (policy == null
        || kms == null
        || key == null
        || facts.owner().equals(facts.caller().account())) {
      return;
    }
    List<String> actions = new ArrayList<>();
    Set<SourceLocation> places = new LinkedHashSet<>();
    for (String own : opened(policy, kms)) {
      String name = "kms:" + own;
      if (!DOCUMENTED.contains(name) && worksAcrossAccounts(kms, own)) {
        Answer answer =
            answers.answer(
                new Question(
                    Who.of(facts.caller()), name, key.toString(), context(), Question.Side.KEY));
        if (answer.allowed() != null) {
          actions.add(name);
          addPlaces(answer, name, places);
        }
      }
    }
    if (!actions.isEmpty()) {
      add(policy, actions, new ArrayList<>(places));
    }
  }

  private static boolean worksAcrossAccounts(ServiceTable kms, String name) {
    ActionInfo action = kms.action(name);
    return action != null && action.crossAccount();
  }

  /** The actions of KMS that an Allow is about which may let the caller's account in. */
  private Set<String> opened(Policy policy, ServiceTable kms) {
    Set<String> opened = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Statement statement : policy.statements()) {
      Principals principals = statement.principals();
      Actions actions = statement.actions();
      if (statement.isAllow()
          && principals != null
          && actions != null
          && principals.letsIn(facts.caller().account())) {
        addNamed(actions, kms, opened);
      }
    }
    return opened;
  }

  private static void addNamed(Actions actions, ServiceTable kms, Set<String> named) {
    if (actions.negated()) {
      for (String name : kms.actionNames()) {
        if (actions.matches("kms:" + name)) {
          named.add(name);
        }
      }
      return;
    }
    for (Actions.Entry entry : actions.entries()) {
      boolean own = entry.service().equals("kms") && entry.isWellFormed();
      if (own || entry.isEverything()) {
        for (ActionInfo action : kms.matching(entry.name())) {
          named.add(action.name());
        }
      }
    }
  }

  private RequestContext context() {
    RequestContext known = RequestContext.OPEN;
    for (Map.Entry<String, List<String>> fact : input.facts().entrySet()) {
      known = known.with(fact.getKey(), new ContextValue.Fixed(fact.getValue()));
    }
    return known;
  }

  /** Where the statements that allow an action name it. */
  private static void addPlaces(Answer answer, String action, Set<SourceLocation> places) {
    for (Because because : answer.because()) {
      Actions actions = because.statement().actions();
      if (because.part() == Because.Part.ALLOWS && actions != null) {
        Actions.Entry entry = actions.negated() ? null : actions.entryFor(action);
        places.add(entry == null ? actions.nameLocation() : entry.location());
      }
    }
  }

  private void add(Policy policy, List<String> actions, List<SourceLocation> places) {
    SourceLocation first = places.isEmpty() ? policy.location().first() : places.get(0);
    List<Gap.Evidence> evidence = new ArrayList<>();
    for (int i = 1; i < places.size(); i++) {
      evidence.add(new Gap.Evidence(places.get(i), "more than the sharing needs here too"));
    }
    gaps.add(
        new Gap(
            Kind.WIDER_THAN_NEEDED,
            Consequence.WARNS,
            Side.KEY_POLICY,
            List.copyOf(actions),
            first,
            List.copyOf(evidence),
            Map.of()));
  }
}
