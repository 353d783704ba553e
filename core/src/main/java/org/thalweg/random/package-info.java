/**
 * Seeded randomness: one documented generator, one independent stream per purpose, so that
 * directions, probes, initial weights and batch orders depend neither on libtorch, nor on the
 * number of workers, nor on the order of work. Uses nothing of ours.
 */
@NullMarked
package org.thalweg.random;

import org.jspecify.annotations.NullMarked;
