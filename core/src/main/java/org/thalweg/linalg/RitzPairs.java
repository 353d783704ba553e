package org.thalweg.linalg;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * Eigenpairs of the projected matrix in descending order, with residual estimates |β·s_last|: what
 * the next direction contributes, and all there is when the basis comes from one start.
 */
final class RitzPairs {
  private final double[] values;
  private final RealMatrix coefficients;
  private final double coupling;

  private RitzPairs(double[] values, RealMatrix coefficients, double coupling) {
    this.values = values;
    this.coefficients = coefficients;
    this.coupling = coupling;
  }

  /** Of the leading size×size block. */
  static RitzPairs of(double[][] projected, int size, double coupling) {
    Array2DRowRealMatrix block = new Array2DRowRealMatrix(size, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        block.setEntry(i, j, projected[i][j]);
      }
    }
    // Hipparchus sorts in descending order.
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(block);
    return new RitzPairs(eigen.getEigenvalues(), eigen.getV(), coupling);
  }

  int size() {
    return values.length;
  }

  double value(int index) {
    return values[index];
  }

  double[] coefficients(int index) {
    return coefficients.getColumn(index);
  }

  double residual(int index) {
    return Math.abs(coupling * coefficients.getEntry(values.length - 1, index));
  }
}
