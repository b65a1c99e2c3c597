package dev.kmslint.intake;

import java.util.Map;

/**
 * What is known besides the documents.
 *
 * @param parameters values of a template's parameters and pseudo parameters, and of attributes of
 *     its resources, by name, as {@code AWS::AccountId} or {@code Key.Arn}
 * @param keyArn the ARN of the key; empty when it is not said
 * @param owner the account of the key; empty when it is not said
 */
public record Given(Map<String, String> parameters, String keyArn, String owner) {
  /** Nothing. */
  public static final Given NOTHING = new Given(Map.of(), "", "");
}
