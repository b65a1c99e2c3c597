package dev.kmslint.run;

import dev.kmslint.access.Caller;
import dev.kmslint.access.KeyNames;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.Who;
import dev.kmslint.access.exact.Answer;
import dev.kmslint.access.exact.Because;
import dev.kmslint.access.exact.Engine;
import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.intake.AccountPrincipal;
import dev.kmslint.intake.Given;
import dev.kmslint.intake.KeyDescription;
import dev.kmslint.intake.KeyGrant;
import dev.kmslint.lint.CanReport;
import dev.kmslint.lint.PrincipalAnswer;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Answers one access question over all requests that fit. Keeps no state between questions. */
public final class Can {
  /** How many accounts are tried as the owner of a key. */
  private static final int MOST_OWNERS = 8;

  private static final String OWNER_UNKNOWN = "the key's account is not known; `--owner` says it";

  private final RuleSet rules;
  private final Catalog catalog;

  /**
   * @param rules the rules that a configuration can speak of
   * @param catalog the facts about AWS
   */
  public Can(RuleSet rules, Catalog catalog) {
    this.rules = rules;
    this.catalog = catalog;
  }

  /**
   * Reads the policies and answers.
   *
   * @throws UsageException when the question or the configuration is wrong
   */
  public CanReport answer(CanOptions options) throws UsageException {
    Workspace workspace = new Workspace(options.workingFolder());
    ConfigFinder.Found config =
        new ConfigFinder(workspace, rules)
            .find(options.config(), Arguments.folders(workspace, options.paths()));
    Asked asked = new Asked(options, catalog);
    Map<String, List<String>> facts = Facts.merged(config.config().facts(), options.facts());
    Question question = asked.question(facts);
    PolicyFiles files =
        new PolicyFiles(
            workspace,
            options.stdin(),
            new Given(options.given().parameters(), keyArn(options), options.given().owner()));
    ShareParts parts =
        files.read(
            options.files(),
            options.paths(),
            new Walk.Chosen(
                new PathPatterns(workspace.folder(), List.of()),
                List.of(new PathPatterns(config.folder(), config.config().exclude()))),
            new Sorting("question", options.principal(), keyArn(options)));
    if (!asked.oddity().isEmpty()) {
      files.warnings().add(asked.oddity());
    }
    KeyNames names = files.names(catalog);
    for (String key : options.context().keySet()) {
      names.learn(key);
    }
    List<String> inferred = new ArrayList<>();
    PolicySet policies = policies(parts, owner(asked, parts, files, inferred));
    List<Report.InputError> errors = new ArrayList<>(files.errors().sorted());
    List<AccountPrincipal> everybody = everybody(options, files);
    if (errors.isEmpty() && !everybody.isEmpty()) {
      HeldPolicies held = new HeldPolicies(files.loaded(), question);
      EachPrincipal each =
          new EachPrincipal(catalog, policies, asked.ofEach(question, facts), held);
      List<PrincipalAnswer> answers = each.answers(everybody);
      note(each.internalError(), errors);
      List<String> assumed = shared(policies, question);
      assumeNoGrant(question, files, assumed);
      assumed.add(
          "only the users and roles in the files were asked about: no root user, no AWS service and"
              + " no other account");
      return new CanReport(
          question, null, answers, "", names, assumed, inferred, files.warnings(), errors);
    }
    Answer answer = errors.isEmpty() ? answer(policies, question, errors) : null;
    return new CanReport(
        question,
        answer,
        null,
        answer == null ? "an input could not be read" : reason(answer, policies, question),
        names,
        answer == null ? List.of() : assumptions(policies, question, files),
        inferred,
        files.warnings(),
        errors);
  }

  /** The users and roles that the files tell of, where the question is about everybody. */
  private static List<AccountPrincipal> everybody(CanOptions options, PolicyFiles files) {
    List<AccountPrincipal> everybody = new ArrayList<>();
    if (options.principal().equals(Sorting.ANYBODY)) {
      for (Loaded file : files.loaded()) {
        everybody.addAll(file.all(AccountPrincipal.class));
      }
    }
    return everybody;
  }

  private static void note(@Nullable String internal, List<Report.InputError> errors) {
    if (internal != null) {
      errors.add(new Report.InputError("(kmslint)", "internal error: " + internal));
    }
  }

  private @Nullable Answer answer(
      PolicySet policies, Question question, List<Report.InputError> errors) {
    Answer answer = Engine.compile(catalog, policies).answer(question);
    note(answer.internalError(), errors);
    return answer;
  }

  private static PolicySet policies(ShareParts parts, String owner) {
    return new PolicySet(
        parts.keyPolicy,
        owner,
        parts.identityPolicies,
        parts.boundary,
        parts.session,
        parts.scps,
        parts.rcps);
  }

  /** The ARN of the key that is meant; empty when the words do not say it. */
  private static String keyArn(CanOptions options) {
    if (!options.given().keyArn().isEmpty()) {
      return options.given().keyArn();
    }
    Arn resource = Arn.parse(options.resource());
    boolean one =
        resource != null
            && resource.resource().startsWith("key/")
            && options.resource().indexOf('*') < 0
            && options.resource().indexOf('?') < 0;
    return one ? options.resource() : "";
  }

