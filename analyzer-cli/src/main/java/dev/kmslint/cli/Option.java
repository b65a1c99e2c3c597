package dev.kmslint.cli;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of options, in the order in which the help lists them. Both readers of command lines
 * work from it, and so do help and completion.
 */
@SuppressWarnings(
    "ImmutableEnumChecker") // Set.of and List.of make sets and lists that never change.
enum Option {
  TO(
      "--to",
      Kind.ONE,
      "ACCOUNT|ARN",
      "who is to use the key: an account id, or the ARN of a user, role or session",
      Use.SHARE),
  SCENARIO(
      "--scenario",
      Kind.ONE,
      "NAME",
      "which operation the sharing is for; without it the request tells, else it is the first",
      Use.SHARE,
      "aurora-snapshot-copy",
      "aurora-snapshot-restore",
      "rds-snapshot-copy",
      "rds-snapshot-restore"),
  BASE(
      "--base",
      Kind.ONE,
      "REV",
      "compares what git has under this revision, as origin/main, with the working tree",
      Use.DIFF),
  CONTEXT(
      "--context",
      Kind.MANY,
      "K=V[,V...]",
      "what the request holds under a condition key: a value, or several; K= is the empty set, and"
          + " \\, a comma inside a value. All keys that are not named are open",
      Use.CAN),
  ABSENT("--absent", Kind.MANY, "K", "the request lacks this condition key", Use.CAN),
  ONLY_CONTEXT(
      "--only-context",
      Kind.FLAG,
      "",
      "the request holds no condition key but those of --context, and those that follow from"
          + " PRINCIPAL and RESOURCE; no --fact either",
      Use.CAN),
  ROLE_ARN(
      "--role-arn",
      Kind.ONE,
      "ARN",
      "the role, with its path, of a PRINCIPAL that is an assumed role's session",
      Use.CAN),
  KEY_POLICY("--key-policy", Kind.FILE, "FILE", "the key policy", Use.POLICIES),
  IDENTITY_POLICY(
      "--identity-policy", Kind.FILES, "FILE", "an IAM policy of the caller", Use.POLICIES),
  BOUNDARY("--boundary", Kind.FILE, "FILE", "the caller's permissions boundary", Use.POLICIES),
  SESSION_POLICY(
      "--session-policy", Kind.FILE, "FILE", "the policy of the caller's session", Use.POLICIES),
  SCP(
      "--scp",
      Kind.FILES,
      "FILE",
      "a service control policy of the caller's account",
      Use.POLICIES),
  RCP("--rcp", Kind.FILES, "FILE", "a resource control policy of the key's account", Use.POLICIES),
  KEY("--key", Kind.FILE, "FILE", "the output of: aws kms describe-key", Use.SHARE),
  SNAPSHOT(
      "--snapshot",
      Kind.FILE,
      "FILE",
      "the output of: aws rds describe-db-cluster-snapshots (or describe-db-snapshots)",
      Use.SHARE),
  SNAPSHOT_ATTRIBUTES(
      "--snapshot-attributes",
      Kind.FILE,
      "FILE",
      "the output of: aws rds describe-db-cluster-snapshot-attributes (or"
          + " describe-db-snapshot-attributes)",
      Use.SHARE),
  REQUEST(
      "--request",
      Kind.FILE,
      "FILE",
      "the parameters of the copy or restore call, as --cli-input-json takes them",
      Use.SHARE),
  REGION("--region", Kind.ONE, "REGION", "the Region in which the call is made", Use.SHARE),
  ROOT_USER("--root-user", Kind.FLAG, "", "the caller is the root user of the account", Use.SHARE),
  KEY_ARN("--key-arn", Kind.ONE, "ARN", "the key to which the key policies belong", Use.INPUTS),
  OWNER("--owner", Kind.ONE, "ACCOUNT", "the account of that key", Use.INPUTS),
  FACT(
      "--fact",
      Kind.MANY,
      "KEY=VALUE",
      "a condition key's value that holds here, as aws:PrincipalOrgID=o-abc",
      Use.INPUTS),
  PARAMETER(
      "--parameter",
      Kind.MANY,
      "NAME=VALUE",
      "a value that a template leaves open: a parameter, AWS::AccountId, or Key.Arn of a resource",
      Use.INPUTS),
  FORMAT(
      "--format",
      Kind.ONE,
      "F",
      "what standard output gets",
      Use.ANALYSIS,
      "text",
      "compact",
      "json",
      "sarif",
      "github",
      "gitlab",
      "junit",
      "checkstyle",
      "markdown",
      "html"),
  ANSWER_FORMAT(
      "--format", Kind.ONE, "F", "what standard output gets", Use.QUESTIONS, "text", "json"),
  LIST_FORMAT(
      "--format", Kind.ONE, "F", "how the rules are listed", Use.RULES, "text", "json", "markdown"),
  REPORT(
      "--report",
      Kind.MANY,
      "F=FILE",
      "writes another format to a file in the same run",
      Use.ANALYSIS),
  FAIL_ON(
      "--fail-on",
      Kind.ONE,
      "SEVERITY",
      "the lowest severity that makes the exit status 1; error when nothing else is said",
      Use.ANALYSIS,
      "error",
      "warning",
      "note",
      "never"),
  NO_FAIL_ON(
      "--fail-on",
      Kind.ONE,
      "SEVERITY",
      "changes nothing here: the answer alone makes the exit status",
      Use.QUESTIONS,
      "error",
      "warning",
      "note",
      "never"),
  CONFIG(
      "--config",
      Kind.FILE,
      "FILE",
      "the configuration; else the .kmslint.yml in a folder given as PATH, else the nearest one"
          + " from here upwards",
      Use.INPUTS),
  CATALOG(
      "--catalog",
      Kind.FILE,
      "FILE",
      "a newer table of AWS services, as tools/catalog of kmslint writes it",
      Use.INPUTS),
  ONLY("--only", Kind.MANY, "RULE,...", "runs these rules and no others", Use.ANALYSIS),
  RULE(
      "--rule",
      Kind.MANY,
      "RULE=GRADE",
      "gives a rule another severity (error, warning or note) or turns it off",
      Use.ANALYSIS),
  SHOW_SUPPRESSED(
      "--show-suppressed",
      Kind.FLAG,
      "",
      "shows suppressed findings too, marked, in every format",
      Use.ANALYSIS),
  BASELINE(
      "--baseline",
      Kind.FILE,
      "FILE",
      "accepts the findings that this file lists, and no others",
      Use.ANALYSIS),
  WRITE_BASELINE(
      "--write-baseline",
      Kind.FILE,
      "FILE",
      "writes a file for --baseline that accepts everything that is found now; what --baseline lists"
          + " and is fixed is dropped",
      Use.ANALYSIS),
  COLOR(
      "--color",
      Kind.ONE,
      "WHEN",
      "whether text has colours; NO_COLOR is obeyed",
      Use.INPUTS,
      "auto",
      "always",
      "never"),
  QUIET("--quiet", "-q", "says nothing about what is in order", Use.INPUTS),
  VERBOSE("--verbose", "-v", "says how inputs were understood", Use.INPUTS),
  HELP("--help", "-h", "shows this help", Use.ALL),
  VERSION("--version", "", "shows the version", Use.ALL);

