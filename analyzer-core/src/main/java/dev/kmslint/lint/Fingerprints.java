package dev.kmslint.lint;

import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.SourceLocation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names findings so that they are known again in a later run, whatever moved around them: the
 * SHA-256 of the rule, the file, the pointer with the statement's Sid in place of its index, the
 * statement's text without white space, and which of several such findings it is.
 *
 * <p>So a finding keeps its name when lines move, when statements with a Sid change places, and
 * when the file is formatted anew; it loses it when its statement changes.
 */
final class Fingerprints {
  private static final int BYTES = 16;

  private final Collection<Policy> policies;
  private final Map<String, Integer> seen = new HashMap<>();
  private @Nullable MessageDigest sha256;

  Fingerprints(Collection<Policy> policies) {
    this.policies = policies;
  }

  /** Made when the first finding asks for it: loading it costs a quarter of a plain run. */
  private MessageDigest sha256() {
    MessageDigest digest = sha256;
    if (digest == null) {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
      sha256 = digest;
    }
    return digest;
  }

  /** The fingerprint of the next finding in the order of the report. */
  String next(Finding finding) {
    SourceLocation place = finding.location();
    Statement statement = statementAround(place);
    StringBuilder name = new StringBuilder();
    name.append(finding.rule()).append('\n').append(place.file().path()).append('\n');
    if (statement == null) {
      name.append(place.pointer()).append('\n');
    } else {
      name.append(pointerBySid(place, statement)).append('\n');
      appendInk(statement.location(), name);
    }
    String base = name.toString();
    int count = seen.merge(base, 1, Integer::sum);
    byte[] hash = sha256().digest((base + '\n' + count).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }

  private @Nullable Statement statementAround(SourceLocation place) {
    for (Policy policy : policies) {
      if (!policy.file().path().equals(place.file().path())) {
        continue;
      }
      for (Statement statement : policy.statements()) {
        SourceLocation around = statement.location();
        if (around.start() <= place.start() && place.end() <= around.end()) {
          return statement;
        }
      }
    }
    return null;
  }

  private static String pointerBySid(SourceLocation place, Statement statement) {
    String whole = place.pointer().toString();
    String outer = statement.location().pointer().toString();
    if (statement.sid() == null || statement.sid().value().isEmpty() || !whole.startsWith(outer)) {
      return whole;
    }
    int slash = outer.lastIndexOf('/');
    String parent = slash < 0 ? "" : outer.substring(0, slash);
    return parent + "/[" + statement.sid().value() + "]" + whole.substring(outer.length());
  }

  /** The text of a place without the white space that stands outside of strings. */
  private static void appendInk(SourceLocation place, StringBuilder out) {
    String text = place.file().text();
    boolean inString = false;
    for (int i = place.start(); i < place.end(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        inString = !inString;
      }
      if (inString && c == '\\' && i + 1 < place.end()) {
        out.append(c).append(text.charAt(++i));
      } else if (inString || (c != ' ' && c != '\t' && c != '\n' && c != '\r')) {
        out.append(c);
      }
    }
  }
}
