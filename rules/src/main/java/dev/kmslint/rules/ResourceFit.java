package dev.kmslint.rules;

import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.ResourceType;
import dev.kmslint.catalog.ServiceTable;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the resources of a statement of an IAM policy can be those of its actions. Only services
 * and kinds are compared, not Regions and accounts, since AWS's forms of ARNs are not always right
 * about these.
 */
public final class ResourceFit {
  private ResourceFit() {}

  /** The resources of a statement that has a list of them, for a rule to look at; else none. */
  public static List<Resources.Entry> resources(Statement statement, PolicyContext context) {
    Resources resources = statement.resources();
    return resources == null
            || statement.unreadable()
            || resources.negated()
            || !context.kind().isIdentitySide()
        ? List.of()
        : resources.entries();
  }

  /** Whether one of the resources is {@code *}, or stands for everything by its variables. */
  public static boolean hasEverything(List<Resources.Entry> resources) {
    for (Resources.Entry resource : resources) {
      if (glob(resource).matchesEverything()) {
        return true;
      }
    }
    return false;
  }

  /** Whether there are actions, and none of them works on a resource. */
  public static boolean areKeyless(List<ActionInfo> actions) {
    for (ActionInfo action : actions) {
      if (action.needsResource()) {
        return false;
      }
    }
    return !actions.isEmpty();
  }

  /** Whether each of the actions works on resources, and on none of these. */
  public static boolean fitNone(
      Actions.Entry entry, List<Resources.Entry> resources, PolicyContext context) {
    ServiceTable table = ServiceActions.table(entry, context);
    List<ActionInfo> actions = ServiceActions.meant(entry, context);
    for (ActionInfo action : actions) {
      if (table == null || !action.needsResource() || fits(action, table, resources)) {
        return false;
      }
    }
    return !actions.isEmpty();
  }

  private static boolean fits(
      ActionInfo action, ServiceTable table, List<Resources.Entry> resources) {
    for (String name : action.resourceTypes()) {
      ResourceType type = table.resourceType(name);
      for (Resources.Entry resource : resources) {
        if (type == null || fits(type.arnPattern(), resource)) {
          return true;
        }
      }
    }
    for (String arnPattern : DocumentedResources.arnPatterns(action)) {
      for (Resources.Entry resource : resources) {
        if (fits(arnPattern, resource)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean fits(String arnPattern, Resources.Entry resource) {
    if (!resource.text().startsWith("arn:")
        || fitsPlainly(arnPattern, resource.text())
        || isMalformed(resource.text())) {
      return true;
    }
    String form = opened(arnPattern);
    Glob pattern = Glob.of(form).asArnPattern();
    if (pattern == null || glob(resource).intersects(pattern)) {
      return true;
    }
    Glob kind = kind(opened(resource.text()));
    Glob formKind = kind(form);
    return kind != null && formKind != null && kind.intersects(formKind);
  }

  /** A look at the text alone: the same service, and the kind that the form's last name follows. */
  private static boolean fitsPlainly(String form, String text) {
    int last = afterColon(form, 5);
    int open = form.indexOf("${", last);
    if (last < 0 || open < 0 || form.indexOf('}', open) != form.length() - 1) {
      return false;
    }
    int service = afterColon(form, 2);
    int length = afterColon(form, 3) - service;
    int resource = afterColon(text, 5);
    return resource > 0
        && text.regionMatches(afterColon(text, 2), form, service, length)
        && text.regionMatches(resource, form, last, open - last);
  }

  /** Where the part after a number of colons starts; -1 when there are fewer. */
  private static int afterColon(String text, int colons) {
    int at = 0;
    for (int i = 0; i < colons; i++) {
      int colon = text.indexOf(':', at);
      if (colon < 0) {
        return -1;
      }
      at = colon + 1;
    }
    return at;
  }

  /** A pattern with too few parts can still stand for an ARN; plain text cannot. */
  private static boolean isMalformed(String text) {
    return Arn.parse(text) == null && !ArnPlaces.isOpen(text);
  }

  /** Service and resource of an ARN, without what lies between; null for what is no ARN. */
  private static @Nullable Glob kind(String text) {
    Arn arn = Arn.parse(text);
    return arn == null ? null : Glob.of(arn.service() + ":" + arn.resource());
  }

  private static Glob glob(Resources.Entry resource) {
    return Glob.of(opened(resource.text()));
  }

  /** Text in which {@code *} stands for each of its variables or placeholders. */
  private static String opened(String text) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", from)) {
      int end = text.indexOf('}', start);
      if (end < 0) {
        break;
      }
      out.append(text, from, start).append('*');
      from = end + 1;
    }
    return out.append(text, from, text.length()).toString();
  }
}
