package dev.kmslint.pair;

import dev.kmslint.policy.Policy;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An identity policy.
 *
 * @param holders the ARNs of the users and roles that hold it; null when they are not known
 * @param awsManaged whether AWS keeps it
 * @param judged the ARNs of keys on which others judge it
 */
record HeldPolicy(
    Policy policy, @Nullable List<String> holders, boolean awsManaged, Set<String> judged) {}
