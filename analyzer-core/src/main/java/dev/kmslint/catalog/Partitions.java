package dev.kmslint.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of partitions. */
final class Partitions {

  private final List<Partition> all;

  private Partitions(List<Partition> all) {
    this.all = List.copyOf(all);
  }

  static Partitions read() {
    List<Partition> partitions = new ArrayList<>();
    for (String[] row : Tsv.load("partitions").rows(4)) {
      partitions.add(new Partition(row[0], row[1], Tsv.list(row[2]), Tsv.list(row[3])));
    }
    return new Partitions(partitions);
  }

  List<Partition> all() {
    return all;
  }

  @Nullable Partition byId(String id) {
    for (Partition partition : all) {
      if (partition.id().equals(id)) {
        return partition;
      }
    }
    return null;
  }

  @Nullable Partition ofRegion(String region) {
    for (Partition partition : all) {
      if (partition.isRegion(region)) {
        return partition;
      }
    }
    return null;
  }
}
