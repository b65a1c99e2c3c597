package dev.kmslint.rules;

import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The accounts and organizations that the Allow statements of a policy name: as principals, or in
 * conditions on who calls.
 *
 * @param accounts account ids, each with the places where it is named
 * @param organizations the same of organization ids
 */
public record Named(
    Map<String, List<SourceLocation>> accounts, Map<String, List<SourceLocation>> organizations) {

  /** All that a policy names. */
  public static Named in(Policy policy) {
    Named named = new Named(new TreeMap<>(), new TreeMap<>());
    for (Statement statement : policy.statements()) {
      if (statement.isAllow() && statement.principals() != null) {
        boolean open = statement.principals().negated();
        for (Principal principal : Parts.principals(statement)) {
          open |= principal.form() == Principal.Form.EVERYONE;
          if (!statement.principals().negated()) {
            add(named.accounts, principal.account(), principal.location());
          }
        }
        for (Condition condition : statement.conditions()) {
          if (open) {
            named.add(condition);
          }
        }
      }
    }
    return named;
  }

  private void add(Condition condition) {
    boolean accounts =
        condition.hasKey("kms:CallerAccount") || condition.hasKey("aws:PrincipalAccount");
    for (Condition.Value value : condition.values()) {
      String text = value.text();
      if (accounts) {
        add(this.accounts, text, value.location());
      } else if (condition.hasKey("aws:PrincipalArn")) {
        Arn arn = Arn.parse(text);
        add(this.accounts, arn == null ? "" : arn.account(), value.location());
      } else if (condition.hasKey("aws:PrincipalOrgID") && text.startsWith("o-")) {
        add(organizations, text, value.location());
      } else if (condition.hasKey("aws:PrincipalOrgPaths") && text.indexOf('/') > 0) {
        add(organizations, text.substring(0, text.indexOf('/')), value.location());
      }
    }
  }

  private static void add(
      Map<String, List<SourceLocation>> names, String name, SourceLocation place) {
    boolean exact = name.indexOf('*') < 0 && name.indexOf('?') < 0;
    if (Arn.isAccountId(name) || (exact && name.startsWith("o-"))) {
      List<SourceLocation> places = names.get(name);
      if (places == null) {
        places = new ArrayList<>();
        names.put(name, places);
      }
      places.add(place);
    }
  }
}
