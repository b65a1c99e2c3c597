package dev.kmslint.access.exact.term;

import static dev.kmslint.access.exact.atom.Chars.ANY;
import static dev.kmslint.access.exact.atom.Chars.HOST;
import static dev.kmslint.access.exact.atom.Pattern.one;
import static dev.kmslint.access.exact.atom.Pattern.star;

import dev.kmslint.access.exact.atom.Pattern;
import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.TestPredicate;
import dev.kmslint.access.exact.atom.ValueTest;
import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.ResourceType;
import dev.kmslint.catalog.ServiceTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The resources that actions work on, where the catalogue knows the action: ARNs of its resource
 * types, and {@code *} where it needs none. Some actions work on resources of several types, and
 * then there is a request for each.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
public final class ActionResources {
  private static final String ANY_PARTITION = "${Partition}";

  private final Catalog catalog;
  private final Map<List<String>, Predicate> known = new ConcurrentHashMap<>();

  ActionResources(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * What the resource of each of a question's actions must satisfy, and for which of them.
   *
   * @param partition of the resources; empty for all
   */
  public Map<Predicate, long[]> of(ActionSet actions, String partition) {
    Map<Predicate, long[]> all = new LinkedHashMap<>();
    for (int a = 0; a < actions.size(); a++) {
      ActionInfo info = actions.info(a);
      Predicate resources = info == null ? null : of(info, partition);
      if (resources != null) {
        long[] bits = all.computeIfAbsent(resources, any -> actions.bits(b -> false));
        bits[a >> 6] |= 1L << a;
      }
    }
    return all;
  }

  /** Compared by identity: actions with the same resources have the same predicate. */
  private @Nullable Predicate of(ActionInfo action, String partition) {
    ServiceTable table = catalog.service(action.service());
    if (table == null) {
      return null;
    }
    List<String> forms = new ArrayList<>();
    if (action.requiredResourceTypes().isEmpty()) {
      forms.add("*");
    }
    for (String name : action.resourceTypes()) {
      ResourceType type = table.resourceType(name);
      if (type == null) {
        return null;
      }
      forms.add(
          partition.isEmpty()
              ? type.arnPattern()
              : type.arnPattern().replace(ANY_PARTITION, partition));
    }
    return known.computeIfAbsent(forms, ActionResources::predicate);
  }

  private static Predicate predicate(List<String> forms) {
    List<Pattern> patterns = new ArrayList<>();
    for (String form : forms) {
      patterns.add(form.equals("*") ? Pattern.literal(form) : pattern(form));
    }
    return new TestPredicate(new ValueTest.Text(patterns));
  }

  /** A form of ARNs, in which placeholders stand for fields and for parts of the last one. */
  private static Pattern pattern(String form) {
    Pattern pattern = Pattern.literal("");
    int at = 0;
    while (at < form.length()) {
      int open = form.indexOf("${", at);
      int end = open < 0 ? form.length() : open;
      pattern = pattern.then(form.substring(at, end));
      at = open < 0 ? end : form.indexOf('}', open) + 1;
      if (open >= 0) {
        pattern =
            switch (form.substring(open, at)) {
              case ANY_PARTITION, "${Region}" -> pattern.then(one(HOST), star(HOST));
              case "${Account}" -> pattern.then(Callers.TWELVE_DIGITS);
              default -> pattern.then(one(ANY), star(ANY));
            };
      }
    }
    return pattern;
  }
}
