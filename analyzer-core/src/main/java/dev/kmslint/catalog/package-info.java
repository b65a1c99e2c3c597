/** Facts about AWS, as data with a source and a date. */
@NullMarked
package dev.kmslint.catalog;

import org.jspecify.annotations.NullMarked;
