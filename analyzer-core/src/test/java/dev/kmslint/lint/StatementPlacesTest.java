package dev.kmslint.lint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.PolicyReader;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.JsonReader;
import dev.kmslint.source.Pointer;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementPlacesTest {
  private static final SourceFile FILE =
      new SourceFile("p.json", "{\"Statement\": [{\"Sid\": \"a\"}, {\"Sid\": \"b\"}]} ");

  private static String at(StatementPlaces places, SourceFile file, int start, int end) {
    Statement found = places.around(new SourceLocation(file, start, end, Pointer.ROOT));
    return found == null ? "-" : requireNonNull(found.sid()).value();
  }

  @Test
  void findsTheStatementAroundAPlace() {
    Policy policy =
        PolicyReader.read(requireNonNull(JsonReader.read(FILE).root()), PolicyKind.IDENTITY);
    StatementPlaces places = new StatementPlaces(List.of(policy));
    int a = FILE.text().indexOf("{\"Sid\": \"a\"");
    int b = FILE.text().indexOf("{\"Sid\": \"b\"");
    assertThat(at(places, FILE, a, a + 3)).isEqualTo("a");
    assertThat(at(places, FILE, a + 12, a + 12)).isEqualTo("a");
    assertThat(at(places, FILE, a + 12, b)).isEqualTo("-");
    assertThat(at(places, FILE, b, b + 12)).isEqualTo("b");
    assertThat(at(places, FILE, b, b + 13)).isEqualTo("-");
    assertThat(at(places, FILE, 0, 1)).isEqualTo("-");
    assertThat(at(places, new SourceFile("other", "x"), a, a)).isEqualTo("-");
  }
}
