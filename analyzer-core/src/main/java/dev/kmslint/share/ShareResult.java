package dev.kmslint.share;

import dev.kmslint.access.Outcome;
import dev.kmslint.source.SourceLocation;
import java.util.List;
import java.util.Map;

/**
 * What came out of checking one sharing.
 *
 * @param name the name in the configuration, or {@code share}
 * @param scenario the scenario's name
 * @param keyArn the key; empty when unknown
 * @param owner the key's account; empty when unknown
 * @param to the account id or principal ARN that the key is shared with, as given
 * @param location the share's entry in the configuration, or the nearest thing to it
 * @param gaps in the order: those that break, those that leave it open, the rest
 * @param assumptions sentences, lower case, without a final period
 * @param inferred sentences, lower case, without a final period
 * @param internalErrors what kmslint found wrong with its own answers, which then are unknown
 */
public record ShareResult(
    String name,
    String scenario,
    Verdict verdict,
    String keyArn,
    String owner,
    String to,
    SourceLocation location,
    List<Decided> obligations,
    List<Gap> gaps,
    List<String> assumptions,
    List<String> inferred,
    List<String> internalErrors) {

  /**
   * An obligation and how it was decided.
   *
   * @param resource the ARN asked for
   * @param keySide what the owner's side says: the key policy; of a snapshot, its sharing
   * @param identitySide what the caller's side says, guardrails included
   * @param result both together
   * @param because the statements that decide
   * @param context the condition keys that the scenario pins; {@code null} stands for absent
   */
  public record Decided(
      String action,
      String resource,
      Level level,
      Outcome keySide,
      Outcome identitySide,
      Outcome result,
      List<Because> because,
      Map<String, String> context) {}

  /**
   * A statement that decides.
   *
   * @param sid empty without one
   */
  public record Because(SourceLocation location, String sid) {}
}
