/**
 * How a flat parameter vector θ is divided into named tensors: shapes, kinds, offsets, filters. May
 * use {@code error}.
 */
@NullMarked
package org.thalweg.parameter;

import org.jspecify.annotations.NullMarked;
