package dev.kmslint.run;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is to be compared. What is not given is empty.
 *
 * @param workingFolder what names of files are relative to
 * @param stdin what {@code -} reads
 * @param base the revision whose files are the old versions; empty to compare two files
 * @param words the old and the new file; with a revision, files and folders
 * @param keyArn the ARN of the key to which the key policies belong
 * @param owner the account of that key
 * @param facts values of condition keys that hold in this environment; those of callers do not
 *     count, since every caller is asked about
 * @param config the configuration's file
 * @param programs the folders in which programs are looked for, as the variable {@code PATH} lists
 *     them
 * @param parameters values of templates' parameters, by name
 */
public record DiffOptions(
    Path workingFolder,
    InputStream stdin,
    String base,
    List<String> words,
    String keyArn,
    String owner,
    Map<String, List<String>> facts,
    String config,
    String programs,
    Map<String, String> parameters) {

  /** Without values for templates' parameters. */
  public DiffOptions(
      Path workingFolder,
      InputStream stdin,
      String base,
      List<String> words,
      String keyArn,
      String owner,
      Map<String, List<String>> facts,
      String config,
      String programs) {
    this(workingFolder, stdin, base, words, keyArn, owner, facts, config, programs, Map.of());
  }
}
