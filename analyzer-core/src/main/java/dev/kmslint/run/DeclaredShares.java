package dev.kmslint.run;

import dev.kmslint.config.Complaints;
import dev.kmslint.config.Config;
import dev.kmslint.config.ShareConfig;
import dev.kmslint.share.Scenarios;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Chooses among the shares that a configuration declares. */
final class DeclaredShares {
  private static final String SAY_WHO = "say who is to use the key, as `--to 444455556666`";

  private final Workspace workspace;
  private final ConfigFinder.Found config;

  DeclaredShares(Workspace workspace, ConfigFinder.Found config) {
    this.workspace = workspace;
    this.config = config;
  }

  /**
   * The shares that a command line without {@code --to} means.
   *
   * @param folders those of the paths that are folders
   */
  List<ShareConfig> select(
      RunOptions options, List<String> paths, List<Path> folders, List<String> names)
      throws UsageException {
    if (!options.share().files().isNone()) {
      throw new UsageException(
          SAY_WHO + ": options that name a file describe a share of their own");
    }
    if (options.config().isEmpty()) {
      refuseOtherPaths(paths, folders);
    }
    Path file = config.file();
    if (file == null) {
      throw new UsageException(
          SAY_WHO + ": there is no `" + Config.FILE_NAME + "` here that declares shares");
    }
    List<ShareConfig> all = config.config().shares();
    if (all.isEmpty()) {
      throw new UsageException(SAY_WHO + ": `" + workspace.nameOf(file) + "` declares no shares");
    }
    if (names.isEmpty()) {
      return all;
    }
    List<ShareConfig> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(named(name, all));
    }
    return chosen;
  }

  /** A path stands for the shares of a folder's own configuration. */
  private void refuseOtherPaths(List<String> paths, List<Path> folders) throws UsageException {
    for (Path folder : folders) {
      if (!Files.isRegularFile(folder.resolve(Config.FILE_NAME))) {
        throw new UsageException(
            SAY_WHO
                + ": `"
                + workspace.nameOf(folder)
                + "` has no `"
                + Config.FILE_NAME
                + "` that declares shares");
      }
    }
    for (String path : paths) {
      if (path.equals("-") || Files.isRegularFile(Arguments.path(workspace, path))) {
        throw new UsageException(SAY_WHO + ": `" + path + "` alone does not tell");
      }
    }
  }

  private static ShareConfig named(String name, List<ShareConfig> all) throws UsageException {
    List<String> names = new ArrayList<>();
    for (ShareConfig share : all) {
      if (share.name().equals(name)) {
        return share;
      }
      names.add(share.name());
    }
    String near = Complaints.didYouMean(name, names);
    throw new UsageException("there is no share `" + name + "`" + near);
  }

  /** A declared share with what the command line says instead. */
  static ShareConfig changed(ShareConfig share, RunOptions options) {
    RunOptions.ShareOptions over = options.share();
    return new ShareConfig(
        share.location(),
        share.name(),
        over.scenario().isEmpty() ? share.scenario() : Scenarios.named(over.scenario()),
        share.to(),
        share.rootUser() || over.rootUser(),
        options.given().keyArn().isEmpty() ? share.keyArn() : options.given().keyArn(),
        over.region().isEmpty() ? share.region() : over.region(),
        share.files(),
        share.facts());
  }
}
