package dev.kmslint.rules;

import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets of actions with which somebody can take more permissions.
 *
 * <p>Source: https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/
 */
public final class Escalations {
  private static final List<Way> WAYS =
      List.of(
          new Way("policy", "iam:CreatePolicyVersion"),
          new Way("policy", "iam:SetDefaultPolicyVersion"),
          new Way("user", "iam:CreateAccessKey"),
          new Way("user", "iam:CreateLoginProfile"),
          new Way("user", "iam:UpdateLoginProfile"),
          new Way("user", "iam:AttachUserPolicy"),
          new Way("user", "iam:PutUserPolicy"),
          new Way("group", "iam:AttachGroupPolicy"),
          new Way("group", "iam:PutGroupPolicy"),
          new Way("group", "iam:AddUserToGroup"),
          new Way("role", "iam:AttachRolePolicy"),
          new Way("role", "iam:PutRolePolicy"),
          new Way("role", "iam:UpdateAssumeRolePolicy", "sts:AssumeRole"),
          new Way("role", "iam:PassRole", "ec2:RunInstances"),
          new Way("role", "iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"),
          new Way(
              "role", "iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"),
          new Way("role", "iam:PassRole", "cloudformation:CreateStack"),
          new Way("role", "iam:PassRole", "glue:CreateDevEndpoint"),
          new Way(
              "role",
              "iam:PassRole",
              "datapipeline:CreatePipeline",
              "datapipeline:PutPipelineDefinition"));

  private Escalations() {}

  /**
   * A set of actions that do together.
   *
   * @param type what those of IAM and STS work on: user, group, role or policy
   */
  public record Way(String type, List<String> actions) {
    Way(String type, String... actions) {
      this(type, List.of(actions));
    }

    /** What an action of the set works on; empty for those of other services. */
    public String type(String action) {
      return action.startsWith("iam:") || action.startsWith("sts:") ? type : "";
    }

    /** The set in a message, without its outer backticks. */
    public String title() {
      StringBuilder title = new StringBuilder(actions.get(0));
      for (String action : actions.subList(1, actions.size())) {
        title.append("` plus `").append(action);
      }
      return title.toString();
    }
  }

  /** Those of which a policy names every action in an Allow, whatever else it says. */
  public static List<Way> named(Policy policy) {
    List<Way> named = new ArrayList<>();
    if (!isAboutIam(policy)) {
      return named;
    }
    for (Way way : WAYS) {
      boolean all = true;
      for (String action : way.actions()) {
        all = all && isNamed(action, policy);
      }
      if (all) {
        named.add(way);
      }
    }
    return named;
  }

  private static boolean isAboutIam(Policy policy) {
    for (Statement statement : policy.statements()) {
      if (statement.isAllow() && statement.actions() != null) {
        boolean iam = statement.actions().negated();
        for (var entry : statement.actions().entries()) {
          iam |= entry.isEverything() || entry.service().equals("iam");
        }
        if (iam) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isNamed(String action, Policy policy) {
    for (Statement statement : policy.statements()) {
      if (statement.isAllow()
          && statement.actions() != null
          && statement.actions().matches(action)) {
        return true;
      }
    }
    return false;
  }
}
