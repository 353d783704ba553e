/** The loss along lines and planes through a point. May use everything in core but other probes. */
@NullMarked
package org.thalweg.probe.slice;

import org.jspecify.annotations.NullMarked;
