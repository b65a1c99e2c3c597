/** The configuration file, options and their precedence. */
@NullMarked
package dev.kmslint.config;

import org.jspecify.annotations.NullMarked;
