/** Rules about kmslint's own configuration. */
@NullMarked
package dev.kmslint.rules.config;

import org.jspecify.annotations.NullMarked;
