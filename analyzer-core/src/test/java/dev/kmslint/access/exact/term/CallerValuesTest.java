package dev.kmslint.access.exact.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Caller;
import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Effort;
import dev.kmslint.access.exact.Scenarios;
import dev.kmslint.access.exact.atom.Pattern;
import dev.kmslint.access.exact.atom.TextAtoms;
import dev.kmslint.access.exact.atom.ValueTest;
import dev.kmslint.policy.Glob;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What callers hold under keys: by patterns of their texts, and by what callers say themselves. */
class CallerValuesTest {
  private static final List<String> KEYS =
      List.of(
          "aws:principalarn",
          "aws:principalaccount",
          "kms:calleraccount",
          "aws:principaltype",
          "aws:principalisawsservice",
          "aws:principalservicename",
          "aws:username");

  private static final List<String> GLOBS =
      List.of(
          "*",
          "u",
          "?",
          "arn:aws:iam::*:user/*",
          "arn:aws:iam::111122223333:*",
          "*:role/p/*",
          "1111*",
          "*3333",
          "User",
          "A*",
          "true",
          "false",
          "rds.*",
          "*u",
          "*/u",
          "*:*",
          "Account");

  private static List<Caller> callers() {
    List<Caller> callers = new ArrayList<>();
    Scenarios scenarios = new Scenarios(5, true);
    for (int i = 0; i < 60; i++) {
      callers.add(scenarios.caller());
    }
    return callers;
  }

  private static String text(Callers space, Caller caller) {
    List<Pattern> patterns = space.of(caller);
    List<TextAtoms.Atom> atoms = TextAtoms.of(patterns, List.of(), Effort.of(20_000), 10, 1);
    assertThat(atoms).hasSize(1);
    return atoms == null ? "" : atoms.get(0).texts().get(0);
  }

  @Test
  void aTextStandsForItsCaller() {
    for (boolean ids : new boolean[] {false, true}) {
      Callers space = new Callers(ids);
      for (Caller caller : callers()) {
        assertThat(Callers.caller(text(space, caller))).isEqualTo(caller);
      }
    }
  }

  @Test
  void keysThatFollowFromTheCallerArePatternsOfItsText() {
    for (boolean ids : new boolean[] {false, true}) {
      Callers space = new Callers(ids);
      DerivedKeys derived = new DerivedKeys(ids);
      for (Caller caller : callers()) {
        String text = text(space, caller);
        for (String key : KEYS) {
          ContextValue value = caller.derived(key);
          boolean has = value instanceof ContextValue.Fixed;
          assertThat(derived.having(key).matches(text)).as("%s of %s", key, text).isEqualTo(has);
          for (String glob : GLOBS) {
            boolean matches =
                value instanceof ContextValue.Fixed fixed
                    && Glob.of(glob).matches(fixed.values().get(0));
            assertThat(derived.callers(key, List.of(Pattern.of(Glob.of(glob)))).matches(text))
                .as("%s %s of %s", key, glob, text)
                .isEqualTo(matches);
          }
        }
      }
    }
  }

  @Test
  void uniqueIdsStandBeforeTheNameOfASession() {
    Callers space = new Callers(true);
    DerivedKeys derived = new DerivedKeys(true);
    Caller session =
        new Caller(
            Caller.Kind.ROLE_SESSION,
            "aws",
            "111122223333",
            "arn:aws:sts::111122223333:assumed-role/R/s1",
            "arn:aws:iam::111122223333:role/p/R");
    String text = text(space, session);
    assertThat(Callers.userid(text)).matches("AROA[A-Z0-9]+:s1");
    assertThat(userid(derived, "*:s1").matches(text)).isTrue();
    assertThat(userid(derived, "*:s2").matches(text)).isFalse();
    String federated =
        text(
            space,
            new Caller(
                Caller.Kind.FEDERATED_USER,
                "aws",
                "111122223333",
                "arn:aws:sts::111122223333:federated-user/f",
                null));
    assertThat(userid(derived, "111122223333:f").matches(federated)).isTrue();
    assertThat(userid(derived, "1*f").matches(federated)).isTrue();
    assertThat(userid(derived, "*:g").matches(federated)).isFalse();
    String root = text(space, Caller.rootUserOf("aws", "111122223333"));
    assertThat(userid(derived, "111122223333").matches(root)).isTrue();
  }

  private static ValueTest.Text userid(DerivedKeys derived, String glob) {
    return derived.callers("aws:userid", List.of(Pattern.of(Glob.of(glob))));
  }
}
