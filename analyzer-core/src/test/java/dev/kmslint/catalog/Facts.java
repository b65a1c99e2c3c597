package dev.kmslint.catalog;

import static java.util.Objects.requireNonNull;

/** Entries of the built-in catalog that a test takes for granted. */
final class Facts {

  private static final Catalog CATALOG = Catalog.builtIn();

  private Facts() {}

  static ServiceTable service(String prefix) {
    return requireNonNull(CATALOG.service(prefix), prefix);
  }

  static ActionInfo action(String qualifiedName) {
    int colon = qualifiedName.indexOf(':');
    return requireNonNull(
        CATALOG.action(qualifiedName.substring(0, colon), qualifiedName.substring(colon + 1)),
        qualifiedName);
  }

  static ConditionKeyInfo key(String name) {
    return requireNonNull(CATALOG.conditionKey(name), name);
  }

  /** The key of a name of {@link Catalog#conditionKeyNames}: for a family, one of its members. */
  static ConditionKeyInfo member(String genericName) {
    return key(genericName.replace("*", "0"));
  }
}
