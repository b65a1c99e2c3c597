package dev.kmslint.config;

import dev.kmslint.policy.Text;
import dev.kmslint.source.Node;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes values out of a configuration's tree and gathers what is wrong with them. */
final class Values {
  private static final int ACCOUNT_DIGITS = 12;

  private final List<ConfigFault> faults = new ArrayList<>();

  List<ConfigFault> faults() {
    if (faults.size() > 1) {
      faults.sort((a, b) -> Integer.compare(a.location().start(), b.location().start()));
    }
    return List.copyOf(faults);
  }

  /** A fault of the structure. */
  void misshapen(SourceLocation location, String message) {
    faults.add(new ConfigFault(location, message, true));
  }

  /** A fault of a value whose structure is right. */
  void wrong(SourceLocation location, String message) {
    faults.add(new ConfigFault(location, message, false));
  }

  /** Reports names that stand twice or that nobody knows. */
  void checkNames(Node.ObjectNode object, List<String> known) {
    checkDuplicates(object);
    for (Node.Member member : object.members()) {
      if (!known.contains(member.name())) {
        String near = Complaints.didYouMean(member.name(), known);
        misshapen(member.nameLocation(), "there is no setting `" + member.name() + "` here" + near);
      }
    }
  }

  void checkDuplicates(Node.ObjectNode object) {
    Set<String> seen = new HashSet<>();
    for (Node.Member member : object.members()) {
      if (!seen.add(member.name())) {
        wrong(member.nameLocation(), "`" + member.name() + "` stands here twice");
      }
    }
  }

  /** Reports that a member is missing. */
  void require(Node.ObjectNode object, String name, String what) {
    if (object.member(name) == null) {
      misshapen(object.location().first(), what + " needs `" + name + "`");
    }
  }

  private void wrongType(String name, Node value, String wanted) {
    misshapen(value.location(), "`" + name + "` must be " + wanted + ", not " + value.kind());
  }

  Node.@Nullable ObjectNode object(Node.@Nullable Member member) {
    if (member == null) {
      return null;
    }
    if (member.value() instanceof Node.ObjectNode object) {
      return object;
    }
    wrongType(member.name(), member.value(), "an object");
    return null;
  }

  /** The elements of a list; empty without it. */
  List<Node> list(Node.@Nullable Member member) {
    if (member == null) {
      return List.of();
    }
    if (member.value() instanceof Node.ArrayNode array) {
      return array.elements();
    }
    wrongType(member.name(), member.value(), "a list");
    return List.of();
  }

  /** The text of a member; null without it, and when it is none. */
  @Nullable Text text(Node.@Nullable Member member) {
    return member == null ? null : text(member.name(), member.value());
  }

  private @Nullable Text text(String name, Node value) {
    if (!(value instanceof Node.StringNode string)) {
      wrongType(name, value, "a string");
      return null;
    }
    if (string.value().isEmpty()) {
      misshapen(value.location(), "`" + name + "` is empty");
      return null;
    }
    return new Text(string.value(), string.location());
  }

  List<Text> texts(Node.@Nullable Member member) {
    List<Text> texts = new ArrayList<>();
    for (Node element : list(member)) {
      Text text = member == null ? null : text(member.name(), element);
      if (text != null) {
        texts.add(text);
      }
    }
    return List.copyOf(texts);
  }

  boolean flag(Node.@Nullable Member member) {
    if (member == null) {
      return false;
    }
    if (member.value() instanceof Node.BooleanNode bool) {
      return bool.value();
    }
    wrongType(member.name(), member.value(), "true or false");
    return false;
  }

  /**
   * The text of a value that can be an account id. YAML reads an account id without quotes as a
   * number, and other tools then drop its leading zeros; so it is refused.
   */
  @Nullable Text accountText(String name, Node value) {
    if (value instanceof Node.NumberNode number) {
      misshapen(value.location(), numberMessage(number.text()));
      return null;
    }
    return text(name, value);
  }

  private static String numberMessage(String number) {
    if (number.length() < ACCOUNT_DIGITS) {
      String whole = "0".repeat(ACCOUNT_DIGITS - number.length()) + number;
      return "an account id has 12 digits and stands in quotes, and `"
          + number
          + "` lost its leading zeros: write `\""
          + whole
          + "\"` if that is the account";
    }
    return "an account id must stand in quotes, or it is a number: write `\"" + number + "\"`";
  }

  /** The ids of a list of accounts. */
  List<String> accounts(Node.@Nullable Member member) {
    List<String> accounts = new ArrayList<>();
    for (Node element : list(member)) {
      Text text = member == null ? null : accountText(member.name(), element);
      if (text != null) {
        String complaint = Complaints.aboutAccount(text.value());
        if (complaint.isEmpty()) {
          accounts.add(text.value());
        } else {
          misshapen(text.location(), complaint);
        }
      }
    }
    return accounts;
  }

  /** Condition keys with their values. */
  Map<String, List<String>> facts(Node.@Nullable Member member) {
    Node.ObjectNode object = object(member);
    if (object == null) {
      return Map.of();
    }
    checkDuplicates(object);
    Map<String, List<String>> facts = new LinkedHashMap<>();
    for (Node.Member fact : object.members()) {
      List<Node> values =
          fact.value() instanceof Node.ArrayNode array ? array.elements() : List.of(fact.value());
      List<String> texts = new ArrayList<>();
      for (Node value : values) {
        addFact(fact.name(), value, texts);
      }
      facts.put(fact.name(), List.copyOf(texts));
    }
    return facts;
  }

  private void addFact(String key, Node value, List<String> texts) {
    if (value instanceof Node.StringNode string) {
      texts.add(string.value());
    } else if (value instanceof Node.BooleanNode bool) {
      texts.add(String.valueOf(bool.value()));
    } else if (value instanceof Node.NumberNode) {
      misshapen(value.location(), "the value of `" + key + "` must stand in quotes");
    } else {
      wrongType(key, value, "a string or a list of strings");
    }
  }
}
