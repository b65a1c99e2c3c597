package dev.kmslint.access.exact.term;

import static dev.kmslint.access.exact.atom.Chars.ANY;
import static dev.kmslint.access.exact.atom.Chars.HOST;
import static dev.kmslint.access.exact.atom.Chars.NO_COLON;
import static dev.kmslint.access.exact.atom.Pattern.one;
import static dev.kmslint.access.exact.atom.Pattern.star;

import dev.kmslint.access.exact.atom.Chars;
import dev.kmslint.access.exact.atom.Pattern;
import dev.kmslint.access.exact.atom.ValueTest;
import java.util.ArrayList;
import java.util.List;

/** Resources as texts. */
public final class ResourceSpace {
  /**
   * The resources whose ARN names an account, so that requests have {@code aws:ResourceAccount}.
   */
  static final ValueTest.Text WITH_ACCOUNT =
      new ValueTest.Text(
          List.of(before().then(one(NO_COLON), star(NO_COLON)).then(":").then(star(ANY))));

  private ResourceSpace() {}

  private static Pattern before() {
    return Pattern.literal("arn:")
        .then(star(NO_COLON))
        .then(":")
        .then(star(NO_COLON))
        .then(":")
        .then(star(NO_COLON))
        .then(":");
  }

  /**
   * The resources of the accounts that match a pattern. To a pattern that an empty text matches
   * also those of no account belong: see {@link #WITH_ACCOUNT}.
   */
  static ValueTest.Text ofAccount(List<Pattern> accounts) {
    List<Pattern> resources = new ArrayList<>();
    for (Pattern account : accounts) {
      if (account.canBeWithin(NO_COLON)) {
        resources.add(before().then(account.within(NO_COLON)).then(":").then(star(ANY)));
      }
    }
    return new ValueTest.Text(resources);
  }

  /** Every resource, and the {@code *} of actions that have none. */
  public static List<Pattern> anything() {
    Pattern arn =
        Pattern.literal("arn:")
            .then(one(HOST), star(HOST))
            .then(":")
            .then(one(HOST), star(HOST))
            .then(":")
            .then(star(HOST))
            .then(":")
            .then(star(Chars.KEY_ID))
            .then(":")
            .then(one(ANY), star(ANY));
    return List.of(Pattern.literal("*"), arn);
  }

  /** Every key, or every key of an account. */
  public static List<Pattern> keys(String partition, String account) {
    Pattern start =
        Pattern.literal("arn:" + partition + ":kms:").then(one(HOST), star(HOST)).then(":");
    Pattern owned = account.isEmpty() ? start.then(Callers.TWELVE_DIGITS) : start.then(account);
    return List.of(owned.then(":key/").then(one(Chars.KEY_ID), star(Chars.KEY_ID)));
  }
}
