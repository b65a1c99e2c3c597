package dev.kmslint.rules;

import dev.kmslint.catalog.ActionInfo;
import java.util.List;

/**
 * Resources of an action that AWS's guides name, though the Service Authorization Reference lacks
 * them. Each has the page that says so.
 */
final class DocumentedResources {
  private record Row(String action, String arnPattern, String page) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(
              "cloudformation:CreateChangeSet",
              "arn:${Partition}:cloudformation:${Region}:aws:transform/${Transform}",
              "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-template.html"));

  private DocumentedResources() {}

  /** The forms of ARNs that a guide names for an action besides those of its service's list. */
  static List<String> arnPatterns(ActionInfo action) {
    for (Row row : ROWS) {
      if (row.action().equals(action.qualifiedName())) {
        return List.of(row.arnPattern());
      }
    }
    return List.of();
  }
}
