/**
 * A network, a loss and data as an objective. May use {@code torch.engine}, {@code torch.network},
 * {@code objective}, {@code data} and what these use.
 */
@NullMarked
package org.thalweg.torch.objective;

import org.jspecify.annotations.NullMarked;
