package dev.kmslint.rules.kms;

import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.Asking;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Named;
import dev.kmslint.rules.Reach;
import dev.kmslint.rules.Wording;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Flags accounts and organizations that can use the key and that nobody said are trusted. */
public final class ExternalAccess implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/external-access",
          Severity.WARNING,
          Precision.HIGH,
          6,
          "an account or organization that is not trusted can use the key",
          "0.1.0",
          List.of(AwsPages.KMS_EXTERNAL_ACCOUNTS, AwsPages.GLOBAL_KEYS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    if (!context.isKeyPolicy() || context.owner().isEmpty()) {
      return findings;
    }
    Named named = Named.in(context.policy());
    named.accounts().remove(context.owner());
    named.accounts().keySet().removeAll(context.trustedAccounts());
    named.organizations().keySet().removeAll(context.trustedOrganizations());
    String partition = Asking.partition(context);
    RequestContext untrusted = Reach.organizations(named.organizations().keySet());
    for (Map.Entry<String, List<SourceLocation>> account : named.accounts().entrySet()) {
      Who callers = new Who.Everybody(partition, account.getKey());
      List<String> actions = Reach.actions(context, context.exact(), callers, untrusted);
      if (!actions.isEmpty()) {
        findings.add(finding("account", account, actions));
      }
    }
    Set<String> known = new TreeSet<>(context.trustedAccounts());
    known.add(context.owner());
    for (Map.Entry<String, List<SourceLocation>> one : named.organizations().entrySet()) {
      Who callers = Who.outside(partition, known);
      RequestContext members = Reach.organization(one.getKey());
      List<String> actions = Reach.actions(context, context.exact(), callers, members);
      if (!actions.isEmpty()) {
        findings.add(finding("organization", one, actions));
      }
    }
    return findings;
  }

  private static Finding finding(
      String what, Map.Entry<String, List<SourceLocation>> who, List<String> actions) {
    List<SourceLocation> places = who.getValue();
    Finding.Builder builder = Finding.of(INFO).at(places.get(0));
    for (SourceLocation place : places.subList(1, places.size())) {
      builder.related(place, "named here too");
    }
    boolean account = what.equals("account");
    return builder.says(
        (account ? "account " : "every account of organization ")
            + Wording.code(who.getKey())
            + (account ? ", which is not trusted, can call " : " can call ")
            + Wording.some(actions)
            + " with this key",
        "if that is meant, add it to "
            + (account ? "`trusted-accounts`" : "`trusted-orgs`")
            + " in `.kmslint.yml`; else take it out of the policy");
  }
}
