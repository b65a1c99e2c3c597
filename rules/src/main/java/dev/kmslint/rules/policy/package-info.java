/** Rules about the grammar and the values of any policy. */
@NullMarked
package dev.kmslint.rules.policy;

import org.jspecify.annotations.NullMarked;
