package dev.kmslint.intake;

import dev.kmslint.policy.Text;
import dev.kmslint.source.Node;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;

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
    List<Text> restore = new ArrayList<>();
    SourceLocation place = list.location();
    for (Node element : list.elements()) {
      if (element instanceof Node.ObjectNode attribute && isRestore(attribute)) {
        Node values = attribute.get("AttributeValues");
        place = values == null ? attribute.location() : values.location();
        for (Node value : Members.list(attribute, "AttributeValues")) {
          Text text = Members.text(value);
          if (text != null) {
            restore.add(text);
          }
        }
      }
    }
    found.add(
        new SnapshotAttributes(
            result.location(),
            cluster,
            Members.text(result, prefix + "Identifier"),
            List.copyOf(restore),
            place));
  }

  private static boolean isRestore(Node.ObjectNode attribute) {
    Text name = Members.text(attribute, "AttributeName");
    return name != null && name.value().equals("restore");
  }
}
