package dev.kmslint.lint;

import dev.kmslint.access.Outcome;
import dev.kmslint.access.exact.Because;
import java.util.List;

/**
 * The answer to an access question for one of many users and roles.
 *
 * @param principal its ARN
 * @param reason why the answer is never or unknown: a phrase; else empty
 * @param on what an answer that depends depends on, as the engine names it
 * @param because the statements that allow it; of the key policy first
 * @param through how the key policy lets it in
 */
public record PrincipalAnswer(
    String principal,
    Outcome outcome,
    String reason,
    List<String> on,
    List<Because> because,
    Through through) {
  /** How a key policy lets a user or role in. */
  public enum Through {
    /** Not at all, or it takes no key policy. */
    NOTHING(""),
    /** It names the user or role, one of its sessions, or everybody. */
    DIRECT("direct"),
    /** It names the account, which lets identity policies decide. */
    ACCOUNT("account");

    private final String word;

    Through(String word) {
      this.word = word;
    }

    /** The word in reports. */
    public String word() {
      return word;
    }
  }

  public PrincipalAnswer {
    on = List.copyOf(on);
    because = List.copyOf(because);
  }
}
