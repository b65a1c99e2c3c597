/** The model of a policy, and its reader. */
@NullMarked
package dev.kmslint.policy;

import org.jspecify.annotations.NullMarked;
