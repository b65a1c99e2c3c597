/** Key policies beside the identity policies of the principals that use the keys. */
@NullMarked
package dev.kmslint.pair;

import org.jspecify.annotations.NullMarked;
