package dev.kmslint.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HclBlocksTest {
  private static final List<String> WORDS = List.of("resource", "aws_kms_key", "a");

  private static List<SourceLocation> find(String text) {
    return HclBlocks.find("main.tf", text.getBytes(StandardCharsets.UTF_8), WORDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resource \"aws_kms_key\" \"a\" {\n}\n",
        "resource aws_kms_key a {}",
        "x = \"{\"\nresource \"aws_kms_key\" \"a\"  { # c\n}",
        "# resource \"aws_kms_key\" \"a\" {\nresource \"aws_kms_key\" \"a\" {}",
        "/* resource \"aws_kms_key\" \"a\" {\n */ resource \"aws_kms_key\" \"a\" {}",
        "x = <<-EOT\n  resource \"aws_kms_key\" \"a\" {\n  EOT\nresource \"aws_kms_key\" \"a\" {}",
        "x = \"${f(\"}\", { a = \"\\\"\" })}{\"\nresource \"aws_kms_key\" \"a\" {}",
        "module \"m\" {\n  a = [\n  ]\n}\nresource \"aws_kms_key\" \"b\" {}\nresource \"aws_kms_key\" \"a\" {}",
        "locals {\n  resource \"aws_kms_key\" \"a\" {}\n}\nresource \"aws_kms_key\" \"a\" {}"
      })
  void findsABlockByItsWords(String text) {
    List<SourceLocation> found = find(text);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).start()).isEqualTo(text.lastIndexOf("resource"));
    assertThat(found.get(0).text()).startsWith("resource").doesNotContain("{");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "resource \"aws_kms_key\" \"b\" {}",
        "data \"aws_kms_key\" \"a\" {}",
        "x = \"resource \\\"aws_kms_key\\\" \\\"a\\\" {\"",
        "x = <<EOT\nresource \"aws_kms_key\" \"a\" {\n",
        "\"${\"${",
        "<<",
        "/*",
        "resource \"aws_kms_key\" \"a\""
      })
  void findsNothingElse(String text) {
    assertThat(find(text)).isEmpty();
  }

  @Test
  void tellsAllThatThereAre() {
    assertThat(find("resource \"aws_kms_key\" \"a\" {}\n".repeat(2))).hasSize(2);
  }
}
