package dev.kmslint.run;

import dev.kmslint.config.ShareConfig;
import dev.kmslint.intake.Content;
import dev.kmslint.intake.Content.FoundPolicy;
import dev.kmslint.intake.KeyDescription;
import dev.kmslint.intake.SnapshotAttributes;
import dev.kmslint.intake.SnapshotDescription;
import dev.kmslint.intake.SnapshotRequest;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Text;
import dev.kmslint.share.Scenario;
import dev.kmslint.share.Scenarios;
import dev.kmslint.share.ShareInput;
import dev.kmslint.source.SourceLocation;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the files of shares. */
final class Shares {
  private final Arguments arguments;
  private final Policies policies;
  private final Errors errors;

  Shares(Arguments arguments, Policies policies, Errors errors) {
    this.arguments = arguments;
    this.policies = policies;
    this.errors = errors;
  }

  /** What the files say that a share names. */
  ShareParts read(ShareConfig share, Path folder) throws UsageException {
    ShareParts parts = new ShareParts();
    ShareConfig.Files files = share.files();
    Source source = new Source(parts, share, folder);
    FoundPolicy key = source.found(files.keyPolicy(), PolicyKind.KEY);
    if (key != null) {
      parts.keyPolicy = key.policy();
      parts.itsKey = key.setting().key();
    }
    source.policies(files.identityPolicies(), PolicyKind.IDENTITY, parts.identityPolicies);
    parts.boundary = source.policy(files.boundary(), PolicyKind.BOUNDARY);
    parts.session = source.policy(files.session(), PolicyKind.SESSION);
    source.policies(files.scps(), PolicyKind.SCP, parts.scps);
    source.policies(files.rcps(), PolicyKind.RCP, parts.rcps);
    parts.key = source.only(files.key(), KeyDescription.class, "`describe-key`");
    parts.snapshots.addAll(
        source.all(
            files.snapshot(),
            SnapshotDescription.class,
            "`describe-db-cluster-snapshots` or `describe-db-snapshots`"));
    parts.attributes =
        source.only(
            files.attributes(),
            SnapshotAttributes.class,
            "`describe-db-cluster-snapshot-attributes` or `describe-db-snapshot-attributes`");
    parts.request =
        source.only(files.request(), SnapshotRequest.class, "a call that copies or restores");
    return parts;
  }

  /**
   * The input of a share's check.
   *
   * @param facts all facts that hold for it
   * @throws UsageException when the request is one of another operation than the scenario's
   */
  ShareInput input(
      ShareConfig share, ShareParts parts, String owner, Map<String, List<String>> facts)
      throws UsageException {
    Scenario scenario = share.scenario();
    SnapshotRequest request = parts.request;
    if (scenario != null && request != null && request.operation() != scenario.operation()) {
      throw new UsageException(
          request.location()
              + ": this request is not one of scenario `"
              + scenario.name()
              + "` but of `"
              + Scenarios.of(request).name()
              + "`");
    }
    SnapshotDescription snapshot = parts.snapshot();
    if (snapshot == null && !parts.snapshots.isEmpty()) {
      errors.add(
          parts.snapshots.get(0).location().file().path(),
          "there are "
              + parts.snapshots.size()
              + " snapshots, and neither a request nor snapshot attributes tell which one is"
              + " shared");
    }
    return new ShareInput(
        share.name().isEmpty() ? "share" : share.name(),
        scenario == null ? Scenarios.of(request) : scenario,
        share.to(),
        share.rootUser(),
        share.keyArn(),
        owner,
        share.region(),
        parts.keyPolicy,
        parts.identityPolicies,
        parts.boundary,
        parts.session,
        parts.scps,
        parts.rcps,
        parts.key == null ? parts.itsKey : parts.key,
        snapshot,
        parts.attributes,
        request,
        facts,
        place(share, parts));
  }

  /** Where findings about something absent go. */
  private static SourceLocation place(ShareConfig share, ShareParts parts) {
    if (!share.location().file().text().isEmpty()) {
      return share.location();
    }
    if (parts.keyPolicy != null) {
      return parts.keyPolicy.location().first();
    }
    return parts.firstFile == null ? share.location() : parts.firstFile;
  }

  /** The files of one share. */
  private final class Source {
    private final ShareParts parts;
    private final String why;
    private final Path folder;
    private final Sorting sorting;

    Source(ShareParts parts, ShareConfig share, Path folder) {
      this.parts = parts;
      this.folder = folder;
      this.sorting = new Sorting("share", share.to(), share.keyArn());
      String name = share.name();
      this.why = name.isEmpty() ? "an option says so" : "share `" + name + "` says so";
    }

    private @Nullable Loaded load(Text name) throws UsageException {
      Loaded file;
      if (name.value().equals("-")) {
        file = arguments.useStdin();
      } else {
        file = arguments.use(Arguments.path(new Workspace(folder), name.value()));
      }
      if (file != null) {
        parts.add(file);
      }
      return file;
    }

    @Nullable FoundPolicy found(@Nullable Text name, PolicyKind kind) throws UsageException {
      Loaded file = name == null ? null : load(name);
      if (file == null) {
        return null;
      }
      List<FoundPolicy> found = policies.declare(file, kind, why, sorting);
      FoundPolicy only = found.isEmpty() ? null : found.get(0);
      if (found.size() > 1 && kind == PolicyKind.KEY) {
        only = null;
        for (FoundPolicy each : found) {
          only = !sorting.keyArn().isEmpty() && sorting.isOfTheKey(each) ? each : only;
        }
      }
      if (only == null) {
        nothing(file, found.isEmpty() ? "a policy" : "one " + kind.title() + " but several");
      }
      return only;
    }

    @Nullable Policy policy(@Nullable Text name, PolicyKind kind) throws UsageException {
      FoundPolicy found = found(name, kind);
      return found == null ? null : found.policy();
    }

    void policies(List<Text> names, PolicyKind kind, List<Policy> found) throws UsageException {
      for (Text name : names) {
        Loaded file = load(name);
        if (file == null) {
          continue;
        }
        List<FoundPolicy> declared = policies.declare(file, kind, why, sorting);
        int before = found.size();
        for (FoundPolicy each : declared) {
          if (kind != PolicyKind.IDENTITY || sorting.isOfTheCaller(each, file)) {
            found.add(each.policy());
          }
        }
        if (found.size() == before) {
          nothing(file, declared.isEmpty() ? "a policy" : "a policy of `" + sorting.caller() + "`");
        }
      }
    }

    <T extends Content> List<T> all(@Nullable Text name, Class<T> type, String what)
        throws UsageException {
      Loaded file = name == null ? null : load(name);
      if (file == null) {
        return List.of();
      }
      List<T> found = file.all(type);
      if (found.isEmpty()) {
        nothing(file, what);
      }
      return found;
    }

    <T extends Content> @Nullable T only(@Nullable Text name, Class<T> type, String what)
        throws UsageException {
      List<T> found = all(name, type, what);
      return found.isEmpty() ? null : found.get(0);
    }

    /** A file that is no JSON is a finding; one that holds something else is an error. */
    private void nothing(Loaded file, String what) {
      if (!file.isBroken()) {
        errors.add(file.name(), "the file does not hold " + what);
      }
    }
  }

  /** Whether a share was checked with both policies. */
  static boolean judge(Collection<ShareInput> shares, Policy key, Policy identity) {
    for (ShareInput share : shares) {
      if (share.keyPolicy() != null && share.keyPolicy().location().equals(key.location())) {
        for (Policy each : share.identityPolicies()) {
          if (each.location().equals(identity.location())) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
