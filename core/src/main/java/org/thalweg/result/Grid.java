package org.thalweg.result;

import java.util.Objects;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * An immutable rectangle of numbers, {@code get(i, j)} at the i-th value of the first axis and the
 * j-th of the second, everywhere; missing is NaN.
 *
 * @param rows length of the first axis
 * @param columns length of the second axis
 * @param values row by row: (i, j) is at i·columns + j
 */
public record Grid(int rows, int columns, Values values) {
  public Grid {
    if (rows < 0 || columns < 0 || (long) rows * columns != values.size()) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected(rows + " × " + columns + " values")
          .found(values.size() + " values")
          .next("give one value for every point of the grid, NaN where it is missing");
    }
  }

  public double get(int i, int j) {
    return values.get(Objects.checkIndex(i, rows) * columns + Objects.checkIndex(j, columns));
  }

  /** A copy, {@code [i][j]} as in {@link #get}. */
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
