package dev.kmslint.run;

import dev.kmslint.config.Complaints;
import dev.kmslint.source.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The names for which a template takes values: those of others are of no use. */
final class ParameterNames {
  private static final String PSEUDO = "AWS::";

  private final Set<String> parameters = new TreeSet<>();
  private final Set<String> resources = new TreeSet<>();

  /** Learns the names in a file, if it is a template. */
  void learn(Loaded file) {
    if (file.document().root() instanceof Node.ObjectNode root) {
      add(root.get("Parameters"), parameters);
      add(root.get("Resources"), resources);
    }
  }

  private static void add(@Nullable Node value, Set<String> names) {
    if (value instanceof Node.ObjectNode object) {
      for (Node.Member member : object.members()) {
        names.add(member.name());
      }
    }
  }

  /** Sentences about names that no template knows. */
  List<String> complaints(Collection<String> given) {
    List<String> complaints = new ArrayList<>();
    for (String name : given) {
      int dot = name.indexOf('.');
      boolean attribute = dot > 0 && resources.contains(name.substring(0, dot));
      if (!name.startsWith(PSEUDO) && !attribute && !parameters.contains(name)) {
        complaints.add(
            "`--parameter "
                + name
                + "=...` is of no use: no template that was read has such a parameter"
                + Complaints.didYouMean(name, parameters));
      }
    }
    return complaints;
  }
}
