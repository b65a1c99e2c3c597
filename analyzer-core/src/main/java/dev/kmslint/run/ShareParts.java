package dev.kmslint.run;

import dev.kmslint.intake.Content;
import dev.kmslint.intake.Content.FoundPolicy;
import dev.kmslint.intake.KeyDescription;
import dev.kmslint.intake.SnapshotAttributes;
import dev.kmslint.intake.SnapshotDescription;
import dev.kmslint.intake.SnapshotRequest;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Text;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is given about one share, gathered file by file. */
final class ShareParts {
  @Nullable Policy keyPolicy;
  final List<Policy> identityPolicies = new ArrayList<>();
  @Nullable Policy boundary;
  @Nullable Policy session;
  final List<Policy> scps = new ArrayList<>();
  final List<Policy> rcps = new ArrayList<>();
  @Nullable KeyDescription key;

  /** The key of the key policy, as the document around it describes it. */
  @Nullable KeyDescription itsKey;

  final List<SnapshotDescription> snapshots = new ArrayList<>();
  @Nullable SnapshotAttributes attributes;
  @Nullable SnapshotRequest request;
  @Nullable SourceLocation firstFile;

  /** What is taken of files that are read in parts. */
  final List<Policies.Known> picked = new ArrayList<>();

  /** The names of the files that have a part in it. */
  final Set<String> files = new HashSet<>();

  /** Notes that a file has a part in it. */
  void add(Loaded file) {
    files.add(file.name());
    if (firstFile == null) {
      firstFile = SourceLocation.startOf(file.document().file());
    }
  }

  /**
   * Takes what a file shows to be.
   *
   * @param given what options gave: of that nothing more is taken, but for identity policies
   * @param sorting what they are for
   * @param warnings takes sentences about what is not used
   * @throws UsageException when there is a second one of which only one can be
   */
  void sort(Loaded file, ShareParts given, Sorting sorting, List<String> warnings)
      throws UsageException {
    add(file);
    boolean held = false;
    boolean mine = false;
    for (Content content : file.contents()) {
      if (content instanceof FoundPolicy found) {
        held |= found.setting().holders() != null;
        mine |= found.setting().holders() != null && sorting.isOfTheCaller(found, file);
        sort(file, found, given, sorting, warnings);
      } else if (content instanceof KeyDescription description && given.key == null) {
        refuseSecond(key, file, "output of `describe-key`", "--key");
        key = description;
      } else if (content instanceof SnapshotDescription description && given.snapshots.isEmpty()) {
        snapshots.add(description);
      } else if (content instanceof SnapshotAttributes described && given.attributes == null) {
        refuseSecond(attributes, file, "list of snapshot attributes", "--snapshot-attributes");
        attributes = described;
      } else if (content instanceof SnapshotRequest call && given.request == null) {
        refuseSecond(request, file, "request", "--request");
        request = call;
      }
    }
    if (held && !mine && !sorting.isForEach()) {
      warnings.add(
          "`"
              + file.name()
              + "` says whose its policies are, and `"
              + sorting.caller()
              + "` has none of them; name a user or role whose they are");
    }
  }

  private void sort(
      Loaded file, FoundPolicy found, ShareParts given, Sorting sorting, List<String> warnings)
      throws UsageException {
    Policy policy = found.policy();
    boolean certain = found.certain();
    if (certain && policy.kind() == PolicyKind.KEY) {
      if (given.keyPolicy == null && sorting.isOfTheKey(found)) {
        if (keyPolicy != null) {
          throw second("key policy", keyPolicy.location(), file, "--key-policy");
        }
        keyPolicy = policy;
        itsKey = found.setting().key();
        pick(file, found);
      }
    } else if (certain
        && policy.kind() == PolicyKind.IDENTITY
        && sorting.isOfTheCaller(found, file)) {
      identityPolicies.add(policy);
      pick(file, found);
    } else if (certain && policy.kind() == PolicyKind.SCP) {
      scps.add(policy);
    } else if (certain && policy.kind() == PolicyKind.RCP) {
      rcps.add(policy);
    } else if (!isOfAnother(found)) {
      String warning =
          "`"
              + file.name()
              + "` has no part in the "
              + sorting.what()
              + ", since "
              + found.why()
              + "; the option for its kind gives it one";
      if (!file.isSliced() || !warnings.contains(warning)) {
        warnings.add(warning);
      }
    }
    if (sorting.boundsTheCaller(found) && given.boundary == null) {
      boundary = found.declared(PolicyKind.BOUNDARY).policy();
    }
  }

  private void pick(Loaded file, FoundPolicy found) {
    if (file.isSliced()) {
      picked.add(Policies.Known.of(file, found));
    }
  }

  /** Whether the document says that it is somebody's, of a kind that has no part here. */
  private static boolean isOfAnother(FoundPolicy found) {
    return found.setting().holders() != null
        || (found.certain() && found.policy().kind() == PolicyKind.TRUST);
  }

  /** Adds what was sorted. */
  void addAll(ShareParts sorted) {
    if (keyPolicy == null) {
      keyPolicy = sorted.keyPolicy;
      itsKey = sorted.itsKey;
    }
    identityPolicies.addAll(sorted.identityPolicies);
    boundary = boundary == null ? sorted.boundary : boundary;
    scps.addAll(sorted.scps);
    rcps.addAll(sorted.rcps);
    key = key == null ? sorted.key : key;
    snapshots.addAll(sorted.snapshots);
    attributes = attributes == null ? sorted.attributes : attributes;
    request = request == null ? sorted.request : request;
    firstFile = firstFile == null ? sorted.firstFile : firstFile;
    files.addAll(sorted.files);
  }

  private static void refuseSecond(@Nullable Content first, Loaded file, String what, String option)
      throws UsageException {
    if (first != null) {
      throw second(what, first.location(), file, option);
    }
  }

  private static UsageException second(
      String what, SourceLocation first, Loaded file, String option) {
    return new UsageException(
        "`"
            + first.file().path()
            + "` and `"
            + file.name()
            + "` both hold a "
            + what
            + ": say which one counts with `"
            + option
            + "`");
  }

  /**
   * The snapshot that is meant: the only one, else the one that the request or the attributes name;
   * null when nothing tells.
   */
  @Nullable SnapshotDescription snapshot() {
    if (snapshots.size() == 1) {
      return snapshots.get(0);
    }
    SnapshotDescription meant = null;
    Text asked = request == null ? null : request.snapshot();
    Text described = attributes == null ? null : attributes.identifier();
    for (SnapshotDescription snapshot : snapshots) {
      if (asked != null
          ? isNamed(snapshot, asked)
          : described != null && isNamed(snapshot, described)) {
        meant = snapshot;
      }
    }
    return meant;
  }

  private static boolean isNamed(SnapshotDescription snapshot, Text name) {
    return (snapshot.arn() != null && snapshot.arn().value().equals(name.value()))
        || (snapshot.identifier() != null && snapshot.identifier().value().equals(name.value()));
  }
}
