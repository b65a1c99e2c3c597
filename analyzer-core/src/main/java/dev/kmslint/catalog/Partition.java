package dev.kmslint.catalog;

import java.util.List;

/**
 * An AWS partition: a group of Regions with its own accounts, ARNs and endpoints.
 *
 * @param id the second field of its ARNs: {@code aws-us-gov}
 * @param dnsSuffix the DNS suffix of its endpoints: {@code amazonaws.com.cn}. The values of {@code
 *     kms:ViaService} end in {@code amazonaws.com} in every partition
 * @param regionPrefixes what its Region names start with, without the hyphen: {@code us-gov}
 * @param regions the Regions known when the table was made, in alphabetical order; newer ones exist
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Identify AWS
 *     resources with ARNs</a>
 */
public record Partition(
    String id, String dnsSuffix, List<String> regionPrefixes, List<String> regions) {

  /** Copies the lists. */
  public Partition {
    regionPrefixes = List.copyOf(regionPrefixes);
    regions = List.copyOf(regions);
  }

  /**
   * Whether a text has the form of one of this partition's Region names: prefix, one word, a
   * number. True for Regions that are newer than the table as well.
   *
   * @param region a Region name in lower case, as ARNs hold it
   */
  public boolean isRegion(String region) {
    for (String prefix : regionPrefixes) {
      if (region.startsWith(prefix) && isWordAndNumber(region, prefix.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the text from an index on is a hyphen, letters, a hyphen and digits. */
  private static boolean isWordAndNumber(String text, int from) {
    int dash = text.lastIndexOf('-');
    if (dash <= from + 1 || dash == text.length() - 1 || text.charAt(from) != '-') {
      return false;
    }
    for (int i = from + 1; i < dash; i++) {
      if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
        return false;
      }
    }
    for (int i = dash + 1; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
