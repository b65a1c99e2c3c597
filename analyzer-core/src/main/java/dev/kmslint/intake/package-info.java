/** Finds policies and documents of facts in the files that users have. */
@NullMarked
package dev.kmslint.intake;

import org.jspecify.annotations.NullMarked;
