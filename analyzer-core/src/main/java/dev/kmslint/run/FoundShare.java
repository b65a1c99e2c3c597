package dev.kmslint.run;

import dev.kmslint.intake.Content;
import dev.kmslint.intake.KeyDescription;
import dev.kmslint.intake.SnapshotAttributes;
import dev.kmslint.intake.SnapshotDescription;
import dev.kmslint.intake.SnapshotRequest;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import dev.kmslint.policy.Text;
import dev.kmslint.share.Scenarios;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files of one folder, taken for the two sides of a share: one key policy, identity policies,
 * and what tells about the key and the snapshot.
 */
final class FoundShare {
  @Nullable Loaded keyPolicy;
  final List<Loaded> identityPolicies = new ArrayList<>();
  @Nullable Loaded key;
  @Nullable Loaded snapshot;
  @Nullable Loaded attributes;
  @Nullable Loaded request;

  private boolean ambiguous;

  FoundShare(Collection<Loaded> files) {
    for (Loaded file : files) {
      List<Content> contents = file.isSliced() ? List.of() : file.all(Content.class);
      ambiguous |= file.isSliced();
      if (contents.size() == 1) {
        add(file, contents.get(0));
      } else {
        ambiguous |= !contents.isEmpty();
      }
    }
  }

  private void add(Loaded file, Content content) {
    if (content instanceof Content.FoundPolicy found) {
      if (found.certain() && found.policy().kind() == PolicyKind.IDENTITY) {
        identityPolicies.add(file);
      } else if (found.certain() && found.policy().kind() == PolicyKind.KEY) {
        keyPolicy = only(keyPolicy, file);
      } else {
        ambiguous = true;
      }
    } else if (content instanceof KeyDescription) {
      key = only(key, file);
    } else if (content instanceof SnapshotDescription) {
      snapshot = only(snapshot, file);
    } else if (content instanceof SnapshotAttributes) {
      attributes = only(attributes, file);
    } else if (content instanceof SnapshotRequest) {
      request = only(request, file);
    }
  }

  private Loaded only(@Nullable Loaded known, Loaded file) {
    ambiguous |= known != null;
    return file;
  }

  /** Whether both sides are there. */
  boolean hasBothSides() {
    return keyPolicy != null && !identityPolicies.isEmpty();
  }

  /** Whether there is no doubt what the files are to each other, and to whom the key is shared. */
  boolean isCertain() {
    boolean snapshotToo = snapshot != null || attributes != null || request != null;
    return hasBothSides() && snapshotToo && !ambiguous && !to().isEmpty();
  }

  /** The account to which the key is shared; empty when that is not certain. */
  String to() {
    String owner = owner();
    Policy policy = policy();
    if (policy == null || owner.isEmpty()) {
      return "";
    }
    Set<String> others = new TreeSet<>();
    for (Statement statement : policy.statements()) {
      if (statement.isAllow() && statement.principals() != null) {
        for (Principal principal : statement.principals().entries()) {
          others.add(principal.account());
        }
      }
    }
    others.remove("");
    others.remove(owner);
    return others.size() == 1 ? others.iterator().next() : "";
  }

  /** The name of the scenario that the request or the snapshot shows. */
  String scenario() {
    if (request != null) {
      return Scenarios.of(request.all(SnapshotRequest.class).get(0)).name();
    }
    boolean instance =
        (snapshot != null && !snapshot.all(SnapshotDescription.class).get(0).cluster())
            || (attributes != null && !attributes.all(SnapshotAttributes.class).get(0).cluster());
    return instance ? "rds-snapshot-copy" : "aurora-snapshot-copy";
  }

  private @Nullable Policy policy() {
    return keyPolicy == null ? null : keyPolicy.all(Content.FoundPolicy.class).get(0).policy();
  }

  /** The account of the key; empty when nothing tells. */
  private String owner() {
    Text arn = null;
    if (key != null) {
      arn = key.all(KeyDescription.class).get(0).arn();
    } else if (snapshot != null) {
      arn = snapshot.all(SnapshotDescription.class).get(0).kmsKeyId();
    }
    Arn parsed = arn == null ? null : Arn.parse(arn.value());
    return parsed == null ? "" : parsed.account();
  }
}
