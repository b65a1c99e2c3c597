package dev.kmslint.catalog;

import java.util.ArrayList;
import java.util.List;

/** The table of quotas. */
final class Quotas {

  private static final int COLUMNS = 6;

  private final List<Quota> quotas;

  private Quotas(List<Quota> quotas) {
    this.quotas = quotas;
  }

  static Quotas read() {
    List<Quota> quotas = new ArrayList<>();
    for (String[] row : Tsv.load("quotas").rows(COLUMNS)) {
      int limit = Integer.parseInt(row[1]);
      int most = Integer.parseInt(row[2]);
      quotas.add(new Quota(name(row[0]), limit, most, unit(row[3]), row[4], row[5]));
    }
    return new Quotas(quotas);
  }

  Quota quota(Quota.Name name) {
    for (Quota quota : quotas) {
      if (quota.name() == name) {
        return quota;
      }
    }
    throw new IllegalStateException("quotas.tsv has no row " + name);
  }

  private static Quota.Name name(String text) {
    for (Quota.Name name : Quota.Name.values()) {
      if (name.name().equals(text)) {
        return name;
      }
    }
    throw new IllegalStateException("no quota " + text);
  }

  private static Quota.Unit unit(String text) {
    for (Quota.Unit unit : Quota.Unit.values()) {
      if (unit.name().equals(text)) {
        return unit;
      }
    }
    throw new IllegalStateException("no unit " + text);
  }
}
