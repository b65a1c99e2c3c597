package dev.kmslint.policy;

import dev.kmslint.source.Node;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a policy out of a tree. Reading never fails and never stops at a fault: what is wrong
 * becomes a {@link Fault}, and everything else is read all the same.
 *
 * <p>Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
public final class PolicyReader {
  private final PolicyKind kind;
  private final boolean open;
  private final List<Fault> faults = new ArrayList<>();

  private PolicyReader(PolicyKind kind, boolean open) {
    this.kind = kind;
    this.open = open;
  }

  /** Reads a policy of a known kind from a document's value. */
  public static Policy read(Node root, PolicyKind kind) {
    return new PolicyReader(kind, false).policy(root);
  }

  /** Reads a policy that can hold values that are not known here. */
  public static Policy readOpen(Node root, PolicyKind kind) {
    return new PolicyReader(kind, true).policy(root);
  }

  /** Reads a statement whose faults are known. */
  static Statement reread(
      Node.ObjectNode statement, int index, PolicyKind kind, boolean variables) {
    return new StatementReader(new PolicyReader(kind, false), variables).read(statement, index);
  }

  private Policy policy(Node root) {
    if (!(root instanceof Node.ObjectNode object)) {
      fault(Fault.Kind.WRONG_TYPE, root.location(), "policy", root.kind());
      return new Policy(kind, root.location(), null, null, List.of(), List.copyOf(faults));
    }
    checkNames(object, "policy");
    Text version = version(object);
    Text id = text(object.member("Id"));
    boolean variables = version != null && version.value().equals(Policy.CURRENT_VERSION);
    List<Statement> statements = statements(object, variables);
    if (faults.size() > 1) {
      faults.sort((a, b) -> Integer.compare(a.location().start(), b.location().start()));
    }
    return new Policy(kind, root.location(), version, id, statements, List.copyOf(faults));
  }

  private @Nullable Text version(Node.ObjectNode object) {
    Text version = text(object.member("Version"));
    if (version != null
        && !version.value().equals(Policy.CURRENT_VERSION)
        && !version.value().equals(Policy.OLD_VERSION)) {
      fault(Fault.Kind.INVALID_VERSION, version.location(), "Version", version.value());
    }
    return version;
  }

  private List<Statement> statements(Node.ObjectNode object, boolean variables) {
    Node.Member member = object.member("Statement");
    if (member == null) {
      fault(Fault.Kind.MISSING_ELEMENT, object.location().first(), "Statement", "");
      return List.of();
    }
    List<Statement> statements = new ArrayList<>();
    if (member.value() instanceof Node.ObjectNode one) {
      add(one, variables, statements);
    } else if (member.value() instanceof Node.ArrayNode array) {
      if (array.elements().isEmpty()) {
        fault(Fault.Kind.EMPTY_ELEMENT, array.location(), "Statement", "");
      }
      for (Node element : array.elements()) {
        if (element instanceof Node.ObjectNode one) {
          add(one, variables, statements);
        } else if (element instanceof Node.OpenNode one) {
          new OpenStatement(kind, variables).addAll(one, this, statements);
        } else {
          fault(Fault.Kind.WRONG_TYPE, element.location(), "Statement", element.kind());
        }
      }
    } else if (member.value() instanceof Node.OpenNode one) {
      new OpenStatement(kind, variables).addAll(one, this, statements);
    } else {
      fault(Fault.Kind.WRONG_TYPE, member.value().location(), "Statement", member.value().kind());
    }
    return List.copyOf(statements);
  }

  private void add(Node.ObjectNode one, boolean variables, List<Statement> to) {
    Statement statement = new StatementReader(this, variables).read(one, to.size());
    Node.Open unknown = open ? OpenStatement.unknown(one) : null;
    to.add(
        unknown == null
            ? statement
            : new OpenStatement(kind, variables).read(one, statement, unknown));
  }

  PolicyKind kind() {
    return kind;
  }

  /** Notes a value of a type that its element cannot have; none that is not known. */
  void wrongType(Node value, String element) {
    if (!(value instanceof Node.Open)) {
      fault(Fault.Kind.WRONG_TYPE, value.location(), element, value.kind());
    }
  }

  void fault(Fault.Kind fault, SourceLocation location, String element, String detail) {
    faults.add(new Fault(fault, location, element, detail));
  }

  /** Reports names that stand twice, and names that the policy language does not have. */
  void checkNames(Node.ObjectNode object, String where) {
    Set<String> seen = new HashSet<>();
    for (Node.Member member : object.members()) {
      if (!seen.add(member.name())) {
        fault(Fault.Kind.DUPLICATE_KEY, member.nameLocation(), member.name(), where);
      } else if (!Elements.known(where, member.name())) {
        fault(Fault.Kind.UNKNOWN_ELEMENT, member.nameLocation(), member.name(), where);
      }
    }
  }

  /** The text of a member; null, with a fault if it is there but no string. */
  @Nullable Text text(Node.@Nullable Member member) {
    if (member == null) {
      return null;
    }
    if (member.value() instanceof Node.StringNode string) {
      return new Text(string.value(), string.location());
    }
    wrongType(member.value(), member.name());
    return null;
  }
}
