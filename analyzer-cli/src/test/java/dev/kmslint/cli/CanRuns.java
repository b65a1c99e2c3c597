package dev.kmslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs of {@code can} about one key and one identity policy. */
abstract class CanRuns {
  static final String KEY =
      "arn:aws:kms:us-west-2:111122223333:key/c989c1dd-a3f2-4a5d-8d96-e793d082ab26";
  static final String USER = "arn:aws:iam::444455556666:user/Copy";

  @TempDir Path temp;
  Kmslint kmslint;

  @BeforeEach
  void policies() {
    kmslint =
        new Kmslint(temp)
            .file(
                "key.json",
                """
                {"Version": "2012-10-17", "Statement": [
                  {"Sid": "Owner", "Effect": "Allow", "Principal": {"AWS": "111122223333"},
                   "Action": "kms:*", "Resource": "*"},
                  {"Sid": "Grants", "Effect": "Allow", "Principal": {"AWS": "444455556666"},
                   "Action": "kms:CreateGrant", "Resource": "*",
                   "Condition": {"Bool": {"kms:GrantIsForAWSResource": "true"}}},
                  {"Sid": "Tags", "Effect": "Deny", "Principal": "*", "Action": "kms:TagResource",
                   "Resource": "*",
                   "Condition": {"ForAnyValue:StringEquals": {"aws:TagKeys": ["a", "b,c"]}}}]}
                """)
            .file(
                "iam.json",
                """
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Action": "kms:*", "Resource": "*"}]}
                """);
  }

  final Kmslint.Result run(String... more) {
    String[] args = new String[more.length + 1];
    args[0] = "can";
    System.arraycopy(more, 0, args, 1, more.length);
    return kmslint.run(args);
  }

  final String answer(String... more) {
    Kmslint.Result result = run(with(more, "--format", "json"));
    assertThat(result.err()).isEmpty();
    int start = result.out().indexOf("\"answer\": \"") + 11;
    String answer = result.out().substring(start, result.out().indexOf('"', start));
    assertThat(result.status()).isEqualTo(answer.equals("always") ? 0 : 1);
    return answer;
  }

  static String[] with(String[] asked, String... more) {
    String[] all = java.util.Arrays.copyOf(asked, asked.length + more.length);
    System.arraycopy(more, 0, all, asked.length, more.length);
    return all;
  }
}
