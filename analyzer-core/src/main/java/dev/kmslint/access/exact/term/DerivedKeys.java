package dev.kmslint.access.exact.term;

import static dev.kmslint.access.exact.atom.Chars.ANY;
import static dev.kmslint.access.exact.atom.Chars.DIGIT;
import static dev.kmslint.access.exact.atom.Chars.FIELD;
import static dev.kmslint.access.exact.atom.Chars.HOST;
import static dev.kmslint.access.exact.atom.Chars.NO_COLON;
import static dev.kmslint.access.exact.atom.Chars.NO_SLASH;
import static dev.kmslint.access.exact.atom.Chars.SEPARATOR;
import static dev.kmslint.access.exact.atom.Pattern.star;
import static dev.kmslint.access.exact.term.Callers.FEDERATED;
import static dev.kmslint.access.exact.term.Callers.ROOT;
import static dev.kmslint.access.exact.term.Callers.SERVICE;
import static dev.kmslint.access.exact.term.Callers.SESSION;
import static dev.kmslint.access.exact.term.Callers.USER;

import dev.kmslint.access.exact.atom.Pattern;
import dev.kmslint.access.exact.atom.ValueTest;
import java.util.ArrayList;
import java.util.List;

/**
 * The condition keys that follow from the caller: a pattern of their values as patterns of callers'
 * texts.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principal-properties
 */
public final class DerivedKeys {
  private static final String KINDS = "UTFRS";

  private final boolean ids;
  private final List<ValueTest.Text> having = new ArrayList<>();

  /**
   * @param ids whether callers' texts hold unique ids
   */
  DerivedKeys(boolean ids) {
    this.ids = ids;
    having.add(new ValueTest.Text(all("UTFR")));
    having.add(new ValueTest.Text(all("U")));
    having.add(new ValueTest.Text(all("S")));
    having.add(new ValueTest.Text(all(KINDS)));
  }

  /** Everybody of a kind. */
  static ValueTest.Text ofKind(char kind) {
    return new ValueTest.Text(all(String.valueOf(kind)));
  }

  /** Service-linked roles, which neither service nor resource control policies restrict. */
  static ValueTest.Text serviceLinkedRoles() {
    return new ValueTest.Text(
        List.of(
            Callers.start(SESSION)
                .then(star(FIELD))
                .then(":role/aws-service-role/")
                .then(star(ANY))));
  }

  private static List<Pattern> all(String kinds) {
    List<Pattern> patterns = new ArrayList<>();
    for (int i = 0; i < kinds.length(); i++) {
      patterns.add(Callers.start(kinds.charAt(i)).then(star(ANY)));
    }
    return patterns;
  }

  /** Whether a key (in lower case) follows from the caller. */
  public static boolean isDerived(String key) {
    return switch (key) {
      case "aws:principalarn",
          "aws:principalaccount",
          "kms:calleraccount",
          "aws:principaltype",
          "aws:principalisawsservice",
          "aws:principalservicename",
          "aws:username",
          "aws:userid" ->
          true;
      default -> false;
    };
  }

  /** The callers whose requests have a key. */
  ValueTest having(String key) {
    return switch (key) {
      case "aws:username" -> having.get(1);
      case "aws:principalservicename" -> having.get(2);
      case "aws:principalisawsservice" -> having.get(3);
      default -> having.get(0);
    };
  }

  /** The callers whose requests hold, under a key, a value that matches one of the patterns. */
  public ValueTest.Text callers(String key, List<Pattern> values) {
    List<Pattern> callers = new ArrayList<>();
    for (Pattern value : values) {
      add(key, value, callers);
    }
    return new ValueTest.Text(callers);
  }

  private void add(String key, Pattern value, List<Pattern> to) {
    switch (key) {
      case "aws:principalarn":
        for (char kind : new char[] {USER, SESSION, FEDERATED, ROOT}) {
          to.add(ending(kind, Callers.start(kind).then(value.within(FIELD))));
        }
        break;
      case "aws:principalaccount", "kms:calleraccount":
        account(value, to);
        break;
      case "aws:principaltype":
        addAll("U", value.matches("User"), to);
        addAll("T", value.matches("AssumedRole"), to);
        addAll("F", value.matches("FederatedUser"), to);
        addAll("R", value.matches("Account"), to);
        break;
      case "aws:principalisawsservice":
        addAll("S", value.matches("true"), to);
        addAll("UTFR", value.matches("false"), to);
        break;
      case "aws:principalservicename":
        to.add(Callers.start(SERVICE).then(value.within(FIELD)));
        break;
      case "aws:username":
        username(value, to);
        break;
      default:
        userid(value, to);
    }
  }

  private static void addAll(String kinds, boolean matches, List<Pattern> to) {
    if (matches) {
      to.addAll(all(kinds));
    }
  }

  private Pattern ending(char kind, Pattern arn) {
    boolean more = kind == SESSION || (kind == USER && ids);
    return more ? arn.then("" + SEPARATOR).then(star(ANY)) : arn;
  }

  private void account(Pattern value, List<Pattern> to) {
    if (!value.canBeWithin(DIGIT)) {
      return;
    }
    for (char kind : new char[] {USER, SESSION, FEDERATED, ROOT}) {
      Pattern start = Callers.start(kind).then("arn:").then(star(HOST));
      Pattern arn =
          start
              .then(kind == FEDERATED ? ":sts::" : ":iam::")
              .then(value.within(DIGIT))
              .then(":")
              .then(star(FIELD));
      to.add(ending(kind, arn));
    }
  }

  private void username(Pattern value, List<Pattern> to) {
    if (value.canBeWithin(NO_SLASH)) {
      Pattern name = Callers.start(USER).then(star(FIELD)).then("/").then(value.within(NO_SLASH));
      to.add(ending(USER, name));
    }
  }

  private static void userid(Pattern value, List<Pattern> to) {
    for (char kind : new char[] {USER, SESSION}) {
      to.add(Callers.start(kind).then(star(FIELD)).then("" + SEPARATOR).then(value.within(FIELD)));
    }
    if (value.canBeWithin(DIGIT)) {
      to.add(
          Callers.start(ROOT)
              .then("arn:")
              .then(star(HOST))
              .then(":iam::")
              .then(value.within(DIGIT))
              .then(":root"));
    }
    for (Pattern[] halves : value.splitAt(':')) {
      if (halves[0].canBeWithin(DIGIT) && halves[1].canBeWithin(NO_COLON)) {
        to.add(
            Callers.start(FEDERATED)
                .then("arn:")
                .then(star(HOST))
                .then(":sts::")
                .then(halves[0].within(DIGIT))
                .then(":federated-user/")
                .then(halves[1].within(NO_COLON)));
      }
    }
  }
}
