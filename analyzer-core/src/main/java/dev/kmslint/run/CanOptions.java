package dev.kmslint.run;

import dev.kmslint.config.ShareConfig;
import dev.kmslint.intake.Given;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An access question and the policies that have a say in it. What is not given is empty.
 *
 * @param workingFolder what names of files are relative to
 * @param stdin what {@code -} reads
 * @param principal an ARN, of which {@code *} and {@code ?} make a pattern; an account id for any
 *     user or role of the account; a service principal; {@code *} for anybody
 * @param action with its prefix, with wildcards for several
 * @param resource an ARN, with wildcards for several; {@code *} for the key
 * @param context the values of condition keys; none at all for the empty set
 * @param absent condition keys that the requests lack
 * @param onlyContext whether the requests hold no other condition key than those
 * @param roleArn of an assumed role's session: the role, with its path
 * @param given the key to which the key policies belong, and values of templates' parameters
 * @param facts values of condition keys that hold in this environment
 * @param config the configuration's file
 * @param files the policies, by what they are
 * @param paths more files and folders, to be sorted by what they hold
 */
public record CanOptions(
    Path workingFolder,
    InputStream stdin,
    String principal,
    String action,
    String resource,
    Map<String, List<String>> context,
    List<String> absent,
    boolean onlyContext,
    String roleArn,
    Given given,
    Map<String, List<String>> facts,
    String config,
    ShareConfig.Files files,
    List<String> paths) {}
