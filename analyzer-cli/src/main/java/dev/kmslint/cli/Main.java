package dev.kmslint.cli;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.report.Project;
import dev.kmslint.rules.BuiltInRules;
import dev.kmslint.rules.RulePages;
import dev.kmslint.run.UsageException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The command {@code kmslint}. */
public final class Main {
  private static final int WRONG_USAGE = 2;
  private static final int FAILURE = 3;

  private Main() {}

  /**
   * Runs the command and ends the process with its exit status.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    Pipe pipe = new Pipe(new FileOutputStream(FileDescriptor.out));
    PrintStream out = new PrintStream(pipe, false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    Surroundings around =
        new Surroundings(
            System.in,
            out,
            err,
            System.getenv(),
            Path.of(""),
            Terminal.isStandardOutput(),
            Terminal.isStandardError());
    int status = run(args, around);
    out.flush();
    String failure = pipe.failure();
    if (!failure.isEmpty()) {
      around.say("standard output cannot be written: " + failure);
      status = FAILURE;
    }
    err.flush();
    exit(status, around.environment());
  }

  /**
   * Ends the process. From Java 21 on, System.exit first sets up logging, to say who called it,
   * which takes half as long as Java's own start; so only where options of the user may have put
   * something there that waits for the end, as a recording does, is it asked.
   */
  private static void exit(int status, Map<String, String> environment) {
    if (status == 0) {
      return;
    }
    if (environment.containsKey("KMSLINT_JAVA_OPTS")
        || environment.containsKey("JDK_JAVA_OPTIONS")
        || environment.containsKey("JAVA_TOOL_OPTIONS")) {
      System.exit(status);
    }
    Runtime.getRuntime().halt(status);
  }

  /**
   * Runs the command.
   *
   * @param in standard input
   * @param out standard output
   * @param err standard error
   * @param environment the environment's variables
   * @param workingFolder what names of files are relative to
   * @return the exit status
   */
  public static int run(
      String[] args,
      InputStream in,
      PrintStream out,
      PrintStream err,
      Map<String, String> environment,
      Path workingFolder) {
    return run(args, new Surroundings(in, out, err, environment, workingFolder, false, false));
  }

  private static int run(String[] args, Surroundings around) {
    try {
      return dispatch(args, around);
    } catch (UsageException e) {
      for (String complaint : e.complaints()) {
        around.say(complaint);
      }
      return WRONG_USAGE;
    } catch (IOException e) {
      around.say(String.valueOf(e.getMessage()));
      return FAILURE;
    } catch (OutOfMemoryError e) {
      around.say(
          "the input needs more memory than Java may take; KMSLINT_JAVA_OPTS=-Xmx4g gives it 4 GiB");
      return FAILURE;
    } catch (StackOverflowError e) {
      around.say("the input is nested too deeply");
      return FAILURE;
    } catch (RuntimeException e) {
      around.say("internal error: " + e + "; please report it, with what -v adds");
      if (isVerbose(args)) {
        e.printStackTrace(around.err());
      }
      return FAILURE;
    }
  }

  private static int dispatch(String[] args, Surroundings around)
      throws UsageException, IOException {
    if (asksForTheVersion(args)) {
      around.out().print(version(args));
      return 0;
    }
    Line line = ShortWay.read(args);
    if (line == null) {
      line = longWay(args, around);
    }
    return line == null ? 0 : run(line, around);
  }

  private static @Nullable Line longWay(String[] args, Surroundings around) throws UsageException {
    PrintWriter out = new PrintWriter(around.out(), false, StandardCharsets.UTF_8);
    Line line = new LongWay().read(args, version(args), out);
    out.flush();
    return line;
  }

  private static int run(Line line, Surroundings around) throws UsageException, IOException {
    RuleSet rules = RuleSet.of(new BuiltInRules());
    RulePages pages = new RulePages();
    switch (line.command()) {
      case CHECK, SHARE -> {
        return new Analyses(around, rules, pages).run(line);
      }
      case CAN -> {
        return new Questions(around, rules).can(line);
      }
      case DIFF -> {
        return new Questions(around, rules).diff(line);
      }
      case INIT -> {
        return Init.run(line.words().isEmpty() ? "." : line.words().get(0), around);
      }
      case RULES -> new RuleList(around, rules, pages).list(line);
      case EXPLAIN -> new RuleList(around, rules, pages).explain(line.words().get(0));
      case COMPLETION -> completion(line.words().get(0), rules, around);
    }
    return 0;
  }

  private static void completion(String shell, RuleSet rules, Surroundings around)
      throws UsageException {
    if (!shell.equals("bash") && !shell.equals("zsh")) {
      throw new UsageException("there is no completion for `" + shell + "`, only for bash and zsh");
    }
    List<String> ids = new ArrayList<>();
    for (Rule rule : rules.all()) {
      ids.add(rule.info().id());
    }
    around.out().print(new LongWay(ids).completion());
  }

  private static boolean isVerbose(String[] args) {
    for (String arg : args) {
      if (arg.equals(Option.VERBOSE.word()) || arg.equals(Option.VERBOSE.alias())) {
        return true;
      }
    }
    return false;
  }

  private static boolean asksForTheVersion(String[] args) {
    boolean asks = false;
    for (String arg : args) {
      boolean word = arg.equals(Option.VERSION.word());
      if (!word && !isVerbose(new String[] {arg})) {
        return false;
      }
      asks |= word;
    }
    return asks;
  }

  private static String version(String[] args) {
    String version = "kmslint " + Project.current().version() + "\n";
    if (!isVerbose(args)) {
      return version;
    }
    Catalog catalog = Catalog.builtIn();
    return version
        + "facts about KMS, RDS and global condition keys: "
        + catalog.source()
        + "\nnames of all services: "
        + catalog.services().title()
        + "\n";
  }
}
