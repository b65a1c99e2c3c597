/** Rules about identity policies that touch KMS. */
@NullMarked
package dev.kmslint.rules.iam;

import org.jspecify.annotations.NullMarked;
