package dev.kmslint.config;

import dev.kmslint.access.Caller;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.Nearest;
import dev.kmslint.policy.Arn;
import dev.kmslint.share.Scenario;
import dev.kmslint.share.Scenarios;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What is wrong with values that the configuration and the command line both take: one sentence,
 * lower case, without a final period; empty when nothing is wrong.
 */
public final class Complaints {
  private Complaints() {}

  /** About the one to whom a key is shared: an account id or the ARN of a principal. */
  public static String aboutTo(String to) {
    Caller caller = Caller.parse(to, "aws");
    return caller == null || caller.isService()
        ? "`" + to + "` is neither an account id of 12 digits nor the ARN of a principal"
        : "";
  }

  /** About the name of a scenario. */
  public static String aboutScenario(String name) {
    if (Scenarios.named(name) != null) {
      return "";
    }
    List<String> names = new ArrayList<>();
    for (Scenario scenario : Scenarios.all()) {
      names.add(scenario.name());
    }
    String near = didYouMean(name, names);
    return "there is no scenario `"
        + name
        + "`"
        + (near.isEmpty() ? "; there are `" + String.join("`, `", names) + "`" : near);
  }

  /** About the ARN of a key. */
  public static String aboutKeyArn(String text) {
    Arn arn = Arn.parse(text);
    boolean key =
        arn != null
            && arn.service().equals("kms")
            && arn.resourceType().equals("key")
            && !arn.resourceName().isEmpty()
            && Arn.isAccountId(arn.account())
            && !arn.region().isEmpty();
    return key ? "" : "`" + text + "` is not the ARN of a KMS key";
  }

  /** About the name of a Region. */
  public static String aboutRegion(String region) {
    return Catalog.builtIn().partitionOfRegion(region) == null
        ? "`" + region + "` is not named like a Region of AWS"
        : "";
  }

  /** About an account's id. */
  public static String aboutAccount(String account) {
    return Arn.isAccountId(account)
        ? ""
        : "`" + account + "` is no account id, which has 12 digits";
  }

  /** The right word near a wrong one, as the end of a sentence; empty when none is near. */
  public static String didYouMean(String word, Collection<String> known) {
    String near = Nearest.nearest(word, known).orElse("");
    return near.isEmpty() ? "" : "; did you mean `" + near + "`?";
  }
}
