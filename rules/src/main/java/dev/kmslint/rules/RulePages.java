package dev.kmslint.rules;

import dev.kmslint.lint.PageSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages of the rules, {@code rules/FAMILY/RULE/rule.md} on the class path. */
public final class RulePages implements PageSource {
  @Override
  public String markdown(String rule) {
    try (InputStream in = RulePages.class.getResourceAsStream("/rules/" + rule + "/rule.md")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
