package dev.kmslint.rules;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.lint.Exact;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.SourceLocation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A key that stands for all those that a statement of an identity policy does not single out.
 *
 * @param arn the key's ARN, with an id that no policy holds
 * @param account the account whose keys are meant; empty for any
 * @param place where the statement leaves its resources open
 */
public record AnyKey(String arn, String account, SourceLocation place) {
  private static final String ID = "key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";

  /** The beginnings of the condition keys that say which keys are meant, or what for. */
  private static final List<String> BOUNDS =
      List.of(
          "kms:viaservice",
          "kms:resourcealiases",
          "kms:requestalias",
          "kms:encryptioncontext",
          "kms:resourcetag/",
          "aws:resourcetag/",
          "aws:resourceorg");

  /** Such a key; null where a statement names its keys. */
  public static @Nullable AnyKey of(Statement statement) {
    Resources resources = statement.resources();
    if (resources == null || resources.negated()) {
      return resources == null ? null : key(null, resources.nameLocation());
    }
    for (Resources.Entry entry : resources.entries()) {
      boolean plain = entry.template().variables().isEmpty() && !entry.template().isMalformed();
      AnyKey key = key(Arn.parse(entry.text()), entry.location());
      if (plain && entry.template().glob().matches(key.arn())) {
        return key;
      }
    }
    return null;
  }

  private static AnyKey key(@Nullable Arn arn, SourceLocation place) {
    String partition = part(arn == null ? "" : arn.partition(), "aws");
    String region = part(arn == null ? "" : arn.region(), "us-east-1");
    String account = part(arn == null ? "" : arn.account(), "");
    String number = account.isEmpty() ? "000000000000" : account;
    return new AnyKey(
        "arn:" + partition + ":kms:" + region + ":" + number + ":" + ID, account, place);
  }

  private static String part(String written, String instead) {
    return written.indexOf('*') >= 0 || written.indexOf('?') >= 0 || written.isEmpty()
        ? instead
        : written;
  }

  /** Whether a policy allows an action on it, and no condition bounds the keys. */
  public boolean isAllowed(PolicyContext context, Exact policy, String action) {
    RequestContext known = RequestContext.OPEN;
    for (Statement statement : context.policy().statements()) {
      for (Condition condition : statement.conditions()) {
        String key = condition.key().value().toLowerCase(Locale.ROOT);
        for (String bound : BOUNDS) {
          known = key.startsWith(bound) ? known.with(key, ContextValue.ABSENT) : known;
        }
      }
    }
    Who who = Asking.anyIdentity(Asking.partition(context));
    return policy.allowsSome(new Question(who, action, arn, known, Question.Side.IDENTITY));
  }
}
