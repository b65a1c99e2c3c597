package dev.kmslint.access.exact.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.PolicySet;
import dev.kmslint.access.exact.Policies;
import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.ServiceTable;
import dev.kmslint.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionSetTest {
  private static final Catalog CATALOG = Catalog.builtIn();

  private static List<Rule> rules(String... actions) {
    String[] statements = new String[actions.length];
    for (int i = 0; i < actions.length; i++) {
      statements[i] = "{'Effect':'Allow'," + actions[i] + ",'Resource':'*'}";
    }
    Policy policy = Policies.identity(statements);
    PolicySet policies = Policies.all("", policy);
    return new Program(new Language(CATALOG, List.of(policies)), policies).rules();
  }

  private static List<String> names(ActionSet actions) {
    List<String> names = new ArrayList<>();
    for (int a = 0; a < actions.size(); a++) {
      names.add(actions.name(a));
    }
    return names;
  }

  private static List<String> onKey(String pattern) {
    return names(ActionSet.of(CATALOG, pattern, true, List.of()));
  }

  private static List<String> anywhere(String pattern, String... actions) {
    return names(ActionSet.of(CATALOG, pattern, false, rules(actions)));
  }

  private static List<ActionInfo> all(String service) {
    ServiceTable table = Objects.requireNonNull(CATALOG.service(service));
    return List.copyOf(table.actions());
  }

  @Test
  void anActionWithoutWildcardsIsTheOnlyOneHoweverItIsSpelt() {
    assertThat(onKey("KMS:decrypt")).containsExactly("KMS:decrypt");
    ActionSet spelt = ActionSet.of(CATALOG, "KMS:decrypt", true, List.of());
    assertThat(Objects.requireNonNull(spelt.info(0)).qualifiedName()).isEqualTo("kms:Decrypt");
    assertThat(onKey("kms:RetireGrant")).containsExactly("kms:RetireGrant");
    assertThat(onKey("dynamodb:Scan")).containsExactly("dynamodb:Scan");
    assertThat(anywhere("kms:FutureUse", "'Action':'*'")).containsExactly("kms:FutureUse");
    assertThat(ActionSet.of(CATALOG, "kms", true, List.of()).info(0)).isNull();
  }

  @Test
  void aPatternOnAKeyIsWhatAKeyPolicyGoverns() {
    List<String> expected = new ArrayList<>();
    for (ActionInfo info : all("kms")) {
      if (info.keyPolicy() && !info.name().equals("RetireGrant")) {
        expected.add(info.qualifiedName());
      }
    }
    assertThat(onKey("kms:*")).isEqualTo(expected).contains("kms:CreateGrant");
    assertThat(onKey("*")).isEqualTo(expected).doesNotContain("kms:ListKeys");
  }

  @ParameterizedTest
  @CsvSource({
    "kms:*Grant, kms:CreateGrant kms:RevokeGrant",
    "KMS:REENCRYPT*, kms:ReEncryptFrom kms:ReEncryptTo",
    "kms:ReEncrypt??, kms:ReEncryptTo",
    "kms:?ecrypt, kms:Decrypt",
    "?ms:Decrypt, kms:Decrypt",
    "kms:Nothing*, ''",
    "rds:*, ''"
  })
  void aPatternOnAKeyMatchesNamesOfTheCatalogue(String pattern, String names) {
    List<String> expected = names.isEmpty() ? List.of() : List.of(names.split(" "));
    assertThat(onKey(pattern).stream().filter(name -> !name.startsWith("kms:Decap")).toList())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aPatternElsewhereIsAllOfTheCatalogueAndOneForTheServicesThatNothingTellsApart() {
    List<String> names = anywhere("*");
    assertThat(names).hasSize(all("kms").size() + all("rds").size() + 1);
    assertThat(names).contains("kms:RetireGrant", "kms:ListKeys", "rds:CopyDBClusterSnapshot");
    String other = names.get(names.size() - 1);
    assertThat(other).matches("[^:]+:.+").doesNotStartWith("kms:").doesNotStartWith("rds:");
    assertThat(anywhere("rds:*")).hasSize(all("rds").size());
  }

  @Test
  void statementsTellTheActionsOfOtherServicesApart() {
    List<String> names =
        anywhere("s3:*", "'Action':'s3:Get*'", "'Action':['s3:GetObject','kms:*']");
    assertThat(names).hasSize(3).allMatch(name -> name.startsWith("s3:"));
    assertThat(names).filteredOn(name -> name.startsWith("s3:get")).hasSize(2);
    assertThat(names).contains("s3:getobject");
    assertThat(anywhere("s3:*", "'Action':'*'", "'Action':'kms:*'", "'Action':'s?:Get*'"))
        .hasSize(1);
    assertThat(anywhere("s3:*", "'Sid':'without actions'")).hasSize(1);
  }

  @Test
  void ofSeveralActionsThoseOfTheOneStatementAreLeft() {
    List<Rule> rules = rules("'Action':['kms:Decrypt','s3:Get*','ec2:Run*']", "'Action':'s3:GetX'");
    ActionSet actions = ActionSet.of(CATALOG, "*", false, rules, rules.get(0));
    List<String> names = names(actions);
    assertThat(names).startsWith("kms:Decrypt").contains("s3:getx");
    assertThat(names)
        .as("one stands for s3:Get* and ec2:Run*, which nothing tells apart")
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {"\"Action\":\"*\", 1", "\"NotAction\":\"s3:*\", 2", "\"Sid\":\"none\", 1"})
  void aStatementAboutAllServicesLeavesThoseThatNobodyKnows(String actions, int others) {
    List<Rule> rules = rules(actions);
    List<String> names = names(ActionSet.of(CATALOG, "*", false, rules, rules.get(0)));
    List<String> unknown = names.stream().filter(name -> !name.matches("(kms|rds):.*")).toList();
    assertThat(unknown).hasSize(others).allMatch(name -> name.matches("[^:]+:.+"));
    assertThat(unknown).anyMatch(name -> !name.startsWith("s3:"));
  }

  @Test
  void actionsThatOnlyPoliciesKnowAreAddedAsTheyAreWritten() {
    List<Rule> rules =
        rules("'Action':['kms:FutureUse','kms:De*','s3:Get']", "'Action':'rds:New*'");
    assertThat(unlisted("kms:*", true, rules)).containsExactly("kms:FutureUse");
    assertThat(unlisted("*", true, rules)).as("on a key").containsExactly("kms:FutureUse");
    List<String> both = unlisted("*", false, rules);
    assertThat(both).hasSize(2).contains("kms:FutureUse");
    assertThat(both).anyMatch(name -> name.startsWith("rds:new"));
    assertThat(unlisted("kms:FutureUs?", true, rules)).hasSize(1);
    assertThat(unlisted("?ms:Fut?reUse", true, rules)).hasSize(1);
    assertThat(unlisted("kms:FutureUse", true, rules)).as("it is there already").isEmpty();
    assertThat(unlisted("kms:D*", true, rules)).isEmpty();
    assertThat(unlisted("kms:*", true, rules("'Action':'*'", "'Sid':'none'"))).isEmpty();
  }

  @Test
  void unlistedActionsAreToldApartByTheStatements() {
    List<Rule> rules =
        rules("'Action':'kms:New*'", "'NotAction':'kms:NewA*'", "'Action':'k?s:NewB'");
    assertThat(unlisted("kms:*", true, rules)).hasSize(2).contains("kms:newa");
  }

  private static List<String> unlisted(String pattern, boolean onKey, List<Rule> rules) {
    ActionSet actions = ActionSet.of(CATALOG, pattern, onKey, List.of());
    int listed = actions.size();
    actions.addUnlisted(CATALOG, pattern, onKey, rules);
    return names(actions).subList(listed, actions.size());
  }

  @Test
  void tooManyToTellApartAreNotComplete() {
    String[] actions = new String[14];
    for (int i = 0; i < actions.length; i++) {
      actions[i] = "'Action':['s3:*" + (char) ('a' + i) + "*','kms:*" + (char) ('a' + i) + "zz*']";
    }
    assertThat(ActionSet.of(CATALOG, "s3:*", false, List.of()).isComplete()).isTrue();
    assertThat(ActionSet.of(CATALOG, "s3:*", false, rules(actions)).isComplete()).isFalse();
    ActionSet onKey = ActionSet.of(CATALOG, "kms:*", true, List.of());
    onKey.addUnlisted(CATALOG, "kms:*", true, rules(actions));
    assertThat(onKey.isComplete()).isFalse();
  }

  @Test
  void itKnowsOfEachActionWhatMatters() {
    ActionSet grants = ActionSet.of(CATALOG, "*:*Grant", false, List.of());
    int retire = names(grants).indexOf("kms:RetireGrant");
    int create = names(grants).indexOf("kms:CreateGrant");
    assertThat(grants.isGrantDecided(retire)).isTrue();
    assertThat(grants.isGrantDecided(create)).isFalse();
    assertThat(ActionSet.of(CATALOG, "KMS:x", true, List.of()).isOfKms(0)).isTrue();
    assertThat(ActionSet.of(CATALOG, "kmsx:x", true, List.of()).isOfKms(0)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "kms:Decrypt, true",
    "kms:PutKeyPolicy, false",
    "rds:CopyDBSnapshot, false",
    "s3:Get, true"
  })
  void someActionsWorkForOtherAccounts(String action, boolean expected) {
    ActionSet actions = ActionSet.of(CATALOG, action, false, List.of());
    assertThat(actions.worksAcrossAccounts(0)).isEqualTo(expected);
    assertThat(actions.isGrantDecided(0)).isFalse();
  }

  @Test
  void bitsAreThoseOfTheActionsThatATestPicks() {
    ActionSet all = ActionSet.of(CATALOG, "*", false, List.of());
    long[] bits = all.bits(a -> a == 0 || a == 65);
    assertThat(bits).hasSize((all.size() + 63) / 64).startsWith(1L, 2L);
    assertThat(ActionSet.isEmpty(bits)).isFalse();
    assertThat(ActionSet.isEmpty(all.bits(a -> false))).isTrue();
    ActionSet one = ActionSet.of(CATALOG, "kms:Decrypt", true, List.of());
    assertThat(one.bits(a -> true)).containsExactly(1L);
  }
}
