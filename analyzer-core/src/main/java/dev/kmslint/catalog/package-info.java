/**
 * Facts about AWS that policies are judged by: actions, condition keys, partitions, services and
 * quotas.
 *
 * <p>The facts are tab-separated files beside these classes; each file names its source, its
 * version or date, and a documentation page. The package knows nothing of policies or rules.
 */
@NullMarked
package dev.kmslint.catalog;

import org.jspecify.annotations.NullMarked;
