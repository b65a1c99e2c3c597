package dev.kmslint.run;

import dev.kmslint.intake.Content;
import dev.kmslint.intake.KeyDescription;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.policy.Text;
import dev.kmslint.share.ShareInput;
import dev.kmslint.share.ShareResult;
import dev.kmslint.source.SourceLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the key that a key policy belongs to: what the command line says; else what a
 * share of that policy knows; else the single description of a key that lies in one folder with the
 * single key policy; else, for the owner alone, the only account that the policy names.
 */
final class KeyFacts {
  /** Nothing is known. */
  static final KeyFact UNKNOWN = new KeyFact(null, "", false, "");

  private final KeyFact given;
  private final Map<SourceLocation, KeyFact> fromShares = new HashMap<>();
  private final Map<Path, KeyDescription> descriptions = new HashMap<>();
  private final Set<String> recipients = new TreeSet<>();

  /**
   * What is known of a key.
   *
   * @param arn null when unknown
   * @param owner empty when unknown
   * @param why from where: a phrase; empty when nothing is known
   */
  record KeyFact(@Nullable Arn arn, String owner, boolean awsManaged, String why) {}

  /**
   * @param keyArn as given by an option; can be empty
   * @param owner as given by an option; can be empty
   */
  KeyFacts(String keyArn, String owner) {
    Arn arn = Arn.parse(keyArn);
    String account = owner.isEmpty() && arn != null ? arn.account() : owner;
    this.given = new KeyFact(arn, account, false, "the command line says so");
  }

  /** Learns from a share that was checked. */
  void learn(ShareInput input, ShareResult result) {
    Arn to = Arn.parse(input.to());
    recipients.add(to == null ? input.to() : to.account());
    if (input.keyPolicy() != null && !result.owner().isEmpty()) {
      KeyDescription key = input.key();
      fromShares.putIfAbsent(
          input.keyPolicy().location(),
          new KeyFact(
              Arn.parse(result.keyArn()),
              result.owner(),
              key != null && isAwsManaged(key),
              "share `" + result.name() + "` knows it"));
    }
  }

  /**
   * Learns which descriptions of keys lie beside which key policies.
   *
   * @param policies those of files that are in memory
   */
  void learn(Collection<Loaded> files, Collection<Policies.Known> policies) {
    Map<Path, List<KeyDescription>> described = new HashMap<>();
    Map<Path, Integer> keyPolicies = new HashMap<>();
    for (Loaded file : files) {
      Path folder = file.path() == null ? null : file.path().getParent();
      if (folder != null) {
        List<KeyDescription> here = described.get(folder);
        if (here == null) {
          here = new ArrayList<>();
          described.put(folder, here);
        }
        if (file.slices() == null) {
          here.addAll(file.all(KeyDescription.class));
        } else {
          learn(file.slices().aboutKeys(), folder, here, keyPolicies);
        }
      }
    }
    for (Policies.Known known : policies) {
      Path folder = known.file().path() == null ? null : known.file().path().getParent();
      if (folder != null && !known.file().isSliced() && known.policy().kind() == PolicyKind.KEY) {
        keyPolicies.put(folder, keyPolicies.getOrDefault(folder, 0) + 1);
      }
    }
    for (Map.Entry<Path, List<KeyDescription>> each : described.entrySet()) {
      if (each.getValue().size() == 1 && keyPolicies.getOrDefault(each.getKey(), 0) == 1) {
        descriptions.put(each.getKey(), each.getValue().get(0));
      }
    }
  }

  /** Of descriptions, two are as many as any: the first says that there is more than one. */
  private static void learn(
      Iterable<Content> parts,
      Path folder,
      List<KeyDescription> described,
      Map<Path, Integer> keyPolicies) {
    for (Content content : parts) {
      if (content instanceof KeyDescription key && described.size() < 2) {
        described.add(key);
      } else if (content instanceof Content.FoundPolicy found
          && found.policy().kind() == PolicyKind.KEY) {
        keyPolicies.put(folder, keyPolicies.getOrDefault(folder, 0) + 1);
      }
    }
  }

  /** What is known of the key of a key policy. */
  KeyFact of(Policies.Known known) {
    KeyFact told = told(known);
    if (told != null) {
      return told;
    }
    if (known.policy().isOpen()) {
      return UNKNOWN;
    }
    Set<String> accounts = accountsOf(known.policy());
    if (accounts.size() == 1) {
      String only = accounts.iterator().next();
      if (!recipients.contains(only)) {
        return new KeyFact(null, only, false, "it is the only account that the policy names");
      }
    }
    return UNKNOWN;
  }

  /** What options, shares and descriptions say of the key; null when they say nothing. */
  @Nullable KeyFact told(Policies.Known known) {
    KeyFact share = fromShares.get(known.policy().location());
    if (!given.owner().isEmpty()) {
      return share == null
          ? given
          : new KeyFact(given.arn(), given.owner(), share.awsManaged(), given.why());
    }
    if (share != null) {
      return share;
    }
    Path folder = known.file().path() == null ? null : known.file().path().getParent();
    KeyDescription description = known.setting().key();
    if (description == null) {
      description = folder == null ? null : descriptions.get(folder);
    }
    Text arn = description == null ? null : description.arn();
    Text account = description == null ? null : description.account();
    if (description != null && (arn != null || account != null)) {
      return new KeyFact(
          arn == null ? null : Arn.parse(arn.value()),
          account == null ? "" : account.value(),
          isAwsManaged(description),
          "`" + description.location().file().path() + "` describes it");
    }
    return null;
  }

  private static boolean isAwsManaged(KeyDescription key) {
    return key.keyManager() != null && key.keyManager().value().equals("AWS");
  }

  /** Every account in the policy's principals, resources and condition values. */
  static Set<String> accountsOf(Policy policy) {
    Set<String> accounts = new TreeSet<>();
    for (Statement statement : policy.statements()) {
      if (statement.principals() != null) {
        for (Principal principal : statement.principals().entries()) {
          add(principal.account(), accounts);
        }
      }
      if (statement.resources() != null) {
        for (Resources.Entry resource : statement.resources().entries()) {
          add(resource.text(), accounts);
        }
      }
      for (Condition condition : statement.conditions()) {
        for (Condition.Value value : condition.values()) {
          add(value.text(), accounts);
        }
      }
    }
    return accounts;
  }

  private static void add(String text, Set<String> accounts) {
    if (Arn.isAccountId(text)) {
      accounts.add(text);
      return;
    }
    Arn arn = Arn.parse(text);
    if (arn != null && Arn.isAccountId(arn.account())) {
      accounts.add(arn.account());
    }
  }
}
