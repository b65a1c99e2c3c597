package dev.kmslint.intake;

import dev.kmslint.source.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says around a policy.
 *
 * @param key of a key policy: the key that it belongs to
 * @param holders the ARNs of the users and roles whose identity policy it is; null when that is not
 *     known
 * @param bounded the ARNs of the users and roles whose permissions boundary it is
 * @param awsManaged whether AWS keeps it, so that its users cannot change it
 * @param declaration where people wrote what the policy belongs to, when that is not where the
 *     policy stands
 */
public record Setting(
    @Nullable KeyDescription key,
    @Nullable List<String> holders,
    List<String> bounded,
    boolean awsManaged,
    @Nullable Declaration declaration) {
  /** Nothing is known. */
  public static final Setting NONE = new Setting(null, null, List.of(), false, null);

  /**
   * Where people wrote something.
   *
   * @param words what is to be seen there
   */
  public record Declaration(SourceLocation location, String words) {}

  static Setting ofKey(KeyDescription key) {
    return new Setting(key, null, List.of(), false, null);
  }

  static Setting of(List<String> holders) {
    return new Setting(null, holders, List.of(), false, null);
  }
}
