/** What rules are and what they find. */
@NullMarked
package dev.kmslint.lint;

import org.jspecify.annotations.NullMarked;
