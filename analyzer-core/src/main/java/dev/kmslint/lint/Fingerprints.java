package dev.kmslint.lint;

import dev.kmslint.source.SourceLocation;
import java.util.HashMap;
import java.util.Map;

/**
 * Names findings so that they are known again in a later run: the SHA-256 of the rule, the file,
 * what is there ({@link Identity}), and which of several such findings it is.
 */
final class Fingerprints {
  private final Identity identity;
  private final Map<String, Integer> seen = new HashMap<>();

  Fingerprints(StatementPlaces statements) {
    this.identity = new Identity(statements);
  }

  /** The fingerprint of the next finding in the order of the report. */
  String next(Finding finding) {
    SourceLocation place = finding.location();
    String base = finding.rule() + '\n' + place.file().path() + '\n' + identity.place(place);
    int count = seen.merge(base, 1, Integer::sum);
    return identity.hash(base + '\n' + count);
  }
}
