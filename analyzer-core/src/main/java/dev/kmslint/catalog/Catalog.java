package dev.kmslint.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What AWS documents about actions, condition keys, partitions, services and quotas.
 *
 * <p>Immutable to its callers and safe for use by several threads. What is asked for is read then,
 * row by row.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">AWS
 *     Service Authorization Reference</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS
 *     global condition context keys</a>
 */
public final class Catalog {

  private static final String AWS = "aws";
  private static final String KMS = "kms";
  private static final String RDS = "rds";

  private static final class Holder {
    static final Catalog BUILT_IN = new Catalog();
  }

  private volatile @Nullable ServiceTable kms;
  private volatile @Nullable ServiceTable rds;
  private volatile @Nullable KeyTable awsKeys;
  private volatile @Nullable KeyTable kmsKeys;
  private volatile @Nullable KeyTable rdsKeys;
  private volatile @Nullable ViaServices viaServices;
  private volatile @Nullable Partitions partitions;
  private volatile @Nullable Services services;

  private Catalog() {}

  /** The catalog that comes with kmslint. */
  public static Catalog builtIn() {
    return Holder.BUILT_IN;
  }

  /**
   * The catalog with another table of services than its own, as {@code tools/catalog} writes it.
   *
   * @param table the bytes of the file
   * @throws CatalogFault when it cannot be read
   */
  public static Catalog with(byte[] table) throws CatalogFault {
    Catalog catalog = new Catalog();
    catalog.services = Services.supplied(catalog, table);
    return catalog;
  }

  /**
   * The names of all AWS services. What this catalog says itself of KMS, RDS and the global
   * condition keys is richer; the engine reasons with that alone.
   */
  public Services services() {
    Services table = services;
    if (table == null) {
      table = Services.builtIn(this);
      services = table;
    }
    return table;
  }

  /**
   * The table of a service, or null when the catalog has none of its own; {@link #services} has the
   * names of all.
   *
   * @param prefix the service prefix in any case; the catalog has {@code kms} and {@code rds}
   */
  public @Nullable ServiceTable service(String prefix) {
    if (prefix.equalsIgnoreCase(KMS)) {
      return kms();
    }
    return prefix.equalsIgnoreCase(RDS) ? rds() : null;
  }

  /**
   * An action, or null when the service has none of that name or the catalog has no table of the
   * service; {@link #service} tells the two apart.
   *
   * @param prefix the service prefix in any case
   * @param name the action's name without the prefix, in any case, without wildcards
   */
  public @Nullable ActionInfo action(String prefix, String name) {
    ServiceTable table = service(prefix);
    return table == null ? null : table.action(name);
  }

  /**
   * A condition key, or null when the catalog does not know it; {@link #knowsKeysOf} tells whether
   * that means that it does not exist. Members of open families are known when their own part is
   * not empty: {@code kms:EncryptionContext:aws:rds:db-id}, {@code aws:PrincipalTag/team}, {@code
   * kms:RecipientAttestation:PCR3}, {@code rds:cluster-tag/env}.
   *
   * @param name the key with its prefix, in any case
   */
  public @Nullable ConditionKeyInfo conditionKey(String name) {
    int colon = name.indexOf(':');
    if (colon < 0) {
      return null;
    }
    KeyTable own = keysOf(name.substring(0, colon));
    return (own == null ? awsKeys() : own).find(name);
  }

  /**
   * Whether the catalog knows every condition key of a prefix, so that an unknown one is in no
   * request.
   *
   * @param prefix the part of a key before its first colon, in any case; true for {@code aws},
   *     {@code kms} and {@code rds}
   */
  public boolean knowsKeysOf(String prefix) {
    return prefix.equalsIgnoreCase(AWS)
        || prefix.equalsIgnoreCase(KMS)
        || prefix.equalsIgnoreCase(RDS);
  }

  /**
   * The names of the condition keys of a prefix in AWS's spelling and in alphabetical order,
   * families with {@code *} for the open part; empty when {@link #knowsKeysOf} is false.
   *
   * @param prefix the part of a key before its first colon, in any case
   */
  public List<String> conditionKeyNames(String prefix) {
    KeyTable table = keysOf(prefix);
    return table == null ? List.of() : table.names(prefix.toLowerCase(Locale.ROOT));
  }

  /**
   * The condition key that a misspelt one was probably meant to be, or empty: one that is {@link
   * Nearest near} among those of {@code aws}, {@code kms} and {@code rds}, which covers a right
   * name under the wrong one of these prefixes ({@code kms:PrincipalOrgID}). The own part of a
   * member of a family is kept.
   *
   * @param name a key that {@link #conditionKey} does not know
   */
  public Optional<String> nearestConditionKey(String name) {
    int colon = name.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    List<String> candidates = new ArrayList<>();
    for (String prefix : new String[] {AWS, KMS, RDS}) {
      for (String candidate : conditionKeyNames(prefix)) {
        candidates.add(withMember(candidate, name, colon));
      }
    }
    return Nearest.nearest(name, candidates);
  }

