package dev.kmslint.source;

import org.jspecify.annotations.Nullable;

/**
 * The YAML tags by which CloudFormation writes its functions short.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
final class ShortTags {
  private ShortTags() {}

  /** The long name of the function that a tag stands for; null for every other tag. */
  static @Nullable String function(@Nullable String tag) {
    if (tag == null) {
      return null;
    }
    return switch (tag) {
      case "!Ref", "!Condition" -> tag.substring(1);
      case "!And",
          "!Base64",
          "!Cidr",
          "!Equals",
          "!FindInMap",
          "!GetAZs",
          "!GetAtt",
          "!If",
          "!ImportValue",
          "!Join",
          "!Length",
          "!Not",
          "!Or",
          "!Select",
          "!Split",
          "!Sub",
          "!ToJsonString",
          "!Transform" ->
          "Fn::" + tag.substring(1);
      default -> null;
    };
  }
}
