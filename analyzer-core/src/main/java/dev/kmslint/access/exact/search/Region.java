package dev.kmslint.access.exact.search;

import dev.kmslint.access.exact.box.Box;
import java.util.List;

/**
 * A part of the requests in which the layers of policies are put together in one way. A request of
 * it is let through if one of the paths has a hit in each of its layers; equally, if each of the
 * covers has a hit.
 */
public record Region(Box limit, List<List<List<Hit>>> paths, List<List<Hit>> covers) {
  static Region open(Box limit) {
    return new Region(limit, List.of(List.of()), List.of());
  }

  static Region shut(Box limit) {
    return new Region(limit, List.of(), List.of(List.of()));
  }
}
