package dev.kmslint.access.exact;

import dev.kmslint.access.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * What the policies of each layer match, in one reading: what is certain, or what may be. A layer
 * that was not given is null where it then restricts nothing.
 */
final class Layers {
  final List<Hit> direct = new ArrayList<>();
  final List<Hit> role = new ArrayList<>();
  final List<Hit> account = new ArrayList<>();
  final List<Hit> identity = new ArrayList<>();
  final List<Hit> boundary = new ArrayList<>();
  final List<Hit> session = new ArrayList<>();

  /** The Allow statements of every service control policy that has some. */
  final List<List<Hit>> scps = new ArrayList<>();

  final List<Hit> denies = new ArrayList<>();

  /** The boxes of a rule for one kind of match of its principals. */
  record Boxes(Rule rule, int match, List<Box> boxes) {}

  Layers(Iterable<Boxes> all, int scpCount) {
    for (int i = 0; i < scpCount; i++) {
      scps.add(new ArrayList<>());
    }
    for (Boxes each : all) {
      for (Box box : each.boxes()) {
        add(new Hit(box, each.rule()), each.rule(), each.match());
      }
    }
  }

  private void add(Hit hit, Rule rule, int match) {
    if (rule.isDeny()) {
      denies.add(hit);
      return;
    }
    switch (rule.layer()) {
      case KEY_POLICY:
        of(Rule.Match.values()[match]).add(hit);
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

  /** What the key policy matches in any of some kinds. */
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
