package dev.kmslint.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGlobTest {
  @ParameterizedTest
  @CsvSource({
    "generated/**, generated/a.json, true",
    "generated/**, generated/b/a.json, true",
    "generated/**, other/generated/a.json, false",
    "**/generated/**, other/generated/a.json, true",
    "**/generated/**, generated/a.json, true",
    "generated, x/generated/a.json, true",
    "generated/, x/generated/a.json, false",
    "/generated, x/generated/a.json, false",
    "./generated, generated/a.json, true",
    "*.tmp.json, deep/down/a.tmp.json, true",
    "*.tmp.json, deep/down/a.json, false",
    "a/*.json, a/b.json, true",
    "a/*.json, a/b/c.json, false",
    "a/?.json, a/b.json, true",
    "a/?.json, a/bb.json, false",
    "a/**/z.json, a/z.json, true",
    "a/**/z.json, a/b/c/z.json, true",
    "a/**/z.json, b/z.json, false",
    "**, anything, true"
  })
  void matches(String pattern, String path, boolean expected) {
    assertThat(new PathGlob(pattern).matches(path)).isEqualTo(expected);
  }
}
