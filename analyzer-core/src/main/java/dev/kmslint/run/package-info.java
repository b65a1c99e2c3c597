/** Runs an analysis: from files to a report. */
@NullMarked
package dev.kmslint.run;

import org.jspecify.annotations.NullMarked;
