/** The built-in rules. */
@NullMarked
package dev.kmslint.rules;

import org.jspecify.annotations.NullMarked;
