package dev.kmslint.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The names of all AWS services: their actions, resource types and condition keys. For KMS, RDS and
 * the global condition keys the catalogue's own tables go first, which are richer and were compared
 * with more of the documentation; a supplied table adds what is newer.
 *
 * <p>Immutable to its callers and safe for use by several threads. Only the parts of those services
 * are read that are asked for.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">AWS
 *     Service Authorization Reference</a>
 */
public final class Services {
  private final Catalog own;
  private final boolean supplied;
  private final Map<String, ServicePart> parts = new ConcurrentHashMap<>();
  private final Map<String, ServiceTable> merged = new ConcurrentHashMap<>();
  private volatile @Nullable ServicesFile file;

  private Services(Catalog own, @Nullable ServicesFile supplied) {
    this.own = own;
    this.file = supplied;
    this.supplied = supplied != null;
  }

  /** The table that comes with kmslint; it is read when something is asked of it. */
  static Services builtIn(Catalog own) {
    return new Services(own, null);
  }

  /** A table that was supplied; all of it is read once, so that no fault can come later. */
  static Services supplied(Catalog own, byte[] table) throws CatalogFault {
    ServicesFile file = ServicesFile.read(table);
    file.check();
    return new Services(own, file);
  }

  private ServicesFile file() {
    ServicesFile known = file;
    if (known != null) {
      return known;
    }
    try (InputStream in = Services.class.getResourceAsStream("services.tsv")) {
      if (in == null) {
        throw new IllegalStateException("the table of services is missing");
      }
      ServicesFile read = ServicesFile.read(in.readAllBytes());
      file = read;
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the table of services", e);
    } catch (CatalogFault e) {
      throw new IllegalStateException("the table of services is damaged", e);
    }
  }

  /** Where the facts come from, with their version. */
  public String source() {
    return file().source();
  }

  /** Source, version and day in one phrase, for people. */
  public String title() {
    return source() + ", of " + date();
  }

  /** The day of the facts: {@code 2026-09-26}. */
  public String date() {
    return file().date();
  }

  /**
   * Whether the facts are older than twelve months.
   *
   * @param today as {@code 2027-06-30}; empty when it is not known, and then they are not
   */
  public boolean areOld(String today) {
    int year = Integer.parseInt(date().substring(0, 4)) + 1;
    return !today.isEmpty() && today.compareTo(year + date().substring(4)) > 0;
  }

  /** The prefixes of all services, in lower case and in alphabetical order. */
  public List<String> prefixes() {
    return file().prefixes();
  }

  /**
   * The actions and resource types of a service; null when there is no such service.
   *
   * @param prefix the service prefix in any case
   */
  public @Nullable ServiceTable service(String prefix) {
    String lower = prefix.toLowerCase(Locale.ROOT);
    ServiceTable checked = own.service(lower);
    if (checked != null) {
      return supplied ? withNewer(checked) : checked;
    }
    ServicePart part = lower.equals(ServicesFile.GLOBAL) ? null : part(lower);
    return part == null ? null : part.table();
  }

  /** A table of the catalogue's own, and the actions that a supplied one has besides. */
  private ServiceTable withNewer(ServiceTable checked) {
    ServiceTable known = merged.get(checked.prefix());
    ServicePart part = part(checked.prefix());
    if (known != null || part == null) {
      return known == null ? checked : known;
    }
    List<ActionInfo> actions = new ArrayList<>(checked.actions());
    for (ActionInfo action : part.table().actions()) {
      if (checked.action(action.name()) == null) {
        actions.add(action);
      }
    }
    List<ResourceType> types = new ArrayList<>(checked.resourceTypes());
    for (ResourceType type : part.table().resourceTypes()) {
      if (checked.resourceType(type.name()) == null) {
        types.add(type);
      }
    }
    ServiceTable all = new ServiceTable(checked.prefix(), actions, types, checked.url());
    merged.put(checked.prefix(), all);
    return all;
  }

  /**
   * A condition key; null when none of that name is known. Keys stand with the service of their
   * prefix, whichever service's requests hold them.
   *
   * @param name the key with its prefix, in any case
   */
  public @Nullable ConditionKeyInfo conditionKey(String name) {
    ConditionKeyInfo checked = own.conditionKey(name);
    int colon = name.indexOf(':');
    if (checked != null || colon < 0 || (!supplied && isOwn(name.substring(0, colon)))) {
      return checked;
    }
    ServicePart part = partOfKeys(name.substring(0, colon));
    return part == null ? null : part.key(name);
  }

  /**
   * Whether there is a service of that prefix.
   *
   * @param prefix the service prefix in any case
   */
  public boolean has(String prefix) {
    return own.service(prefix) != null || file().has(prefix.toLowerCase(Locale.ROOT));
  }

  private boolean isOwn(String prefix) {
    return own.knowsKeysOf(prefix);
  }

  /**
   * Whether all condition keys of a prefix are known, as it is {@code aws} or a service's.
   *
   * @param prefix the part of a key before its first colon, in any case
   */
  public boolean knowsKeysOf(String prefix) {
    return isOwn(prefix) || has(prefix);
  }

  /**
   * The names of the condition keys of a prefix in AWS's spelling, families with {@code *} for the
   * open part; empty when {@link #knowsKeysOf} is false.
   *
   * @param prefix the part of a key before its first colon, in any case
   */
  public List<String> conditionKeyNames(String prefix) {
    String lower = prefix.toLowerCase(Locale.ROOT);
    ServicePart part = isOwn(lower) ? null : part(lower);
    return part == null ? own.conditionKeyNames(lower) : part.keys().names(lower);
  }

  /**
   * Whether a request for an action can hold a condition key. {@link Carried#UNKNOWN} for a key
   * that is not known.
   *
   * @param action an action of {@link #service}
   * @param name the key with its prefix, in any case
   */
  public Carried carries(ActionInfo action, String name) {
    ConditionKeyInfo key = conditionKey(name);
    if (key == null) {
      return Carried.UNKNOWN;
    }
    if (action.conditionKeys().contains(key.genericName())) {
      return Carried.MAYBE;
    }
    if (own.conditionKey(name) != null) {
      boolean checked = own.action(action.service(), action.name()) != null;
      return checked || Catalog.isListedByActions(key) ? own.carries(action, name) : Carried.MAYBE;
    }
    ServicePart part = part(key.genericName().substring(0, key.genericName().indexOf(':')));
    return part != null && part.lists(key) ? Carried.NEVER : Carried.MAYBE;
  }

  private @Nullable ServicePart partOfKeys(String prefix) {
    ServicePart part = part(prefix.toLowerCase(Locale.ROOT));
    return part == null ? part(ServicesFile.GLOBAL) : part;
  }

  private @Nullable ServicePart part(String prefix) {
    ServicePart known = parts.get(prefix);
    if (known != null) {
      return known;
    }
    try {
      ServicePart read = file().part(prefix);
      if (read != null) {
        parts.put(prefix, read);
      }
      return read;
    } catch (CatalogFault e) {
      throw new IllegalStateException("the table of services is damaged", e);
    }
  }
}