  /** How an option takes its value. */
  enum Kind {
    /** It takes none. */
    FLAG,
    /** One, given once. */
    ONE,
    /** The name of a file, given once. */
    FILE,
    /** One each time that it is given. */
    MANY,
    /** The name of a file each time that it is given. */
    FILES
  }

  /** Which commands have an option. */
  private static final class Use {
    static final Set<Command> SHARE = Set.of(Command.SHARE);
    static final Set<Command> ANALYSIS = Set.of(Command.CHECK, Command.SHARE);
    static final Set<Command> CAN = Set.of(Command.CAN);
    static final Set<Command> DIFF = Set.of(Command.DIFF);
    static final Set<Command> QUESTIONS = Set.of(Command.CAN, Command.DIFF);
    static final Set<Command> POLICIES = Set.of(Command.CHECK, Command.SHARE, Command.CAN);
    static final Set<Command> INPUTS =
        Set.of(Command.CHECK, Command.SHARE, Command.CAN, Command.DIFF);
    static final Set<Command> RULES = Set.of(Command.RULES);
    static final Set<Command> ALL = Set.of(Command.values());
  }

  private final String word;
  private final String alias;
  private final Kind kind;
  private final String value;
  private final String help;
  private final Set<Command> commands;
  private final List<String> choices;

  Option(
      String word, Kind kind, String value, String help, Set<Command> commands, String... choices) {
    this.word = word;
    this.alias = "";
    this.kind = kind;
    this.value = value;
    this.help = help;
    this.commands = commands;
    this.choices = List.of(choices);
  }

  Option(String word, String alias, String help, Set<Command> commands) {
    this.word = word;
    this.alias = alias;
    this.kind = Kind.FLAG;
    this.value = "";
    this.help = help;
    this.commands = commands;
    this.choices = List.of();
  }

  /** The name, with its dashes. */
  String word() {
    return word;
  }

  /** The short name, with its dash; empty without one. */
  String alias() {
    return alias;
  }

  /** What its value is called; empty for a flag. */
  String value() {
    return value;
  }

  /** What it does: a phrase. */
  String help() {
    return help;
  }

  /** The values that it can have; empty for any. */
  List<String> choices() {
    return choices;
  }

  /** Whether it takes no value. */
  boolean isFlag() {
    return kind == Kind.FLAG;
  }

  /** Whether it can be given several times. */
  boolean isRepeatable() {
    return kind == Kind.MANY || kind == Kind.FILES;
  }

  /** Whether its value is the name of a file. */
  boolean isFile() {
    return kind == Kind.FILE || kind == Kind.FILES;
  }

  /** Whether a command has it. */
  boolean isOf(Command command) {
    return commands.contains(command);
  }

  /** The option of a command that has that name or short name; null when there is none. */
  static @Nullable Option named(String name, Command command) {
    for (Option option : values()) {
      boolean fits = option.word.equals(name) || (!name.isEmpty() && option.alias.equals(name));
      if (fits && option.isOf(command)) {
        return option;
      }
    }
    return null;
  }
}
