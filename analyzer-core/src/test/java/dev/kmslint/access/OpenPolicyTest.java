package dev.kmslint.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.exact.Engine;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.PolicyReader;
import dev.kmslint.source.JsonReader;
import dev.kmslint.source.Node;
import dev.kmslint.source.SourceFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A policy of which something is not known, against the policies that it may be: what is said of
 * the former holds for all the latter.
 */
class OpenPolicyTest {
  private static final String OWNER = "111122223333";
  private static final String KEY = "arn:aws:kms:eu-west-1:" + OWNER + ":key/k";
  private static final List<String> VALUES =
      List.of(
          "444455556666",
          OWNER,
          "Admin",
          "*",
          "true",
          "rds",
          "arn:aws:iam::444455556666:role/Admin",
          "arn:aws:iam::111122223333:root",
          KEY,
          "kms:Decrypt",
          "kms:*",
          "eu-west-1");
  private static final List<String> CALLERS =
      List.of(
          "arn:aws:iam::111122223333:role/Admin",
          "arn:aws:iam::444455556666:role/Admin",
          "arn:aws:iam::444455556666:user/Admin",
          "arn:aws:iam::111122223333:root",
          "rds.eu-west-1.amazonaws.com",
          "rds.amazonaws.com");

  /** {@code <>} in a text stands for what is not known; {@code {"?": [...]}} for one of some. */
  private static Node read(String json, boolean open, String value, int choice) {
    SourceFile file = new SourceFile("p", json);
    return node(requireNonNull(JsonReader.read(file).root()), open, value, choice);
  }

