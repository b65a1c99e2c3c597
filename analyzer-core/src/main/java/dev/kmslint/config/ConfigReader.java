package dev.kmslint.config;

import dev.kmslint.lint.Grade;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.policy.Text;
import dev.kmslint.source.Document;
import dev.kmslint.source.Node;
import dev.kmslint.source.SyntaxFault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code .kmslint.yml}. Never fails: what is wrong becomes a {@link ConfigFault} with its
 * place, and all of it is found in one go.
 */
public final class ConfigReader {
  private static final List<String> NAMES =
      List.of(
          "fail-on",
          "trusted-accounts",
          "trusted-orgs",
          "facts",
          "rules",
          "exclude",
          "suppress",
          "shares");

  private final Values values = new Values();
  private final RuleSet rules;

  private ConfigReader(RuleSet rules) {
    this.rules = rules;
  }

  /**
   * A configuration and what is wrong in it.
   *
   * @param config what could be read; to be used only without faults
   * @param faults in the order of the text
   */
  public record Result(Config config, List<ConfigFault> faults) {}

  /**
   * Reads a configuration.
   *
   * @param document the YAML document
   * @param rules the rules that there are
   */
  public static Result read(Document document, RuleSet rules) {
    List<ConfigFault> unreadable = new ArrayList<>();
    for (SyntaxFault fault : document.faults()) {
      if (fault.kind() != SyntaxFault.Kind.BYTE_ORDER_MARK) {
        unreadable.add(new ConfigFault(fault.location(), fault.message(), false));
      }
    }
    if (!unreadable.isEmpty() || document.root() == null) {
      return new Result(Config.empty(), List.copyOf(unreadable));
    }
    ConfigReader reader = new ConfigReader(rules);
    Config config = reader.config(document.root());
    List<ConfigFault> faults = reader.values.faults();
    return new Result(
        config, isMisshapen(faults) ? SchemaCheck.explain(document.root(), faults) : faults);
  }

  private static boolean isMisshapen(List<ConfigFault> faults) {
    for (ConfigFault fault : faults) {
      if (fault.shape()) {
        return true;
      }
    }
    return false;
  }

  private Config config(Node root) {
    if (root instanceof Node.NullNode) {
      return Config.empty();
    }
    if (!(root instanceof Node.ObjectNode object)) {
      values.misshapen(root.location(), "a configuration must be an object, not " + root.kind());
      return Config.empty();
    }
    values.checkNames(object, NAMES);
    return new Config(
        failOn(values.text(object.member("fail-on"))),
        new LinkedHashSet<>(values.accounts(object.member("trusted-accounts"))),
        organizations(object.member("trusted-orgs")),
        values.facts(object.member("facts")),
        grades(values.object(object.member("rules"))),
        words(values.texts(object.member("exclude"))),
        suppressions(object.member("suppress")),
        shares(object.member("shares")));
  }

  private @Nullable FailOn failOn(@Nullable Text word) {
    if (word == null) {
      return null;
    }
    FailOn failOn = FailOn.of(word.value());
    if (failOn == null) {
      values.misshapen(
          word.location(),
          "`fail-on` is `error`, `warning`, `note` or `never`, not `" + word.value() + "`");
    }
    return failOn;
  }

  private Set<String> organizations(Node.@Nullable Member member) {
    Set<String> organizations = new LinkedHashSet<>();
    for (Text text : values.texts(member)) {
      if (text.value().startsWith("o-")) {
        organizations.add(text.value());
      } else {
        values.misshapen(
            text.location(), "`" + text.value() + "` is no organization id, as `o-abc1234567`");
      }
    }
    return organizations;
  }

  private Map<String, Grade> grades(Node.@Nullable ObjectNode object) {
    Map<String, Grade> grades = new LinkedHashMap<>();
    if (object == null) {
      return grades;
    }
    values.checkDuplicates(object);
    for (Node.Member member : object.members()) {
      String complaint = rules.complaint(member.name()).orElse("");
      if (!complaint.isEmpty()) {
        values.wrong(member.nameLocation(), complaint);
      }
      Grade grade = member.value() instanceof Node.StringNode word ? Grade.of(word.value()) : null;
      if (grade == null) {
        values.misshapen(
            member.value().location(), "a rule is `off`, `error`, `warning` or `note`");
      } else {
        grades.put(member.name(), grade);
      }
    }
    return grades;
  }

  private static List<String> words(List<Text> texts) {
    List<String> words = new ArrayList<>();
    for (Text text : texts) {
      words.add(text.value());
    }
    return List.copyOf(words);
  }

  private List<SuppressConfig> suppressions(Node.@Nullable Member member) {
    SuppressReader reader = new SuppressReader(values, rules);
    List<SuppressConfig> suppressions = new ArrayList<>();
    for (Node element : values.list(member)) {
      SuppressConfig one = reader.read(element);
      if (one != null) {
        suppressions.add(one);
      }
    }
    return List.copyOf(suppressions);
  }

  private List<ShareConfig> shares(Node.@Nullable Member member) {
    ShareReader reader = new ShareReader(values);
    List<ShareConfig> shares = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node element : values.list(member)) {
      ShareConfig share = reader.read(element);
      if (share != null) {
        if (!share.name().isEmpty() && !names.add(share.name())) {
          values.wrong(share.location(), "another share is called `" + share.name() + "` too");
        }
        shares.add(share);
      }
    }
    return List.copyOf(shares);
  }
}
