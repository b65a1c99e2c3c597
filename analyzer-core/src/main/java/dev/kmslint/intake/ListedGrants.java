package dev.kmslint.intake;

import dev.kmslint.source.Node;

/**
 * The output of {@code aws kms list-grants} and {@code list-retirable-grants}.
 *
 * <p>Source: https://docs.aws.amazon.com/cli/latest/reference/kms/list-grants.html
 */
final class ListedGrants implements Carrier {
  @Override
  public void read(Node.ObjectNode root, Intake found) {
    for (Node each : Members.list(root, "Grants")) {
      if (each instanceof Node.ObjectNode grant && Members.has(grant, "GranteePrincipal")) {
        found.add(
            new KeyGrant(
                grant.location(),
                Members.text(grant, "KeyId"),
                Members.text(grant, "GranteePrincipal"),
                Members.texts(grant, "Operations")));
      }
    }
  }
}
