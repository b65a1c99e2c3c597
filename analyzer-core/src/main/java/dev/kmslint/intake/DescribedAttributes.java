package dev.kmslint.intake;

import dev.kmslint.policy.Text;
import dev.kmslint.source.Node;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The output of {@code aws rds describe-db-cluster-snapshot-attributes} or {@code
 * describe-db-snapshot-attributes}, or the result in it.
 */
final class DescribedAttributes implements Carrier {
  @Override
  public void read(Node.ObjectNode root, Intake found) {
    read(root, "DBClusterSnapshot", true, found);
    read(root, "DBSnapshot", false, found);
  }

  private static void read(Node.ObjectNode root, String prefix, boolean cluster, Intake found) {
    Node.ObjectNode wrapped = Members.object(root, prefix + "AttributesResult");
    Node.ObjectNode result = wrapped == null ? root : wrapped;
    Node.Member attributes = result.member(prefix + "Attributes");
    if (attributes == null || !(attributes.value() instanceof Node.ArrayNode list)) {
      return;
    }
    Text identifier = Members.text(result, prefix + "Identifier");
    found.add(attributes(list, result.location(), cluster, identifier));
  }

  /**
   * The attributes of a snapshot.
   *
   * @param location the whole that they belong to
   */
  static SnapshotAttributes attributes(
      Node.ArrayNode list, SourceLocation location, boolean cluster, @Nullable Text identifier) {
    List<Text> restore = new ArrayList<>();
    SourceLocation place = list.location();
    for (Node element : list.elements()) {
      if (element instanceof Node.ObjectNode attribute) {
        String name = name(attribute, "AttributeName") ? "AttributeValues" : "";
        name = name(attribute, "attributeName") ? "attributeValues" : name;
        if (!name.isEmpty()) {
          Node values = attribute.get(name);
          place = values == null ? attribute.location() : values.location();
          restore.addAll(Members.texts(attribute, name));
        }
      }
    }
    return new SnapshotAttributes(location, cluster, identifier, List.copyOf(restore), place);
  }

  /**
   * Whether the attribute is the one that says who may restore; AWS Config writes it lower case.
   */
  private static boolean name(Node.ObjectNode attribute, String member) {
    Text name = Members.text(attribute, member);
    return name != null && name.value().equals("restore");
  }
}
