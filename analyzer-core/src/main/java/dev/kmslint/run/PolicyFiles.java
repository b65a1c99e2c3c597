package dev.kmslint.run;

import dev.kmslint.access.KeyNames;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.config.ShareConfig;
import dev.kmslint.intake.Given;
import dev.kmslint.policy.Policy;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import dev.kmslint.source.SyntaxFault;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads the policies that have a say in a question: those of options, and those of bare paths. */
final class PolicyFiles {
  private final Workspace workspace;
  private final Errors errors;
  private final Loader loader;
  private final Arguments arguments;
  private final Policies policies = new Policies();
  private final List<String> warnings = new ArrayList<>();

  PolicyFiles(Workspace workspace, InputStream stdin, Given given) {
    this.workspace = workspace;
    this.errors = new Errors(workspace);
    this.loader = new Loader(workspace, stdin, given, errors);
    this.arguments = new Arguments(workspace, loader, errors);
  }

  /** What could not be read. */
  Errors errors() {
    return errors;
  }

  /** What people should know: sentences. */
  List<String> warnings() {
    return warnings;
  }

  /** Reads everything. */
  ShareParts read(
      ShareConfig.Files files, Collection<String> paths, Walk.Chosen chosen, Sorting sorting)
      throws UsageException {
    arguments.read(paths, chosen);
    ShareConfig described =
        new ShareConfig(
            SourceLocation.startOf(new SourceFile("(command line)", "")),
            "",
            null,
            sorting.caller(),
            false,
            sorting.keyArn(),
            "",
            files,
            Map.of());
    ShareParts parts = new Shares(arguments, policies, errors).read(described, workspace.folder());
    ShareParts sorted = new ShareParts();
    for (Loaded file : arguments.loaded()) {
      if (!parts.files.contains(file.name())) {
        sorted.sort(file, parts, sorting, warnings);
        if (!file.isSliced()) {
          policies.addFound(file);
        }
      }
      complain(file, errors);
    }
    parts.addAll(sorted);
    for (Policies.Known known : sorted.picked) {
      policies.pick(known);
    }
    for (Policy policy : Policies.policies(policies.picked())) {
      warn(policy, warnings);
    }
    return parts;
  }

  /** What was read and holds something. */
  Collection<Loaded> loaded() {
    return arguments.loaded();
  }

  /** Notes that a file is no document, since nothing can be said without it. */
  static void complain(Loaded file, Errors errors) {
    for (SyntaxFault fault : file.document().faults()) {
      if (file.isBroken()) {
        errors.add(file.name(), fault.message() + " (" + fault.location().region().start() + ")");
        return;
      }
    }
  }

  /** Says that AWS may refuse a policy. */
  static void warn(Policy policy, List<String> warnings) {
    if (!policy.faults().isEmpty()) {
      warnings.add(
          policy.faults().get(0).location()
              + ": this policy has faults, so that AWS may refuse it; `kmslint check` names them");
    }
  }

  /** What is known of the key of a key policy that was read. */
  KeyFacts.KeyFact key(Policy keyPolicy) {
    KeyFacts facts = new KeyFacts("", "");
    List<Policies.Known> known = policies.picked();
    facts.learn(arguments.loaded(), known);
    for (Policies.Known each : known) {
      if (each.policy().equals(keyPolicy)) {
        return facts.of(each);
      }
    }
    return KeyFacts.UNKNOWN;
  }

  /** How condition keys are written. */
  KeyNames names(Catalog catalog) {
    return new KeyNames(catalog, Policies.policies(policies.picked()));
  }
}
