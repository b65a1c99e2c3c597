package dev.kmslint.access.exact.term;

import dev.kmslint.access.Caller;
import dev.kmslint.access.ContextValue;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.exact.atom.Domain;
import dev.kmslint.access.exact.atom.Pattern;
import dev.kmslint.access.exact.atom.Relation;
import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.Carried;
import dev.kmslint.catalog.ConditionKeyInfo;
import dev.kmslint.catalog.Presence;
import dev.kmslint.policy.Arn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the requests of one question hold under condition keys: what was pinned; what follows from
 * caller and resource; nothing, for a key that none of the actions carries or that does not exist;
 * else anything that its presence allows.
 */
public final class QuestionKeys implements Keys {
  private final Facts facts;
  private final RequestContext context;
  private final ActionSet actions;
  private final @Nullable Caller caller;
  private final @Nullable String resource;
  private final Set<Relation> relations = new LinkedHashSet<>();

  /**
   * @param caller the caller, when there is only one
   * @param resource the resource, when there is only one
   */
  public QuestionKeys(
      Facts facts,
      RequestContext context,
      ActionSet actions,
      @Nullable Caller caller,
      @Nullable String resource) {
    this.facts = facts;
    this.context = context;
    this.actions = actions;
    this.caller = caller;
    this.resource = resource;
  }

  /** What was pinned. */
  RequestContext context() {
    return context;
  }

  @Override
  public @Nullable ContextValue pinned(String key) {
    return context.pins().isEmpty() ? null : context.pins().get(key);
  }

  @Override
  public ContextValue value(String key) {
    ContextValue pinned = pinned(key);
    if (pinned != null) {
      return pinned;
    }
    if (DerivedKeys.isDerived(key)) {
      ContextValue derived = caller == null ? null : caller.derived(key);
      return derived == null ? ContextValue.ANYTHING : derived;
    }
    if (key.equals("aws:resourceaccount") && resource != null) {
      Arn arn = Arn.parse(resource);
      if (arn != null && !arn.account().isEmpty()) {
        return ContextValue.of(arn.account());
      }
    }
    Domain domain = domain(key);
    return domain.present()
        ? new ContextValue.Open(domain.absent(), List.of())
        : ContextValue.ABSENT;
  }

  @Override
  public boolean areComparable(String one, String other) {
    return isAnyText(one) && isAnyText(other);
  }

  private boolean isAnyText(String key) {
    Domain domain = domain(key);
    return !DerivedKeys.isDerived(key)
        && !key.equals("aws:resourceaccount")
        && domain.present()
        && !domain.many()
        && domain.kind() == Domain.Kind.TEXT
        && domain.isAnyText();
  }

  @Override
  public void relate(Relation relation) {
    relations.add(relation);
  }

  /** The relation of a name; null when there is none. */
  public @Nullable Relation relation(String name) {
    for (Relation relation : relations) {
      if (relation.name().equals(name)) {
        return relation;
      }
    }
    return null;
  }

  public Set<Relation> relations() {
    return relations;
  }

  /** What requests can hold under a key that does not follow from caller or resource. */
  public Domain domain(String key) {
    ContextValue pinned = pinned(key);
    if (pinned instanceof ContextValue.Fixed fixed) {
      return Domain.of(fixed.values());
    }
    if (pinned instanceof ContextValue.Open open) {
      List<Pattern> within = new ArrayList<>();
      open.within().forEach(glob -> within.add(Pattern.of(glob)));
      return new Domain(
          open.mayBeAbsent(),
          true,
          facts.kind(key),
          within.isEmpty() ? Domain.ANY_TEXT : within,
          facts.isMany(key),
          List.of());
    }
    if (pinned != null || context.closed() || !exists(key)) {
      return Domain.NOTHING;
    }
    Presence presence = presence(key);
    boolean some = false;
    boolean absent = presence != Presence.ALWAYS;
    for (int a = 0; a < actions.size(); a++) {
      boolean carried = carries(a, key);
      some |= carried;
      absent |= !carried;
    }
    boolean service = presence == Presence.SERVICE_PRINCIPALS_ONLY;
    if (!some || (service && caller != null && !caller.isService())) {
      return Domain.NOTHING;
    }
    if (presence == Presence.ORGANIZATION_MEMBERS && caller != null && caller.isService()) {
      return Domain.NOTHING;
    }
    return new Domain(absent, true, facts.kind(key), Domain.ANY_TEXT, facts.isMany(key), List.of());
  }

  /** Whether a key is open and its presence differs between the requests of the question. */
  public boolean isFree(String key) {
    return pinned(key) == null && !context.closed();
  }

  private boolean exists(String key) {
    int colon = key.indexOf(':');
    return facts.catalog().conditionKey(key) != null
        || (colon >= 0 && !facts.catalog().knowsKeysOf(key.substring(0, colon)));
  }

  public Presence presence(String key) {
    ConditionKeyInfo info = facts.catalog().conditionKey(key);
    return info == null ? Presence.SOMETIMES : info.presence();
  }

  /** Whether requests for an action can hold a key. */
  public boolean carries(int action, String key) {
    ActionInfo info = actions.info(action);
    return info == null || facts.catalog().carries(info, key) != Carried.NEVER;
  }
}
