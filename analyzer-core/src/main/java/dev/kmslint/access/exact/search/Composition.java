package dev.kmslint.access.exact.search;

import dev.kmslint.access.Layer;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.box.Space;
import dev.kmslint.access.exact.term.ActionSet;
import dev.kmslint.access.exact.term.CallerKinds;
import dev.kmslint.access.exact.term.Rule;
import dev.kmslint.access.exact.term.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the layers of policies together as AWS does.
 *
 * <p>Sources:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html,
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html,
 * https://docs.aws.amazon.com/kms/latest/developerguide/grant-delete.html,
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html,
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
public final class Composition {
  private final Space space;
  private final Scope scope;
  private final PolicySet policies;
  private final CallerKinds kinds;
  private final Question.Side side;
  private final Layers layers;
  private final boolean asWide;
  private final List<Region> regions = new ArrayList<>();

  /**
   * Puts one set of policies together.
   *
   * @param asWide whether what may be is taken for true; else only what is certain
   */
  public Composition(Model model, int program, boolean asWide) {
    this.space = model.space();
    this.scope = model.scope();
    this.policies = model.program(program).policies();
    this.kinds = scope.language().kinds(scope.owner());
    this.side = scope.question().side();
    this.layers = new Layers(model, program, asWide);
    this.asWide = asWide;
    ActionSet actions = space.actions();
    long[] kms = actions.bits(actions::isOfKms);
    long[] others = actions.bits(a -> !actions.isOfKms(a));
    if (!ActionSet.isEmpty(kms)) {
      addKms(limited(space.everything(), kms));
    }
    if (!ActionSet.isEmpty(others)) {
      addOthers(limited(space.everything(), others));
    }
    limitDenies(kms);
  }

  /** All requests, in parts. */
  public List<Region> regions() {
    return regions;
  }

  /** What the layers match. */
  public Layers layers() {
    return layers;
  }

  /** The Deny statements, where they count. */
  public List<Hit> denies() {
    return layers.denies;
  }

  private boolean isOwned() {
    return !scope.owner().isEmpty();
  }

  private static Box limited(Box box, long[] actions) {
    box.limit(0, actions);
    return box;
  }

  private Box with(Box box, Predicate callers) {
    Box limited = box.copy();
    space.limit(limited, new Term(Term.PRINCIPAL, callers), true);
    return limited;
  }

  private Box without(Box box, Predicate callers) {
    Box limited = box.copy();
    space.limitToNot(limited, new Term(Term.PRINCIPAL, callers), true);
    return limited;
  }

  private void add(Region region) {
    if (!region.limit().isEmpty()) {
      regions.add(region);
    }
  }

  /** Nothing is certain: open in the wide reading, shut in the strict one. */
  private void addUncertain(Box limit) {
    add(asWide ? Region.open(limit) : Region.shut(limit));
  }

  private void addOthers(Box limit) {
    addUncertain(with(limit, kinds.service()));
    addCallerSide(without(limit, kinds.service()));
  }

  private void addCallerSide(Box limit) {
    addLayers(with(limit, kinds.root()), List.of());
    addLayers(without(limit, kinds.root()), List.of(layers.identity));
  }

  /**
   * Requests to KMS. Where the key's account is not known, what callers of another account are
   * allowed is certain, and what the key's own are allowed is possible: it is never less.
   */
  private void addKms(Box limit) {
    ActionSet actions = space.actions();
    if (side == Question.Side.IDENTITY) {
      add(Region.open(with(limit, kinds.service())));
      addCallerSide(without(limit, kinds.service()));
      return;
    }
    Box retire = limited(limit.copy(), actions.bits(actions::isGrantDecided));
    addUncertain(retire);
    Box rest = limited(limit.copy(), actions.bits(a -> !actions.isGrantDecided(a)));
    List<Hit> any = layers.any;
    if (side == Question.Side.KEY) {
      add(new Region(rest, List.of(List.of(any)), List.of(any)));
      return;
    }
    Box service = with(rest, kinds.service());
    add(new Region(service, List.of(List.of(any)), List.of(any)));
    Box people = without(rest, kinds.service());
    if (!isOwned() && !asWide) {
      addAcross(people, any);
      return;
    }
    Box own = isOwned() ? with(people, kinds.owner()) : people;
    addOwn(with(own, kinds.root()), true);
    addOwn(without(own, kinds.root()), false);
    if (isOwned()) {
      addAcross(without(people, kinds.owner()), any);
    }
  }

