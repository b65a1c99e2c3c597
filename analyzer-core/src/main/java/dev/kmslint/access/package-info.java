/** Decides access: what a set of policies says to a request. */
@NullMarked
package dev.kmslint.access;

import org.jspecify.annotations.NullMarked;
