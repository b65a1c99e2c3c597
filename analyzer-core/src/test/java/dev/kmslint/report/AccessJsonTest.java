package dev.kmslint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.config.ShareConfig;
import dev.kmslint.intake.Given;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.run.Can;
import dev.kmslint.run.CanOptions;
import dev.kmslint.run.Diff;
import dev.kmslint.run.DiffOptions;
import dev.kmslint.run.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessJsonTest {
  private static final String POLICY =
      """
      {"Statement": [{"Sid": "All", "Effect": "Allow", "Principal": {"AWS": "111122223333"},
        "Action": "kms:*", "Resource": "*"},
       {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/u"},
        "Action": "kms:TagResource", "Resource": "*",
        "Condition": {"ForAnyValue:StringEquals": {"aws:TagKeys": "a"}}}]}
      """;

  @TempDir private Path folder;

  private String can(String principal, String action, String file)
      throws UsageException, IOException {
    Files.writeString(folder.resolve("key.json"), POLICY);
    StringWriter out = new StringWriter();
    AccessJson.write(
        new Can(RuleSet.of(List.of()), Catalog.builtIn())
            .answer(
                new CanOptions(
                    folder,
                    InputStream.nullInputStream(),
                    principal,
                    action,
                    "*",
                    Map.of(),
                    List.of(),
                    false,
                    "",
                    Given.NOTHING,
                    Map.of(),
                    "",
                    ShareConfig.Files.none(),
                    List.of(file))),
        out);
    return out.toString();
  }

  private String diff(String old, String now) throws UsageException, IOException {
    Files.writeString(folder.resolve("key.json"), POLICY);
    Files.writeString(folder.resolve("less.json"), POLICY.replace("\"*\"", "\"none\""));
    StringWriter out = new StringWriter();
    AccessJson.write(
        new Diff(RuleSet.of(List.of()), Catalog.builtIn())
            .compare(
                new DiffOptions(
                    folder,
                    InputStream.nullInputStream(),
                    "",
                    List.of(old, now),
                    Given.NOTHING,
                    Map.of(),
                    "",
                    "")),
        out);
    return out.toString();
  }

  @Test
  void whatCanWritesIsWhatItsSchemaSays() throws UsageException, IOException {
    Schemas schema =
        Schemas.load("/dev/kmslint/schema/can-v1.schema.json", SpecificationVersion.DRAFT_2020_12);
    String depends = can("arn:aws:iam::111122223333:user/u", "kms:TagResource", "key.json");
    assertThat(depends)
        .contains("\"answer\": \"depends\"")
        .contains("\"aws:TagKeys\": [\n        \"a\"\n      ]")
        .contains("\"on\": [\n    \"aws:TagKeys\"\n  ]");
    assertThat(schema.errors(depends)).isEmpty();
    assertThat(schema.errors(can("111122223333", "kms:Decrypt", "key.json"))).isEmpty();
    assertThat(schema.errors(can("rds.amazonaws.com", "kms:*", "key.json"))).isEmpty();
    assertThat(schema.errors(can("*", "kms:*", "none.json"))).isEmpty();
    Files.writeString(
        folder.resolve("export.json"),
        "{\"RoleDetailList\": [{\"Arn\": \"arn:aws:iam::111122223333:role/R\"}],"
            + "\"UserDetailList\": [{\"Arn\": \"arn:aws:iam::111122223333:user/u\"}]}");
    String each = can("*", "kms:TagResource", ".");
    assertThat(each)
        .contains("\"through\": \"direct\"")
        .contains("\"reason\": \"its policies do not allow it\"");
    assertThat(schema.errors(each)).isEmpty();
    assertThat(schema.errors(each.replace("\"direct\"", "\"x\""))).isNotEmpty();
    assertThat(schema.errors(depends.replace("depends", "perhaps"))).isNotEmpty();
  }

  @Test
  void whatDiffWritesIsWhatItsSchemaSays() throws UsageException, IOException {
    Schemas schema =
        Schemas.load("/dev/kmslint/schema/diff-v1.schema.json", SpecificationVersion.DRAFT_2020_12);
    String more = diff("less.json", "key.json");
    assertThat(more).contains("\"newAccess\": true").contains("\"sid\": \"All\"");
    assertThat(schema.errors(more)).isEmpty();
    assertThat(schema.errors(diff("key.json", "less.json"))).isEmpty();
    assertThat(schema.errors(diff("none.json", "key.json"))).isEmpty();
    assertThat(schema.errors(more.replace("\"newAccess\": true", "\"newAccess\": 1"))).isNotEmpty();
  }
}
