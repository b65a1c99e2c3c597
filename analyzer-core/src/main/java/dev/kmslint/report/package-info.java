/** Writes reports, one class for each format. */
@NullMarked
package dev.kmslint.report;

import org.jspecify.annotations.NullMarked;
