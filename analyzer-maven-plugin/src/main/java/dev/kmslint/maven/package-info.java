/** The Maven plugin: goals that run kmslint in a build. */
@NullMarked
package dev.kmslint.maven;

import org.jspecify.annotations.NullMarked;
