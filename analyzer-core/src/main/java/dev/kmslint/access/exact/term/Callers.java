package dev.kmslint.access.exact.term;

import static dev.kmslint.access.exact.atom.Chars.DIGIT;
import static dev.kmslint.access.exact.atom.Chars.HOST;
import static dev.kmslint.access.exact.atom.Chars.NAME;
import static dev.kmslint.access.exact.atom.Chars.PATH;
import static dev.kmslint.access.exact.atom.Chars.SEPARATOR;
import static dev.kmslint.access.exact.atom.Chars.UPPER_OR_DIGIT;
import static dev.kmslint.access.exact.atom.Pattern.one;
import static dev.kmslint.access.exact.atom.Pattern.star;

import dev.kmslint.access.Caller;
import dev.kmslint.access.exact.atom.Pattern;
import dev.kmslint.policy.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Callers as texts, so that everything that follows from who calls is a pattern on one axis: a
 * letter for the kind, the ARN, and what else tells two callers apart, with separators between.
 *
 * <ul>
 *   <li>{@code U}, user ARN (, unique id)
 *   <li>{@code T}, role ARN, session name (with the unique id before it)
 *   <li>{@code F}, federated user's ARN
 *   <li>{@code R}, account's ARN: its root user
 *   <li>{@code S}, service principal
 * </ul>
 *
 * <p>Unique ids take part only where a policy looks at {@code aws:userid}.
 */
public final class Callers {
  static final char USER = 'U';
  static final char SESSION = 'T';
  static final char FEDERATED = 'F';
  static final char ROOT = 'R';
  static final char SERVICE = 'S';

  /** An account's id. */
  static final int[] TWELVE_DIGITS = repeat(one(DIGIT), 12);

  private static final int[] SOME_NAME = {one(NAME), star(NAME)};

  /**
   * A path between its slashes, which has a character at least.
   *
   * <p>Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
   */
  private static final int[] SOME_PATH = {one(PATH), star(PATH)};

  private static final int[] SOME_ID = {one(UPPER_OR_DIGIT), star(UPPER_OR_DIGIT)};
  private static final int[] SESSION_NAME = {one(NAME), one(NAME), star(NAME)};

  private static final Pattern SERVICES =
      start(SERVICE).then(one(HOST), star(HOST)).then(".amazonaws.com");

  private static final int MOST_ACCOUNTS = 64;

  private record Account(String partition, String account, boolean root) {}

  /** Remembered, as questions come back to few accounts. */
  private final Map<Account, List<Pattern>> ofAccount = new ConcurrentHashMap<>();

  private final boolean ids;

  /**
   * @param ids whether unique ids matter
   */
  Callers(boolean ids) {
    this.ids = ids;
  }

  public boolean ids() {
    return ids;
  }

  private static int[] repeat(int token, int times) {
    int[] tokens = new int[times];
    java.util.Arrays.fill(tokens, token);
    return tokens;
  }

  static Pattern start(char kind) {
    return Pattern.literal("" + kind + SEPARATOR);
  }

  /** A user's text, with any unique id where ids matter. */
  private Pattern user(Pattern arn) {
    return ids ? arn.then(SEPARATOR + "AIDA").then(SOME_ID) : arn;
  }

  /** The text of a role's sessions up to their names, with any unique id where ids matter. */
  private Pattern upToName(Pattern role) {
    Pattern start = role.then(String.valueOf(SEPARATOR));
    return ids ? start.then("AROA").then(SOME_ID).then(":") : start;
  }

  private Pattern account(String partition, String account, char kind) {
    Pattern start =
        start(kind).then("arn:" + partition + (kind == FEDERATED ? ":sts::" : ":iam::"));
    return account.isEmpty() ? start.then(TWELVE_DIGITS) : start.then(account);
  }

  /**
   * All users, sessions and, if wanted, root users of an account.
   *
   * @param account empty for every account
   */
  public List<Pattern> ofAccount(String partition, String account, boolean root) {
    Account key = new Account(partition, account, root);
    List<Pattern> all = ofAccount.get(key);
    if (all == null) {
      all = List.copyOf(patterns(partition, account, root));
      if (ofAccount.size() < MOST_ACCOUNTS) {
        ofAccount.put(key, all);
      }
    }
    return all;
  }

