package dev.kmslint.access.exact;

import dev.kmslint.access.Caller;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.exact.search.Composition;
import dev.kmslint.access.exact.search.Model;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A question that was asked of policies, for tests of what finds and explains its answer: its
 * requests, and the policies put together in both readings.
 */
record Answered(Model model, Composition strict, Composition wide) {
  static final Caller USER = Asked.caller("arn:aws:iam::444455556666:user/u");

  static Answered of(PolicySet policies, Question question) {
    Model model = Asked.of(policies, question).model;
    return new Answered(model, new Composition(model, 0, false), new Composition(model, 0, true));
  }

  /** Whether a user of another account may do something with the key. */
  static Question may(String action) {
    return Question.of(USER, action, Policies.KEY);
  }

  /** An Allow of a key policy for the user's account. */
  static String give(String sid, String action, String... conditions) {
    String who = "'Effect':'Allow','Principal':{'AWS':'" + Policies.OTHER + "'}";
    return statement(sid, who, action, conditions);
  }

  /** An Allow of a key policy for everybody. */
  static String allow(String sid, String action, String... conditions) {
    return statement(sid, "'Effect':'Allow','Principal':'*'", action, conditions);
  }

  /** A Deny of a key policy for everybody. */
  static String deny(String sid, String action, String... conditions) {
    return statement(sid, "'Effect':'Deny','Principal':'*'", action, conditions);
  }

  /** An Allow of any other policy. */
  static String permit(String sid, String action, String... conditions) {
    return statement(sid, "'Effect':'Allow'", action, conditions);
  }

  private static String statement(String sid, String who, String action, String... conditions) {
    String rest = "','Resource':'*','Condition':{" + String.join(",", conditions) + "}}";
    return "{'Sid':'" + sid + "'," + who + ",'Action':'" + action + rest;
  }

  /** Conditions that some keys are there and no two of them hold the same value. */
  static String[] pairwiseDifferent(int keys) {
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < keys; i++) {
      conditions.add("'Null':{'aws:PrincipalTag/" + i + "':'false'}");
      List<String> others = new ArrayList<>();
      for (int j = 0; j < i; j++) {
        others.add("'${aws:PrincipalTag/" + j + "}'");
      }
      if (i > 0) {
        conditions.add("'StringNotEquals':{'aws:PrincipalTag/" + i + "':" + others + "}");
      }
    }
    return conditions.toArray(new String[0]);
  }

  /** The names of statements. */
  static List<String> sids(List<Because> because) {
    return because.stream().map(each -> sid(each.statement())).toList();
  }

  static String sid(Statement statement) {
    return Objects.requireNonNull(statement.sid()).value();
  }
}
