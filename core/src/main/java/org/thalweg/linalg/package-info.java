/**
 * Vectors, linear operators and the algorithms that need nothing else: eigenpairs, and later traces
 * and densities. Knows neither networks nor data. May use {@code error}, {@code random} and, to say
 * how an iteration ended, {@code result.Outcome}.
 */
@NullMarked
package org.thalweg.linalg;

import org.jspecify.annotations.NullMarked;
