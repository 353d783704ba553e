/**
 * Sharpness and flatness of the loss around a point, by many definitions; each has a class of its
 * own. May use everything in core but other probes.
 */
@NullMarked
package org.thalweg.probe.sharpness;

import org.jspecify.annotations.NullMarked;
