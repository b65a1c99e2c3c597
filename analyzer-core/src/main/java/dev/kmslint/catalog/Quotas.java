package dev.kmslint.catalog;

/** The table of quotas. */
final class Quotas {

  private static final int COLUMNS = 6;

  private Quotas() {}

  static Quota read(Quota.Name name) {
    String[] row = Tsv.load("quotas").row(name.name(), COLUMNS);
    int limit = Integer.parseInt(row[1]);
    int most = Integer.parseInt(row[2]);
    return new Quota(name, limit, most, unit(row[3]), row[4], row[5]);
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
