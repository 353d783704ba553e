/** Pictures from results, as PNG and SVG. May use {@code result}, {@code error}. */
@NullMarked
package org.thalweg.figure;

import org.jspecify.annotations.NullMarked;