  /** Callers of the key's own account. */
  private void addOwn(Box limit, boolean root) {
    List<Hit> direct = layers.direct;
    List<List<Hit>> byRole = new ArrayList<>(List.of(layers.role));
    List<List<Hit>> byAccount = new ArrayList<>(List.of(layers.account));
    List<List<Hit>> covers = new ArrayList<>();
    covers.add(layers.any);
    if (!root) {
      byAccount.add(layers.identity);
      covers.add(Layers.union(List.of(direct, layers.role, layers.identity)));
    }
    if (policies.boundary() != null) {
      byRole.add(layers.boundary);
      byAccount.add(layers.boundary);
      covers.add(Layers.union(List.of(direct, layers.boundary)));
    }
    if (policies.session() != null) {
      byRole.add(layers.session);
      byAccount.add(layers.session);
      covers.add(Layers.union(List.of(direct, layers.session)));
    }
    addGuarded(limit, List.of(List.of(direct), byRole, byAccount), covers);
  }

  /** Callers of other accounts. */
  private void addAcross(Box limit, List<Hit> any) {
    ActionSet actions = space.actions();
    if (scope.acrossPartitions()) {
      add(Region.shut(limit));
      return;
    }
    long[] work = actions.bits(actions::worksAcrossAccounts);
    long[] dead = actions.bits(a -> !actions.worksAcrossAccounts(a));
    add(Region.shut(limited(limit.copy(), dead)));
    Box alive = limited(limit.copy(), work);
    addLayers(with(alive, kinds.root()), List.of(any));
    addLayers(without(alive, kinds.root()), List.of(any, layers.identity));
  }

  /** Requests that every one of some layers, and boundary and session policy, must let through. */
  private void addLayers(Box limit, List<List<Hit>> required) {
    List<List<Hit>> all = new ArrayList<>(required);
    if (policies.boundary() != null) {
      all.add(layers.boundary);
    }
    if (policies.session() != null) {
      all.add(layers.session);
    }
    addGuarded(limit, List.of(all), all);
  }

  /**
   * Puts the service control policies around paths. Of several it is not known whether they are
   * attached at one level, where one is enough, or at several, which must all allow.
   */
  private void addGuarded(Box limit, List<List<List<Hit>>> paths, List<List<Hit>> covers) {
    if (layers.scps.isEmpty()) {
      add(new Region(limit, paths, covers));
      return;
    }
    add(new Region(with(limit, kinds.serviceLinked()), paths, covers));
    List<List<Hit>> levels = asWide ? List.of(Layers.union(layers.scps)) : layers.scps;
    List<List<List<Hit>>> guarded = new ArrayList<>();
    for (List<List<Hit>> path : paths) {
      List<List<Hit>> longer = new ArrayList<>(path);
      longer.addAll(levels);
      guarded.add(longer);
    }
    List<List<Hit>> more = new ArrayList<>(covers);
    more.addAll(levels);
    add(new Region(without(limit, kinds.serviceLinked()), guarded, more));
  }

  /** A Deny counts where its layer has a say. */
  private void limitDenies(long[] kms) {
    ActionSet actions = space.actions();
    List<Hit> limited = new ArrayList<>();
    for (Hit hit : layers.denies) {
      Rule rule = hit.rule();
      if (rule == null || !isAsked(rule.layer())) {
        continue;
      }
      Box box = hit.box().copy();
      if (Layers.isOfKey(rule.layer())) {
        box.limit(0, kms);
      } else {
        box = without(box, kinds.service());
      }
      if (rule.layer() == Layer.RCP) {
        box.limit(0, actions.bits(a -> !actions.isGrantDecided(a)));
      }
      if (rule.layer() == Layer.RCP || rule.layer() == Layer.SCP) {
        box = without(box, kinds.serviceLinked());
      }
      if (!box.isEmpty()) {
        limited.add(new Hit(box, rule));
      }
    }
    layers.denies.clear();
    layers.denies.addAll(limited);
  }

  private boolean isAsked(Layer layer) {
    return switch (side) {
      case BOTH -> true;
      case KEY -> Layers.isOfKey(layer);
      case IDENTITY -> !Layers.isOfKey(layer);
    };
  }
}
