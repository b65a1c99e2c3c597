package dev.kmslint.intake;

import dev.kmslint.policy.Text;
import dev.kmslint.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * The output of {@code aws kms describe-key}. Members that it lacks are null.
 *
 * <p>Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html
 *
 * @param keyManager {@code AWS} or {@code CUSTOMER}
 * @param keyState as {@code Enabled}
 * @param keySpec as {@code SYMMETRIC_DEFAULT}
 * @param keyUsage as {@code ENCRYPT_DECRYPT}
 * @param multiRegionKeyType {@code PRIMARY} or {@code REPLICA}, of a multi-Region key
 */
public record KeyDescription(
    SourceLocation location,
    @Nullable Text arn,
    @Nullable Text account,
    @Nullable Text keyManager,
    @Nullable Text keyState,
    @Nullable Text keySpec,
    @Nullable Text keyUsage,
    @Nullable Text multiRegionKeyType)
    implements Content {}
