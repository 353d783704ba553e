/**
 * Data sets: reading, splitting, drawing fixed subsets, hashing. Pure Java. May use {@code error},
 * {@code random}, {@code array}, {@code provenance}.
 */
@NullMarked
package org.thalweg.data;

import org.jspecify.annotations.NullMarked;
