package dev.kmslint.intake;

import dev.kmslint.policy.Text;
import dev.kmslint.source.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The output of {@code aws rds describe-db-cluster-snapshot-attributes} or {@code
 * describe-db-snapshot-attributes}: who may copy and restore a snapshot.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusterSnapshotAttributes.html
 *
 * @param cluster whether it speaks of a DB cluster snapshot
 * @param restore the values of the attribute {@code restore}: account ids, or {@code all}
 * @param restoreLocation where that list stands; where the attributes stand when there is none
 */
public record SnapshotAttributes(
    SourceLocation location,
    boolean cluster,
    @Nullable Text identifier,
    List<Text> restore,
    SourceLocation restoreLocation)
    implements Content {}
