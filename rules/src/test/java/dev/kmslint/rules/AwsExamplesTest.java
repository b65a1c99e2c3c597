package dev.kmslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Key policies as the AWS documentation shows them: no rule finds an error in one.
 *
 * <p>The default ones:
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 *
 * <p>Of services:
 *
 * <ul>
 *   <li>https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 *   <li>https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 *   <li>https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 *   <li>https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/share-encrypted-snapshot.html
 *   <li>https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html
 *   <li>https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/share-amis-with-organizations-and-OUs.html
 *   <li>https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html
 * </ul>
 */
class AwsExamplesTest {
  private static final Path EXAMPLES = Path.of("src/test/resources/dev/kmslint/rules/aws");
  private static final String KEY =
      "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

  @TestFactory
  List<DynamicTest> noRuleFindsAnErrorInAnExampleOfAws() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        tests.add(
            DynamicTest.dynamicTest(name + ", key unknown", () -> check(file, "kind=key", "")));
        tests.add(
            DynamicTest.dynamicTest(
                name + ", key known",
                () -> check(file, "kind=key key-arn=" + KEY, "[kms/lockout]")));
      }
    }
    assertThat(tests).hasSizeGreaterThan(10);
    return tests;
  }

  /**
   * @param but the rule that may err, where AWS shows a part of a policy and the owner is known
   */
  private static void check(Path file, String facts, String but) throws IOException {
    String said =
        RuleRun.compact(
            BuiltInRules.all(),
            file.getFileName().toString(),
            Files.readAllBytes(file),
            Facts.ofWords(facts));
    assertThat(said).doesNotContain("internal error");
    assertThat(said.lines().filter(line -> but.isEmpty() || !line.endsWith(but)))
        .noneMatch(line -> line.contains(": error: "));
  }
}
