package dev.kmslint.access.exact.search;

import static dev.kmslint.access.exact.Policies.OTHER;
import static dev.kmslint.access.exact.Policies.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Caller;
import dev.kmslint.access.Question;
import dev.kmslint.access.exact.Asked;
import dev.kmslint.access.exact.Point;
import dev.kmslint.access.exact.Policies;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.Set;
import java.util.TreeSet;

/**
 * How AWS puts layers of policies together, for tests. What is allowed in the certain reading is
 * {@code ALLOWED}, what is not even allowed in the possible one is {@code DENIED}.
 */
final class Composed {
  private Composed() {}

  enum Verdict {
    ALLOWED,
    DENIED,
    UNKNOWN
  }

  static final String USER_ARN = "arn:aws:iam::111122223333:user/u";
  static final String ROLE_ARN = "arn:aws:iam::111122223333:role/R";
  static final Caller USER = Asked.caller(USER_ARN);
  static final Caller ROLE = Asked.caller(ROLE_ARN);
  static final Caller ROOT = Caller.rootUserOf("aws", OWNER);
  static final Caller LINKED =
      Asked.caller("arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/R");
  static final Caller STRANGER = Asked.caller("arn:aws:iam::444455556666:user/u");
  static final Caller STRANGE_ROLE = Asked.caller("arn:aws:iam::444455556666:role/R");
  static final Caller STRANGE_ROOT = Caller.rootUserOf("aws", OTHER);
  static final Caller SERVICE = Asked.caller("logs.amazonaws.com");

  static final String EVERYONE = "'*'";
  static final String THE_USER = "{'AWS':'" + USER_ARN + "'}";
  static final String THE_ROLE = "{'AWS':'" + ROLE_ARN + "'}";
  static final String THE_ACCOUNT = "{'AWS':'" + OWNER + "'}";
  static final String THE_OTHER_ACCOUNT = "{'AWS':'" + OTHER + "'}";
  static final String THE_SERVICE = "{'Service':'logs.amazonaws.com'}";

  static final Policy IDENTITY = allow(PolicyKind.IDENTITY);
  static final Policy BOUNDARY = allow(PolicyKind.BOUNDARY);
  static final Policy SESSION = allow(PolicyKind.SESSION);
  static final Policy SCP = allow(PolicyKind.SCP);
  static final Policy EMPTY_BOUNDARY = Policies.of(PolicyKind.BOUNDARY);
  static final Policy EMPTY_SESSION = Policies.of(PolicyKind.SESSION);
  static final Policy SHUT_SCP =
      Policies.of(PolicyKind.SCP, "{'Effect':'Allow','Action':'s3:*','Resource':'*'}");

  static String statement(String effect, String principal) {
    String who = principal.isEmpty() ? "" : ",'Principal':" + principal;
    return "{'Effect':'" + effect + "','Action':'*','Resource':'*'" + who + "}";
  }

  static Policy allow(PolicyKind kind) {
    return Policies.of(kind, statement("Allow", kind.hasPrincipal() ? EVERYONE : ""));
  }

  static Policy deny(PolicyKind kind) {
    String everyone = "{'AWS':'*','Service':'logs.amazonaws.com'}";
    return Policies.of(
        kind,
        statement("Deny", kind.hasPrincipal() ? everyone : ""),
        statement("Allow", kind.hasPrincipal() ? everyone : ""));
  }

  static Policy key(String principal) {
    return Policies.key(statement("Allow", principal));
  }

  static Question question(Caller caller, String action, Question.Side side) {
    return Question.of(caller, action, Policies.KEY).on(side).with(Asked.NOTHING_ELSE);
  }

  /** Of all the requests of a question, of which each is in one part. */
  static Verdict verdict(Question question, String owner, Policy... policies) {
    Asked asked = Asked.of(Policies.all(owner, policies), question);
    Composition certain = new Composition(asked.model, 0, false);
    Composition possible = new Composition(asked.model, 0, true);
    Set<Verdict> verdicts = new TreeSet<>();
    for (Box point : asked.points()) {
      boolean sure = isAllowed(point, certain);
      boolean maybe = isAllowed(point, possible);
      verdicts.add(sure ? Verdict.ALLOWED : maybe ? Verdict.UNKNOWN : Verdict.DENIED);
      assertThat(maybe || !sure).as("what is certain is possible").isTrue();
    }
    assertThat(verdicts).hasSize(1);
    return verdicts.iterator().next();
  }

  /** Whether a point is let through, seen from the ways in and from what keeps it out. */
  static boolean isAllowed(Box point, Composition composition) {
    int parts = 0;
    boolean allowed = true;
    assertThat(composition.denies()).noneMatch(hit -> hit.box().isEmpty());
    for (Region region : composition.regions()) {
      assertThat(region.limit().isEmpty()).isFalse();
      if (point.isInside(region.limit())) {
        parts++;
        boolean in = region.paths().stream().anyMatch(path -> Point.isOn(point, path));
        boolean out = region.covers().stream().anyMatch(cover -> !Point.isHit(point, cover));
        assertThat(in).isNotEqualTo(out);
        allowed = in;
      }
    }
    assertThat(parts).as("every request is in one part").isEqualTo(1);
    return allowed && !Point.isHit(point, composition.denies());
  }

  static Verdict decided(Caller caller, String action, Policy... policies) {
    return verdict(question(caller, action, Question.Side.BOTH), OWNER, policies);
  }

  static Verdict decided(Caller caller, Policy... policies) {
    return decided(caller, "kms:Decrypt", policies);
  }
}
