package dev.kmslint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain command lines straight from the table of options, since loading picocli costs as much
 * as the start of Java. It never complains: a line that is wrong, or merely unusual, it leaves to
 * {@link LongWay}.
 */
final class ShortWay {
  private final Command command;
  private final Map<Option, List<String>> values = new TreeMap<>();
  private final List<String> words = new ArrayList<>();

  private ShortWay(Command command) {
    this.command = command;
  }

  /** What a command line says; null when it is none for this way. */
  static @Nullable Line read(String[] args) {
    Command command = args.length == 0 ? null : Command.named(args[0]);
    return command == null ? null : new ShortWay(command).line(args);
  }

  private @Nullable Line line(String[] args) {
    int i = 1;
    while (i < args.length) {
      String arg = args[i++];
      if (!looksLikeOption(arg)) {
        words.add(arg);
        continue;
      }
      int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
      Option option = Option.named(equals < 0 ? arg : arg.substring(0, equals), command);
      if (option == null || option == Option.HELP || option == Option.VERSION) {
        return null;
      }
      String value = "";
      if (equals >= 0) {
        value = arg.substring(equals + 1);
      } else if (!option.isFlag() && i < args.length) {
        value = args[i++];
      }
      if (!accepts(option, value, equals >= 0)) {
        return null;
      }
    }
    boolean complete = words.size() >= command.least() && words.size() <= command.most();
    return complete ? new Line(command, values, words) : null;
  }

  private static boolean looksLikeOption(String arg) {
    return arg.isEmpty() || (arg.charAt(0) == '-' && arg.length() > 1);
  }

  private boolean accepts(Option option, String value, boolean attached) {
    List<String> known = values.get(option);
    if (option.isFlag()) {
      values.put(option, List.of());
      return known == null && !attached;
    }
    if (value.isEmpty() || (!attached && looksLikeOption(value))) {
      return false;
    }
    if (known == null) {
      known = new ArrayList<>();
      values.put(option, known);
    } else if (!option.isRepeatable()) {
      return false;
    }
    known.add(value);
    return true;
  }
}
