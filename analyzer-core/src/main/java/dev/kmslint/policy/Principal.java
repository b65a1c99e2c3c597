package dev.kmslint.policy;

import dev.kmslint.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a Principal or NotPrincipal element.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 *
 * @param type under which name it stands
 * @param value as written
 * @param form what the value is
 * @param account the account that it belongs to; empty where it belongs to none
 * @param arn the ARN, where the value is one
 */
public record Principal(
    Type type,
    String value,
    SourceLocation location,
    Form form,
    String account,
    @Nullable Arn arn) {

  /** The names under which principals stand. */
  public enum Type {
    /** The plain string {@code "*"}, without a name. */
    ANYONE(""),
    AWS("AWS"),
    SERVICE("Service"),
    FEDERATED("Federated"),
    CANONICAL_USER("CanonicalUser");

    private final String word;

    Type(String word) {
      this.word = word;
    }

    /** The name in a policy. */
    public String word() {
      return word;
    }
  }

  /** What a principal's value is. */
  public enum Form {
    /** {@code *}. */
    EVERYONE,
    /** An account id or the ARN of an account's root: the account. */
    ACCOUNT,
    /** An IAM user's ARN. */
    USER,
    /** An IAM role's ARN: all its sessions. */
    ROLE,
    /** The ARN of one session of a role. */
    ROLE_SESSION,
    /** The ARN of a federated user's session. */
    FEDERATED_USER,
    /** An IAM group's ARN, which is no principal. */
    GROUP,
    /** The unique id under which AWS stores an identity that was deleted since. */
    UNIQUE_ID,
    /** A service principal's name. */
    SERVICE,
    /** An identity provider. */
    PROVIDER,
    /** A canonical user id, which only Amazon S3 knows. */
    CANONICAL_USER,
    /** A value with a wildcard in a part of it, which matches nobody. */
    WILDCARD,
    /** No principal. */
    MALFORMED
  }

  private static final String[] UNIQUE_ID_PREFIXES = {"AIDA", "AROA", "AGPA", "AIPA", "ANPA"};

  static Principal of(Type type, String value, SourceLocation location) {
    if (type == Type.ANYONE) {
      return new Principal(type, value, location, Form.EVERYONE, "", null);
    }
    if (type != Type.AWS) {
      Form form =
          switch (type) {
            case SERVICE -> serviceForm(value);
            case FEDERATED -> Form.PROVIDER;
            default -> Form.CANONICAL_USER;
          };
      return new Principal(type, value, location, form, "", Arn.parse(value));
    }
    if (value.equals("*")) {
      return new Principal(type, value, location, Form.EVERYONE, "", null);
    }
    if (Arn.isAccountId(value)) {
      return new Principal(type, value, location, Form.ACCOUNT, value, null);
    }
    Arn arn = Arn.parse(value);
    if (value.indexOf('*') >= 0 || value.indexOf('?') >= 0) {
      return new Principal(type, value, location, Form.WILDCARD, accountOf(arn), arn);
    }
    if (arn == null) {
      Form form = isUniqueId(value) ? Form.UNIQUE_ID : Form.MALFORMED;
      return new Principal(type, value, location, form, "", null);
    }
    return new Principal(type, value, location, arnForm(arn), accountOf(arn), arn);
  }

  private static String accountOf(@Nullable Arn arn) {
    return arn != null && Arn.isAccountId(arn.account()) ? arn.account() : "";
  }

  private static Form serviceForm(String value) {
    if (value.indexOf('*') >= 0 || value.indexOf('?') >= 0) {
      return Form.WILDCARD;
    }
    return value.indexOf('.') > 0 && value.indexOf(':') < 0 && value.indexOf(' ') < 0
        ? Form.SERVICE
        : Form.MALFORMED;
  }

  private static Form arnForm(Arn arn) {
    if (!Arn.isAccountId(arn.account()) || !arn.region().isEmpty()) {
      return Form.MALFORMED;
    }
    boolean named = !arn.lastName().isEmpty();
    if (arn.service().equals("iam")) {
      return switch (arn.resourceType()) {
        case "root" -> arn.resource().equals("root") ? Form.ACCOUNT : Form.MALFORMED;
        case "user" -> named && arn.resource().startsWith("user/") ? Form.USER : Form.MALFORMED;
        case "role" -> named && arn.resource().startsWith("role/") ? Form.ROLE : Form.MALFORMED;
        case "group" -> Form.GROUP;
        case "saml-provider", "oidc-provider" -> Form.PROVIDER;
        default -> Form.MALFORMED;
      };
    }
    if (arn.service().equals("sts")) {
      if (arn.resource().startsWith("assumed-role/")) {
        String rest = arn.resource().substring("assumed-role/".length());
        int slash = rest.indexOf('/');
        boolean one = slash > 0 && slash == rest.lastIndexOf('/') && slash + 1 < rest.length();
        return one ? Form.ROLE_SESSION : Form.MALFORMED;
      }
      return arn.resource().startsWith("federated-user/") && named
          ? Form.FEDERATED_USER
          : Form.MALFORMED;
    }
    return Form.MALFORMED;
  }

  private static boolean isUniqueId(String value) {
    if (value.length() < 16 || value.length() > 128) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) {
        return false;
      }
    }
    for (String prefix : UNIQUE_ID_PREFIXES) {
      if (value.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** For a role session: the role's name. */
  public String sessionRoleName() {
    String rest = arn == null ? "" : arn.resourceName();
    int slash = rest.indexOf('/');
    return slash < 0 ? rest : rest.substring(0, slash);
  }
}
