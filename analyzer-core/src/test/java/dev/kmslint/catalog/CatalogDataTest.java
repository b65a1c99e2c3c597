package dev.kmslint.catalog;

import static dev.kmslint.catalog.Facts.member;
import static dev.kmslint.catalog.Facts.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of every file is read, and the files agree with each other. */
class CatalogDataTest {

  private final Catalog catalog = Catalog.builtIn();

  @ParameterizedTest
  @ValueSource(strings = {"kms", "rds"})
  void actionsAreSortedAndDifferent(String prefix) {
    List<String> lower = new ArrayList<>();
    for (ActionInfo action : service(prefix).actions()) {
      assertThat(action.name()).matches("[A-Z][A-Za-z0-9]+");
      assertThat(action.service()).isEqualTo(prefix);
      assertThat(action.accessLevel()).isNotBlank();
      lower.add(action.name().toLowerCase(Locale.ROOT));
    }
    assertThat(lower).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void actionTablesAreComplete() {
    assertThat(service("kms").actions()).hasSize(56);
    assertThat(service("rds").actions()).hasSize(169);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kms", "rds"})
  void conditionKeysOfAnActionAreDifferentAndFixed(String prefix) {
    for (ActionInfo action : service(prefix).actions()) {
      Set<String> keys = action.conditionKeys();
      assertThat(keys).isEqualTo(new HashSet<>(keys)).hasSameSizeAs(new HashSet<>(keys));
      assertThatThrownBy(() -> keys.add("aws:x")).isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kms", "rds"})
  void everyListedConditionKeyIsInAKeyTable(String prefix) {
    for (ActionInfo action : service(prefix).actions()) {
      for (String key : action.conditionKeys()) {
        assertThat(member(key).genericName()).as(action.qualifiedName()).isEqualTo(key);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kms", "rds"})
  void everyServiceKeyIsCarriedBySomeAction(String prefix) {
    Set<String> listed = new HashSet<>();
    for (ActionInfo action : service(prefix).actions()) {
      listed.addAll(action.conditionKeys());
    }
    for (String name : catalog.conditionKeyNames(prefix)) {
      ConditionKeyInfo key = member(name);
      String replacement = key.replacedBy();
      assertThat(listed)
          .as(name)
          .contains(replacement == null ? key.genericName() : replacement.toLowerCase(Locale.ROOT));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kms", "rds"})
  void resourceTypesHaveArnPatterns(String prefix) {
    Set<String> used = new HashSet<>();
    for (ActionInfo action : service(prefix).actions()) {
      used.addAll(action.resourceTypes());
      assertThat(action.resourceTypes()).containsAll(action.requiredResourceTypes());
      assertThat(action.needsResource()).isEqualTo(!action.resourceTypes().isEmpty());
    }
    for (ResourceType type : service(prefix).resourceTypes()) {
      assertThat(type.arnPattern()).startsWith("arn:${Partition}:" + prefix + ":");
      assertThat(service(prefix).resourceType(type.name())).isSameAs(type);
      assertThat(used).contains(type.name());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "kms", "rds"})
  void keysAreSpeltAndSourced(String prefix) {
    List<String> names = catalog.conditionKeyNames(prefix);
    assertThat(names).doesNotHaveDuplicates();
    for (String name : names) {
      assertThat(name).startsWith(prefix + ":");
      ConditionKeyInfo key = member(name);
      assertThat(key.url()).startsWith("https://");
      assertThat(key.family()).isEqualTo(name.endsWith("*"));
      assertThat(key.integer() && key.type() != ValueType.NUMERIC).isFalse();
    }
  }

  /** Rows are found by halving: they must stand in order. */
  @ParameterizedTest
  @ValueSource(strings = {"aws-keys", "kms-actions", "kms-keys", "rds-actions", "rds-keys"})
  void rowsStandInOrder(String file) {
    Tsv table = Tsv.load(file);
    assertThat(table.names()).isNotEmpty();
    for (String name : table.names()) {
      String[] row = table.floor(name.toLowerCase(Locale.ROOT), file.endsWith("keys") ? 8 : 7);
      assertThat(row).as(name).isNotNull().startsWith(name);
    }
  }

  @Test
  void keyTablesAreComplete() {
    assertThat(catalog.conditionKeyNames("aws")).hasSize(52);
    assertThat(catalog.conditionKeyNames("kms")).hasSize(42);
    assertThat(catalog.conditionKeyNames("rds")).hasSize(27);
  }

  @Test
  void actionsOfAKeyAreThoseThatAKeyPolicySpeaksAbout() {
    for (ActionInfo action : service("kms").actions()) {
      assertThat(action.keyPolicy())
          .as(action.name())
          .isEqualTo(action.resourceTypes().contains("key"));
      assertThat(action.crossAccount()).isEqualTo(!action.crossAccountKeyForm().isEmpty());
      if (action.crossAccount() || action.grantOperation()) {
        assertThat(action.keyPolicy()).as(action.name()).isTrue();
      }
    }
    for (ActionInfo action : service("rds").actions()) {
      assertThat(action.keyPolicy() || action.crossAccount() || action.grantOperation()).isFalse();
    }
  }

  @Test
  void partitionsKnowTheirOwnRegions() {
    for (Partition partition : catalog.allPartitions()) {
      assertThat(catalog.partition(partition.id())).isSameAs(partition);
      assertThat(partition.dnsSuffix()).doesNotStartWith(".").contains(".");
      assertThat(partition.regions()).isSorted().isNotEmpty();
      for (String region : partition.regions()) {
        assertThat(catalog.partitionOfRegion(region)).as(region).isSameAs(partition);
        for (Partition other : catalog.allPartitions()) {
          assertThat(other.isRegion(region)).isEqualTo(other.equals(partition));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Quota.Name.class)
  void everyQuotaHasARow(Quota.Name name) {
    Quota quota = catalog.quota(name);
    assertThat(quota.name()).isEqualTo(name);
    assertThat(quota.limit()).isPositive().isLessThanOrEqualTo(quota.most());
    assertThat(quota.asOf()).matches("20\\d\\d-\\d\\d-\\d\\d");
    assertThat(quota.url()).startsWith("https://docs.aws.amazon.com/");
  }

  @Test
  void viaServicesAreSortedAndMistakesLeadToThem() {
    ViaServices via = catalog.viaServices();
    assertThat(via.names()).isSorted().doesNotHaveDuplicates().hasSize(95);
    assertThat(via.asOf()).matches("20\\d\\d-\\d\\d-\\d\\d");
    for (String name : via.names()) {
      assertThat(name).matches("[a-z0-9-]+");
      assertThat(via.services(name)).isNotBlank();
      assertThat(via.mistake(name)).isEmpty();
    }
    for (String wrong : new String[] {"aurora", "docdb", "ebs", "efs", "msk", "neptune"}) {
      assertThat(via.names()).contains(via.mistake(wrong).orElseThrow().right());
    }
  }
}
