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
 * @param declaration what the policy belongs to, when that was written elsewhere
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
   * What a policy belongs to, in a document that was made of other files.
   *
   * @param location where the document speaks of it
   * @param address how its tool calls it
   * @param words the words with which its block starts in those files, without the brace
   * @param folder the folder of those files, from the document's; null when it cannot be told
   */
  public record Declaration(
      SourceLocation location, String address, List<String> words, @Nullable String folder) {}

  static Setting ofKey(KeyDescription key) {
    return new Setting(key, null, List.of(), false, null);
  }

  static Setting of(@Nullable KeyDescription key, Declaration declaration) {
    return new Setting(key, null, List.of(), false, declaration);
  }

  static Setting of(List<String> holders) {
    return new Setting(null, holders, List.of(), false, null);
  }
}
