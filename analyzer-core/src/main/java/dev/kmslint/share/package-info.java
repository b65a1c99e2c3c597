/** Proves that a sharing works, or names every gap. */
@NullMarked
package dev.kmslint.share;

import org.jspecify.annotations.NullMarked;
