package dev.kmslint.share;

import dev.kmslint.share.Gap.Consequence;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects gaps; one missing link that several actions need becomes one gap. */
final class Gaps {
  private final Map<String, Gap> gaps = new LinkedHashMap<>();

  void add(Gap gap) {
    String link = link(gap);
    Gap known = gaps.get(link);
    gaps.put(link, known == null ? gap : merged(known, gap));
  }

  /**
   * What makes two gaps the same missing link: the text at fault where there is one, else the
   * place.
   */
  private static String link(Gap gap) {
    String link = gap.kind() + " " + gap.side() + " ";
    if (gap.kind() == Gap.Kind.UNDETERMINED) {
      return link + gap.detail("missing") + gap.detail("doubt");
    }
    if (gap.kind() == Gap.Kind.ACTION_MISSING) {
      link += gap.consequence() + gap.detail("level") + " ";
    }
    String named = gap.detail("named");
    return named.isEmpty()
        ? link + gap.location().file().path() + " " + gap.location().start()
        : link + named;
  }

  /** A gap about a fact, which concerns no action. */
  void fact(
      Gap.Kind kind, Consequence consequence, Side side, SourceLocation at, String... details) {
    add(new Gap(kind, consequence, side, List.of(), at, List.of(), details(details)));
  }

  /** Something that was not given. */
  void undetermined(Side side, SourceLocation at, String missing, String pass) {
    fact(
        Gap.Kind.UNDETERMINED,
        Consequence.UNDETERMINED,
        side,
        at,
        "missing",
        missing,
        "pass",
        pass);
  }

  static Map<String, String> details(String... pairs) {
    Map<String, String> details = new LinkedHashMap<>();
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      details.put(pairs[i], pairs[i + 1]);
    }
    return details;
  }

  private static Gap merged(Gap one, Gap other) {
    Gap worse = other.consequence().compareTo(one.consequence()) < 0 ? other : one;
    Set<String> actions = new LinkedHashSet<>(one.actions());
    actions.addAll(other.actions());
    boolean swap =
        other.location().file() == one.location().file()
            && other.location().start() < one.location().start();
    SourceLocation first = swap ? other.location() : one.location();
    SourceLocation second = swap ? one.location() : other.location();
    List<Gap.Evidence> evidence = new ArrayList<>(one.evidence());
    Gap.Evidence here = new Gap.Evidence(second, "and here");
    if (!second.equals(first) && !evidence.contains(here)) {
      evidence.add(here);
    }
    return new Gap(
        worse.kind(),
        worse.consequence(),
        worse.side(),
        List.copyOf(actions),
        first,
        List.copyOf(evidence),
        worse.details());
  }

  boolean has(Consequence consequence) {
    for (Gap gap : gaps.values()) {
      if (gap.consequence() == consequence) {
        return true;
      }
    }
    return false;
  }

  /** The gaps: those that break first, then those that leave it open, then the others. */
  List<Gap> sorted() {
    List<Gap> sorted = new ArrayList<>(gaps.values());
    if (sorted.size() > 1) {
      sorted.sort((a, b) -> a.consequence().compareTo(b.consequence()));
    }
    return List.copyOf(sorted);
  }
}
