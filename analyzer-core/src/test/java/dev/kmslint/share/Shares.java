package dev.kmslint.share;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.intake.KeyDescription;
import dev.kmslint.intake.SnapshotAttributes;
import dev.kmslint.intake.SnapshotDescription;
import dev.kmslint.intake.SnapshotRequest;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Text;
import dev.kmslint.source.Pointer;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import dev.kmslint.testing.CaseFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds sharings for tests, from a pair of policies that is right. */
final class Shares {
  static final String KEY =
      "arn:aws:kms:eu-west-1:123456781234:key/0f3c9a52-6b1d-4e8a-9c47-2d5b8e71a604";

  static final String KEY_POLICY =
      """
      {'Version': '2012-10-17', 'Statement': [
        {'Sid': 'Enable IAM policies', 'Effect': 'Allow',
         'Principal': {'AWS': 'arn:aws:iam::123456781234:root'}, 'Action': 'kms:*', 'Resource': '*'},
        {'Sid': 'Use', 'Effect': 'Allow', 'Principal': {'AWS': 'arn:aws:iam::876543218765:root'},
         'Action': ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
         'Resource': '*'},
        {'Sid': 'Grant', 'Effect': 'Allow', 'Principal': {'AWS': 'arn:aws:iam::876543218765:root'},
         'Action': ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'], 'Resource': '*',
         'Condition': {'Bool': {'kms:GrantIsForAWSResource': 'true'}}}]}
      """;

  static final String IDENTITY_POLICY =
      """
      {'Version': '2012-10-17', 'Statement': [
        {'Sid': 'Use', 'Effect': 'Allow',
         'Action': ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
         'Resource': 'KEY'},
        {'Sid': 'Grant', 'Effect': 'Allow',
         'Action': ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'], 'Resource': 'KEY',
         'Condition': {'Bool': {'kms:GrantIsForAWSResource': 'true'}}},
        {'Sid': 'Snapshot', 'Effect': 'Allow', 'Action': 'rds:CopyDBClusterSnapshot', 'Resource': '*'}]}
      """
          .replace("KEY", KEY);

  private static final SourceLocation ENTRY =
      new SourceLocation(new SourceFile("share.yml", "-"), 0, 1, Pointer.ROOT);

  Scenario scenario = Scenarios.all().get(0);
  String to = "876543218765";
  boolean rootUser;
  String keyArn = KEY;
  String region = "";
  @Nullable Policy keyPolicy = CaseFiles.policy(PolicyKind.KEY, KEY_POLICY);
  List<Policy> identity =
      new ArrayList<>(List.of(CaseFiles.policy(PolicyKind.IDENTITY, IDENTITY_POLICY)));
  @Nullable Policy boundary;
  @Nullable Policy session;
  final List<Policy> scps = new ArrayList<>();
  final List<Policy> rcps = new ArrayList<>();
  @Nullable KeyDescription key;
  @Nullable SnapshotDescription snapshot;
  @Nullable SnapshotAttributes attributes;
  @Nullable SnapshotRequest request;
  final Map<String, List<String>> facts = new LinkedHashMap<>();

  /** Sets the key policy's text. */
  Shares keyPolicy(String text) {
    keyPolicy = CaseFiles.policy(PolicyKind.KEY, text);
    return this;
  }

  /** Replaces text in the right key policy, which must hold it. */
  Shares inKeyPolicy(String old, String text) {
    return keyPolicy(replaced(KEY_POLICY, old, text));
  }

  /** Adds a statement to the right key policy. */
  Shares keyPolicyAlso(String statement) {
    return inKeyPolicy("'Statement': [", "'Statement': [" + statement + ",");
  }

  /** Replaces text in the right identity policy, which must hold it. */
  Shares inIdentityPolicy(String old, String text) {
    return identityPolicy(replaced(IDENTITY_POLICY, old, text));
  }

  /** Adds a statement to the right identity policy. */
  Shares identityPolicyAlso(String statement) {
    return inIdentityPolicy("'Statement': [", "'Statement': [" + statement + ",");
  }

  /** Sets the identity policy's text. */
  Shares identityPolicy(String text) {
    identity = List.of(CaseFiles.policy(PolicyKind.IDENTITY, text));
    return this;
  }

  private static String replaced(String text, String old, String by) {
    if (!text.contains(old)) {
      throw new AssertionError("no " + old);
    }
    return text.replace(old, by);
  }

  static Text text(String value) {
    return new Text(value, ENTRY);
  }

  /** A cluster snapshot that can be copied. */
  static SnapshotDescription snapshot(
      String type, String status, @Nullable String encryptionType, @Nullable String encrypted) {
    return new SnapshotDescription(
        ENTRY,
        true,
        text("orders-1"),
        text("arn:aws:rds:eu-west-1:123456781234:cluster-snapshot:orders-1"),
        text("aurora-postgresql"),
        text(status),
        text(type),
        encrypted == null ? null : text(encrypted),
        encryptionType == null ? null : text(encryptionType),
        "false".equals(encrypted) ? null : text(KEY));
  }

  static SnapshotAttributes sharedWith(List<String> accounts) {
    List<Text> values = new ArrayList<>();
    accounts.forEach(account -> values.add(text(account)));
    return new SnapshotAttributes(ENTRY, true, text("orders-1"), values, ENTRY);
  }

  static SnapshotRequest request(
      SnapshotRequest.Operation operation, String snapshot, @Nullable String key) {
    return new SnapshotRequest(ENTRY, operation, text(snapshot), key == null ? null : text(key));
  }

  static KeyDescription key(String manager, String state, String spec, String usage) {
    return new KeyDescription(
        ENTRY,
        text(KEY),
        text("123456781234"),
        text(manager),
        text(state),
        text(spec),
        text(usage),
        null);
  }

  ShareResult check() {
    return new ShareCheck(Catalog.builtIn()).check(input());
  }

  ShareInput input() {
    return new ShareInput(
        "test",
        scenario,
        to,
        rootUser,
        keyArn,
        "",
        region,
        keyPolicy,
        identity,
        boundary,
        session,
        scps,
        rcps,
        key,
        snapshot,
        attributes,
        request,
        facts,
        ENTRY);
  }

  /** The right sharing with something changed. */
  static Shares with(Consumer<Shares> change) {
    Shares share = new Shares();
    change.accept(share);
    return share;
  }

  /** What breaks a sharing. */
  static List<Gap.Kind> breaking(ShareResult result) {
    return result.gaps().stream()
        .filter(gap -> gap.consequence() == Gap.Consequence.BREAKS)
        .map(Gap::kind)
        .toList();
  }
}
