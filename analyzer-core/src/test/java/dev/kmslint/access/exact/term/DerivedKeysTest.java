package dev.kmslint.access.exact.term;

import static dev.kmslint.access.exact.atom.SomeTexts.patterns;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.exact.atom.ValueTest;
import dev.kmslint.policy.Glob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns of callers' texts against what callers hold under the keys. */
class DerivedKeysTest {
  private static final String[] KEYS = {
    "aws:principalarn",
    "aws:principalaccount",
    "kms:calleraccount",
    "aws:principaltype",
    "aws:principalisawsservice",
    "aws:principalservicename",
    "aws:username",
    "aws:userid"
  };

  private static final String NONE = "";

  /** What callers hold under the keys, in the order of the keys; nothing where they lack one. */
  private static final Map<String, String[]> VALUES = new LinkedHashMap<>();

  private static void caller(
      String text, String arn, String account, String type, String name, String id) {
    String service = type.isEmpty() ? text.substring(2) : NONE;
    String isService = type.isEmpty() ? "true" : "false";
    VALUES.put(text, new String[] {arn, account, account, type, isService, service, name, id});
  }

  static {
    String user = "arn:aws:iam::111122223333:user/p:q/u";
    String role = "arn:aws-cn:iam::444455556666:role/R";
    String federated = "arn:aws:sts::111122223333:federated-user/f";
    String root = "arn:aws:iam::111122223333:root";
    caller("U\n" + user + "\nAIDAX", user, "111122223333", "User", "u", "AIDAX");
    caller("T\n" + role + "\nAROAX:s", role, "444455556666", "AssumedRole", NONE, "AROAX:s");
    caller("F\n" + federated, federated, "111122223333", "FederatedUser", NONE, "111122223333:f");
    caller("R\n" + root, root, "111122223333", "Account", NONE, "111122223333");
    caller("S\nrds.amazonaws.com", NONE, NONE, NONE, NONE, NONE);
  }

  private final DerivedKeys keys = new DerivedKeys(true);

  private boolean matches(String key, String glob, String text) {
    return keys.callers(key, patterns(glob)).matches(text);
  }

  @Test
  void whoHasAKeyHoldsItsValue() {
    VALUES.forEach(
        (text, values) -> {
          for (int i = 0; i < KEYS.length; i++) {
            boolean has = !values[i].isEmpty();
            String what = KEYS[i] + " of " + text;
            assertThat(keys.having(KEYS[i]).matches(text)).as(what).isEqualTo(has);
            assertThat(matches(KEYS[i], "*", text)).as(what).isEqualTo(has);
            assertThat(matches(KEYS[i], values[i], text)).as(what).isEqualTo(has);
          }
        });
  }

  /** A glob that was made of a value: a part became wildcards, or another character. */
  private static String blurred(String value, Random random) {
    StringBuilder glob = new StringBuilder(value);
    for (int i = random.nextInt(4); i > 0 && glob.length() > 0; i--) {
      int from = random.nextInt(glob.length());
      int to = from + random.nextInt(glob.length() - from + 1);
      switch (random.nextInt(5)) {
        case 0 -> glob.replace(from, to, "?".repeat(to - from));
        case 1 -> glob.setCharAt(from, "u1:/x".charAt(random.nextInt(5)));
        default -> glob.replace(from, to, "*");
      }
    }
    return glob.toString();
  }

  @RepeatedTest(200)
  void aPatternOfValuesIsThePatternOfTheCallersWhoHoldThem(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    for (String[] source : VALUES.values()) {
      int key = random.nextInt(KEYS.length);
      String glob = blurred(source[key], random);
      VALUES.forEach(
          (text, values) -> {
            boolean expected = !values[key].isEmpty() && Glob.of(glob).matches(values[key]);
            assertThat(matches(KEYS[key], glob, text))
                .as("%s %s of %s", KEYS[key], glob, text)
                .isEqualTo(expected);
          });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "aws:principalaccount, 111122223333:user/p",
    "aws:username, p:q/u",
    "aws:userid, 111122223333:federated-user/f",
    "aws:principalarn, *AIDAX",
    "aws:userid, *user/p:q/u*"
  })
  void aValueDoesNotReachIntoOtherPartsOfTheText(String key, String glob) {
    for (String text : VALUES.keySet()) {
      assertThat(matches(key, glob, text)).as(text).isFalse();
    }
  }

  @Test
  void oneOfSeveralValuesIsEnough() {
    ValueTest.Text either = keys.callers("aws:principaltype", patterns("User", "Account"));
    assertThat(VALUES.keySet())
        .filteredOn(either::matches)
        .allMatch(text -> "UR".contains(kind(text)));
    assertThat(VALUES.keySet()).filteredOn(either::matches).hasSize(2);
  }

  private static String kind(String text) {
    return text.substring(0, 1);
  }

  @Test
  void withoutUniqueIdsAUsersTextEndsWithTheArn() {
    DerivedKeys without = new DerivedKeys(false);
    for (String key : List.of("aws:principalarn", "aws:principalaccount", "aws:username")) {
      String value = valueOf(key, SomeCallers.USER);
      assertThat(without.callers(key, patterns(value)).matches(SomeCallers.USER)).isTrue();
      assertThat(keys.callers(key, patterns(value)).matches(SomeCallers.USER)).isFalse();
    }
    assertThat(
            without
                .callers("aws:principalarn", patterns("*:role/p/R"))
                .matches(SomeCallers.SESSION))
        .isTrue();
  }

  private static String valueOf(String key, String user) {
    return switch (key) {
      case "aws:principalarn" -> user.substring(2);
      case "aws:username" -> "u";
      default -> "111122223333";
    };
  }

  @ParameterizedTest
  @ValueSource(chars = {'U', 'T', 'F', 'R', 'S'})
  void everybodyOfAKindIsThatKindOnly(char kind) {
    assertThat(VALUES.keySet())
        .filteredOn(DerivedKeys.ofKind(kind)::matches)
        .singleElement()
        .asString()
        .startsWith(kind + "\n");
  }

  @Test
  void serviceLinkedRolesAreKnownByTheirPath() {
    ValueTest.Text linked = DerivedKeys.serviceLinkedRoles();
    String path = "arn:aws:iam::111122223333:role/aws-service-role/rds.amazonaws.com/R\ns";
    assertThat(linked.matches("T\n" + path)).isTrue();
    assertThat(linked.matches("U\n" + path)).isFalse();
    assertThat(linked.matches("T\narn:aws:iam::111122223333:role/x/aws-service-role/R\ns"))
        .isFalse();
  }

  @Test
  void theKeysThatFollowFromTheCallerAreKnown() {
    assertThat(KEYS).allMatch(DerivedKeys::isDerived);
    assertThat(DerivedKeys.isDerived("aws:principalorgid")).isFalse();
  }
}
