/** Rules, findings, suppressions and baselines. */
@NullMarked
package dev.kmslint.lint;

import org.jspecify.annotations.NullMarked;
