package dev.kmslint.intake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.policy.PolicyKind;
import dev.kmslint.source.Document;
import dev.kmslint.source.JsonReader;
import dev.kmslint.source.Node;
import dev.kmslint.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindGuessTest {
  private static final String ALLOW_ROOT =
      "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:root'},'Action':";

  private static KindGuess guess(String statements) {
    String text = ("{'Version':'2012-10-17','Statement':" + statements + "}").replace('\'', '"');
    Document document = JsonReader.read(new SourceFile("p.json", text));
    assertThat(document.faults()).isEmpty();
    return KindGuess.of((Node.ObjectNode) requireNonNull(document.root()));
  }

  private static void is(String statements, PolicyKind kind, boolean certain) {
    KindGuess guess = guess(statements);
    assertThat(guess.kind()).as(guess.why()).isEqualTo(kind);
    assertThat(guess.certain()).as(guess.why()).isEqualTo(certain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'kms:*','Resource':'*'}",
        "'KMS:Decrypt','Resource':'*'}",
        "['kms:Decrypt','s3:GetObject'],'Resource':'*'}",
        "'kms=Decrypt','Resource':'*'}",
        "'kms:Decrypt'}",
        "'kms:Decrypt','Resource':'arn:aws:kms:us-west-2:111122223333:key/a'}"
      })
  void principalsAndActionsOfKmsMakeAKeyPolicy(String rest) {
    is(ALLOW_ROOT + rest, PolicyKind.KEY, true);
    is("[" + ALLOW_ROOT + rest + "]", PolicyKind.KEY, true);
  }

  @Test
  void aNegatedElementCountsToo() {
    is(
        "{'Effect':'Deny','NotPrincipal':{'AWS':'111122223333'},'NotAction':'kms:PutKeyPolicy',"
            + "'Resource':'*'}",
        PolicyKind.KEY,
        true);
  }

  @Test
  void aStatementThatLacksItsPrincipalDoesNotHideTheOthers() {
    is(
        "[" + ALLOW_ROOT + "'kms:*'},{'Effect':'Allow','Action':'kms:Decrypt'}]",
        PolicyKind.KEY,
        true);
  }

  @Test
  void withoutAPrincipalItIsAnIdentityPolicy() {
    is("{'Effect':'Allow','Action':'kms:*','Resource':'*'}", PolicyKind.IDENTITY, true);
    is("[{'Effect':'Deny','Action':'s3:*','Resource':'*'}]", PolicyKind.IDENTITY, true);
  }

  @Test
  void withoutStatementsItIsNothingInParticular() {
    is("[]", PolicyKind.IDENTITY, false);
    is("'kms:*'", PolicyKind.IDENTITY, false);
  }

  @Test
  void aTrustPolicyAssumesRoles() {
    is(
        "{'Effect':'Allow','Principal':{'Service':'ec2.amazonaws.com'},"
            + "'Action':['sts:AssumeRole','sts:TagSession']}",
        PolicyKind.TRUST,
        true);
    is(
        "{'Effect':'Allow','Principal':{'Federated':'x'},'Action':'sts:AssumeRoleWithWebIdentity'}",
        PolicyKind.TRUST,
        true);
  }

  @Test
  void otherServicesMakeAnotherResourcesPolicy() {
    is(
        "{'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'}",
        PolicyKind.RESOURCE,
        true);
    is(
        "{'Effect':'Allow','Principal':'*','Action':'*','Resource':'*'}",
        PolicyKind.RESOURCE,
        false);
    is(
        "[{'Effect':'Allow','Principal':'*','Action':['s3:GetObject','s3:PutObject']},"
            + "{'Effect':'Allow','Principal':'*','Action':'kms:Decrypt'}]",
        PolicyKind.RESOURCE,
        false);
  }

  @Test
  void onlyDenyForEverybodyCouldBeAResourceControlPolicy() {
    String deny = "{'Effect':'Deny','Principal':'*','Action':'kms:*','Resource':'*'}";
    is("[" + deny + "]", PolicyKind.RESOURCE, false);
    is(
        "{'Effect':'Deny','Principal':{'AWS':'*'},'Action':'kms:*','Resource':'*'}",
        PolicyKind.RESOURCE,
        false);
    is("[" + deny + "," + ALLOW_ROOT + "'kms:*'}]", PolicyKind.KEY, true);
    is(
        "{'Effect':'Deny','Principal':{'AWS':'111122223333'},'Action':'kms:*','Resource':'*'}",
        PolicyKind.KEY,
        true);
  }

  @Test
  void severalKeysForEverybodyCouldBeAnEndpointsPolicy() {
    String a = "'arn:aws:kms:us-west-2:111122223333:key/a'";
    String b = "'arn:aws:kms:us-west-2:111122223333:key/b'";
    String head = "{'Effect':'Allow','Principal':'*','Action':'kms:Decrypt','Resource':";
    is(head + "[" + a + "," + b + "]}", PolicyKind.RESOURCE, false);
    is(head + a + "}", PolicyKind.KEY, true);
    is(head + "['*'," + a + "]}", PolicyKind.KEY, true);
    is(ALLOW_ROOT + "'kms:Decrypt','Resource':[" + a + "," + b + "]}", PolicyKind.KEY, true);
  }

  @Test
  void policiesOfPublicRepositoriesAreSortedRight() throws IOException {
    List<String> wrong = new ArrayList<>();
    wrong.addAll(wronglySorted("share", "key-policy.json", PolicyKind.KEY));
    wrong.addAll(wronglySorted("share", "iam-policy.json", PolicyKind.IDENTITY));
    wrong.addAll(wronglySorted("seed", "key-policy.json", PolicyKind.KEY));
    assertThat(wrong).isEmpty();
  }

  private static List<String> wronglySorted(String folder, String name, PolicyKind expected)
      throws IOException {
    Path cases = SharedCases.folder().resolve(folder);
    Assumptions.assumeTrue(Files.isDirectory(cases), "the shared cases are not here");
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> files = Files.walk(cases)) {
      for (Path file : files.filter(path -> path.endsWith(name)).sorted().toList()) {
        Document document = JsonReader.read(file.toString(), Files.readAllBytes(file));
        if (document.root() instanceof Node.ObjectNode root) {
          KindGuess guess = KindGuess.of(root);
          if (guess.kind() != expected || !guess.certain()) {
            wrong.add(file + ": " + guess);
          }
        }
      }
    }
    return wrong;
  }
}
