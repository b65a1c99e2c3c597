package dev.kmslint.cli;

import org.jspecify.annotations.Nullable;

/** The commands, in the order in which the help lists them. */
enum Command {
  CHECK(
      "check",
      "PATH",
      1,
      Integer.MAX_VALUE,
      "Checks files and folders, and every share that the configuration declares.",
      "PATH is a file, a folder or a pattern such as policies/*.json; - reads standard input."),
  SHARE(
      "share",
      "NAME|PATH",
      0,
      Integer.MAX_VALUE,
      "Proves that a key can be used from another account, or names every missing link.",
      "NAME is a share of the configuration. PATH is a folder with a configuration of its own; with"
          + " --to, a file or folder that is sorted by what it holds. Without either, all shares of"
          + " the configuration are checked."),
  CAN(
      "can",
      "PRINCIPAL ACTION RESOURCE [PATH...]",
      3,
      Integer.MAX_VALUE,
      "Answers one question about access, over all requests that fit: always, never, or on what it"
          + " depends, with a request that shows it.",
      "PRINCIPAL is an ARN, of which * and ? make a pattern; an account id, for any user or role of"
          + " the account; a service, as rds.amazonaws.com; or * for anybody: for each"
          + " user and role, where a PATH holds authorization details. The ARN"
          + " arn:aws:iam::ACCOUNT:root is the account's root user. ACTION is as kms:Decrypt or"
          + " kms:*. RESOURCE is an ARN, with wildcards for several; * is the key of --key-arn, or"
          + " any key of --owner. PATH is a file or folder, sorted by what it holds. Exit status: 0"
          + " for always, 1 for never, depends and unknown."),
  DIFF(
      "diff",
      "OLD NEW | --base REV PATH...",
      1,
      Integer.MAX_VALUE,
      "Says whether a new version of a policy allows anything that the old one did not, with a"
          + " request that shows it.",
      "OLD and NEW are two versions of one key policy or IAM policy. With --base, what git has"
          + " under that revision is compared with the files of the working tree: a new file with"
          + " nothing, so that all it allows is new; of a file that is gone, nothing is new; a"
          + " renamed one counts as new. All files together have one answer, and one each. Exit"
          + " status: 0 for nothing new, 1 for new access and where it is not known."),
  INIT(
      "init",
      "FOLDER",
      0,
      1,
      "Writes a first .kmslint.yml for a folder, from what it finds there.",
      "FOLDER is the working folder when it is left out. Where both sides of a share and its"
          + " snapshot lie in one folder, and one account is named beside the key's, the share is"
          + " declared; everything else is there as a comment. A file that is there stays."),
  RULES("rules", "", 0, 0, "Lists the rules.", ""),
  EXPLAIN(
      "explain",
      "RULE",
      1,
      1,
      "Shows the page of a rule.",
      "RULE is a rule's id, as kms/public-key-policy."),
  COMPLETION(
      "completion",
      "SHELL",
      1,
      1,
      "Prints a script with which a shell completes kmslint's command lines.",
      "SHELL is bash or zsh. Load it with: source <(kmslint completion bash)");

  private final String word;
  private final String argument;
  private final int least;
  private final int most;
  private final String summary;
  private final String argumentHelp;

  Command(String word, String argument, int least, int most, String summary, String argumentHelp) {
    this.word = word;
    this.argument = argument;
    this.least = least;
    this.most = most;
    this.summary = summary;
    this.argumentHelp = argumentHelp;
  }

  /** The command's name. */
  String word() {
    return word;
  }

  /** What its arguments are called; empty when it takes none. */
  String argument() {
    return argument;
  }

  /** How many arguments it needs. */
  int least() {
    return least;
  }

  /** How many arguments it takes. */
  int most() {
    return most;
  }

  /** What it does: a sentence. */
  String summary() {
    return summary;
  }

  /** What its arguments are: sentences; empty when it takes none. */
  String argumentHelp() {
    return argumentHelp;
  }

  /** The command of that name; null when there is none. */
  static @Nullable Command named(String word) {
    for (Command command : values()) {
      if (command.word.equals(word)) {
        return command;
      }
    }
    return null;
  }
}
