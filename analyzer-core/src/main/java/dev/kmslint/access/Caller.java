package dev.kmslint.access;

import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, as far as that is known.
 *
 * <p>Sources:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 *
 * @param kind what kind of principal
 * @param partition its partition; empty for a service
 * @param account its account; empty for a service
 * @param arn its ARN; a service's name; of an account's unnamed principal the account's ARN
 * @param roleArn of a role session: the role's ARN with its path; null when only its name is known
 */
public record Caller(
    Kind kind, String partition, String account, String arn, @Nullable String roleArn) {

  /** The kinds of caller. */
  public enum Kind {
    /** An IAM user. */
    USER,
    /** One session of a role; the ARN is the session's. */
    ROLE_SESSION,
    /** Any session of a role; the ARN is the role's. */
    ROLE,
    /** The session of a federated user. */
    FEDERATED_USER,
    /** The root user of an account. */
    ROOT_USER,
    /** Any user or role session of an account, but not its root user. */
    ACCOUNT,
    /** An AWS service that acts for itself. */
    SERVICE
  }

  /**
   * The caller that a text names: the ARN of a user, role, session or federated user, a service
   * principal, or an account id or root ARN for any user or role of the account. Null when it names
   * none.
   *
   * @param partition the partition of an account id
   */
  public static @Nullable Caller parse(String text, String partition) {
    if (Arn.isAccountId(text)) {
      return anyOf(partition, text);
    }
    Arn arn = Arn.parse(text);
    if (arn == null) {
      boolean service = text.endsWith(".amazonaws.com") || text.endsWith(".amazonaws.com.cn");
      return service && text.indexOf('*') < 0 ? new Caller(Kind.SERVICE, "", "", text, null) : null;
    }
    if (!Arn.isAccountId(arn.account()) || text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
      return null;
    }
    String resource = arn.resource();
    if (arn.service().equals("iam")) {
      if (resource.equals("root")) {
        return anyOf(arn.partition(), arn.account());
      }
      if (resource.startsWith("user/") && !arn.lastName().isEmpty()) {
        return new Caller(Kind.USER, arn.partition(), arn.account(), text, null);
      }
      if (resource.startsWith("role/") && !arn.lastName().isEmpty()) {
        return new Caller(Kind.ROLE, arn.partition(), arn.account(), text, text);
      }
    } else if (arn.service().equals("sts")) {
      if (resource.startsWith("assumed-role/") && resource.indexOf('/', 13) > 13) {
        return new Caller(Kind.ROLE_SESSION, arn.partition(), arn.account(), text, null);
      }
      if (resource.startsWith("federated-user/")) {
        return new Caller(Kind.FEDERATED_USER, arn.partition(), arn.account(), text, null);
      }
    }
    return null;
  }

  /** Any user or role of an account. */
  public static Caller anyOf(String partition, String account) {
    return new Caller(Kind.ACCOUNT, partition, account, Arn.ofAccount(partition, account), null);
  }

  /** The root user of an account. */
  public static Caller rootUserOf(String partition, String account) {
    return new Caller(Kind.ROOT_USER, partition, account, Arn.ofAccount(partition, account), null);
  }

  /** The same session, of a role whose path is known. */
  public Caller withRole(String arnOfRole) {
    return new Caller(kind, partition, account, arn, arnOfRole);
  }

  /** Whether it is an AWS service that acts for itself. */
  public boolean isService() {
    return kind == Kind.SERVICE;
  }

  /** Whether it is a session of a role. */
  public boolean isRole() {
    return kind == Kind.ROLE || kind == Kind.ROLE_SESSION;
  }

  /** The name of the role, of a role's session; empty for others. */
  public String roleName() {
    if (kind == Kind.ROLE) {
      return arn.substring(arn.lastIndexOf('/') + 1);
    }
    if (kind == Kind.ROLE_SESSION) {
      int start = arn.indexOf("assumed-role/") + "assumed-role/".length();
      return arn.substring(start, arn.indexOf('/', start));
    }
    return "";
  }

  /** Whether it is a service-linked role, which service control policies do not restrict. */
  public boolean isServiceLinkedRole() {
    return roleArn != null && roleArn.contains(":role/aws-service-role/");
  }

  /**
   * What a request by this caller holds under a condition key that follows from the principal; null
   * for every other key.
   *
   * @param key in lower case
   */
  public @Nullable ContextValue derived(String key) {
    return switch (key) {
      case "aws:principalarn" -> isService() ? ContextValue.ABSENT : principalArn();
      case "aws:principalaccount", "kms:calleraccount" ->
          isService() ? ContextValue.ABSENT : ContextValue.of(account);
      case "aws:principaltype" -> principalType();
      case "aws:principalisawsservice" -> ContextValue.of(isService() ? "true" : "false");
      case "aws:principalservicename" -> isService() ? ContextValue.of(arn) : ContextValue.ABSENT;
      case "aws:principalservicenameslist" ->
          isService() ? ContextValue.SOMETHING : ContextValue.ABSENT;
      case "aws:username" -> username();
      case "aws:userid" -> userid();
      default -> null;
    };
  }

  private ContextValue principalArn() {
    String prefix = "arn:" + partition + ":iam::" + account + ":";
    return switch (kind) {
      case ACCOUNT ->
          open(
              false,
              prefix + "user/*",
              prefix + "role/*",
              "arn:" + partition + ":sts::" + account + ":federated-user/*");
      case ROLE_SESSION ->
          roleArn != null
              ? ContextValue.of(roleArn)
              : open(false, prefix + "role/" + roleName(), prefix + "role/*/" + roleName());
      default -> ContextValue.of(arn);
    };
  }

  private ContextValue principalType() {
    return switch (kind) {
      case USER -> ContextValue.of("User");
      case ROLE, ROLE_SESSION -> ContextValue.of("AssumedRole");
      case FEDERATED_USER -> ContextValue.of("FederatedUser");
      case ROOT_USER -> ContextValue.of("Account");
      case ACCOUNT -> open(false, "User", "AssumedRole", "FederatedUser");
      case SERVICE -> ContextValue.ABSENT;
    };
  }

  private ContextValue username() {
    return switch (kind) {
      case USER -> ContextValue.of(arn.substring(arn.lastIndexOf('/') + 1));
      case ACCOUNT -> ContextValue.ANYTHING;
      default -> ContextValue.ABSENT;
    };
  }

  private ContextValue userid() {
    return switch (kind) {
      case USER -> open(false, "AIDA*");
      case ROLE -> open(false, "AROA*:*");
      case ROLE_SESSION -> open(false, "AROA*:" + arn.substring(arn.lastIndexOf('/') + 1));
      case FEDERATED_USER ->
          ContextValue.of(account + ":" + arn.substring(arn.lastIndexOf('/') + 1));
      case ROOT_USER -> ContextValue.of(account);
      case ACCOUNT -> ContextValue.SOMETHING;
      case SERVICE -> ContextValue.ABSENT;
    };
  }

  private static ContextValue open(boolean mayBeAbsent, String... patterns) {
    List<Glob> within = new ArrayList<>();
    for (String pattern : patterns) {
      within.add(Glob.of(pattern));
    }
    return new ContextValue.Open(mayBeAbsent, within);
  }

  /** How to call it in a message. */
  public String title() {
    return switch (kind) {
      case ACCOUNT -> "account `" + account + "`";
      case ROOT_USER -> "the root user of account `" + account + "`";
      default -> "`" + arn + "`";
    };
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + arn;
  }
}
