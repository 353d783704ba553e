/**
 * What may be done to the weights of a network without changing its function: units in another
 * order, units scaled up here and down there; and how two networks are brought into one order. May
 * use {@code linalg}, {@code parameter}, {@code execution}, {@code random}, {@code result} and
 * {@code error}.
 */
@NullMarked
package org.thalweg.symmetry;

import org.jspecify.annotations.NullMarked;
