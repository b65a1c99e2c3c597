package dev.kmslint.access.exact.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Request;
import dev.kmslint.access.exact.Asked;
import dev.kmslint.access.exact.Point;
import dev.kmslint.access.exact.Policies;
import dev.kmslint.access.exact.Scenarios;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.term.Program;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SearchTest {
  private static final String USER = "arn:aws:iam::111122223333:user/u";
  private static final String ALLOW = "{'Effect':'Allow','Principal':'*','Resource':'*','Action':";
  private static final String DENY = ALLOW.replace("Allow", "Deny");

  private static Asked asked(Policy... policies) {
    return Asked.of(USER, "kms:*Grant", policies);
  }

  private static Composition certain(Asked asked) {
    return new Composition(asked.model, 0, false);
  }

  private static String action(Search.@Nullable Found found) {
    Request request = Objects.requireNonNull(found).request();
    assertThat(request.caller().arn()).isEqualTo(USER);
    assertThat(request.resource()).isEqualTo(Policies.KEY);
    return request.action();
  }

  @Test
  void itFindsWhatIsAllowedOutsideOfWhatIsDenied() {
    Asked asked = asked(Policies.key(ALLOW + "'kms:*'}", DENY + "'kms:Create*'}"));
    Search search = new Search(asked.model);
    assertThat(action(search.allowed(certain(asked)))).isEqualTo("kms:RevokeGrant");
    assertThat(action(search.denied(certain(asked)))).isEqualTo("kms:CreateGrant");
    assertThat(search.isIncomplete()).isFalse();
  }

  @Test
  void itFindsNothingWhereAllIsAllowedOrAllIsDenied() {
    Asked all = asked(Policies.key(ALLOW + "'kms:*'}"));
    assertThat(new Search(all.model).denied(certain(all))).isNull();
    Asked none = asked(Policies.key(ALLOW + "'kms:*'}", DENY + "'*'}"));
    assertThat(new Search(none.model).allowed(certain(none))).isNull();
    Asked nothing = asked(Policies.key());
    assertThat(new Search(nothing.model).allowed(certain(nothing))).isNull();
  }

  @Test
  void whatNoLayerLetsThroughIsDenied() {
    Asked asked = asked(Policies.key(ALLOW + "'kms:Create*'}"));
    assertThat(action(new Search(asked.model).denied(certain(asked)))).isEqualTo("kms:RevokeGrant");
  }

  @Test
  void everyLayerOfAWayInMustHit() {
    String account =
        "{'Effect':'Allow','Principal':{'AWS':'111122223333'},'Resource':'*','Action':";
    String identity = "{'Effect':'Allow','Resource':'*','Action':";
    Policy key = Policies.key(account + "'kms:Create*'}", account + "'kms:R*'}");
    Asked one = asked(key, Policies.identity(identity + "'kms:List*'}", identity + "'kms:Rev*'}"));
    assertThat(action(new Search(one.model).allowed(certain(one)))).isEqualTo("kms:RevokeGrant");
    Asked none = asked(key, Policies.identity(identity + "'kms:Decrypt'}"));
    assertThat(new Search(none.model).allowed(certain(none))).isNull();
  }

  @Test
  void itLooksForOneOutsideOfOthers() {
    Asked asked = asked(Policies.key(DENY + "'kms:Create*'}", DENY + "'kms:Revoke*'}"));
    Search search = new Search(asked.model);
    Box everything = asked.model.space().everything();
    List<Hit> denies = certain(asked).denies();
    assertThat(action(search.outside(everything, denies.subList(0, 1))))
        .isEqualTo("kms:RevokeGrant");
    assertThat(action(search.outside(denies.get(0).box(), List.of()))).isEqualTo("kms:CreateGrant");
    assertThat(search.outside(denies.get(0).box(), denies)).isNull();
    Box found = Objects.requireNonNull(search.outside(everything, List.of())).box();
    assertThat(found.isInside(everything)).isTrue();
  }

  @Test
  void itFindsWhatIsAllowedNowAndWasNotBefore() {
    Policy create = Policies.key(ALLOW + "'kms:Create*'}");
    Policy all = Policies.key(ALLOW + "'kms:*'}");
    Policy denied = Policies.key(ALLOW + "'kms:*'}", DENY + "'kms:Revoke*'}");
    assertThat(action(newly(create, all))).isEqualTo("kms:RevokeGrant");
    assertThat(action(newly(denied, all))).isEqualTo("kms:RevokeGrant");
    assertThat(newly(all, create)).isNull();
    assertThat(newly(all, denied)).isNull();
    assertThat(newly(create, denied)).as("the new Deny counts too").isNull();
    assertThat(newly(all, all)).isNull();
  }

  private static Search.@Nullable Found newly(Policy before, Policy now) {
    Asked asked = asked(before);
    Program other = new Program(asked.language, Policies.all(Policies.OWNER, now));
    Model both = new Model(asked.scope, List.of(asked.program, other), List.of(), List.of(), false);
    Composition old = new Composition(both, 0, false);
    return new Search(both).allowedNow(new Composition(both, 1, false), old);
  }

  @Test
  void itNeverFindsWhatNoRequestHas() {
    String when = "{'Effect':'Allow','Action':'kms:*','Resource':'*','Principal':'*','Condition':";
    Policy key = Policies.key(when + "{'Null':{'aws:SecureTransport':'true'}}}");
    Asked asked = asked(key);
    assertThat(new Search(asked.model).allowed(certain(asked))).isNull();
    Policy twice =
        Policies.key(
            when
                + "{'StringEquals':{'aws:PrincipalTag/a':'${kms:ViaService}','kms:ViaService':'x'}"
                + ",'StringNotEquals':{'aws:PrincipalTag/a':'x'}}}");
    Asked related = asked(twice);
    assertThat(new Search(related.model).allowed(certain(related))).isNull();
  }

  @Test
  void onAnAxisThatIsTooLargeToSplitItLooksForValues() {
    String when = "'kms:*','Condition':{'StringLike':{'kms:ViaService':'*";
    String[] statements = new String[17];
    for (char c = 'a'; c < 'q'; c++) {
      statements[c - 'a'] = DENY + when + c + "?" + c + "*'}}}";
    }
    statements[16] = ALLOW + when + "q*'}}}";
    Asked some = asked(Policies.key(statements));
    assertThat(some.model.space().isSplit()).isFalse();
    assertThat(new Search(some.model).allowed(certain(some))).isNotNull();
    statements[16] = ALLOW + when + "aza*'}}}";
    Asked none = asked(Policies.key(statements));
    Search search = new Search(none.model);
    assertThat(search.allowed(certain(none))).as("every such value is denied").isNull();
    assertThat(search.isIncomplete()).isFalse();
  }

  /** Over all points of small random questions, as trying each of them says. */
  @Property(tries = 150)
  void itFindsOneWhereThereIsOne(@ForAll long seed) {
    Scenarios scenarios = new Scenarios(seed, true);
    Policy key = scenarios.policy(PolicyKind.KEY, 3, 40);
    Asked asked = Asked.of(USER, "kms:D*", key, scenarios.policy(PolicyKind.IDENTITY, 2, 30));
    if (!asked.model.space().isSplit() || size(asked.model.space().everything()) > 20_000) {
      return;
    }
    for (boolean asWide : new boolean[] {false, true}) {
      Composition policies = new Composition(asked.model, 0, asWide);
      Search search = new Search(asked.model);
      boolean allowed = false;
      boolean denied = false;
      for (Box point : asked.points()) {
        boolean is = Point.isAllowed(point, policies);
        allowed |= is;
        denied |= !is;
      }
      boolean finds = search.allowed(policies) != null;
      boolean findsDenied = search.denied(policies) != null;
      if (!search.isIncomplete()) {
        assertThat(finds).isEqualTo(allowed);
        assertThat(findsDenied).isEqualTo(denied);
      }
    }
  }

  private static long size(Box box) {
    long size = 1;
    for (int d = 0; d < box.layout().dimensions() && size < 1_000_000; d++) {
      size *= box.layout().size(d);
    }
    return size;
  }
}
