/**
 * Paths between two networks and the loss along them. May use everything in core but other probes.
 */
@NullMarked
package org.thalweg.probe.connectivity;

import org.jspecify.annotations.NullMarked;
