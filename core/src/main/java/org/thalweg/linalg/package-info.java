/**
 * Vectors, linear operators and the algorithms that need nothing else: eigenpairs, traces,
 * densities. Knows neither networks nor data. May use {@code error}, {@code random} and the records
 * of {@code result}.
 */
@NullMarked
package org.thalweg.linalg;

import org.jspecify.annotations.NullMarked;
