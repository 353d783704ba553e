/**
 * The loss as a function of one flat parameter vector, in three tiers (value, gradient, Hessian),
 * and objectives with closed forms. May use {@code linalg}, {@code parameter}, {@code random},
 * {@code result}, {@code error}.
 */
@NullMarked
package org.thalweg.objective;

import org.jspecify.annotations.NullMarked;
