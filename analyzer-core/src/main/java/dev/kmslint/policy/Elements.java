package dev.kmslint.policy;

import java.util.List;

/**
 * The names of the policy language.
 *
 * <p>Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
public final class Elements {
  private static final List<String> OF_POLICY = List.of("Version", "Id", "Statement");
  private static final List<String> OF_STATEMENT =
      List.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");
  private static final List<String> OF_PRINCIPAL =
      List.of("AWS", "Service", "Federated", "CanonicalUser");

  private Elements() {}

  /**
   * The names that can stand in an object.
   *
   * @param where {@code policy}, {@code statement} or {@code principal}; any other object takes any
   *     name, and the list is empty
   */
  public static List<String> in(String where) {
    return switch (where) {
      case "policy" -> OF_POLICY;
      case "statement" -> OF_STATEMENT;
      case "principal" -> OF_PRINCIPAL;
      default -> List.of();
    };
  }

  static boolean known(String where, String name) {
    List<String> names = in(where);
    return names.isEmpty() || names.contains(name);
  }
}
