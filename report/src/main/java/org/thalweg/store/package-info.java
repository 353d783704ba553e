/**
 * The run folder: what it contains, how it is written atomically and read back without libtorch.
 * May use {@code result}, {@code provenance}, {@code array}, {@code execution}, {@code objective},
 * {@code error}.
 */
@NullMarked
package org.thalweg.store;

import org.jspecify.annotations.NullMarked;
