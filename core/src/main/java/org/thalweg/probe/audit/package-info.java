/**
 * Which measures keep their value when a network is rescaled without changing its function. May use
 * everything in core but other probes.
 */
@NullMarked
package org.thalweg.probe.audit;

import org.jspecify.annotations.NullMarked;
