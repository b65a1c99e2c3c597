package dev.kmslint.access.exact.search;

import dev.kmslint.access.Layer;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.term.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * What the policies of each layer match, in one reading: what is certain, or what may be. A layer
 * that was not given is null where it then restricts nothing.
 */
public final class Layers {
  final List<Hit> direct = new ArrayList<>();
  final List<Hit> role = new ArrayList<>();
  final List<Hit> account = new ArrayList<>();

  /** The key policy's, whatever the kind of match. */
  final List<Hit> any;

  final List<Hit> identity = new ArrayList<>();
  final List<Hit> boundary = new ArrayList<>();
  final List<Hit> session = new ArrayList<>();

  /** The Allow statements of every service control policy that has some. */
  final List<List<Hit>> scps = new ArrayList<>();

  final List<Hit> denies = new ArrayList<>();

  /**
   * The layers of one set of policies.
   *
   * @param asWide whether what may be is taken, and of Deny statements only what is certain
   */
  Layers(Model model, int program, boolean asWide) {
    for (int i = 0; i < model.program(program).scps(); i++) {
      scps.add(new ArrayList<>());
    }
    for (Model.Matched each : model.matched()) {
      if (each.program() == program) {
        for (Box box : each.boxes(asWide != each.rule().isDeny())) {
          add(new Hit(box, each.rule()), each.rule(), each.match());
        }
      }
    }
    if (asWide && model.program(program).policies().keyPolicy() == null) {
      for (Rule.Match match : Rule.Match.values()) {
        of(match).add(new Hit(model.space().everything(), null));
      }
    }
    any = union(List.of(direct, role, account));
  }

  private void add(Hit hit, Rule rule, Rule.Match match) {
    if (rule.isDeny()) {
      denies.add(hit);
      return;
    }
    switch (rule.layer()) {
      case KEY_POLICY:
        of(match).add(hit);
        break;
      case IDENTITY:
        identity.add(hit);
        break;
      case BOUNDARY:
        boundary.add(hit);
        break;
      case SESSION:
        session.add(hit);
        break;
      case SCP:
        scps.get(rule.group()).add(hit);
        break;
      default:
        break;
    }
  }

  List<Hit> of(Rule.Match match) {
    return switch (match) {
      case DIRECT -> direct;
      case ROLE -> role;
      case ACCOUNT -> account;
    };
  }

  /**
   * The layer of one of these lists; of every other one, that it is of service control policies.
   */
  @SuppressWarnings("ReferenceEquality") // a layer is the one at its place
  public Layer layerOf(List<Hit> hits) {
    if (hits == identity) {
      return Layer.IDENTITY;
    }
    if (hits == boundary) {
      return Layer.BOUNDARY;
    }
    if (hits == session) {
      return Layer.SESSION;
    }
    return hits == any || hits == direct || hits == role || hits == account
        ? Layer.KEY_POLICY
        : Layer.SCP;
  }

  /** The hits of several lists. */
  static List<Hit> union(List<List<Hit>> lists) {
    List<Hit> all = new ArrayList<>();
    for (List<Hit> list : lists) {
      all.addAll(list);
    }
    return all;
  }

  /** Whether a layer is one of the key's, so that only KMS requests meet it. */
  static boolean isOfKey(Layer layer) {
    return layer == Layer.KEY_POLICY || layer == Layer.RCP;
  }
}
