package org.thalweg.result;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * An immutable rectangle of numbers, {@code get(i, j)} at the i-th value of the first axis and the
 * j-th of the second, everywhere; missing is NaN.
 *
 * @param rows length of the first axis
 * @param columns length of the second axis
 * @param values row by row
 */
public record Grid(int rows, int columns, Values values) {
  public Grid {
    if ((long) rows * columns != values.size()) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected(rows + " × " + columns + " values")
          .found(values.size() + " values")
          .next("give one value for every point of the grid, NaN where it is missing");
    }
  }

  public double get(int i, int j) {
    return values.get(i * columns + j);
  }

  public double[][] toArrays() {
    double[][] arrays = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        arrays[i][j] = get(i, j);
      }
    }
    return arrays;
  }
}
