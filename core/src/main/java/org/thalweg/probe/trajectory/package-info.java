/**
 * The path of a training, seen from its snapshots: principal components, distances, losses and
 * curvature. May use everything in core but other probes.
 */
@NullMarked
package org.thalweg.probe.trajectory;

import org.jspecify.annotations.NullMarked;
