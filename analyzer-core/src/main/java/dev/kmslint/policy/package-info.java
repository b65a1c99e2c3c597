/** The language of AWS policies: the model of a policy, and the reader that finds it in a tree. */
@NullMarked
package dev.kmslint.policy;

import org.jspecify.annotations.NullMarked;
