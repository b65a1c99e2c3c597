package dev.kmslint.policy;

import org.jspecify.annotations.Nullable;

/**
 * An Amazon Resource Name, {@code arn:partition:service:region:account:resource}.
 *
 * <p>Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 *
 * @param resource everything after the fifth colon
 */
public record Arn(
    String partition, String service, String region, String account, String resource) {

  /**
   * Takes an ARN apart; null for text that does not start with {@code arn:} or has too few colons.
   */
  public static @Nullable Arn parse(String text) {
    if (!text.startsWith("arn:")) {
      return null;
    }
    int service = text.indexOf(':', 4);
    int region = service < 0 ? -1 : text.indexOf(':', service + 1);
    int account = region < 0 ? -1 : text.indexOf(':', region + 1);
    int resource = account < 0 ? -1 : text.indexOf(':', account + 1);
    if (resource < 0) {
      return null;
    }
    return new Arn(
        text.substring(4, service),
        text.substring(service + 1, region),
        text.substring(region + 1, account),
        text.substring(account + 1, resource),
        text.substring(resource + 1));
  }

  /** Whether text is an AWS account id: twelve digits. */
  public static boolean isAccountId(String text) {
    if (text.length() != 12) {
      return false;
    }
    for (int i = 0; i < 12; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The ARN that stands for an account. */
  public static String ofAccount(String partition, String account) {
    return "arn:" + partition + ":iam::" + account + ":root";
  }

  /** The resource's type: what precedes its first slash or colon; the whole without one. */
  public String resourceType() {
    for (int i = 0; i < resource.length(); i++) {
      if (resource.charAt(i) == '/' || resource.charAt(i) == ':') {
        return resource.substring(0, i);
      }
    }
    return resource;
  }

  /** What follows the resource's type; empty without one. */
  public String resourceName() {
    int type = resourceType().length();
    return type < resource.length() ? resource.substring(type + 1) : "";
  }

  /** The last part of a resource with a path, as the name of {@code role/path/Name}. */
  public String lastName() {
    return resource.substring(resource.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
  }
}
