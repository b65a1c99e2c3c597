package dev.kmslint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionTest {

  private final Catalog catalog = Catalog.builtIn();

  @ParameterizedTest
  @CsvSource({
    "eu-central-1, aws",
    "us-east-1, aws",
    "mx-central-1, aws",
    "ap-southeast-99, aws", // newer than the table
    "cn-northwest-1, aws-cn",
    "us-gov-west-1, aws-us-gov",
    "us-iso-east-1, aws-iso",
    "us-isob-east-1, aws-iso-b",
    "eu-isoe-west-1, aws-iso-e",
    "us-isof-south-1, aws-iso-f",
    "eusc-de-east-1, aws-eusc",
  })
  void namesThePartitionOfARegion(String region, String partition) {
    assertThat(catalog.partitionOfRegion(region)).extracting(Partition::id).isEqualTo(partition);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "us",
        "us-",
        "us-east",
        "us-east-",
        "us--1",
        "us-east-1a",
        "us-east-x1",
        "useast-1",
        "EU-central-1",
        "xx-central-1",
        "us-gov-west",
        "us-iso-east-1-2",
        "*",
        "us-east-*",
        "-1"
      })
  void refusesWhatIsNoRegion(String region) {
    assertThat(catalog.partitionOfRegion(region)).isNull();
  }

  @Test
  void knowsAllPartitions() {
    assertThat(catalog.allPartitions())
        .extracting(Partition::id)
        .containsExactly(
            "aws",
            "aws-cn",
            "aws-us-gov",
            "aws-iso",
            "aws-iso-b",
            "aws-iso-e",
            "aws-iso-f",
            "aws-eusc");
    assertThat(catalog.partition("aws-cn"))
        .extracting(Partition::dnsSuffix)
        .isEqualTo("amazonaws.com.cn");
    assertThat(catalog.partition("aws-eu")).isNull();
    assertThat(catalog.partition("AWS")).isNull();
  }

  @Test
  void knowsQuotas() {
    // https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html#key-policy-format
    Quota keyPolicy = catalog.quota(Quota.Name.KEY_POLICY);
    assertThat(keyPolicy.limit()).isEqualTo(32 * 1024);
    assertThat(keyPolicy.unit()).isEqualTo(Quota.Unit.BYTES);
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    Quota managed = catalog.quota(Quota.Name.MANAGED_POLICY);
    assertThat(managed.limit()).isEqualTo(6144);
    assertThat(managed.unit()).isEqualTo(Quota.Unit.CHARACTERS_WITHOUT_WHITE_SPACE);
    assertThat(catalog.quota(Quota.Name.TRUST_POLICY).most()).isEqualTo(8192);
    Quota scp = catalog.quota(Quota.Name.SERVICE_CONTROL_POLICY);
    assertThat(scp.limit()).isEqualTo(10240);
    assertThat(scp.asOf()).isEqualTo("2026-05-15");
    assertThat(catalog.quota(Quota.Name.RESOURCE_CONTROL_POLICY).limit()).isEqualTo(5120);
    assertThat(catalog.quota(Quota.Name.SNAPSHOT_SHARED_ACCOUNTS).limit()).isEqualTo(20);
  }
}
