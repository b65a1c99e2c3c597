package dev.kmslint.pair;

import java.util.List;

/**
 * What came out when key policies and identity policies were held against each other.
 *
 * @param limits what was left out because there was too much of it: sentences, lower case, without
 *     a final period
 */
public record Pairing(List<DeadPermission> dead, List<UnusedAccess> unused, List<String> limits) {
  public Pairing {
    dead = List.copyOf(dead);
    unused = List.copyOf(unused);
    limits = List.copyOf(limits);
  }
}
