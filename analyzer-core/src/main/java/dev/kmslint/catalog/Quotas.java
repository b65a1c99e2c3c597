package dev.kmslint.catalog;

import java.util.EnumMap;
import java.util.Map;

/** The table of quotas. */
final class Quotas {

  private final Map<Quota.Name, Quota> byName;

  private Quotas(Map<Quota.Name, Quota> byName) {
    this.byName = byName;
  }

  static Quotas read() {
    Map<Quota.Name, Quota> byName = new EnumMap<>(Quota.Name.class);
    for (String[] row : Tsv.load("quotas.tsv", 6).rows()) {
      Quota.Name name = Quota.Name.valueOf(row[0]);
      int limit = Integer.parseInt(row[1]);
      int most = Integer.parseInt(row[2]);
      byName.put(name, new Quota(name, limit, most, Quota.Unit.valueOf(row[3]), row[4], row[5]));
    }
    return new Quotas(byName);
  }

  Quota quota(Quota.Name name) {
    Quota quota = byName.get(name);
    if (quota == null) {
      throw new IllegalStateException("quotas.tsv has no row " + name);
    }
    return quota;
  }
}