  /** Puts what a name has after its second separator into the place of a family's {@code *}. */
  private static String withMember(String candidate, String name, int colon) {
    if (!candidate.endsWith("*")) {
      return candidate;
    }
    for (int i = colon + 1; i < name.length(); i++) {
      if (name.charAt(i) == ':' || name.charAt(i) == '/') {
        return candidate.substring(0, candidate.length() - 1) + name.substring(i + 1);
      }
    }
    return candidate;
  }

  /**
   * Whether a request for an action can hold a condition key. A key of {@code aws:}, {@code kms:}
   * or {@code rds:} that the catalog does not know is in no request, nor is a service's key in a
   * request to another service.
   *
   * @param action an action of this catalog
   * @param key the key with its prefix, in any case
   */
  public Carried carries(ActionInfo action, String key) {
    ConditionKeyInfo info = conditionKey(key);
    if (info == null) {
      int colon = key.indexOf(':');
      return colon >= 0 && knowsKeysOf(key.substring(0, colon)) ? Carried.NEVER : Carried.UNKNOWN;
    }
    String listed =
        info.replacedBy() == null ? info.genericName() : info.replacedBy().toLowerCase(Locale.ROOT);
    if (action.conditionKeys().contains(listed)) {
      return Carried.MAYBE;
    }
    if (isOfOneService(listed) || isListedPerAction(listed)) {
      return Carried.NEVER;
    }
    return info.services().isEmpty() || info.services().contains(action.service())
        ? Carried.MAYBE
        : Carried.NEVER;
  }

  /** Whether a key is in no request but those for which AWS lists it. */
  static boolean isListedByActions(ConditionKeyInfo key) {
    return isOfOneService(key.genericName()) || isListedPerAction(key.genericName());
  }

  private static boolean isOfOneService(String genericName) {
    return genericName.startsWith("kms:") || genericName.startsWith("rds:");
  }

  /** The global keys whose use AWS lists for each action: they come from its tags. */
  private static boolean isListedPerAction(String genericName) {
    return genericName.equals("aws:requesttag/*")
        || genericName.equals("aws:resourcetag/*")
        || genericName.equals("aws:tagkeys");
  }

  /** The service names of {@code kms:ViaService}. */
  public ViaServices viaServices() {
    ViaServices table = viaServices;
    if (table == null) {
      table = ViaServices.read();
      viaServices = table;
    }
    return table;
  }

  /**
   * A partition, or null when there is none of that id.
   *
   * @param id the second field of an ARN, case-sensitive: {@code aws-cn}
   */
  public @Nullable Partition partition(String id) {
    return partitions().byId(id);
  }

  /**
   * The partition whose Regions are named like this one, or null.
   *
   * @param region a Region name in lower case: {@code us-gov-west-1}
   */
  public @Nullable Partition partitionOfRegion(String region) {
    return partitions().ofRegion(region);
  }

  /** All partitions, {@code aws} first. */
  public List<Partition> allPartitions() {
    return partitions().all();
  }

  /** A documented limit. */
  public Quota quota(Quota.Name name) {
    return Quotas.read(name);
  }

  /** The versions and dates of the data in one line, for people. */
  public String source() {
    return Tsv.load("sources").header("summary");
  }

  // A table is immutable: when two threads load the same one they make two equal tables, and either
  // may stay, so no lock is needed.

  private ServiceTable kms() {
    ServiceTable table = kms;
    if (table == null) {
      table = new ServiceTable(KMS);
      kms = table;
    }
    return table;
  }

  private ServiceTable rds() {
    ServiceTable table = rds;
    if (table == null) {
      table = new ServiceTable(RDS);
      rds = table;
    }
    return table;
  }

  private @Nullable KeyTable keysOf(String prefix) {
    if (prefix.equalsIgnoreCase(AWS)) {
      return awsKeys();
    }
    if (prefix.equalsIgnoreCase(KMS)) {
      return kmsKeys();
    }
    return prefix.equalsIgnoreCase(RDS) ? rdsKeys() : null;
  }

  private KeyTable awsKeys() {
    KeyTable table = awsKeys;
    if (table == null) {
      table = new KeyTable(AWS);
      awsKeys = table;
    }
    return table;
  }

  private KeyTable kmsKeys() {
    KeyTable table = kmsKeys;
    if (table == null) {
      table = new KeyTable(KMS);
      kmsKeys = table;
    }
    return table;
  }

  private KeyTable rdsKeys() {
    KeyTable table = rdsKeys;
    if (table == null) {
      table = new KeyTable(RDS);
      rdsKeys = table;
    }
    return table;
  }

  private Partitions partitions() {
    Partitions table = partitions;
    if (table == null) {
      table = Partitions.read();
      partitions = table;
    }
    return table;
  }
}
