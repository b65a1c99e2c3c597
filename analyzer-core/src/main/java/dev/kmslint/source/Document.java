package dev.kmslint.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file as far as it could be read.
 *
 * @param root the value that it holds; null where there is none to be had
 * @param faults what was wrong, in the order of the text
 */
public record Document(SourceFile file, @Nullable Node root, List<SyntaxFault> faults) {}
