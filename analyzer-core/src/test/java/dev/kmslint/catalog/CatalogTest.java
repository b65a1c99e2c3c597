package dev.kmslint.catalog;

import static dev.kmslint.catalog.Facts.action;
import static dev.kmslint.catalog.Facts.key;
import static dev.kmslint.catalog.Facts.member;
import static dev.kmslint.catalog.Facts.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {

  private final Catalog catalog = Catalog.builtIn();

  @Test
  void findsActionsInAnyCase() {
    ActionInfo action = action("KMS:creategrant");
    assertThat(action.qualifiedName()).isEqualTo("kms:CreateGrant");
    assertThat(action).isSameAs(catalog.action("kms", "CREATEGRANT"));
    assertThat(catalog.action("kms", "CreateGrants")).isNull();
    assertThat(catalog.action("s3", "GetObject")).isNull();
    assertThat(catalog.service("s3")).isNull();
  }

  /**
   * "Cross-account use: Yes" in
   * https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html
   */
  @Test
  void onlyTheDocumentedOperationsWorkAcrossAccounts() {
    List<String> names = new ArrayList<>();
    for (ActionInfo action : service("kms").actions()) {
      if (action.crossAccount()) {
        names.add(action.name());
      }
    }
    assertThat(names)
        .containsExactly(
            "CreateGrant",
            "Decrypt",
            "DeriveSharedSecret",
            "DescribeKey",
            "Encrypt",
            "GenerateDataKey",
            "GenerateDataKeyPair",
            "GenerateDataKeyPairWithoutPlaintext",
            "GenerateDataKeyWithoutPlaintext",
            "GenerateMac",
            "GetKeyRotationStatus",
            "GetPublicKey",
            "ListGrants",
            "ReEncryptFrom",
            "ReEncryptTo",
            "RetireGrant",
            "RevokeGrant",
            "Sign",
            "Verify",
            "VerifyMac");
  }

  /** https://docs.aws.amazon.com/kms/latest/developerguide/grants.html#terms-grant-operations */
  @Test
  void grantOperationsAreTheDocumentedOnes() {
    List<String> names = new ArrayList<>();
    for (ActionInfo action : service("kms").actions()) {
      if (action.grantOperation()) {
        names.add(action.name());
      }
    }
    assertThat(names)
        .containsExactly(
            "CreateGrant",
            "Decrypt",
            "DeriveSharedSecret",
            "DescribeKey",
            "Encrypt",
            "GenerateDataKey",
            "GenerateDataKeyPair",
            "GenerateDataKeyPairWithoutPlaintext",
            "GenerateDataKeyWithoutPlaintext",
            "GenerateMac",
            "GetPublicKey",
            "ReEncryptFrom",
            "ReEncryptTo",
            "RetireGrant",
            "Sign",
            "Verify",
            "VerifyMac");
  }

  @Test
  void tellsWhatAKeyPolicyCanAllow() {
    // https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html
    assertThat(action("kms:ReplicateKey").keyPolicy()).isTrue();
    assertThat(action("kms:ReplicateKey").crossAccount()).isFalse();
    assertThat(action("kms:CreateKey").keyPolicy()).isFalse();
    assertThat(action("kms:CreateKey").needsResource()).isFalse();
    assertThat(action("kms:ListAliases").needsResource()).isFalse();
    assertThat(action("kms:CreateAlias").keyPolicy()).isTrue();
    assertThat(action("kms:CreateAlias").requiredResourceTypes()).containsExactly("alias", "key");
    // https://docs.aws.amazon.com/kms/latest/developerguide/grant-delete.html
    assertThat(action("kms:RetireGrant").grantDecides()).isTrue();
    assertThat(action("kms:RetireGrant").keyPolicy()).isTrue();
    assertThat(action("kms:RevokeGrant").grantDecides()).isFalse();
    assertThat(action("kms:CreateGrant").crossAccountKeyForm()).isEqualTo("key ARN only");
    assertThat(action("kms:Decrypt").crossAccountKeyForm()).isEqualTo("key ARN or alias ARN");
  }

  @Test
  void knowsTheResourcesOfRds() {
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html
    ActionInfo restore = action("rds:RestoreDBClusterFromSnapshot");
    assertThat(restore.resourceTypes()).contains("cluster-snapshot", "snapshot");
    assertThat(restore.requiredResourceTypes()).doesNotContain("snapshot").contains("cluster");
    assertThat(restore.conditionKeys()).contains("rds:cluster-snapshot-tag/*", "rds:req-tag/*");
    assertThat(action("rds:DescribeDBEngineVersions").needsResource()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
    "kms:CreateGrant, kms:GrantIsForAWSResource, MAYBE",
    "kms:ListGrants, KMS:grantisforawsresource, MAYBE",
    "kms:RevokeGrant, kms:GrantIsForAWSResource, MAYBE",
    "kms:RetireGrant, kms:GrantIsForAWSResource, NEVER",
    "kms:Encrypt, kms:GrantIsForAWSResource, NEVER",
    "kms:DescribeKey, kms:GrantIsForAWSResource, NEVER",
    "kms:Decrypt, kms:EncryptionContext:aws:rds:db-id, MAYBE",
    "kms:CreateGrant, kms:EncryptionContext:AppName, MAYBE",
    "kms:DescribeKey, kms:EncryptionContext:AppName, NEVER",
    "kms:DescribeKey, kms:EncryptionContextKeys, NEVER",
    "kms:Decrypt, kms:ViaService, MAYBE",
    "kms:ListKeys, kms:ViaService, NEVER",
    "kms:ListKeys, kms:CallerAccount, NEVER",
    "kms:DescribeKey, kms:CallerAccount, MAYBE",
    "kms:Decrypt, kms:CustomerMasterKeySpec, MAYBE",
    "kms:ListKeys, kms:CustomerMasterKeySpec, NEVER",
    "kms:Decrypt, kms:KeySpec, MAYBE",
    "kms:Decrypt, kms:RecipientAttestation:PCR31, MAYBE",
    "kms:Decrypt, kms:RecipientAttestation:PCR32, NEVER",
    "kms:Encrypt, kms:RecipientAttestation:PCR3, NEVER",
    "kms:Decrypt, kms:ResourceTag/team, MAYBE",
    // no such key
    "kms:Decrypt, kms:ViaServices, NEVER",
    "kms:Decrypt, kms:EncryptionContext, NEVER",
    "kms:Decrypt, kms:EncryptionContext:, NEVER",
    "kms:Decrypt, kms:PrincipalOrgID, NEVER",
    "kms:Decrypt, aws:CallerAccount, NEVER",
    "kms:Decrypt, aws:PrincipalTag, NEVER",
    // another service's keys
    "rds:CopyDBClusterSnapshot, kms:ViaService, NEVER",
    "kms:Decrypt, rds:cluster-tag/env, NEVER",
    "rds:DeleteDBCluster, rds:cluster-tag/env, MAYBE",
    "kms:Decrypt, s3:prefix, UNKNOWN",
    "kms:Decrypt, saml:aud, UNKNOWN",
    "kms:Decrypt, nonsense, UNKNOWN",
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
    "kms:Decrypt, aws:SourceIp, MAYBE",
    "rds:CopyDBClusterSnapshot, aws:SourceIp, MAYBE",
    "kms:Decrypt, AWS:sourcearn, MAYBE",
    "kms:Decrypt, aws:PrincipalTag/team, MAYBE",
    "kms:Decrypt, aws:SourceVpcArn, MAYBE",
    "rds:CopyDBClusterSnapshot, aws:SourceVpcArn, NEVER",
    "rds:CopyDBClusterSnapshot, aws:VpceOrgID, NEVER",
    "kms:Decrypt, aws:IsMcpServiceAction, NEVER",
    "kms:Decrypt, lambda:SourceFunctionArn, MAYBE",
    "kms:Decrypt, lambda:FunctionArn, UNKNOWN",
    "kms:TagResource, aws:RequestTag/team, MAYBE",
    "kms:Decrypt, aws:RequestTag/team, NEVER",
    "kms:UntagResource, aws:TagKeys, MAYBE",
    "kms:Decrypt, aws:TagKeys, NEVER",
    "kms:Decrypt, aws:ResourceTag/team, MAYBE",
    "kms:ListKeys, aws:ResourceTag/team, NEVER",
  })
  void carriesOnlyWhatARequestCanHold(String action, String key, Carried expected) {
    assertThat(catalog.carries(action(action), key)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "KMS:grantisforawsresource, kms:GrantIsForAWSResource, kms:grantisforawsresource",
    "kms:encryptioncontext:AppName, kms:EncryptionContext:AppName, kms:encryptioncontext:*",
    "aws:principaltag/Team, aws:PrincipalTag/Team, aws:principaltag/*",
    "AWS:RESOURCETAG/a/b, aws:ResourceTag/a/b, aws:resourcetag/*",
    "rds:Cluster-Tag/x, rds:cluster-tag/x, rds:cluster-tag/*",
    "kms:recipientattestation:pcr3, kms:RecipientAttestation:PCR3, kms:recipientattestation:pcr*",
    "kms:recipientattestation:nitrotpmpcr23, kms:RecipientAttestation:NitroTPMPCR23,"
        + " kms:recipientattestation:nitrotpmpcr*",
    "aws:Referer, aws:referer, aws:referer",
    "aws:UserId, aws:userid, aws:userid",
  })
  void spellsKeysAsAwsDoes(String name, String spelling, String generic) {
    ConditionKeyInfo key = key(name);
    assertThat(key.name()).isEqualTo(spelling);
    assertThat(key.genericName()).isEqualTo(generic);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kms:RecipientAttestation:PCR",
        "kms:RecipientAttestation:PCR03",
        "kms:RecipientAttestation:PCR4294967299",
        "kms:RecipientAttestation:PCRx",
        "kms:RecipientAttestation:NitroTPMPCR24",
        "aws:ResourceTag/",
        "aws:SourceVpcAccount",
        "ViaService",
        ":",
        ""
      })
  void doesNotKnowKeysThatAreNotDocumented(String name) {
    assertThat(catalog.conditionKey(name)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "aws:PrincipalOrgID, ORGANIZATION_MEMBERS",
    "aws:PrincipalOrgPaths, ORGANIZATION_MEMBERS",
    "aws:SourceArn, SERVICE_PRINCIPALS_ONLY",
    "aws:SourceAccount, SERVICE_PRINCIPALS_ONLY",
    "aws:SourceOrgID, SERVICE_PRINCIPALS_ONLY",
    "aws:SourceOrgPaths, SERVICE_PRINCIPALS_ONLY",
    "aws:SecureTransport, ALWAYS",
    "aws:CurrentTime, ALWAYS",
    "aws:EpochTime, ALWAYS",
    "aws:ViaAWSService, ALWAYS",
    "aws:RequestedRegion, ALWAYS",
    "aws:UserAgent, ALWAYS",
    "aws:PrincipalArn, DERIVED_FROM_PRINCIPAL",
    "aws:PrincipalAccount, DERIVED_FROM_PRINCIPAL",
    "aws:PrincipalType, DERIVED_FROM_PRINCIPAL",
    "aws:userid, DERIVED_FROM_PRINCIPAL",
    "aws:username, DERIVED_FROM_PRINCIPAL",
    "aws:PrincipalIsAWSService, DERIVED_FROM_PRINCIPAL",
    "aws:PrincipalServiceName, DERIVED_FROM_PRINCIPAL",
    "kms:CallerAccount, DERIVED_FROM_PRINCIPAL",
    "aws:ResourceAccount, DERIVED_FROM_RESOURCE",
    "aws:SourceIp, SOMETIMES",
    "aws:MultiFactorAuthPresent, SOMETIMES",
    "kms:ViaService, SOMETIMES",
    "kms:GrantIsForAWSResource, SOMETIMES",
    "kms:KeySpec, ALWAYS",
    "kms:EncryptionAlgorithm, ALWAYS",
    "kms:MultiRegionKeyType, SOMETIMES",
    "kms:BypassPolicyLockoutSafetyCheck, SOMETIMES",
  })
  void knowsWhenKeysArePresent(String name, Presence presence) {
    assertThat(key(name).presence()).isEqualTo(presence);
  }

  @Test
  void knowsTypesOfKeys() {
    assertThat(key("aws:SourceIp").type()).isEqualTo(ValueType.IP);
    assertThat(key("aws:PrincipalArn").type()).isEqualTo(ValueType.ARN);
    assertThat(key("kms:GrantIsForAWSResource").type()).isEqualTo(ValueType.BOOL);
    assertThat(key("kms:ValidTo").isOfType(ValueType.DATE)).isTrue();
    assertThat(key("kms:RotationPeriodInDays").integer()).isTrue();
    assertThat(key("ec2:RoleDelivery").type()).isEqualTo(ValueType.NUMERIC);
    assertThat(key("ec2:RoleDelivery").integer()).isFalse();
    assertThat(key("aws:EpochTime").isOfType(ValueType.NUMERIC)).isTrue();
    assertThat(key("aws:EpochTime").isOfType(ValueType.DATE)).isTrue();
    assertThat(key("aws:CurrentTime").isOfType(ValueType.NUMERIC)).isFalse();
    assertThat(key("aws:FederatedProvider").isOfType(ValueType.ARN)).isTrue();
  }

  /** "Value type: Multivalued" of the same pages. */
  @Test
  void onlyTheDocumentedKeysAreMultivalued() {
    List<String> multivalued = new ArrayList<>();
    for (String prefix : new String[] {"aws", "kms", "rds"}) {
      for (String name : catalog.conditionKeyNames(prefix)) {
        if (member(name).multivalued()) {
          multivalued.add(name);
        }
      }
    }
    assertThat(multivalued)
        .containsExactly(
            "aws:CalledVia",
            "aws:PrincipalOrgPaths",
            "aws:PrincipalServiceNamesList",
            "aws:ResourceOrgPaths",
            "aws:SourceOrgPaths",
            "aws:TagKeys",
            "aws:VpceOrgPaths",
            "kms:EncryptionContextKeys",
            "kms:GrantOperations",
            "kms:ResourceAliases");
  }

  /** https://github.com/awsdocs/aws-kms-developer-guide/issues/47 */
  @Test
  void onlyThreeKeysAreRefusedInKeyPolicies() {
    List<String> refused = new ArrayList<>();
    for (String prefix : new String[] {"aws", "kms", "rds"}) {
      for (String name : catalog.conditionKeyNames(prefix)) {
        if (!member(name).inKeyPolicy()) {
          refused.add(name);
        }
      }
    }
    assertThat(refused)
        .containsExactly("aws:ResourceTag/*", "kms:ResourceAliases", "kms:ResourceTag/*");
  }

  @Test
  void knowsWhoseKeysItKnows() {
    assertThat(catalog.knowsKeysOf("aws")).isTrue();
    assertThat(catalog.knowsKeysOf("KMS")).isTrue();
    assertThat(catalog.knowsKeysOf("rds")).isTrue();
    assertThat(catalog.knowsKeysOf("lambda")).isFalse();
    assertThat(catalog.knowsKeysOf("")).isFalse();
    assertThat(catalog.conditionKeyNames("lambda")).isEmpty();
    assertThat(key("kms:CustomerMasterKeySpec").replacedBy()).isEqualTo("kms:KeySpec");
    assertThat(key("kms:KeySpec").replacedBy()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "kms:ViaServices, kms:ViaService",
    "kms:GrantIsForAwsResources, kms:GrantIsForAWSResource",
    "kms:PrincipalOrgID, aws:PrincipalOrgID",
    "aws:ViaService, kms:ViaService",
    "aws:CallerAccount, kms:CallerAccount",
    "kms:RequestTag/Team, aws:RequestTag/Team",
    "aws:PrincipleTag/Team, aws:PrincipalTag/Team",
    "aws:PrincipalTag:Team, aws:PrincipalTag/Team",
    "kms:EncrytionContext:aws:rds:db-id, kms:EncryptionContext:aws:rds:db-id",
    "aw:SourceArn, aws:SourceArn",
  })
  void suggestsTheKeyThatWasMeant(String name, String meant) {
    assertThat(catalog.nearestConditionKey(name)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws:Team", "kms:Foo", "s3:prefix", "SourceIp", "ses:FromAddress"})
  void suggestsNothingWhenNothingIsNear(String name) {
    assertThat(catalog.nearestConditionKey(name)).isEmpty();
  }

  @Test
  void knowsViaServiceNames() {
    // https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
    ViaServices via = catalog.viaServices();
    assertThat(via.services("rds")).contains("Amazon Aurora", "Amazon Neptune", "Amazon RDS");
    assertThat(via.services("ec2")).contains("Amazon EBS");
    assertThat(via.services("docdb-elastic")).isEqualTo("Amazon DocumentDB");
    assertThat(via.services("docdb")).isNull();
    assertThat(via.mistake("EBS").orElseThrow().right()).isEqualTo("ec2");
    assertThat(via.mistake("aurora").orElseThrow().right()).isEqualTo("rds");
    assertThat(via.mistake("neptune").orElseThrow().right()).isEqualTo("rds");
    assertThat(via.mistake("docdb").orElseThrow().right()).isEqualTo("docdb-elastic");
    // used by policies that AWS publishes, though not in its table
    assertThat(via.mistake("sso")).isEmpty();
  }

  @Test
  void saysWhereItsDataIsFrom() {
    assertThat(catalog.source()).contains("2026-09-26").doesNotContain("\n");
  }

  @Test
  void isReadOnce() {
    assertThat(Catalog.builtIn()).isSameAs(catalog);
    assertThat(catalog.service("kms")).isSameAs(catalog.service("KMS"));
    assertThat(catalog.viaServices()).isSameAs(catalog.viaServices());
    assertThat(key("kms:ViaService")).isSameAs(key("kms:viaservice"));
  }
}
