/**
 * The command line. May use {@code app} (requests), {@code result}, {@code provenance}, {@code
 * execution} (progress), {@code error}; the only package that sees picocli and the standard
 * streams.
 */
@NullMarked
package org.thalweg.cli;

import org.jspecify.annotations.NullMarked;
