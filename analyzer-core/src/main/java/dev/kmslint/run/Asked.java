package dev.kmslint.run;

import dev.kmslint.access.Caller;
import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.Nearest;
import dev.kmslint.catalog.ServiceTable;
import dev.kmslint.config.Complaints;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Glob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes a question of the words of a command line, and complains about those that mean nothing. */
final class Asked {
  private static final String KMS = "kms";

  private final CanOptions options;
  private final Catalog catalog;
  private final List<String> complaints = new ArrayList<>();

  Asked(CanOptions options, Catalog catalog) {
    this.options = options;
    this.catalog = catalog;
  }

  /**
   * The question.
   *
   * @param facts values of condition keys that hold in this environment
   * @throws UsageException when a word means nothing, or two contradict each other
   */
  Question question(Map<String, List<String>> facts) throws UsageException {
    complain(
        "--key-arn", options.given().keyArn(), Complaints.aboutKeyArn(options.given().keyArn()));
    complain("--owner", options.given().owner(), Complaints.aboutAccount(options.given().owner()));
    if (!isAction(options.action())) {
      complaints.add(
          "`"
              + options.action()
              + "` is no action, which has a service and a name, as `kms:Decrypt`");
    }
    Question.Side side = side();
    String resource = resource(side);
    Who who = who(partition(), side);
    RequestContext context = context(who, facts);
    if (!complaints.isEmpty()) {
      throw new UsageException(complaints);
    }
    return new Question(who, options.action(), resource, context, side);
  }

  /**
   * A question about everybody as one that is put to each user and role of one's own: of them facts
   * about the principal hold too.
   */
  Question ofEach(Question everybody, Map<String, List<String>> facts) {
    RequestContext context = everybody.context();
    if (!options.onlyContext()) {
      for (Map.Entry<String, List<String>> fact : facts.entrySet()) {
        String key = fact.getKey().toLowerCase(Locale.ROOT);
        if (context.pinned(key) == null) {
          context = context.with(key, new ContextValue.Fixed(fact.getValue()));
        }
      }
    }
    return everybody.with(context);
  }

  /** What is odd about the action, though it may be right; empty when nothing is. */
  String oddity() {
    String action = options.action();
    int colon = action.indexOf(':');
    ServiceTable table = colon < 0 ? null : catalog.service(action.substring(0, colon));
    if (table == null || isPattern(action)) {
      return "";
    }
    String name = action.substring(colon + 1);
    if (table.action(name) != null) {
      return "";
    }
    String near = Nearest.nearest(name, table.actionNames()).orElse("");
    return "kmslint knows no action `"
        + action
        + "`"
        + (near.isEmpty() ? "" : "; did you mean `" + table.prefix() + ":" + near + "`?");
  }

  /** The owner as the words say it; empty when they do not. */
  String owner() {
    if (!options.given().owner().isEmpty()) {
      return options.given().owner();
    }
    Arn key = Arn.parse(options.given().keyArn());
    if (key != null) {
      return key.account();
    }
    Arn resource = Arn.parse(options.resource());
    boolean named = resource != null && resource.service().equals(KMS);
    return named && resource != null && Arn.isAccountId(resource.account())
        ? resource.account()
        : "";
  }

  private void complain(String option, String value, String complaint) {
    if (!value.isEmpty() && !complaint.isEmpty()) {
      complaints.add("`" + option + "`: " + complaint);
    }
  }

