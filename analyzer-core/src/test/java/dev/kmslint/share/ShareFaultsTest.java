package dev.kmslint.share;

import static dev.kmslint.share.Gap.Kind.ACTION_MISSING;
import static dev.kmslint.share.Gap.Kind.AUTOMATED_SNAPSHOT;
import static dev.kmslint.share.Gap.Kind.AWS_MANAGED_KEY;
import static dev.kmslint.share.Gap.Kind.CALLER_MISMATCH;
import static dev.kmslint.share.Gap.Kind.CONDITION_BLOCKS;
import static dev.kmslint.share.Gap.Kind.CREATE_GRANT_MISSING;
import static dev.kmslint.share.Gap.Kind.ENCRYPT_ON_COPY;
import static dev.kmslint.share.Gap.Kind.EXPLICIT_DENY;
import static dev.kmslint.share.Gap.Kind.EXTERNAL_PRINCIPAL_MISSING;
import static dev.kmslint.share.Gap.Kind.GUARDRAIL_BLOCKS;
import static dev.kmslint.share.Gap.Kind.IDENTIFIER_NOT_ARN;
import static dev.kmslint.share.Gap.Kind.IDENTITY_POLICY_MISSING;
import static dev.kmslint.share.Gap.Kind.INSTANCE_DIRECT_RESTORE;
import static dev.kmslint.share.Gap.Kind.KEY_ARN_MISMATCH;
import static dev.kmslint.share.Gap.Kind.KEY_ID_NOT_ARN;
import static dev.kmslint.share.Gap.Kind.KEY_MISMATCH;
import static dev.kmslint.share.Gap.Kind.KEY_UNUSABLE;
import static dev.kmslint.share.Gap.Kind.NOT_SHARED_WITH_ACCOUNT;
import static dev.kmslint.share.Gap.Kind.PUBLIC_ENCRYPTED;
import static dev.kmslint.share.Gap.Kind.REPLICA_KEY_NOT_SHARED;
import static dev.kmslint.share.Gap.Kind.ROOT_USER_CALLER;
import static dev.kmslint.share.Gap.Kind.SNAPSHOT_NOT_AVAILABLE;
import static dev.kmslint.share.Gap.Kind.TARGET_KEY_MISSING;
import static dev.kmslint.share.Gap.Kind.TARGET_KEY_OTHER_REGION;
import static dev.kmslint.share.Gap.Kind.TOO_MANY_ACCOUNTS;
import static dev.kmslint.share.Shares.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.intake.SnapshotRequest.Operation;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.testing.CaseFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One thing is wrong with a sharing, and that is said, and nothing else. */
class ShareFaultsTest {
  private static final String SNAPSHOT =
      "arn:aws:rds:eu-west-1:123456781234:cluster-snapshot:orders-1";

  private record Fault(Shares share, Gap.Kind kind) {}

