/** Proves a sharing: obligations, gaps and the verdict that follows from them. */
@NullMarked
package dev.kmslint.share;

import org.jspecify.annotations.NullMarked;