  private static boolean isPattern(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  private static boolean isAction(String action) {
    int colon = action.indexOf(':');
    boolean two = colon > 0 && colon < action.length() - 1 && action.indexOf(':', colon + 1) < 0;
    return action.equals("*") || two;
  }

  /** The key's side has a say in what is done with keys, and in nothing else. */
  private Question.Side side() {
    String action = options.action();
    int colon = action.indexOf(':');
    String service = colon < 0 ? action : action.substring(0, colon);
    boolean kms = Glob.of(service.toLowerCase(Locale.ROOT)).matches(KMS);
    if (kms && !isPattern(action)) {
      ActionInfo info = catalog.action(KMS, action.substring(colon + 1));
      kms = info == null || info.keyPolicy() || info.grantDecides();
    }
    Arn resource = Arn.parse(options.resource());
    if (resource != null) {
      boolean key = resource.service().equals(KMS) || isPattern(resource.service());
      kms &= key && !resource.resource().startsWith("alias/");
    }
    return kms ? Question.Side.BOTH : Question.Side.IDENTITY;
  }

  private String resource(Question.Side side) {
    String resource = options.resource();
    Arn arn = Arn.parse(resource);
    if (arn == null && !resource.equals("*")) {
      complaints.add("`" + resource + "` is no resource, which is an ARN or `*`");
      return resource;
    }
    if (side == Question.Side.IDENTITY) {
      return resource;
    }
    String keyArn = options.given().keyArn();
    if (!keyArn.isEmpty() && !Glob.of(resource).matches(keyArn)) {
      complaints.add("`" + resource + "` is not the key that `--key-arn` names");
    }
    boolean named = arn != null && Arn.isAccountId(arn.account());
    if (named && arn != null && !owner().equals(arn.account())) {
      complaints.add("`" + resource + "` is not a key of the account that `--owner` names");
    }
    Arn key = Arn.parse(keyArn);
    if (key != null && !owner().equals(key.account())) {
      complaints.add("`--key-arn` and `--owner` name different accounts");
    }
    return keyArn.isEmpty() ? resource : keyArn;
  }

  private String partition() {
    Arn arn =
        Arn.parse(
            options.given().keyArn().isEmpty() ? options.resource() : options.given().keyArn());
    return arn == null || isPattern(arn.partition()) ? "aws" : arn.partition();
  }

  private Who who(String partition, Question.Side side) {
    String principal = options.principal();
    if (principal.equals("*")) {
      checkNoRole();
      return side == Question.Side.IDENTITY
          ? Who.outside(partition, Set.of())
          : Who.anyone(partition);
    }
    Arn arn = Arn.parse(principal);
    if (arn != null && isPattern(principal)) {
      checkNoRole();
      if (arn.service().equals("sts") && arn.resource().startsWith("assumed-role/")) {
        complaints.add(
            "`" + principal + "` is a pattern of sessions; name their role, as `role/NAME`");
      }
      return new Who.Matching(
          isPattern(arn.partition()) ? partition : arn.partition(), Glob.of(principal));
    }
    Caller caller = Caller.parse(principal, partition);
    if (caller == null) {
      complaints.add(
          "`"
              + principal
              + "` is no principal: neither the ARN of a user, role or session, nor an account id,"
              + " nor a service as `rds.amazonaws.com`, nor `*`");
      return Who.anyone(partition);
    }
    if (arn != null && caller.kind() == Caller.Kind.ACCOUNT) {
      caller = Caller.rootUserOf(arn.partition(), arn.account());
    }
    return Who.of(withRole(caller));
  }

  private Caller withRole(Caller caller) {
    if (options.roleArn().isEmpty()) {
      return caller;
    }
    Caller role = Caller.parse(options.roleArn(), caller.partition());
    if (role == null || role.kind() != Caller.Kind.ROLE) {
      complaints.add("`--role-arn`: `" + options.roleArn() + "` is not the ARN of a role");
      return caller;
    }
    boolean own =
        caller.isRole()
            && caller.account().equals(role.account())
            && caller.roleName().equals(role.roleName());
    if (!own) {
      complaints.add("`--role-arn`: `" + caller.arn() + "` is no session of that role");
    }
    return caller.withRole(role.arn());
  }

  private void checkNoRole() {
    if (!options.roleArn().isEmpty()) {
      complaints.add("`--role-arn` belongs to the ARN of a role's session");
    }
  }

  private RequestContext context(Who who, Map<String, List<String>> facts) {
    Map<String, ContextValue> pins = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> entry : options.context().entrySet()) {
      pin(entry.getKey(), new ContextValue.Fixed(entry.getValue()), pins);
    }
    for (String key : options.absent()) {
      pin(key, ContextValue.ABSENT, pins);
    }
    if (!options.onlyContext()) {
      boolean named = who instanceof Who.One one && !one.caller().isService();
      for (Map.Entry<String, List<String>> fact : facts.entrySet()) {
        String key = fact.getKey().toLowerCase(Locale.ROOT);
        if (named || !key.startsWith("aws:principal")) {
          pins.putIfAbsent(key, new ContextValue.Fixed(fact.getValue()));
        }
      }
    }
    return new RequestContext(pins, options.onlyContext());
  }

  private void pin(String key, ContextValue value, Map<String, ContextValue> pins) {
    if (pins.putIfAbsent(key.toLowerCase(Locale.ROOT), value) != null) {
      complaints.add("`" + key + "` is pinned twice, by `--context` or `--absent`");
    }
  }
}
