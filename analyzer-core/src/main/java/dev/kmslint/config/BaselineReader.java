package dev.kmslint.config;

import dev.kmslint.lint.Baseline;
import dev.kmslint.policy.Text;
import dev.kmslint.source.Document;
import dev.kmslint.source.Node;
import dev.kmslint.source.SyntaxFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a baseline. Never fails: what is wrong becomes a {@link ConfigFault} with its place. A rule
 * that there is no more is no fault: its entries accept nothing.
 */
public final class BaselineReader {
  private static final List<String> NAMES = List.of("version", "findings");
  private static final List<String> ENTRY =
      List.of("rule", "file", "fingerprint", "count", "message");

  private final Values values = new Values();

  private BaselineReader() {}

  /**
   * A baseline and what is wrong in it.
   *
   * @param baseline to be used only without faults
   * @param faults in the order of the text
   */
  public record Result(Baseline baseline, List<ConfigFault> faults) {}

  /** Reads a baseline from a JSON document. */
  public static Result read(Document document) {
    List<ConfigFault> unreadable = new ArrayList<>();
    for (SyntaxFault fault : document.faults()) {
      if (fault.kind() != SyntaxFault.Kind.BYTE_ORDER_MARK) {
        unreadable.add(new ConfigFault(fault.location(), fault.message(), false));
      }
    }
    if (!unreadable.isEmpty() || document.root() == null) {
      return new Result(Baseline.EMPTY, List.copyOf(unreadable));
    }
    BaselineReader reader = new BaselineReader();
    Baseline baseline = reader.baseline(document.root());
    return new Result(baseline, reader.values.faults());
  }

  private Baseline baseline(Node root) {
    if (!(root instanceof Node.ObjectNode object)) {
      values.misshapen(root.location(), "a baseline must be an object, not " + root.kind());
      return Baseline.EMPTY;
    }
    values.checkNames(object, NAMES);
    values.require(object, "version", "a baseline");
    values.require(object, "findings", "a baseline");
    Node.Member version = object.member("version");
    if (version != null && number(version) != 1) {
      values.misshapen(version.value().location(), "this kmslint reads version 1 of baselines");
      return Baseline.EMPTY;
    }
    List<Baseline.Entry> entries = new ArrayList<>();
    for (Node element : values.list(object.member("findings"))) {
      Baseline.Entry entry = entry(element);
      if (entry != null) {
        entries.add(entry);
      }
    }
    return Baseline.of(entries);
  }

  private Baseline.@Nullable Entry entry(Node element) {
    if (!(element instanceof Node.ObjectNode object)) {
      values.misshapen(
          element.location(), "an entry of `findings` must be an object, not " + element.kind());
      return null;
    }
    values.checkNames(object, ENTRY);
    for (String name : ENTRY) {
      values.require(object, name, "an entry of `findings`");
    }
    Text rule = values.text(object.member("rule"));
    Text file = values.text(object.member("file"));
    Text fingerprint = values.text(object.member("fingerprint"));
    Text message = values.text(object.member("message"));
    Node.Member count = object.member("count");
    int accepted = count == null ? 0 : number(count);
    if (count != null && accepted < 1) {
      values.misshapen(count.value().location(), "`count` must be a whole number from 1 on");
    }
    if (rule == null || file == null || fingerprint == null || message == null || accepted < 1) {
      return null;
    }
    return new Baseline.Entry(
        rule.value(), file.value(), fingerprint.value(), accepted, message.value());
  }

  /** A whole number from 0 on; -1 for anything else. */
  private static int number(Node.Member member) {
    if (!(member.value() instanceof Node.NumberNode number) || number.text().length() > 9) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < number.text().length(); i++) {
      int digit = number.text().charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
