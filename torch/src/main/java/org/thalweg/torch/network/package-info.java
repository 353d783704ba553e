/**
 * The built-in networks as functions of a flat parameter vector. May use {@code torch.engine},
 * {@code linalg}, {@code parameter}, {@code symmetry}, {@code random}, {@code array}, {@code
 * error}.
 */
@NullMarked
package org.thalweg.torch.network;

import org.jspecify.annotations.NullMarked;
