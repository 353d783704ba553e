package org.thalweg.linalg;

import java.util.Arrays;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** A symmetric matrix given by its entries. A product costs d² multiplications in float64. */
public final class DenseOperator implements LinearOperator {
  private final double[][] matrix;
  private final VectorSpace space;

  private DenseOperator(double[][] matrix, VectorSpace space) {
    this.matrix = matrix;
    this.space = space;
  }

  /**
   * The operator of a matrix that is symmetric to the last bit.
   *
   * @param matrix d×d, copied
   */
  public static DenseOperator of(double[][] matrix, VectorSpace space) {
    Dimensions.requireEqual("matrix", space.dimension(), matrix.length);
    double[][] copy = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    for (double[] row : copy) {
      Dimensions.requireEqual("matrix row", space.dimension(), row.length);
    }
    for (int i = 0; i < copy.length; i++) {
      for (int j = 0; j < i; j++) {
        if (Double.compare(copy[i][j], copy[j][i]) != 0) {
          throw ThalwegException.of(ErrorCode.INVALID_OPTION)
              .expected("a symmetric matrix")
              .found("A[%d][%d] = %s, A[%d][%d] = %s".formatted(i, j, copy[i][j], j, i, copy[j][i]))
              .next("give (A + Aᵀ)/2");
        }
      }
    }
    return new DenseOperator(copy, space);
  }

  @Override
  public VectorSpace space() {
    return space;
  }

  @Override
  public void apply(Vector x, Vector y) {
    double[] input = x.toArray();
    Dimensions.requireEqual("vector", matrix.length, input.length);
    double[] output = new double[input.length];
    for (int i = 0; i < output.length; i++) {
      double sum = 0;
      for (int j = 0; j < input.length; j++) {
        sum += matrix[i][j] * input[j];
      }
      output[i] = sum;
    }
    y.set(output);
  }
}
