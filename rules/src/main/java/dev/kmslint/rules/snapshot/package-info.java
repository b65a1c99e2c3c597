/** Rules about snapshots, their keys, and the requests that copy or restore them. */
@NullMarked
package dev.kmslint.rules.snapshot;

import org.jspecify.annotations.NullMarked;
