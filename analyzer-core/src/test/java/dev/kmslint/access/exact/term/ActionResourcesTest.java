package dev.kmslint.access.exact.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.Seen;
import dev.kmslint.catalog.Catalog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActionResourcesTest {
  private static final String KEY = "arn:aws:kms:us-west-2:111122223333:key/k";
  private static final String ALIAS = "arn:aws:kms:us-west-2:111122223333:alias/a";
  private final ActionResources resources = new ActionResources(Catalog.builtIn());

  private boolean worksOn(String action, String resource) {
    Map<Predicate, long[]> all = of(action);
    assertThat(all).hasSize(1);
    Predicate predicate = all.keySet().iterator().next();
    return predicate.may(new Seen.Given(List.of(resource)));
  }

  private Map<Predicate, long[]> of(String action) {
    return resources.of(ActionSet.of(Catalog.builtIn(), action, false, List.of()), "aws");
  }

  @Test
  void aKeyOperationWorksOnKeysOfTheCallersPartition() {
    assertThat(worksOn("kms:decrypt", KEY)).isTrue();
    assertThat(worksOn("kms:Decrypt", ALIAS)).isFalse();
    assertThat(worksOn("kms:Decrypt", "*")).isFalse();
    assertThat(worksOn("kms:Decrypt", KEY.replace(":aws:", ":aws-cn:"))).isFalse();
    assertThat(worksOn("kms:Decrypt", "arn:aws:s3:::bucket")).isFalse();
  }

  @Test
  void anAliasOperationWorksOnBoth() {
    assertThat(worksOn("kms:CreateAlias", KEY)).isTrue();
    assertThat(worksOn("kms:CreateAlias", ALIAS)).isTrue();
    assertThat(worksOn("kms:CreateAlias", "*")).isFalse();
  }

  @Test
  void whatNeedsNoResourceAsksForAStar() {
    assertThat(worksOn("rds:AddTagsToResource", "*")).isTrue();
    String db = "arn:aws:rds:us-west-2:111122223333:db:d";
    assertThat(worksOn("rds:AddTagsToResource", db)).isTrue();
    assertThat(worksOn("kms:ListKeys", "*")).isTrue();
    assertThat(worksOn("kms:ListKeys", KEY)).isFalse();
  }

  @Test
  void nothingIsSaidOfActionsThatTheCatalogueDoesNotKnow() {
    assertThat(of("kms:FutureUse")).isEmpty();
    assertThat(of("dynamodb:Scan")).isEmpty();
  }

  @Test
  void actionsOnTheSameResourcesAreTakenTogether() {
    Map<Predicate, long[]> all = of("kms:*");
    assertThat(all).hasSize(3);
  }
}
