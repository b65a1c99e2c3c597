package dev.kmslint.policy;

import dev.kmslint.source.Node;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Principal or NotPrincipal element in which some principals are not known. */
final class OpenPrincipals {
  /** Of more principals than so many each is taken for everybody. */
  private static final int MOST_READINGS = 32;

  private static final String AWS = "AWS";
  private static final String SERVICE = "Service";

  private OpenPrincipals() {}

  /**
   * Principals that an element may name.
   *
   * @param principal null when the statement has no such element
   * @param condition what narrows them further; null when nothing does
   */
  record Reading(@Nullable Node principal, Node.@Nullable ObjectNode condition) {}

  /** One principal and the name under which it stands; empty for the plain string. */
  private record Entry(String type, OpenValues.Leaf leaf) {}

  private static List<Entry> entries(Node value) {
    List<Entry> entries = new ArrayList<>();
    for (OpenValues.Leaf leaf : OpenValues.leaves(value)) {
      if (leaf.node() instanceof Node.ObjectNode byType) {
        for (Node.Member member : byType.members()) {
          for (OpenValues.Leaf inner : OpenValues.leaves(member.value())) {
            boolean open = leaf.open() || inner.open();
            OpenValues.Leaf one = new OpenValues.Leaf(inner.node(), open, inner.at());
            entries.add(new Entry(member.name(), one));
          }
        }
      } else {
        entries.add(new Entry("", leaf));
      }
    }
    return entries;
  }

  /** The principals that are known; null when none is. */
  static @Nullable Node known(Node value) {
    List<Node.Member> members = new ArrayList<>();
    for (Entry entry : entries(value)) {
      if (!entry.leaf().open()) {
        if (entry.type().isEmpty()) {
          return entry.leaf().at();
        }
        Node at = entry.leaf().at();
        members.add(new Node.Member(entry.type(), at.location(), at));
      }
    }
    return members.isEmpty() ? null : new Node.ObjectNode(value.location(), members);
  }

  /**
   * All that the element may name.
   *
   * @param whole whether with the principals that are known
   */
  static List<Reading> possible(Node.@Nullable Member member, boolean whole) {
    if (member == null) {
      return List.of(new Reading(null, null));
    }
    List<Entry> entries = entries(member.value());
    if (entries.size() > MOST_READINGS) {
      return List.of(new Reading(new Node.StringNode(member.value().location(), "*"), null));
    }
    List<Reading> readings = new ArrayList<>();
    Node known = known(member.value());
    if (whole && known != null) {
      readings.add(new Reading(known, null));
    }
    for (Entry entry : entries) {
      Reading reading = entry.leaf().open() ? reading(entry) : null;
      if (reading != null) {
        readings.add(reading);
      }
    }
    return readings;
  }

  private static @Nullable Reading reading(Entry entry) {
    OpenValues.Leaf leaf = entry.leaf();
    SourceLocation at = leaf.at().location();
    if (leaf.node() instanceof Node.StringNode text) {
      return new Reading(
          entry.type().isEmpty()
              ? text
              : new Node.ObjectNode(at, List.of(new Node.Member(entry.type(), at, text))),
          null);
    }
    Node anyone = new Node.StringNode(at, "*");
    String pattern = leaf.pattern();
    if (entry.type().equals(SERVICE)) {
      return new Reading(
          anyone, condition("StringLike", "aws:PrincipalServiceName", String.valueOf(pattern), at));
    }
    if (!entry.type().isEmpty() && !entry.type().equals(AWS)) {
      return null;
    }
    boolean named =
        pattern != null
            && pattern.startsWith("arn:")
            && (pattern.contains(":role/") || pattern.contains(":user/"));
    return new Reading(
        anyone,
        named && pattern != null ? condition("ArnLike", "aws:PrincipalArn", pattern, at) : null);
  }

  private static Node.ObjectNode condition(
      String operator, String key, String pattern, SourceLocation at) {
    Node value = new Node.StringNode(at, pattern);
    Node byKey = new Node.ObjectNode(at, List.of(new Node.Member(key, at, value)));
    return new Node.ObjectNode(at, List.of(new Node.Member(operator, at, byKey)));
  }
}
