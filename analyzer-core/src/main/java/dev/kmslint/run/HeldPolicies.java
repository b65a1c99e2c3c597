package dev.kmslint.run;

import dev.kmslint.access.Question;
import dev.kmslint.intake.AccountPrincipal;
import dev.kmslint.intake.Content;
import dev.kmslint.intake.Content.FoundPolicy;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The policies of users and roles, but for identity policies that a question does not touch. */
final class HeldPolicies {
  private final Glob action;
  private final Glob resource;
  private final Map<String, List<Policy>> identity = new HashMap<>();
  private final Map<String, Policy> boundaries = new HashMap<>();

  HeldPolicies(Collection<Loaded> files, Question question) {
    this.action = Glob.of(question.action().toLowerCase(Locale.ROOT));
    this.resource = Glob.of(question.resource());
    for (Loaded file : files) {
      for (Content content : file.contents()) {
        if (content instanceof FoundPolicy found) {
          add(found);
        }
      }
    }
  }

  private void add(FoundPolicy found) {
    List<String> holders = found.setting().holders();
    Policy policy = found.policy();
    if (holders != null && policy.kind() == PolicyKind.IDENTITY && isTouched(policy)) {
      for (String holder : holders) {
        identity.computeIfAbsent(holder, any -> new ArrayList<>()).add(policy);
      }
    }
    if (!found.setting().bounded().isEmpty()) {
      Policy boundary = found.declared(PolicyKind.BOUNDARY).policy();
      for (String bounded : found.setting().bounded()) {
        boundaries.put(bounded, boundary);
      }
    }
  }

  List<Policy> identityPolicies(String arn) {
    return identity.getOrDefault(arn, List.of());
  }

  /** Null for one that has none, or none that was told. */
  @Nullable Policy boundary(AccountPrincipal principal) {
    return principal.boundary() == null ? null : boundaries.get(principal.arn().value());
  }

  private boolean isTouched(Policy policy) {
    for (Statement statement : policy.statements()) {
      if (statement.isOpen()
          || statement.unreadable()
          || (touchesAction(statement.actions()) && touchesResource(statement.resources()))) {
        return true;
      }
    }
    return false;
  }

  private boolean touchesAction(@Nullable Actions actions) {
    return actions == null || actions.mayCover(action);
  }

  private boolean touchesResource(@Nullable Resources resources) {
    if (resources == null || resources.negated() || resource.matchesEverything()) {
      return true;
    }
    for (Resources.Entry entry : resources.entries()) {
      if (entry.template().widest().intersects(resource)) {
        return true;
      }
    }
    return false;
  }
}
