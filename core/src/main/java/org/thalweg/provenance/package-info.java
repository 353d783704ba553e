/**
 * How a number arose: specification, seeds, hashes of data and weights, code and machine. Uses
 * {@code error}.
 */
@NullMarked
package org.thalweg.provenance;

import org.jspecify.annotations.NullMarked;
