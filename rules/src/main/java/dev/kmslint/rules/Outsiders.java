package dev.kmslint.rules;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.lint.Exact;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Callers of accounts, and of organizations, that a key policy does not name; none of their unique
 * ids is in it either.
 *
 * <p>A network can be left out of account or not: whoever calls from anywhere holds none of the
 * keys of a VPC, and an address that nobody lists.
 */
public final class Outsiders {
  /** The keys of calls that come through a VPC. */
  private static final List<String> VPC_KEYS =
      List.of(
          "aws:SourceVpc",
          "aws:SourceVpcArn",
          "aws:SourceVpce",
          "aws:VpcSourceIp",
          "aws:VpceAccount",
          "aws:VpceOrgID",
          "aws:VpceOrgPaths");

  private static final String SOURCE_IP = "aws:SourceIp";

  /** Of a block for benchmarks of networks (RFC 2544), which no policy lists. */
  private static final String ADDRESS = "198.18.0.1";

  private static final String USER_ID = "AROAZZZZZZZZZZZZZZZZZ:outsider";

  private final PolicyContext context;
  private final Who callers;

  /** The callers that the policy of a context does not name. */
  public Outsiders(PolicyContext context) {
    this.context = context;
    this.callers = Who.outside(Asking.partition(context), named(context));
  }

  private static Set<String> named(PolicyContext context) {
    Set<String> accounts = new TreeSet<>();
    add(context.owner(), accounts);
    for (Statement statement : context.policy().statements()) {
      for (Principal principal : Parts.principals(statement)) {
        add(principal.account(), accounts);
      }
      for (Condition condition : statement.conditions()) {
        for (Condition.Value value : condition.values()) {
          Arn arn = Arn.parse(value.text());
          add(arn == null ? value.text() : arn.account(), accounts);
        }
      }
    }
    return accounts;
  }

  private static void add(String account, Set<String> accounts) {
    if (Arn.isAccountId(account)) {
      accounts.add(account);
    }
  }

  /** Whether a policy lets them do something with the key, from wherever they call. */
  public boolean comeFromAnywhere(Exact policy) {
    RequestContext known = unnamed();
    for (String key : VPC_KEYS) {
      known = known.with(key, ContextValue.ABSENT);
    }
    Question question = Asking.about(context, callers, "kms:*");
    return policy.allowsSome(question.with(known.with(SOURCE_IP, ContextValue.ABSENT)))
        || policy.allowsSome(question.with(known.with(SOURCE_IP, ContextValue.of(ADDRESS))));
  }

  /** What a policy lets them do with the key, if they call from the right network. */
  public List<String> actions(Exact policy) {
    return Reach.actions(context, policy, callers, unnamed());
  }

  private static RequestContext unnamed() {
    return Reach.organizations(List.of()).with("aws:userid", ContextValue.of(USER_ID));
  }
}