  private List<Pattern> patterns(String partition, String account, boolean root) {
    List<Pattern> all = new ArrayList<>();
    Pattern user = account(partition, account, USER).then(":user/");
    Pattern role = account(partition, account, SESSION).then(":role/");
    all.add(user(user.then(SOME_NAME)));
    all.add(user(user.then(SOME_PATH).then("/").then(SOME_NAME)));
    all.add(upToName(role.then(SOME_NAME)).then(SESSION_NAME));
    all.add(upToName(role.then(SOME_PATH).then("/").then(SOME_NAME)).then(SESSION_NAME));
    all.add(account(partition, account, FEDERATED).then(":federated-user/").then(SOME_NAME));
    if (root) {
      all.add(account(partition, account, ROOT).then(":root"));
    }
    return all;
  }

  /** All services that are called as most are. */
  public static Pattern services() {
    return SERVICES;
  }

  /** A service that is called in another way; null for those that are called as most are. */
  static @Nullable Pattern unusualService(String name) {
    Pattern service = start(SERVICE).then(name);
    return SERVICES.matches(service.text()) ? null : service;
  }

  /** The callers that a caller of a question stands for. */
  public List<Pattern> of(Caller caller) {
    return switch (caller.kind()) {
      case USER -> List.of(user(start(USER).then(caller.arn())));
      case ROLE -> List.of(upToName(start(SESSION).then(caller.arn())).then(SESSION_NAME));
      case FEDERATED_USER -> List.of(start(FEDERATED).then(caller.arn()));
      case ROOT_USER -> List.of(start(ROOT).then(caller.arn()));
      case SERVICE -> List.of(start(SERVICE).then(caller.arn()));
      case ACCOUNT -> ofAccount(caller.partition(), caller.account(), false);
      case ROLE_SESSION -> ofSession(caller);
    };
  }

  private List<Pattern> ofSession(Caller caller) {
    String session = caller.arn().substring(caller.arn().lastIndexOf('/') + 1);
    if (caller.roleArn() != null) {
      return List.of(upToName(start(SESSION).then(caller.roleArn())).then(session));
    }
    return sessions(caller.partition(), caller.account(), caller.roleName(), session);
  }

  /** The sessions of a name, of a role whose path is not known. */
  List<Pattern> sessions(String partition, String account, String role, String session) {
    Pattern roles = account(partition, account, SESSION).then(":role/");
    return List.of(
        upToName(roles.then(role)).then(session),
        upToName(roles.then(SOME_PATH).then("/" + role)).then(session));
  }

  /** The caller that a text stands for. */
  public static Caller caller(String text) {
    char kind = text.charAt(0);
    int end = text.indexOf(SEPARATOR, 2);
    String name = end < 0 ? text.substring(2) : text.substring(2, end);
    Arn arn = Arn.parse(name);
    if (kind == SERVICE || arn == null) {
      return new Caller(Caller.Kind.SERVICE, "", "", name, null);
    }
    if (kind == SESSION) {
      String session = text.substring(Math.max(end, text.lastIndexOf(':')) + 1);
      String sts =
          "arn:" + arn.partition() + ":sts::" + arn.account() + ":assumed-role/" + arn.lastName();
      return new Caller(
          Caller.Kind.ROLE_SESSION, arn.partition(), arn.account(), sts + "/" + session, name);
    }
    Caller.Kind caller =
        kind == USER
            ? Caller.Kind.USER
            : kind == ROOT ? Caller.Kind.ROOT_USER : Caller.Kind.FEDERATED_USER;
    return new Caller(caller, arn.partition(), arn.account(), name, null);
  }

  /**
   * The unique id of a caller's text, as {@code aws:userid} holds it; empty where there is none.
   */
  public static String userid(String text) {
    int end = text.indexOf(SEPARATOR, 2);
    return end < 0 ? "" : text.substring(end + 1);
  }
}
