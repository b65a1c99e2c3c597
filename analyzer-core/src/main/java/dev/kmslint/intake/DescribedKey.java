package dev.kmslint.intake;

import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Text;
import dev.kmslint.source.Node;
import org.jspecify.annotations.Nullable;

/** The output of {@code aws kms describe-key}, or the KeyMetadata in it. */
final class DescribedKey implements Carrier {
  @Override
  public void read(Node.ObjectNode root, Intake found) {
    Node.ObjectNode key = Members.object(root, "KeyMetadata");
    if (key == null && isMetadata(root)) {
      key = root;
    }
    if (key == null) {
      return;
    }
    Node.ObjectNode multiRegion = Members.object(key, "MultiRegionConfiguration");
    found.add(
        new KeyDescription(
            key.location(),
            Members.text(key, "Arn"),
            account(key),
            Members.text(key, "KeyManager"),
            Members.text(key, "KeyState"),
            Members.text(key, "KeySpec"),
            Members.text(key, "KeyUsage"),
            multiRegion == null ? null : Members.text(multiRegion, "MultiRegionKeyType")));
  }

  private static boolean isMetadata(Node.ObjectNode root) {
    Text arn = Members.text(root, "Arn");
    Arn parsed = arn == null ? null : Arn.parse(arn.value());
    return parsed != null && parsed.service().equals("kms") && Members.has(root, "KeyId");
  }

  private static @Nullable Text account(Node.ObjectNode key) {
    Text account = Members.text(key, "AWSAccountId");
    if (account != null) {
      return account;
    }
    Text arn = Members.text(key, "Arn");
    Arn parsed = arn == null ? null : Arn.parse(arn.value());
    return arn == null || parsed == null ? null : new Text(parsed.account(), arn.location());
  }
}
