package dev.kmslint.run;

import dev.kmslint.intake.Given;
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
 * @param given the key to which the key policies belong, and values of templates' parameters
 * @param facts values of condition keys that hold in this environment; those of callers do not
 *     count, since every caller is asked about
 * @param config the configuration's file
 * @param programs the folders in which programs are looked for, as the variable {@code PATH} lists
 *     them
 */
public record DiffOptions(
    Path workingFolder,
    InputStream stdin,
    String base,
    List<String> words,
    Given given,
    Map<String, List<String>> facts,
    String config,
    String programs) {}
