/** From files to a report: the only package that sees all the others. */
@NullMarked
package dev.kmslint.run;

import org.jspecify.annotations.NullMarked;
