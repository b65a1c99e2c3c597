package dev.kmslint.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.run.UsageException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The short and the long way read the same from a command line. */
class TwoWaysTest {
  private static @Nullable Line longWay(String... args) throws UsageException {
    return new LongWay().read(args, "version\n", new PrintWriter(new StringWriter()));
  }

  /** Whatever the short way reads, picocli reads alike. */
  @Property(tries = 1500)
  void whatTheShortWayReadsTheLongWayReadsAlike(@ForAll("lines") List<String> args)
      throws UsageException {
    String[] line = args.toArray(new String[0]);
    Line read = ShortWay.read(line);
    if (read != null) {
      assertThat(longWay(line)).isEqualTo(read);
    }
  }

  /** Plain lines go the short way, or the start would be slow without anybody seeing it. */
  @Property(tries = 500)
  void plainLinesGoTheShortWay(@ForAll("plainLines") List<String> args) throws UsageException {
    String[] line = args.toArray(new String[0]);
    assertThat(ShortWay.read(line)).isNotNull().isEqualTo(longWay(line));
  }

  @Test
  void unusualLinesAreLeftToTheLongWay() throws UsageException {
    for (String[] args :
        new String[][] {
          {"check", "-vq", "x"},
          {"check", "--", "-x"},
          {"check", "--config=", "x"},
          {"can", "*", "-vq", "kms:*", "--", "*"}
        }) {
      assertThat(ShortWay.read(args)).isNull();
      assertThat(longWay(args)).isNotNull();
    }
    assertThat(requireNonNull(longWay("check", "--", "-x")).words()).containsExactly("-x");
  }

  @Provide
  static Arbitrary<List<String>> lines() {
    Arbitrary<String> value =
        Arbitraries.of(
            "a.json", "-", "x=y", "a,b", "", "--", "-x", "@file", "'q'", "\"q\"", "check", "${x}");
    List<String> tokens = new ArrayList<>(List.of("-h", "--help", "-vq", "--nope", "--form"));
    for (Option option : Option.values()) {
      tokens.add(option.word());
      tokens.add(option.word() + "=v");
      tokens.add(option.word() + "=");
      if (!option.alias().isEmpty()) {
        tokens.add(option.alias());
      }
    }
    Arbitrary<String> token = Arbitraries.oneOf(Arbitraries.of(tokens), value, value);
    Arbitrary<String> first =
        Arbitraries.of("check", "share", "can", "diff", "rules", "explain", "completion", "x");
    return first.flatMap(
        command ->
            token
                .list()
                .ofMaxSize(7)
                .map(
                    rest -> {
                      List<String> all = new ArrayList<>(List.of(command));
                      all.addAll(rest);
                      return all;
                    }));
  }

  @Provide
  static Arbitrary<List<String>> plainLines() {
    Arbitrary<String> value = Arbitraries.of("a.json", "x=y", "a,b", "arn:aws:iam::1:root", "dir/");
    Arbitrary<List<Option>> options =
        Arbitraries.of(Option.class).list().uniqueElements().ofMaxSize(6);
    return Arbitraries.of(Command.CHECK, Command.SHARE, Command.DIFF)
        .flatMap(
            command ->
                options.flatMap(
                    chosen ->
                        value.list().ofSize(8).map(values -> plainLine(command, chosen, values))));
  }

  private static List<String> plainLine(
      Command command, List<Option> options, List<String> values) {
    List<String> line = new ArrayList<>(List.of(command.word(), values.get(6)));
    for (int i = 0; i < options.size(); i++) {
      Option option = options.get(i);
      if (option.isOf(command) && option != Option.HELP && option != Option.VERSION) {
        if (i % 2 == 0 && !option.isFlag()) {
          line.add(option.word() + "=" + values.get(i));
        } else {
          line.add(option.alias().isEmpty() || i % 2 == 0 ? option.word() : option.alias());
          if (!option.isFlag()) {
            line.add(values.get(i));
          }
        }
      }
    }
    line.add(values.get(7));
    return line;
  }
}
