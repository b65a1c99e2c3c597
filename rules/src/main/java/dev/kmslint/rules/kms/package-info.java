/** Rules about key policies. */
@NullMarked
package dev.kmslint.rules.kms;

import org.jspecify.annotations.NullMarked;
