/** Benchmarks, each against the plainest libtorch code for the same numbers in the same run. */
@NullMarked
package org.thalweg.bench;

import org.jspecify.annotations.NullMarked;
