/** The exact engine: answers a question of access over all requests that fit. */
@NullMarked
package dev.kmslint.access;

import org.jspecify.annotations.NullMarked;
