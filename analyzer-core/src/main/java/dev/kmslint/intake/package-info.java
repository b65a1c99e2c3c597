/** Finds policies and documents of facts in what users have. */
@NullMarked
package dev.kmslint.intake;

import org.jspecify.annotations.NullMarked;
