/** Texts, places in them, and the positioned trees that are read from them. */
@NullMarked
package dev.kmslint.source;

import org.jspecify.annotations.NullMarked;
