package dev.kmslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.config.FailOn;
import dev.kmslint.report.Format;
import dev.kmslint.share.Scenario;
import dev.kmslint.share.Scenarios;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table of options agrees with what the options choose among. */
class OptionTest {
  @Test
  void choicesAreThoseThatThereAre() {
    List<String> formats = new ArrayList<>();
    for (Format format : Format.values()) {
      formats.add(format.word());
    }
    assertThat(Option.FORMAT.choices()).isEqualTo(formats);
    List<String> scenarios = new ArrayList<>();
    for (Scenario scenario : Scenarios.all()) {
      scenarios.add(scenario.name());
    }
    assertThat(Option.SCENARIO.choices()).isEqualTo(scenarios);
    List<String> severities = new ArrayList<>();
    for (FailOn failOn : FailOn.values()) {
      severities.add(failOn.word());
    }
    assertThat(Option.FAIL_ON.choices()).isEqualTo(severities);
  }

  @Test
  void noCommandHasTwoOptionsOfOneName() {
    for (Command command : Command.values()) {
      Set<String> names = new HashSet<>();
      for (Option option : Option.values()) {
        if (option.isOf(command)) {
          assertThat(names.add(option.word())).as("%s %s", command, option).isTrue();
          assertThat(option.alias().isEmpty() || names.add(option.alias())).isTrue();
        }
      }
    }
  }
}
