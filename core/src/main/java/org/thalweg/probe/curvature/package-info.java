/**
 * Spectra of the Hessian and its relatives, and the gradient and its noise, at a point. May use
 * everything in core but other probes.
 */
@NullMarked
package org.thalweg.probe.curvature;

import org.jspecify.annotations.NullMarked;
