package dev.kmslint.intake;

import dev.kmslint.policy.Text;
import dev.kmslint.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * A user or role of an account. Its policies are those of whose {@link Setting#holders} it is,
 * those of its groups among them; its boundary's policy is the one of whose {@link Setting#bounded}
 * it is.
 *
 * @param arn its ARN, with the path
 * @param kind what it is
 * @param boundary the ARN of its permissions boundary; null without one
 * @param told whether the document holds all of its policies
 */
public record AccountPrincipal(Text arn, Kind kind, @Nullable Text boundary, boolean told)
    implements Content {
  /** The kinds of principal that have policies of their own. */
  public enum Kind {
    USER,
    ROLE
  }

  @Override
  public SourceLocation location() {
    return arn.location();
  }
}
