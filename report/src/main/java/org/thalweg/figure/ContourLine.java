package org.thalweg.figure;

/**
 * A connected piece of a level set, in grid coordinates: 2.5 is half way between the third and the
 * fourth grid line.
 *
 * @param along coordinates along the first axis
 * @param across coordinates along the second axis, as many
 * @param closed whether the last point joins the first
 */
@SuppressWarnings("ArrayRecordComponent") // read-only, made once, never compared
record ContourLine(double[] along, double[] across, boolean closed) {
  int size() {
    return along.length;
  }
}
