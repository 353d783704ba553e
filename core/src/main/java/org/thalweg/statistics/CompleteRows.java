package org.thalweg.statistics;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** The rows of some columns in which no value is missing, and how many others there were. */
final class CompleteRows {
  private final double[][] columns;
  private final int[] rows;
  private final int missing;

  private CompleteRows(double[][] columns, int[] rows, int missing) {
    this.columns = columns;
    this.rows = rows;
    this.missing = missing;
  }

  /** For what works with means: NaN and ±∞ are missing. */
  static CompleteRows finite(double[]... columns) {
    return of(Double::isFinite, columns);
  }

  /** For what works with ranks: only NaN is missing. */
  static CompleteRows ordered(double[]... columns) {
    return of(value -> !Double.isNaN(value), columns);
  }

  private static CompleteRows of(DoublePredicate known, double[]... columns) {
    int length = columns[0].length;
    for (double[] column : columns) {
      if (column.length != length) {
        throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
            .expected("columns of one length, row i of each belonging together")
            .found("columns of " + length + " and of " + column.length + " values")
            .next("put NaN where a value is missing");
      }
    }
    int[] rows =
        IntStream.range(0, length)
            .filter(i -> Arrays.stream(columns).allMatch(column -> known.test(column[i])))
            .toArray();
    double[][] complete =
        Arrays.stream(columns).map(column -> at(rows, column)).toArray(double[][]::new);
    return new CompleteRows(complete, rows, length - rows.length);
  }

  /** The values of a column at these rows. */
  static double[] at(int[] rows, double[] column) {
    return Arrays.stream(rows).mapToDouble(i -> column[i]).toArray();
  }

  double[] column(int j) {
    return columns[j];
  }

  /** Column {@code first} minus column {@code second}. */
  double[] differences(int first, int second) {
    return IntStream.range(0, rows.length)
        .mapToDouble(i -> columns[first][i] - columns[second][i])
        .toArray();
  }

  /** The numbers of the complete rows. */
  int[] rows() {
    return rows;
  }

  int count() {
    return rows.length;
  }

  int missing() {
    return missing;
  }
}
