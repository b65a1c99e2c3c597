package dev.kmslint.intake;

import dev.kmslint.policy.Text;
import dev.kmslint.source.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grant on a key, as {@code aws kms list-grants} prints it. Members that it lacks are null.
 *
 * <p>Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantListEntry.html
 *
 * @param keyId the key's ARN or id
 * @param grantee the principal that the grant permits
 * @param operations as {@code Decrypt}
 */
public record KeyGrant(
    SourceLocation location, @Nullable Text keyId, @Nullable Text grantee, List<Text> operations)
    implements Content {}
