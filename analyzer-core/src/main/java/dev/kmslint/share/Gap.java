package dev.kmslint.share;

import dev.kmslint.source.SourceLocation;
import java.util.List;
import java.util.Map;

/**
 * One missing link of a sharing, or one thing about it that a person should know.
 *
 * @param kind what is the matter
 * @param consequence what it means for the verdict
 * @param side where it lies
 * @param actions the actions concerned, in the scenario's order; empty for facts
 * @param location the smallest place at fault; for something absent the nearest place that exists
 * @param evidence other places that show it, each with a phrase that says what stands there
 * @param details what the wording needs, by name; which names, each kind says
 */
public record Gap(
    Kind kind,
    Consequence consequence,
    Side side,
    List<String> actions,
    SourceLocation location,
    List<Evidence> evidence,
    Map<String, String> details) {

  /** A place and what it shows. */
  public record Evidence(SourceLocation location, String phrase) {}

  /** What a gap means for the verdict. */
  public enum Consequence {
    /** The call fails. */
    BREAKS,
    /** The call may fail: something is not known. */
    UNDETERMINED,
    /** The call works. */
    WARNS
  }

  /** The detail of that name; empty without one. */
  public String detail(String name) {
    return details.getOrDefault(name, "");
  }

  /** The kinds of gap; each is worded by one rule. Details are named in brackets. */
  public enum Kind {
    /** The caller is the root user, which cannot copy or restore [account]. */
    ROOT_USER_CALLER,
    /**
     * A Deny of the key policy or of an identity policy matches [statement; target: source-key,
     * target-key, snapshot; resource: its ARN].
     */
    EXPLICIT_DENY,
    /**
     * Boundary, session policy, SCP or RCP denies, or does not allow [reason: deny or no-allow;
     * statement; target and resource as of EXPLICIT_DENY].
     */
    GUARDRAIL_BLOCKS,
    /** The key policy names another principal of the account than the caller [named, caller]. */
    CALLER_MISMATCH,
    /**
     * The key policy names nobody that the caller belongs to [account, caller; near: an entry that
     * looks as if the caller was meant; why: digit, deleted, wildcard, malformed].
     */
    EXTERNAL_PRINCIPAL_MISSING,
    /** No identity policy allows anything on any key [account, caller, level]. */
    IDENTITY_POLICY_MISSING,
    /**
     * Identity policies name keys or aliases, but not this key [named, key; differs: alias,
     * not-arn, or the parts of the ARN that are others, in words].
     */
    KEY_ARN_MISMATCH,
    /**
     * An Allow for the action exists, but its condition cannot hold [operator, conditionKey;
     * wanted: its values, each in backticks; sent: what the call has under the key, empty for
     * nothing; statement; version: the policy's, where it makes a variable plain text].
     */
    CONDITION_BLOCKS,
    /**
     * No statement allows kms:CreateGrant [account, caller, level; dead: why a statement that looks
     * like it has no effect; lacks: the element that it lacks or has wrong].
     */
    CREATE_GRANT_MISSING,
    /** No statement allows the action [account, caller, level, dead, lacks]. */
    ACTION_MISSING,
    /**
     * kms:CreateGrant is allowed, nowhere with the kms:GrantIsForAWSResource condition [entry: what
     * allows it].
     */
    GRANT_CONDITION_MISSING,
    /**
     * The verdict hangs on something that was not given [missing: what, for the middle of a
     * sentence; pass: the option that gives it], or on what AWS does not say [doubt: a sentence].
     */
    UNDETERMINED,
    /** The request keeps the copy under the owner's key [key]. */
    KEEPS_SOURCE_KEY,
    /** The key is AWS managed [key]. */
    AWS_MANAGED_KEY,
    /** The snapshot is encrypted with an AWS owned key. */
    AWS_OWNED_KEY,
    /** An encrypted snapshot is shared with everybody. */
    PUBLIC_ENCRYPTED,
    /** An unencrypted snapshot is shared with everybody. */
    PUBLIC_SNAPSHOT,
    /** The snapshot is shared with more accounts than the quota allows [count, quota]. */
    TOO_MANY_ACCOUNTS,
    /** The snapshot is an automated one or one of AWS Backup [type]. */
    AUTOMATED_SNAPSHOT,
    /** The snapshot is not shared with the account [account, identifier]. */
    NOT_SHARED_WITH_ACCOUNT,
    /** The snapshot's status is not available [status]. */
    SNAPSHOT_NOT_AVAILABLE,
    /** The key cannot encrypt or decrypt [property, value]. */
    KEY_UNUSABLE,
    /** The snapshot's key is not this key [snapshotKey, key]. */
    KEY_MISMATCH,
    /**
     * The request names a shared snapshot by its identifier [identifier; arn: where it is known].
     */
    IDENTIFIER_NOT_ARN,
    /** The request names no key for the copy [reason: shared or cross-region]. */
    TARGET_KEY_MISSING,
    /** The request's key is of another Region than the call [keyRegion, region]. */
    TARGET_KEY_OTHER_REGION,
    /** The call crosses accounts and Regions at once [from, to]. */
    CROSS_ACCOUNT_AND_REGION,
    /** The request encrypts an unencrypted cluster snapshot while copying. */
    ENCRYPT_ON_COPY,
    /** The request names the owner's key by its bare id [id, key]. */
    KEY_ID_NOT_ARN,
    /** A shared encrypted DB instance snapshot is restored without a copy. */
    INSTANCE_DIRECT_RESTORE,
    /**
     * A multi-Region key: this Region's key has its own policy, which does not let the account in
     * [region, account].
     */
    REPLICA_KEY_NOT_SHARED,
    /** The key policy allows the caller actions that the sharing does not need. */
    WIDER_THAN_NEEDED
  }
}
