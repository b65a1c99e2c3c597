package dev.kmslint.cli;

import dev.kmslint.config.Complaints;
import dev.kmslint.report.Format;
import dev.kmslint.run.UsageException;
import java.io.File;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * Reads command lines with picocli, whose model is made from the table of options: help, mistakes,
 * completion, and whatever is too unusual for {@link ShortWay}.
 */
final class LongWay {
  private final CommandLine kmslint;

  /** Completion offers no rules. */
  LongWay() {
    this(List.of());
  }

  /**
   * @param rules the ids that completion offers where a rule is to be named
   */
  LongWay(List<String> rules) {
    CommandSpec spec = CommandSpec.create().name("kmslint");
    spec.usageMessage()
        .description("Checks AWS KMS key policies and IAM policies, offline.")
        .footer(
            "",
            "Exit status: 0 all is well; 1 findings, a share that is not proven, an answer other than",
            "always, or new access; 2 wrong usage or configuration; 3 something could not be read.");
    spec.addOption(option(Option.HELP, rules));
    spec.addOption(option(Option.VERSION, rules));
    for (Command command : Command.values()) {
      spec.addSubcommand(command.word(), subcommand(command, rules));
    }
    this.kmslint =
        new CommandLine(spec)
            .setExpandAtFiles(false)
            .setUsageHelpAutoWidth(false)
            .setUsageHelpWidth(100)
            .setInterpolateVariables(false);
  }

  private static CommandSpec subcommand(Command command, List<String> rules) {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().description(command.summary()).sortOptions(false);
    if (command.most() > 0) {
      String most = command.most() == Integer.MAX_VALUE ? "*" : String.valueOf(command.most());
      spec.addPositional(
          PositionalParamSpec.builder()
              .index("0.." + (most.equals("*") ? "*" : command.most() - 1))
              .arity(Math.min(1, command.least()) + ".." + most) // of each run between options
              .required(command.least() > 0)
              .paramLabel(command.argument())
              .hideParamSyntax(command.argument().indexOf(' ') >= 0)
              .type(command.most() == 1 ? String.class : List.class)
              .auxiliaryTypes(takesPaths(command) ? File.class : String.class)
              .completionCandidates(candidates(command, rules))
              .description(command.argumentHelp())
              .build());
    }
    for (Option option : Option.values()) {
      if (option.isOf(command)) {
        spec.addOption(option(option, rules));
      }
    }
    return spec;
  }

  private static List<String> candidates(Command command, List<String> rules) {
    return switch (command) {
      case EXPLAIN -> rules;
      case COMPLETION -> List.of("bash", "zsh");
      default -> List.of();
    };
  }

  private static List<String> candidates(Option option, List<String> rules) {
    return switch (option) {
      case ONLY, RULE -> rules;
      case REPORT -> {
        List<String> reports = new ArrayList<>();
        for (Format format : Format.values()) {
          reports.add(format.word() + "=kmslint." + format.ending());
        }
        yield reports;
      }
      default -> option.choices();
    };
  }

  private static boolean takesPaths(Command command) {
    return switch (command) {
      case CHECK, SHARE, CAN, DIFF, INIT -> true;
      case RULES, EXPLAIN, COMPLETION -> false;
    };
  }

  private static OptionSpec option(Option option, List<String> rules) {
    OptionSpec.Builder spec =
        option.alias().isEmpty()
            ? OptionSpec.builder(option.word())
            : OptionSpec.builder(option.alias(), option.word());
    StringBuilder help = new StringBuilder(option.help());
    if (!option.choices().isEmpty()) {
      help.append(": ").append(String.join(", ", option.choices()));
    }
    spec.completionCandidates(candidates(option, rules));
    spec.description(help.toString());
    if (option.isFlag()) {
      spec.type(boolean.class).arity("0");
      spec.usageHelp(option == Option.HELP).versionHelp(option == Option.VERSION);
    } else {
      Class<?> type = option.isFile() ? File.class : String.class;
      spec.paramLabel(option.value()).arity("1");
      if (option.isRepeatable()) {
        spec.type(List.class).auxiliaryTypes(type);
      } else {
        spec.type(type);
      }
    }
    return spec.build();
  }

