package org.thalweg.testkit;

import java.util.Arrays;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;

/**
 * The slow truth: an operator as a dense matrix, built column by column with d products, and its
 * whole spectrum in float64 (Hipparchus). For d up to a few thousand.
 */
public final class DenseReference {
  private final double[][] matrix;

  private DenseReference(double[][] matrix) {
    this.matrix = matrix;
  }

  public static DenseReference of(double[][] matrix) {
    return new DenseReference(Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new));
  }

  /** A·e₁ … A·e_d. */
  public static DenseReference of(LinearOperator operator) {
    int d = operator.space().dimension();
    double[][] matrix = new double[d][d];
    double[] unit = new double[d];
    try (Vector x = operator.space().zeros();
        Vector y = operator.space().zeros()) {
      for (int j = 0; j < d; j++) {
        unit[j] = 1;
        operator.apply(x.set(unit), y);
        unit[j] = 0;
        double[] column = y.toArray();
        for (int i = 0; i < d; i++) {
          matrix[i][j] = column[i];
        }
      }
    }
    return new DenseReference(matrix);
  }

  public double[][] matrix() {
    return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
  }

  /** All entries, row by row. */
  public double[] entries() {
    return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
  }

  /** max |Aᵢⱼ − Aⱼᵢ| / max |Aᵢⱼ|; 0 for the zero matrix. */
  public double asymmetry() {
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        largest = Math.max(largest, Math.abs(matrix[i][j]));
        difference = Math.max(difference, Math.abs(matrix[i][j] - matrix[j][i]));
      }
    }
    return largest == 0 ? 0 : difference / largest;
  }

  public double trace() {
    double trace = 0;
    for (int i = 0; i < matrix.length; i++) {
      trace += matrix[i][i];
    }
    return trace;
  }

  /** The eigenvalues of (A + Aᵀ)/2, largest first. */
  public double[] spectrum() {
    int d = matrix.length;
    double[][] symmetric = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        symmetric[i][j] = (matrix[i][j] + matrix[j][i]) / 2;
      }
    }
    double[] ascending =
        new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(symmetric)).getEigenvalues();
    Arrays.sort(ascending);
    double[] descending = new double[d];
    for (int i = 0; i < d; i++) {
      descending[i] = ascending[d - 1 - i];
    }
    return descending;
  }

  /** The k largest eigenvalues, in descending order. */
  public double[] top(int k) {
    return Arrays.copyOf(spectrum(), k);
  }

  /** The k smallest eigenvalues, in ascending order. */
  public double[] bottom(int k) {
    double[] spectrum = spectrum();
    double[] bottom = new double[k];
    for (int i = 0; i < k; i++) {
      bottom[i] = spectrum[spectrum.length - 1 - i];
    }
    return bottom;
  }
}
