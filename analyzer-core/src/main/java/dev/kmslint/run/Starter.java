package dev.kmslint.run;

import dev.kmslint.config.Config;
import dev.kmslint.intake.Content;
import dev.kmslint.intake.Content.FoundPolicy;
import dev.kmslint.intake.Given;
import dev.kmslint.lint.Report;
import dev.kmslint.policy.PolicyKind;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A first configuration for a folder: what is certain about its files stands in it, and every other
 * setting as a comment.
 *
 * @param text the YAML
 * @param shares how many shares it declares
 * @param files how many files hold something that kmslint knows
 * @param errors files that could not be read
 */
public record Starter(String text, int shares, int files, List<Report.InputError> errors) {

  /** Reads a folder, as a check of it would, and words its configuration. */
  public static Starter of(Path folder) throws UsageException {
    Workspace workspace = new Workspace(folder);
    Errors errors = new Errors(workspace);
    Loader loader = new Loader(workspace, InputStream.nullInputStream(), Given.NOTHING, errors);
    Arguments arguments = new Arguments(workspace, loader, errors);
    PathPatterns none = new PathPatterns(workspace.folder(), List.of());
    arguments.read(List.of("."), new Walk.Chosen(none, List.of()));
    Map<String, List<Loaded>> folders = new TreeMap<>();
    int keyPolicies = 0;
    for (Loaded file : arguments.loaded()) {
      int slash = file.name().lastIndexOf('/');
      String name = slash < 0 ? "" : file.name().substring(0, slash);
      List<Loaded> files = folders.get(name);
      if (files == null) {
        files = new ArrayList<>();
        folders.put(name, files);
      }
      files.add(file);
      for (Content content : file.contents()) {
        boolean key =
            content instanceof FoundPolicy found && found.policy().kind() == PolicyKind.KEY;
        keyPolicies += key ? 1 : 0;
      }
    }
    StarterText text = new StarterText();
    text.settings(arguments.loaded().size(), keyPolicies);
    int shares = shares(folders, workspace, text);
    return new Starter(text.toString(), shares, arguments.loaded().size(), errors.sorted());
  }

  private static int shares(
      Map<String, List<Loaded>> folders, Workspace workspace, StarterText text) {
    Set<String> names = new HashSet<>();
    int certain = 0;
    int pairs = 0;
    List<Map.Entry<String, FoundShare>> doubtful = new ArrayList<>();
    for (Map.Entry<String, List<Loaded>> each : folders.entrySet()) {
      FoundShare share = new FoundShare(each.getValue());
      pairs += share.hasBothSides() ? 1 : 0;
      if (share.isCertain()) {
        text.share(name(each.getKey(), workspace, names), share, certain == 0);
        certain++;
      } else if (share.hasBothSides()) {
        doubtful.add(Map.entry(each.getKey(), share));
      }
    }
    for (Map.Entry<String, FoundShare> each : doubtful) {
      text.doubtful(name(each.getKey(), workspace, names), each.getValue(), certain == 0);
    }
    if (pairs == 0) {
      text.exampleShare();
    }
    return certain;
  }

  /** A name for the share of a folder: plain words, and one that no other has. */
  private static String name(String folder, Workspace workspace, Set<String> names) {
    String path = folder.isEmpty() ? String.valueOf(workspace.folder().getFileName()) : folder;
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      name.append(plain ? c : '-');
    }
    String base = "share-" + name;
    String free = base;
    for (int i = 2; !names.add(free); i++) {
      free = base + "-" + i;
    }
    return free;
  }

  /** The name of the file that the text belongs in. */
  public static String fileName() {
    return Config.FILE_NAME;
  }
}
