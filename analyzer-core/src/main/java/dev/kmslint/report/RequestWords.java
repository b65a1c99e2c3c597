package dev.kmslint.report;

import dev.kmslint.access.Caller;
import dev.kmslint.access.ContextValue;
import dev.kmslint.access.KeyNames;
import dev.kmslint.access.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request that shows an answer, in the words of a command line. */
final class RequestWords {
  private final Request request;
  private final KeyNames names;

  RequestWords(Request request, KeyNames names) {
    this.request = request;
    this.names = names;
  }

  /** Who makes it: an ARN, or a service. */
  String principal() {
    return request.caller().arn();
  }

  String action() {
    return request.action();
  }

  /** On what; {@code *} when the action has no resource. */
  String resource() {
    return request.resource();
  }

  /**
   * The condition keys that it holds, by name, in order; also the ARN of a session's role, when it
   * has a path, since it does not follow from the session's.
   */
  Map<String, List<String>> context() {
    Map<String, List<String>> context = new TreeMap<>();
    Caller caller = request.caller();
    String role = caller.roleArn();
    if (caller.kind() == Caller.Kind.ROLE_SESSION
        && role != null
        && !role.endsWith(":role/" + caller.roleName())) {
      context.put(names.of("aws:PrincipalArn"), List.of(role));
    }
    for (Map.Entry<String, ContextValue> pin : request.context().pins().entrySet()) {
      if (pin.getValue() instanceof ContextValue.Fixed fixed) {
        context.put(names.of(pin.getKey()), fixed.values());
      }
    }
    return context;
  }

  /** The condition keys that matter and that it lacks, in order. */
  List<String> absent() {
    List<String> absent = new ArrayList<>();
    for (Map.Entry<String, ContextValue> pin : request.context().pins().entrySet()) {
      if (pin.getValue() instanceof ContextValue.Absent) {
        absent.add(names.of(pin.getKey()));
      }
    }
    absent.sort(null);
    return absent;
  }
}
