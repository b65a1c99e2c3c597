package dev.kmslint.rules;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.ServiceTable;
import dev.kmslint.lint.Exact;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.policy.Glob;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What callers of other accounts can do with a key. */
public final class Reach {
  private static final String ORGANIZATION = "o-zzzzzzzzzz";

  private Reach() {}

  /**
   * The actions that work across accounts and that a key policy allows to some callers.
   *
   * @param known what is known of their requests
   */
  public static List<String> actions(
      PolicyContext context, Exact policy, Who callers, RequestContext known) {
    List<String> allowed = new ArrayList<>();
    ServiceTable kms = context.catalog().service("kms");
    Question any = Asking.about(context, callers, "kms:*").with(known);
    boolean asked = false;
    for (ActionInfo action : kms == null ? List.<ActionInfo>of() : kms.actions()) {
      String name = action.qualifiedName();
      Question question = Asking.about(context, callers, name).with(known);
      if (!action.crossAccount()
          || !action.keyPolicy()
          || action.grantDecides()
          || policy.allowsNone(question)) {
        continue;
      }
      if (policy.showsSome(question)) {
        allowed.add(name);
        continue;
      }
      // One answer about all of them can spare one about each.
      if (!asked && allowed.isEmpty() && !policy.provesSome(any)) {
        return allowed;
      }
      asked = true;
      if (policy.provesSome(question)) {
        allowed.add(name);
      }
    }
    return allowed;
  }

  /**
   * Requests of callers whose account belongs to no organization, or to one that no policy names,
   * or to one of some that are named.
   */
  public static RequestContext organizations(Collection<String> named) {
    List<Glob> ids = new ArrayList<>(List.of(Glob.of(ORGANIZATION)));
    List<Glob> paths = new ArrayList<>(List.of(Glob.of(ORGANIZATION + "/r-zzzz/")));
    for (String id : named) {
      ids.add(Glob.literal(id));
      paths.add(Glob.of(id + "/*"));
    }
    return RequestContext.OPEN
        .with("aws:PrincipalOrgID", new ContextValue.Open(true, ids))
        .with("aws:PrincipalOrgPaths", new ContextValue.Open(true, paths));
  }

  /** Requests of callers whose account belongs to an organization. */
  public static RequestContext organization(String id) {
    return RequestContext.OPEN
        .with("aws:PrincipalOrgID", ContextValue.of(id))
        .with("aws:PrincipalOrgPaths", new ContextValue.Open(false, List.of(Glob.of(id + "/*"))));
  }
}