  private static Node node(Node node, boolean open, String value, int choice) {
    if (node instanceof Node.ObjectNode object) {
      if (object.members().size() == 1 && object.members().get(0).name().equals("?")) {
        List<Node> candidates = new ArrayList<>();
        for (Node each : ((Node.ArrayNode) object.members().get(0).value()).elements()) {
          candidates.add(node(each, open, value, choice));
        }
        return open
            ? new Node.OpenNode(object.location(), candidates, "`x`")
            : candidates.get(choice % candidates.size());
      }
      List<Node.Member> members = new ArrayList<>();
      for (Node.Member member : object.members()) {
        Node inner = node(member.value(), open, value, choice);
        members.add(new Node.Member(member.name(), member.nameLocation(), inner));
      }
      return new Node.ObjectNode(object.location(), members);
    }
    if (node instanceof Node.ArrayNode array) {
      List<Node> elements = new ArrayList<>();
      for (Node each : array.elements()) {
        elements.add(node(each, open, value, choice));
      }
      return new Node.ArrayNode(array.location(), elements);
    }
    if (node instanceof Node.StringNode text && text.value().contains("<>")) {
      return open
          ? new Node.OpenText(
              text.location(), List.of(text.value().split("<>", -1)), "parameter `x`")
          : new Node.StringNode(text.location(), text.value().replace("<>", value));
    }
    return node;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::<>:root'},'Action':'kms:*','Resource':'*'}",
        "{'Effect':'Allow','Principal':{'AWS':['arn:aws:iam::111122223333:root','<>']},'Action':'kms:*','Resource':'*'}",
        "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::444455556666:role/<>'},'Action':'kms:Decrypt','Resource':'*'}",
        "{'Effect':'Allow','Principal':'<>','Action':'kms:Decrypt','Resource':'*'}",
        "{'Effect':'Allow','Principal':{'Service':'<>.eu-west-1.amazonaws.com'},'Action':'kms:Decrypt','Resource':'*'}",
        "{'Effect':'Allow','Principal':{'AWS':'444455556666','Service':['rds.amazonaws.com','rds.<>.amazonaws.com']},'Action':'kms:Decrypt','Resource':'*'}",
        "{'Effect':'Deny','Principal':{'AWS':'arn:aws:iam::<>:role/Admin'},'Action':'kms:*','Resource':'*'}",
        "{'Effect':'Deny','NotPrincipal':{'AWS':['arn:aws:iam::<>:root','arn:aws:iam::111122223333:role/Admin']},'Action':'kms:*','Resource':'*'}",
        "{'Effect':'Allow','NotPrincipal':{'AWS':'<>'},'Action':'kms:*','Resource':'*'}",
        "{'Effect':'Allow','Principal':'*','Action':['kms:Encrypt','<>'],'Resource':'*'}",
        "{'Effect':'Allow','Principal':'*','NotAction':['kms:Encrypt','<>'],'Resource':'*'}",
        "{'Effect':'Allow','Principal':'*','NotAction':'<>','Resource':'*'}",
        "{'Effect':'Allow','Principal':'*','Action':'kms:*','Resource':'<>'}",
        "{'Effect':'Allow','Principal':'*','Action':'kms:*','Resource':'arn:aws:kms:<>:<>:key/k'}",
        "{'Effect':'Deny','Principal':'*','Action':'kms:*','NotResource':['<>','arn:aws:kms:eu-west-1:111122223333:key/x']}",
        "{'Effect':{'?':['Allow','Deny']},'Principal':'*','Action':'kms:*','Resource':'*'}",
        "{'Effect':'Allow','Principal':{'?':[{'AWS':'<>'},{'Service':'rds.amazonaws.com'},'*']},'Action':'kms:*','Resource':'*'}",
        "{'Effect':'Allow','Principal':{'AWS':{'?':['444455556666','111122223333']}},'Action':'kms:*','Resource':'*'}",
        "{'Effect':'Allow','Principal':'*','Action':{'?':['kms:Encrypt',['kms:Decrypt','kms:<>']]},'Resource':'*'}",
        "{'Effect':'Allow','Principal':'*','Action':'kms:*','Resource':'*','Condition':{'StringEquals':{'kms:ViaService':'<>.eu-west-1.amazonaws.com'}}}",
        "{'Effect':'Allow','Principal':'*','Action':'kms:*','Resource':'*','Condition':{'StringEquals':{'kms:CallerAccount':['444455556666','<>']}}}",
        "{'Effect':'Allow','Principal':'*','Action':'kms:*','Resource':'*','Condition':{'StringNotEquals':{'kms:CallerAccount':['444455556666','<>']}}}",
        "{'Effect':'Deny','Principal':'*','Action':'kms:*','Resource':'*','Condition':{'StringNotEquals':{'kms:CallerAccount':'<>'}}}",
        "{'Effect':'Allow','Principal':'*','Action':'kms:*','Resource':'*','Condition':{'StringNotLikeIfExists':{'aws:PrincipalArn':'<>'}}}",
        "{'Effect':'Allow','Principal':'*','Action':'kms:*','Resource':'*','Condition':{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::<>:role/*'}}}",
        "{'Effect':'Allow','Principal':'*','Action':'kms:*','Resource':'*','Condition':{'ArnLike':{'aws:PrincipalArn':'<>'}}}",
        "{'Effect':'Allow','Principal':'*','Action':'kms:*','Resource':'*','Condition':{'Bool':{'aws:PrincipalIsAWSService':'<>'}}}",
        "{'Effect':'Allow','Principal':'*','Action':'kms:*','Resource':'*','Condition':{'Null':{'kms:ViaService':'<>'}}}",
        "{'Effect':'Allow','Principal':'*','Action':'kms:*','Resource':'*','Condition':{'ForAllValues:StringEquals':{'kms:EncryptionContextKeys':['<>']}}}",
        "{'Effect':'Allow','Principal':'*','Action':'kms:*','Resource':'*','Condition':{'?':[{'Bool':{'aws:SecureTransport':'true'}},{'StringEquals':{'kms:CallerAccount':'<>'}}]}}",
        "{'Effect':'Allow','Principal':{'AWS':['444455556666','<>']},'Action':['kms:Encrypt','kms:<>'],'Resource':'*'}"
      })
  void whatIsSaidOfItHoldsForAllThatItMayBe(String statement) {
    check("{'Version':'2012-10-17','Statement':[" + statement + "]}");
    check(
        "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':'*','Action':'kms:*',"
            + "'Resource':'*'},"
            + statement
            + "]}");
    check("{'Version':'2012-10-17','Statement':[{'?':[" + statement + "]}]}");
  }

  private static void check(String text) {
    String json = text.replace('\'', '"');
    Policy open = PolicyReader.readOpen(read(json, true, "", 0), PolicyKind.KEY);
    assertThat(open.isOpen()).isTrue();
    assertThat(open.faults()).isEmpty();
    List<Policy> closed = new ArrayList<>();
    for (String value : VALUES) {
      for (int choice = 0; choice < (json.contains("?") ? 3 : 1); choice++) {
        closed.add(PolicyReader.read(read(json, false, value, choice), PolicyKind.KEY));
      }
    }
    for (String caller : CALLERS) {
      for (String action : List.of("kms:Decrypt", "kms:CreateGrant")) {
        Set<Outcome> real = EnumSet.noneOf(Outcome.class);
        for (Policy policy : closed) {
          real.add(answer(policy, caller, action));
        }
        agree(answer(open, caller, action), real, json + " " + caller + " " + action);
        real.clear();
        for (Policy policy : closed) {
          real.add(look(policy, caller, action));
        }
        agree(look(open, caller, action), real, "evaluator " + json + " " + caller + " " + action);
      }
    }
  }

  private static void agree(Outcome said, Set<Outcome> real, String what) {
    if (said == Outcome.ALWAYS || said == Outcome.NEVER) {
      assertThat(real).as(what).containsExactly(said);
    }
  }

  private static Outcome answer(Policy policy, String caller, String action) {
    Engine engine = Engine.ofKeyPolicy(Catalog.builtIn(), policy, OWNER);
    Question question =
        new Question(who(caller), action, KEY, RequestContext.OPEN, Question.Side.BOTH);
    return engine.answer(question).outcome();
  }

  private static Outcome look(Policy policy, String caller, String action) {
    Request request = new Request(caller(caller), action, KEY, RequestContext.OPEN);
    return new Evaluator(Catalog.builtIn())
        .decide(PolicySet.ofKey(policy, OWNER), request)
        .keySide();
  }

  private static Caller caller(String text) {
    return requireNonNull(Caller.parse(text, "aws"));
  }

  private static Who who(String text) {
    return Who.of(caller(text));
  }

  @Test
  void whatIsKnownDecidesWhereItIsEnough() {
    String json =
        "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':'kms:*','Resource':'*',"
                .replace('\'', '"')
            + "'Principal':{'AWS':['arn:aws:iam::444455556666:root','arn:aws:iam::555566667777:role/<>']}}]}"
                .replace('\'', '"');
    Policy open = PolicyReader.readOpen(read(json, true, "", 0), PolicyKind.KEY);
    assertThat(answer(open, "arn:aws:iam::444455556666:role/Admin", "kms:Decrypt"))
        .isEqualTo(Outcome.ALWAYS);
    assertThat(answer(open, "arn:aws:iam::666677778888:role/Admin", "kms:Decrypt"))
        .isEqualTo(Outcome.NEVER);
    assertThat(answer(open, "arn:aws:iam::555566667777:role/Admin", "kms:Decrypt"))
        .isEqualTo(Outcome.UNKNOWN);
  }
}
