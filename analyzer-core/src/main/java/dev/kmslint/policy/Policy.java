package dev.kmslint.policy;

import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it was read, with whatever was wrong in it.
 *
 * @param location the policy document
 * @param version the Version element; null when missing
 * @param id the Id element; null when missing
 * @param statements in their order, the faulty ones too
 * @param faults faults of its grammar, in the order of the text
 */
public record Policy(
    PolicyKind kind,
    SourceLocation location,
    @Nullable Text version,
    @Nullable Text id,
    List<Statement> statements,
    List<Fault> faults) {

  /** The only version in which policy variables mean anything. */
  public static final String CURRENT_VERSION = "2012-10-17";

  /** The version that a policy without one has. */
  public static final String OLD_VERSION = "2008-10-17";

  /** The file that it stands in. */
  public SourceFile file() {
    return location.file();
  }

  /**
   * Whether its Id is one that AWS writes into the policies of the keys that it manages, as {@code
   * auto-ebs-2}: the word, the service, a number. A customer's {@code auto-scaling-key} is none.
   *
   * <p>Source: the key policies shown in
   * https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html and
   * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
   */
  public boolean hasIdOfAws() {
    if (id == null || !id.value().startsWith("auto-")) {
      return false;
    }
    String text = id.value();
    int number = text.lastIndexOf('-') + 1;
    for (int i = number; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return number > "auto-".length() + 1 && number < text.length();
  }

  /** The same policy, known to be of another kind. */
  public Policy as(PolicyKind other) {
    return other == kind ? this : new Policy(other, location, version, id, statements, faults);
  }
}
