package dev.kmslint.intake;

import dev.kmslint.policy.Text;
import dev.kmslint.source.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose identity policy is which, as far as a template tells: it has to make the role or user, and
 * its ARN has to be known.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-policy.html
 */
final class TemplateHolders {
  private final Node.ObjectNode resources;
  private final TemplateValues values;

  TemplateHolders(Node.ObjectNode resources, TemplateValues values) {
    this.resources = resources;
    this.values = values;
  }

  /** The role or user itself, for its inline policies; null when its ARN is not known. */
  @Nullable List<String> self(Node.Member member) {
    String arn = arn(member);
    return arn == null ? null : List.of(arn);
  }

  /** Those whom a policy's properties name; null when one of them is not known, or a group. */
  @Nullable List<String> named(Node.ObjectNode properties) {
    Set<String> all = new LinkedHashSet<>();
    for (String property : new String[] {"Roles", "Users", "Groups", "RoleName", "UserName"}) {
      for (Node each : Members.list(properties, property)) {
        Text name = each instanceof Node.ObjectNode ref ? Members.text(ref, "Ref") : null;
        Node.Member member = name == null ? null : resources.member(name.value());
        String arn = member == null ? null : arn(member);
        if (arn == null) {
          return null;
        }
        all.add(arn);
      }
    }
    return all.isEmpty() ? null : List.copyOf(all);
  }

  private @Nullable String arn(Node.Member member) {
    Text type =
        member.value() instanceof Node.ObjectNode resource ? Members.text(resource, "Type") : null;
    boolean holder =
        type != null
            && (type.value().equals("AWS::IAM::Role") || type.value().equals("AWS::IAM::User"));
    Text arn =
        holder
            ? Members.text(values.attribute(member.name() + ".Arn", member.nameLocation()))
            : null;
    return arn == null ? null : arn.value();
  }
}
