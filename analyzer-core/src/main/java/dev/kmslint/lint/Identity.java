package dev.kmslint.lint;

import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.SourceLocation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells findings apart by what they are about, whatever moved around it: the pointer, with the
 * statement's Sid in place of its index, and the hash of the statement's text without white space.
 *
 * <p>So a finding stays the same one when lines move, when statements are added or change places,
 * and when the file is formatted anew; it becomes another one when its statement changes.
 */
public final class Identity {
  private static final int BYTES = 16;

  private final StatementPlaces statements;

  /** The hashes of statements' texts: a statement can have as many findings as it has words. */
  private final IdentityHashMap<Statement, String> inks = new IdentityHashMap<>();

  private @Nullable MessageDigest sha256;

  /**
   * @param policies the policies of the run
   */
  public Identity(Collection<Policy> policies) {
    this(new StatementPlaces(policies));
  }

  /**
   * @param statements the statements that can be named
   */
  public Identity(StatementPlaces statements) {
    this.statements = statements;
  }

  /**
   * A name for the rule and the place of a finding inside its file, whatever the file is called: 32
   * hexadecimal digits. Equal findings have the same one.
   */
  public String fingerprint(Finding finding) {
    return hash(finding.rule() + '\n' + place(finding.location()));
  }

  /** What a place in a file is. */
  String place(SourceLocation place) {
    Statement statement = statements.around(place);
    return statement == null
        ? place.pointer() + "\n"
        : pointerBySid(place, statement) + "\n" + ink(statement);
  }

  /** The first 16 bytes of a text's SHA-256, in hexadecimal digits. */
  String hash(String text) {
    byte[] hash = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, BYTES);
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

  private static String pointerBySid(SourceLocation place, Statement statement) {
    String whole = place.pointer().toString();
    String outer = statement.location().pointer().toString();
    if (!whole.startsWith(outer)) {
      return whole;
    }
    int slash = outer.lastIndexOf('/');
    String parent = slash < 0 ? "" : outer.substring(0, slash);
    String sid = statement.sid() == null ? "" : statement.sid().value();
    return parent + "/[" + sid + "]" + whole.substring(outer.length());
  }

  private String ink(Statement statement) {
    String known = inks.get(statement);
    if (known == null) {
      known = hash(inkOf(statement.location()));
      inks.put(statement, known);
    }
    return known;
  }

  /** The text of a place without the white space that stands outside of strings. */
  private static String inkOf(SourceLocation place) {
    StringBuilder out = new StringBuilder();
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
    return out.toString();
  }
}
