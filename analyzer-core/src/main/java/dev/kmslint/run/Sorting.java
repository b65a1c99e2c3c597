package dev.kmslint.run;

import dev.kmslint.intake.AccountPrincipal;
import dev.kmslint.intake.Content.FoundPolicy;
import dev.kmslint.intake.KeyDescription;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For what files are sorted, and whose policies count.
 *
 * @param what {@code share} or {@code question}
 * @param caller the caller's ARN, or whatever else names callers
 * @param keyArn the key's ARN; empty when it is not said
 */
record Sorting(String what, String caller, String keyArn) {
  /** The caller that stands for everybody. */
  static final String ANYBODY = "*";

  /** Whether a key policy can be that of the key that is meant. */
  boolean isOfTheKey(FoundPolicy found) {
    KeyDescription key = found.setting().key();
    Text arn = key == null ? null : key.arn();
    return arn == null || keyArn.isEmpty() || arn.value().equals(keyArn);
  }

  /** Whether everybody is meant, each with policies of his own. */
  boolean isForEach() {
    return caller.equals(ANYBODY);
  }

  /**
   * Whether an identity policy is the caller's, as far as the document around it knows. Of a caller
   * who stands for an account, those of a template, plan or state are.
   *
   * @param file where it stands
   */
  boolean isOfTheCaller(FoundPolicy found, Loaded file) {
    List<String> holders = found.setting().holders();
    if (holders == null || isAmong(holders)) {
      return true;
    }
    boolean account = Arn.isAccountId(caller) || caller.endsWith(":root");
    return account && !file.isSliced() && file.all(AccountPrincipal.class).isEmpty();
  }

  /** Whether a policy is the caller's permissions boundary. */
  boolean boundsTheCaller(FoundPolicy found) {
    return isAmong(found.setting().bounded());
  }

  private boolean isAmong(List<String> arns) {
    Arn called = Arn.parse(caller);
    for (String each : arns) {
      if (each.equals(caller) || (called != null && isSessionOf(called, Arn.parse(each)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSessionOf(Arn session, @Nullable Arn role) {
    String start = role == null ? "" : "assumed-role/" + role.lastName() + "/";
    return role != null
        && session.service().equals("sts")
        && session.account().equals(role.account())
        && role.resource().startsWith("role/")
        && session.resource().startsWith(start);
  }
}
