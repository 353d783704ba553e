package org.thalweg.linalg;

/**
 * Consecutive coordinates of a vector.
 *
 * @param offset the first
 * @param length how many
 */
public record CoordinateRange(int offset, int length) {
  /** The first index behind the range. */
  public int end() {
    return offset + length;
  }

  /** Σ xᵢyᵢ over the range. */
  double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = offset; i < end(); i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
