/** The valleys of surfaces. Needs results only, no objective. */
@NullMarked
package org.thalweg.probe.topology;

import org.jspecify.annotations.NullMarked;
