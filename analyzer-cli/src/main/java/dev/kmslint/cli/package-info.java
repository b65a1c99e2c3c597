/** The command line. */
@NullMarked
package dev.kmslint.cli;

import org.jspecify.annotations.NullMarked;
