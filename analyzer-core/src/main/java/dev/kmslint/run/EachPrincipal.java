package dev.kmslint.run;

import dev.kmslint.access.Caller;
import dev.kmslint.access.Layer;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.Who;
import dev.kmslint.access.exact.Answer;
import dev.kmslint.access.exact.Because;
import dev.kmslint.access.exact.Engine;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.intake.AccountPrincipal;
import dev.kmslint.lint.PrincipalAnswer;
import dev.kmslint.lint.PrincipalAnswer.Through;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Principals;
import dev.kmslint.policy.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers one question for each of many users and roles, each with its own policies. Those that can
 * have nothing to do with the question are left out, so that most principals have the same ones.
 */
final class EachPrincipal {
  /** How many compiled sets of policies are remembered. */
  private static final int MOST_ENGINES = 64;

  private final Catalog catalog;
  private final PolicySet common;
  private final Question question;
  private final HeldPolicies held;
  private final @Nullable Engine keySide;
  private final Map<String, Engine> engines = new HashMap<>();
  private @Nullable String internalError;

  /**
   * @param common the policies that have a say whoever asks
   */
  EachPrincipal(Catalog catalog, PolicySet common, Question question, HeldPolicies held) {
    this.catalog = catalog;
    this.common = common;
    this.question = question;
    this.held = held;
    boolean key = common.keyPolicy() != null && question.side() == Question.Side.BOTH;
    this.keySide = key ? Engine.compile(catalog, common) : null;
  }

  /** What the engine found wrong with itself; null when nothing. */
  @Nullable String internalError() {
    return internalError;
  }

  /** The answers, in the order of the ARNs; each principal once. */
  List<PrincipalAnswer> answers(List<AccountPrincipal> principals) {
    Map<String, AccountPrincipal> sorted = new TreeMap<>();
    for (AccountPrincipal principal : principals) {
      sorted.putIfAbsent(principal.arn().value(), principal);
    }
    List<PrincipalAnswer> answers = new ArrayList<>();
    for (AccountPrincipal principal : sorted.values()) {
      Caller caller = Caller.parse(principal.arn().value(), "aws");
      if (caller != null) {
        answers.add(answer(principal, caller));
      }
    }
    return answers;
  }

  private PrincipalAnswer answer(AccountPrincipal principal, Caller caller) {
    Question asked =
        new Question(
            Who.of(caller),
            question.action(),
            question.resource(),
            question.context(),
            question.side());
    if (keySide != null) {
      Answer key = checked(keySide.answer(asked.on(Question.Side.KEY)));
      if (key.outcome() == Outcome.NEVER) {
        return never(caller, "the key policy does not allow it");
      }
    }
    Answer answer = checked(engine(principal, caller).answer(asked));
    if (answer.outcome() == Outcome.NEVER) {
      String missing = missing(principal, false);
      return missing.isEmpty()
          ? never(caller, "its policies do not allow it")
          : open(caller, missing);
    }
    String missing = missing(principal, true);
    if (!missing.isEmpty()) {
      return open(caller, missing);
    }
    if (answer.outcome() == Outcome.UNKNOWN) {
      return open(caller, answer.reason());
    }
    boolean depends = answer.outcome() == Outcome.DEPENDS;
    return new PrincipalAnswer(
        caller.arn(),
        answer.outcome(),
        "",
        depends ? List.copyOf(answer.on()) : List.of(),
        answer.because(),
        through(answer.because(), caller));
  }

  /**
   * What is not known of a principal and could change the answer: a policy that is not told could
   * allow or deny, a boundary only takes away.
   */
  private String missing(AccountPrincipal principal, boolean allowed) {
    if (!principal.told()) {
      return "the text of one of its policies is not in the files";
    }
    Text boundary = principal.boundary();
    boolean without =
        boundary != null && common.boundary() == null && held.boundary(principal) == null;
    return without && allowed ? "its permissions boundary is not in the files" : "";
  }

  private static PrincipalAnswer never(Caller caller, String why) {
    return new PrincipalAnswer(
        caller.arn(), Outcome.NEVER, why, List.of(), List.of(), Through.NOTHING);
  }

  private static PrincipalAnswer open(Caller caller, String why) {
    return new PrincipalAnswer(
        caller.arn(), Outcome.UNKNOWN, why, List.of(), List.of(), Through.NOTHING);
  }

  private Engine engine(AccountPrincipal principal, Caller caller) {
    List<Policy> identity = new ArrayList<>(common.identityPolicies());
    identity.addAll(held.identityPolicies(caller.arn()));
    Policy boundary = common.boundary() == null ? held.boundary(principal) : common.boundary();
    StringBuilder name = new StringBuilder();
    for (Policy policy : identity) {
      name.append(policy.location()).append('\n');
    }
    name.append('\n').append(boundary == null ? "" : boundary.location());
    Engine known = engines.get(name.toString());
    if (known == null) {
      if (engines.size() == MOST_ENGINES) {
        engines.clear();
      }
      known =
          Engine.compile(
              catalog,
              new PolicySet(
                  common.keyPolicy(),
                  common.owner(),
                  identity,
                  boundary,
                  common.session(),
                  common.scps(),
                  common.rcps()));
      engines.put(name.toString(), known);
    }
    return known;
  }

  private Answer checked(Answer answer) {
    if (answer.internalError() != null && internalError == null) {
      internalError = answer.internalError();
    }
    return answer;
  }

  private static Through through(List<Because> because, Caller caller) {
    Through through = Through.NOTHING;
    for (Because one : because) {
      Principals named = one.statement().principals();
      if (one.layer() == Layer.KEY_POLICY && named != null) {
        for (Principal entry : named.entries()) {
          boolean account = entry.form() == Principal.Form.ACCOUNT && !named.negated();
          if (account && entry.account().equals(caller.account())) {
            through = through == Through.DIRECT ? through : Through.ACCOUNT;
          } else if (named.negated() || isDirect(entry, caller)) {
            through = Through.DIRECT;
          }
        }
      }
    }
    return through;
  }

  private static boolean isDirect(Principal entry, Caller caller) {
    return entry.form() == Principal.Form.EVERYONE
        || entry.value().equals(caller.arn())
        || (entry.form() == Principal.Form.ROLE_SESSION
            && entry.account().equals(caller.account())
            && entry.sessionRoleName().equals(caller.roleName()));
  }
}
