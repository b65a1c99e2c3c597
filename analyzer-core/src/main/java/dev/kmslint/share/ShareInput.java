package dev.kmslint.share;

import dev.kmslint.intake.KeyDescription;
import dev.kmslint.intake.SnapshotAttributes;
import dev.kmslint.intake.SnapshotDescription;
import dev.kmslint.intake.SnapshotRequest;
import dev.kmslint.policy.Policy;
import dev.kmslint.source.SourceLocation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was given about one sharing. What was not given is null or empty, and is inferred where that
 * is certain.
 *
 * @param name the name in the configuration; {@code share} when it has none
 * @param scenario which operation the sharing is for
 * @param to the account id or principal ARN that is to use the key
 * @param rootUser whether the caller is said to be the root user of that account
 * @param keyArn the key's ARN as given
 * @param owner the key's account as given
 * @param region the Region in which the call is made, as given
 * @param facts values of condition keys that hold in this environment, by key
 * @param location the share's entry in the configuration; else the first place of the key policy or
 *     of the first file given
 */
public record ShareInput(
    String name,
    Scenario scenario,
    String to,
    boolean rootUser,
    String keyArn,
    String owner,
    String region,
    @Nullable Policy keyPolicy,
    List<Policy> identityPolicies,
    @Nullable Policy boundary,
    @Nullable Policy session,
    List<Policy> scps,
    List<Policy> rcps,
    @Nullable KeyDescription key,
    @Nullable SnapshotDescription snapshot,
    @Nullable SnapshotAttributes attributes,
    @Nullable SnapshotRequest request,
    Map<String, List<String>> facts,
    SourceLocation location) {

  public ShareInput {
    identityPolicies = List.copyOf(identityPolicies);
    scps = List.copyOf(scps);
    rcps = List.copyOf(rcps);
    facts = Map.copyOf(facts);
  }
}