  /** Single faults of the right pair, each with the one gap that breaks it. */
  @TestFactory
  Stream<DynamicTest> singleFaults() {
    Map<String, Fault> faults = new LinkedHashMap<>();
    faults.put(
        "grant missing in the key policy",
        new Fault(new Shares().inKeyPolicy("'kms:CreateGrant', ", ""), CREATE_GRANT_MISSING));
    faults.put(
        "grant missing in the identity policy",
        new Fault(new Shares().inIdentityPolicy("'kms:CreateGrant', ", ""), CREATE_GRANT_MISSING));
    faults.put(
        "DescribeKey missing",
        new Fault(new Shares().inKeyPolicy(", 'kms:DescribeKey'", ""), ACTION_MISSING));
    faults.put(
        "account digit in the key policy",
        new Fault(
            new Shares().inKeyPolicy("876543218765", "876543218766"), EXTERNAL_PRINCIPAL_MISSING));
    faults.put(
        "account digit in the resource",
        new Fault(new Shares().inIdentityPolicy("123456781234", "123456781235"), KEY_ARN_MISMATCH));
    faults.put(
        "Region in the resource",
        new Fault(new Shares().inIdentityPolicy("eu-west-1", "eu-central-1"), KEY_ARN_MISMATCH));
    faults.put(
        "alias in the resource",
        new Fault(
            new Shares()
                .inIdentityPolicy("key/0f3c9a52-6b1d-4e8a-9c47-2d5b8e71a604", "alias/orders"),
            KEY_ARN_MISMATCH));
    faults.put(
        "bare id in the resource",
        new Fault(
            new Shares().inIdentityPolicy(KEY, "0f3c9a52-6b1d-4e8a-9c47-2d5b8e71a604"),
            KEY_ARN_MISMATCH));
    faults.put(
        "deny in the key policy",
        new Fault(
            new Shares()
                .keyPolicyAlso(
                    "{'Effect':'Deny','Principal':'*','Action':'kms:CreateGrant','Resource':'*'}"),
            EXPLICIT_DENY));
    faults.put(
        "deny outside an organization",
        new Fault(
            Shares.with(
                s -> {
                  s.keyPolicyAlso(
                      "{'Effect':'Deny','Principal':'*','Action':'kms:*','Resource':'*','Condition':{'StringNotEquals':{'aws:PrincipalOrgID':'o-mine'}}}");
                  s.facts.put("aws:PrincipalOrgID", List.of("o-other"));
                }),
            EXPLICIT_DENY));
    faults.put(
        "deny with NotPrincipal",
        new Fault(
            new Shares()
                .keyPolicyAlso(
                    "{'Effect':'Deny','NotPrincipal':{'AWS':'arn:aws:iam::123456781234:role/Admin'},'Action':'kms:*','Resource':'*'}"),
            EXPLICIT_DENY));
    faults.put(
        "deny in the identity policy",
        new Fault(
            new Shares().identityPolicyAlso("{'Effect':'Deny','Action':'kms:*','Resource':'*'}"),
            EXPLICIT_DENY));
    faults.put(
        "explicit deny of the rds call",
        new Fault(
            new Shares()
                .identityPolicyAlso("{'Effect':'Deny','Action':'rds:Copy*','Resource':'*'}"),
            EXPLICIT_DENY));
    faults.put(
        "boundary",
        new Fault(
            Shares.with(
                s ->
                    s.boundary =
                        CaseFiles.policy(
                            PolicyKind.BOUNDARY,
                            "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'rds:*','Resource':'*'}}")),
            GUARDRAIL_BLOCKS));
    faults.put(
        "session policy",
        new Fault(
            Shares.with(
                s ->
                    s.session =
                        CaseFiles.policy(
                            PolicyKind.SESSION,
                            "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'rds:*','Resource':'*'}}")),
            GUARDRAIL_BLOCKS));
    faults.put(
        "SCP for a Region",
        new Fault(
            Shares.with(
                s ->
                    s.scps.add(
                        CaseFiles.policy(
                            PolicyKind.SCP,
                            "{'Version':'2012-10-17','Statement':{'Effect':'Deny','NotAction':'iam:*','Resource':'*','Condition':{'StringNotEquals':{'aws:RequestedRegion':'us-east-1'}}}}"))),
            GUARDRAIL_BLOCKS));
    faults.put(
        "RCP",
        new Fault(
            Shares.with(
                s ->
                    s.rcps.add(
                        CaseFiles.policy(
                            PolicyKind.RCP,
                            "{'Version':'2012-10-17','Statement':{'Effect':'Deny','Principal':'*','Action':'kms:*','Resource':'*','Condition':{'StringNotEquals':{'aws:PrincipalAccount':'123456781234'}}}}"))),
            GUARDRAIL_BLOCKS));
    faults.put(
        "ViaService of another Region",
        new Fault(
            new Shares()
                .inKeyPolicy(
                    "{'kms:GrantIsForAWSResource': 'true'}",
                    "{'kms:GrantIsForAWSResource': 'true'}, 'StringEquals': {'kms:ViaService': 'rds.us-east-1.amazonaws.com'}"),
            CONDITION_BLOCKS));
    faults.put(
        "condition false",
        new Fault(new Shares().inKeyPolicy("'true'", "'false'"), CONDITION_BLOCKS));
    faults.put(
        "condition misspelt",
        new Fault(
            new Shares().inKeyPolicy("GrantIsForAWSResource", "GrantIsForAWSResources"),
            CONDITION_BLOCKS));
    faults.put(
        "condition on DescribeKey",
        new Fault(
            new Shares()
                .inKeyPolicy(
                    "'kms:DescribeKey'],\n   'Resource': '*'}",
                    "'kms:DescribeKey'],\n   'Resource': '*', 'Condition': {'Bool': {'kms:GrantIsForAWSResource': 'true'}}}"),
            CONDITION_BLOCKS));
    faults.put(
        "source address",
        new Fault(
            new Shares()
                .identityPolicy(
                    "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'IpAddress':{'aws:SourceIp':'203.0.113.7/32'}}}}"),
            CONDITION_BLOCKS));
    faults.put(
        "statement without Resource",
        new Fault(
            new Shares().inKeyPolicy("'Resource': '*',\n   'Condition'", "'Condition'"),
            CREATE_GRANT_MISSING));
    faults.put(
        "another role",
        new Fault(
            Shares.with(
                s -> {
                  s.inKeyPolicy(
                      "arn:aws:iam::876543218765:root", "arn:aws:iam::876543218765:role/A");
                  s.to = "arn:aws:iam::876543218765:role/B";
                }),
            CALLER_MISMATCH));
    faults.put(
        "no kms in the identity policy",
        new Fault(
            new Shares()
                .identityPolicy(
                    "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'rds:*','Resource':'*'}}"),
            IDENTITY_POLICY_MISSING));
    faults.put(
        "multi-Region replica",
        new Fault(
            Shares.with(
                s -> {
                  s.keyArn =
                      "arn:aws:kms:eu-west-1:123456781234:key/mrk-0f3c9a526b1d4e8a9c472d5b8e71a604";
                  s.keyPolicy(
                      "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Principal':{'AWS':'123456781234'},'Action':'kms:*','Resource':'*'}}");
                  s.inIdentityPolicy(KEY, "*");
                }),
            REPLICA_KEY_NOT_SHARED));
    faults.put("root user", new Fault(Shares.with(s -> s.rootUser = true), ROOT_USER_CALLER));
    faults.put(
        "AWS managed key",
        new Fault(
            Shares.with(
                s -> s.key = Shares.key("AWS", "Enabled", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT")),
            AWS_MANAGED_KEY));
    faults.put(
        "disabled key",
        new Fault(
            Shares.with(
                s ->
                    s.key =
                        Shares.key("CUSTOMER", "Disabled", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT")),
            KEY_UNUSABLE));
    faults.put(
        "asymmetric key",
        new Fault(
            Shares.with(
                s -> s.key = Shares.key("CUSTOMER", "Enabled", "RSA_2048", "ENCRYPT_DECRYPT")),
            KEY_UNUSABLE));
    faults.put(
        "another key",
        new Fault(
            Shares.with(
                s -> {
                  s.keyArn = KEY.replace("0f3c", "0f3d");
                  s.inIdentityPolicy("0f3c", "0f3d");
                  s.snapshot = Shares.snapshot("manual", "available", "sse-kms", "true");
                }),
            KEY_MISMATCH));
    faults.put(
        "automated",
        new Fault(
            Shares.with(s -> s.snapshot = Shares.snapshot("automated", "available", null, "true")),
            AUTOMATED_SNAPSHOT));
    faults.put(
        "not available",
        new Fault(
            Shares.with(s -> s.snapshot = Shares.snapshot("manual", "creating", null, "true")),
            SNAPSHOT_NOT_AVAILABLE));
    faults.put(
        "21 accounts",
        new Fault(
            Shares.with(
                s -> {
                  List<String> accounts = new ArrayList<>(List.of("876543218765"));
                  for (int i = 10; i < 30; i++) {
                    accounts.add("1111222233" + i);
                  }
                  s.attributes = Shares.sharedWith(accounts);
                }),
            TOO_MANY_ACCOUNTS));
    faults.put(
        "not shared",
        new Fault(
            Shares.with(s -> s.attributes = Shares.sharedWith(List.of("111122223333"))),
            NOT_SHARED_WITH_ACCOUNT));
    faults.put(
        "public",
        new Fault(
            Shares.with(s -> s.attributes = Shares.sharedWith(List.of("all"))), PUBLIC_ENCRYPTED));
    faults.put(
        "name instead of ARN",
        new Fault(
            Shares.with(
                s ->
                    s.request =
                        Shares.request(Operation.COPY_CLUSTER_SNAPSHOT, "orders-1", "alias/mine")),
            IDENTIFIER_NOT_ARN));
    faults.put(
        "no key in the request",
        new Fault(
            Shares.with(
                s -> s.request = Shares.request(Operation.COPY_CLUSTER_SNAPSHOT, SNAPSHOT, null)),
            TARGET_KEY_MISSING));
    faults.put(
        "the owner's key by its id",
        new Fault(
            Shares.with(
                s ->
                    s.request =
                        Shares.request(
                            Operation.COPY_CLUSTER_SNAPSHOT,
                            SNAPSHOT,
                            "0f3c9a52-6b1d-4e8a-9c47-2d5b8e71a604")),
            KEY_ID_NOT_ARN));
    faults.put(
        "a key of another Region",
        new Fault(
            Shares.with(
                s ->
                    s.request =
                        Shares.request(
                            Operation.COPY_CLUSTER_SNAPSHOT,
                            SNAPSHOT,
                            "arn:aws:kms:us-east-1:876543218765:key/7d2e41b8-93c0-4f6a-8b15-e4a90c3d7f28")),
            TARGET_KEY_OTHER_REGION));
    faults.put(
        "encrypt while copying",
        new Fault(
            Shares.with(
                s -> {
                  s.snapshot = Shares.snapshot("manual", "available", null, "false");
                  s.request =
                      Shares.request(Operation.COPY_CLUSTER_SNAPSHOT, SNAPSHOT, "alias/mine");
                }),
            ENCRYPT_ON_COPY));
    faults.put(
        "instance restored directly",
        new Fault(
            Shares.with(
                s -> {
                  s.scenario = Scenarios.all().get(3);
                  s.inIdentityPolicy("rds:CopyDBClusterSnapshot", "rds:*");
                }),
            INSTANCE_DIRECT_RESTORE));
    return faults.entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(),
                    () -> {
                      ShareResult result = e.getValue().share().check();
                      assertThat(Shares.breaking(result)).containsExactly(e.getValue().kind());
                      assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
                    }));
  }
}
