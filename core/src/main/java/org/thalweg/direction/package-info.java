/**
 * Directions and planes in parameter space and their normalisations. May use {@code linalg}, {@code
 * parameter}, {@code objective}, {@code random}, {@code error}.
 */
@NullMarked
package org.thalweg.direction;

import org.jspecify.annotations.NullMarked;
