/** Rules about both sides of a sharing. */
@NullMarked
package dev.kmslint.rules.share;

import org.jspecify.annotations.NullMarked;
