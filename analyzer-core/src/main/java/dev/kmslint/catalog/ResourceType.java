package dev.kmslint.catalog;

import java.util.List;

/**
 * One kind of resource of a service.
 *
 * @param name AWS's name of the type: {@code cluster-snapshot}
 * @param arnPattern the form of its ARNs, with AWS's placeholders: {@code
 *     arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}}
 * @param conditionKeys the generic names in lower case of the keys that come with such a resource
 */
public record ResourceType(String name, String arnPattern, List<String> conditionKeys) {

  /** Copies the list. */
  public ResourceType {
    conditionKeys = List.copyOf(conditionKeys);
  }
}