  private static String owner(
      Asked asked, ShareParts parts, PolicyFiles files, List<String> inferred) {
    String owner = asked.owner();
    Policy keyPolicy = parts.keyPolicy;
    if (!owner.isEmpty() || keyPolicy == null) {
      return owner;
    }
    KeyDescription key = parts.key == null ? parts.itsKey : parts.key;
    Text account = key == null ? null : key.account();
    if (key != null && account != null) {
      String file = key.location().file().path();
      inferred.add(
          "the key's account is " + account.value() + ", since `" + file + "` describes it");
      return account.value();
    }
    KeyFacts.KeyFact fact = files.key(keyPolicy);
    if (!fact.owner().isEmpty()) {
      inferred.add("the key's account is " + fact.owner() + ", since " + fact.why());
    }
    return fact.owner();
  }

  /** Why the answer is what it is, where the engine knows it but has no word for it. */
  private String reason(Answer answer, PolicySet policies, Question question) {
    String reason = answer.reason();
    Policy key = policies.keyPolicy();
    boolean ownerless = key != null && policies.owner().isEmpty();
    if (answer.outcome() == Outcome.UNKNOWN
        && ownerless
        && key != null
        && answer.internalError() == null) {
      return whyUnknown(policies, key, question);
    }
    if (!reason.isEmpty() || answer.outcome() != Outcome.NEVER) {
      return switch (reason) {
        case "the key policy was not given" -> reason + "; `--key-policy` gives it";
        default -> reason;
      };
    }
    if (answer.stoppedBy() == null) {
      boolean denied = !answer.because().isEmpty();
      for (Because because : answer.because()) {
        denied &= because.part() == Because.Part.DENIES;
      }
      return denied ? "it is denied" : withoutStatement(question);
    }
    return switch (answer.stoppedBy()) {
      case KEY_POLICY -> "no statement of the key policy allows it";
      case IDENTITY ->
          policies.identityPolicies().isEmpty()
              ? "no identity policy was given, and it takes one"
              : "no statement of an identity policy allows it";
      case BOUNDARY -> "no statement of the permissions boundary allows it";
      case SESSION -> "no statement of the session policy allows it";
      case SCP -> "no statement of a service control policy allows it";
      case RCP -> "";
    };
  }

  /**
   * Why the answer is unknown while the key's account is: that account, where the answer is known
   * for one that it may be; else what remains unknown.
   */
  private String whyUnknown(PolicySet policies, Policy key, Question question) {
    TreeSet<String> owners = new TreeSet<>(KeyFacts.accountsOf(key));
    if (question.who() instanceof Who.One one && !one.caller().isService()) {
      owners.add(one.caller().account());
    }
    String reason = "";
    int tried = 0;
    for (String owner : owners) {
      if (tried++ == MOST_OWNERS) {
        break;
      }
      PolicySet owned =
          new PolicySet(
              key,
              owner,
              policies.identityPolicies(),
              policies.boundary(),
              policies.session(),
              policies.scps(),
              policies.rcps());
      Answer answer = Engine.compile(catalog, owned).answer(question);
      if (answer.outcome() != Outcome.UNKNOWN) {
        return OWNER_UNKNOWN;
      }
      reason = answer.reason();
    }
    return reason.isEmpty() ? OWNER_UNKNOWN : reason;
  }

  private String withoutStatement(Question question) {
    String action = question.action();
    int colon = action.indexOf(':');
    ActionInfo info =
        colon < 0 ? null : catalog.action(action.substring(0, colon), action.substring(colon + 1));
    return info != null && !info.crossAccount()
        ? "`" + action + "` does not work on a key of another account"
        : "";
  }

  /** What is assumed whoever asks. */
  private static List<String> shared(PolicySet policies, Question question) {
    List<String> assumptions = new ArrayList<>();
    boolean key = question.side() != Question.Side.IDENTITY;
    if (policies.scps().isEmpty() && policies.rcps().isEmpty()) {
      assumptions.add("no service control policy and no resource control policy restricts it");
    } else if (policies.scps().isEmpty()) {
      assumptions.add("no service control policy restricts it");
    } else if (policies.rcps().isEmpty() && key) {
      assumptions.add("no resource control policy restricts it");
    }
    return assumptions;
  }

  private static void assumeNoGrant(
      Question question, PolicyFiles files, List<String> assumptions) {
    if (question.side() == Question.Side.IDENTITY) {
      return;
    }
    String grants = "no grant gives access to the key";
    for (Loaded file : files.loaded()) {
      if (!file.isSliced() && !file.all(KeyGrant.class).isEmpty()) {
        grants += "; those in `" + file.name() + "` were not looked at";
      }
    }
    assumptions.add(grants);
  }

  private static List<String> assumptions(
      PolicySet policies, Question question, PolicyFiles files) {
    List<String> assumptions = shared(policies, question);
    boolean person =
        !(question.who() instanceof Who.One one)
            || (!one.caller().isService() && one.caller().kind() != Caller.Kind.ROOT_USER);
    if (policies.identityPolicies().isEmpty() && person) {
      assumptions.add("the caller has no identity policy, since none was given");
    } else if (person && !(question.who() instanceof Who.One)) {
      assumptions.add("every caller has the identity policies that were given");
    }
    if (policies.boundary() == null && person) {
      assumptions.add("the caller has no permissions boundary");
    }
    assumeNoGrant(question, files, assumptions);
    return assumptions;
  }
}