  /**
   * What a command line says; null when it asked for help or for the version, and got it.
   *
   * @param version what to say when asked for it, with its line end
   * @param out takes help and version
   * @throws UsageException when it is wrong
   */
  @Nullable Line read(String[] args, String version, PrintWriter out) throws UsageException {
    try {
      ParseResult parsed = kmslint.parseArgs(args);
      List<CommandLine> commands = parsed.asCommandLineList();
      CommandLine last = commands.get(commands.size() - 1);
      for (CommandLine each : commands) {
        if (each.isVersionHelpRequested()) {
          out.print(version);
          return null;
        }
        if (each.isUsageHelpRequested()) {
          out.print(usage(last));
          return null;
        }
      }
      ParseResult subcommand = parsed.subcommand();
      if (subcommand == null) {
        throw new UsageException(
            "say what to do: `kmslint check PATH` for a start, or `kmslint --help`");
      }
      return line(subcommand);
    } catch (CommandLine.ParameterException e) {
      throw new UsageException(complaint(e));
    }
  }

  /** The help of a command, as text. */
  private static String usage(CommandLine command) {
    return command.getUsageMessage(Ansi.OFF).replace("\r\n", "\n");
  }

  private static @Nullable Line line(ParseResult parsed) throws UsageException {
    Command command = Command.named(parsed.commandSpec().name());
    if (command == null) {
      return null;
    }
    Map<Option, List<String>> values = new TreeMap<>();
    for (Option option : Option.values()) {
      OptionSpec spec = option.isOf(command) ? parsed.matchedOption(option.word()) : null;
      if (spec != null) {
        values.put(option, option.isFlag() ? List.of() : spec.originalStringValues());
      }
    }
    // Each argument has its match, all with the one spec that holds them all.
    List<PositionalParamSpec> arguments = parsed.matchedPositionals();
    List<String> words = arguments.isEmpty() ? List.of() : arguments.get(0).originalStringValues();
    if (words.size() < command.least()) {
      throw new UsageException(tooFew(parsed.commandSpec()));
    }
    return new Line(command, values, words);
  }

  private static String complaint(CommandLine.ParameterException e) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      return aboutUnmatched(unmatched.getUnmatched().get(0), spec);
    }
    if (e instanceof CommandLine.MissingParameterException missing) {
      List<ArgSpec> arguments = missing.getMissing();
      ArgSpec first = arguments.isEmpty() ? e.getArgSpec() : arguments.get(0);
      return first instanceof OptionSpec option
          ? "`" + option.longestName() + "` needs a value, " + option.paramLabel()
          : tooFew(spec);
    }
    if (e instanceof CommandLine.OverwrittenOptionException overwritten
        && overwritten.getOverwritten() instanceof OptionSpec option) {
      return "`" + option.longestName() + "` is given twice";
    }
    String message = String.valueOf(e.getMessage());
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private static String tooFew(CommandSpec spec) {
    return "`" + spec.qualifiedName() + "` needs " + missing(spec);
  }

  private static String missing(CommandSpec spec) {
    Command command = Command.named(spec.name());
    if (command == null) {
      return "an argument";
    }
    boolean several = command.argument().indexOf(' ') >= 0;
    return several ? "`" + command.argument() + "`" : "a " + command.argument();
  }

  private static String aboutUnmatched(String argument, CommandSpec spec) {
    Command command = Command.named(spec.name());
    List<String> known = new ArrayList<>();
    if (argument.startsWith("-")) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      for (Option option : Option.values()) {
        if (command == null
            ? option == Option.HELP || option == Option.VERSION
            : option.isOf(command)) {
          known.add(option.word());
        }
      }
      return "there is no option `" + name + "`" + of(command) + Complaints.didYouMean(name, known);
    }
    if (command != null) {
      return "`" + argument + "` is one argument too many" + of(command);
    }
    for (Command each : Command.values()) {
      known.add(each.word());
    }
    return "there is no command `" + argument + "`" + Complaints.didYouMean(argument, known);
  }

  private static String of(@Nullable Command command) {
    return command == null ? "" : " of `kmslint " + command.word() + "`";
  }

  /** The script with which bash and zsh complete command lines. */
  String completion() {
    return AutoComplete.bash("kmslint", kmslint).replace("\r\n", "\n");
  }
}
