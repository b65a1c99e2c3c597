package dev.kmslint.rules;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.Nearest;
import dev.kmslint.catalog.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names of Regions. The catalog's table lags behind AWS, so a name that is made like all others may
 * be one.
 *
 * <p>Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
public final class RegionNames {
  private static final List<String> DIRECTIONS =
      List.of(
          "central",
          "east",
          "north",
          "northeast",
          "northwest",
          "south",
          "southeast",
          "southwest",
          "west");

  private RegionNames() {}

  /** Whether there can be a Region of that name; true for a name with a wildcard or variable. */
  public static boolean canExist(String region, Catalog catalog) {
    if (ArnPlaces.isOpen(region)) {
      return true;
    }
    return isMade(region) || isListed(region, catalog);
  }

  /** Whether a name is made like those of the partition {@code aws}. */
  public static boolean isOfAws(String region) {
    return isMade(region) && !region.startsWith("cn-");
  }

  /** Whether a name is two letters, a direction and a digit. */
  private static boolean isMade(String region) {
    int number = region.lastIndexOf('-');
    int direction = region.lastIndexOf('-', number - 1);
    return direction == 2
        && isLower(region, 0, 2)
        && isDigit(region, number + 1)
        && DIRECTIONS.contains(region.substring(direction + 1, number));
  }

  private static boolean isLower(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(String text, int at) {
    return at == text.length() - 1 && text.charAt(at) > '0' && text.charAt(at) <= '9';
  }

  /** Whether a name is in the table, or made like those of a partition with a longer prefix. */
  private static boolean isListed(String region, Catalog catalog) {
    Partition partition = catalog.partitionOfRegion(region);
    if (partition == null) {
      return false;
    }
    int number = region.lastIndexOf('-');
    String word = region.substring(region.lastIndexOf('-', number - 1) + 1, number);
    return partition.regions().contains(region) || DIRECTIONS.contains(word);
  }

  /** The Region that a misspelt name was probably meant to be. */
  public static Optional<String> nearest(String region, Catalog catalog) {
    List<String> regions = new ArrayList<>();
    for (Partition partition : catalog.allPartitions()) {
      regions.addAll(partition.regions());
    }
    return region.isEmpty() || regions.contains(region)
        ? Optional.empty()
        : Nearest.nearest(region, regions);
  }
}
