package org.thalweg.linalg;

import java.util.Arrays;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The exact solution of a linear assignment problem: each row gets a column of its own so that the
 * sum of the gains is largest.
 *
 * <p>max over permutations π of Σᵢ gain[i][π(i)], by shortest augmenting paths with potentials
 * (Kuhn 1955; Jonker and Volgenant 1987; Crouse 2016). The potentials prove the solution: u[i] +
 * v[j] ≥ gain[i][j] everywhere and Σu + Σv equals the sum reached, up to rounding. Among several
 * solutions the one found depends on the gains alone.
 *
 * <p>Costs at most about n³ operations and n² numbers of memory beyond the gains, which are only
 * read; n = 1000 takes about a second.
 */
public final class LinearAssignment {
  private static final int FREE = -1;

  private final double[][] gain;
  private final int size;
  private final int[] columnOfRow;
  private final int[] rowOfColumn;
  private final double[] rowPotential;
  private final double[] columnPotential;

  // Of the search in progress: the shortest known path to each column and the row before its end.
  private final double[] distance;
  private final int[] rowBefore;
  private final boolean[] reached;

  private LinearAssignment(double[][] gain) {
    this.gain = gain;
    this.size = gain.length;
    this.columnOfRow = new int[size];
    this.rowOfColumn = new int[size];
    this.rowPotential = new double[size];
    this.columnPotential = new double[size];
    this.distance = new double[size];
    this.rowBefore = new int[size];
    this.reached = new boolean[size];
    Arrays.fill(rowOfColumn, FREE);
  }

  /**
   * Solves the problem.
   *
   * @param gain square
   * @throws ThalwegException {@code DIMENSION_MISMATCH} if it is not square, {@code NOT_FINITE} if
   *     it holds a NaN or an infinity
   */
  public static LinearAssignment maximize(double[][] gain) {
    for (double[] row : gain) {
      Dimensions.requireEqual("row of gains", gain.length, row.length);
      for (double value : row) {
        requireFinite(value);
      }
    }
    LinearAssignment assignment = new LinearAssignment(gain);
    for (int row = 0; row < gain.length; row++) {
      assignment.augment(row);
    }
    return assignment;
  }

  private static void requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw ThalwegException.of(ErrorCode.NOT_FINITE)
          .expected("finite gains")
          .found(Double.toString(value))
          .next("check the weights from which the gains arise");
    }
  }

  /** The column of each row, π(0), π(1), …. */
  public int[] columns() {
    return columnOfRow.clone();
  }

  /** Σᵢ gain[i][π(i)]. */
  public double value() {
    double sum = 0;
    for (int row = 0; row < size; row++) {
      sum += gain[row][columnOfRow[row]];
    }
    return sum;
  }

  /** u of the optimality certificate. */
  public double[] rowPotentials() {
    return negated(rowPotential);
  }

  /** v of the optimality certificate. */
  public double[] columnPotentials() {
    return negated(columnPotential);
  }

  /** Gives {@code row} a column along the cheapest path that may move rows assigned before. */
  private void augment(int row) {
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    Arrays.fill(reached, false);
    int current = row;
    double length = 0;
    int last = FREE;
    while (last == FREE) {
      int nearest = relax(current, length);
      reached[nearest] = true;
      length = distance[nearest];
      if (rowOfColumn[nearest] == FREE) {
        last = nearest;
      } else {
        current = rowOfColumn[nearest];
      }
    }
    updatePotentials(row, length);
    flip(row, last);
  }

  /** Shortens the paths that go through {@code row}; the nearest column not reached yet. */
  private int relax(int row, double length) {
    double[] gains = gain[row];
    double base = length - rowPotential[row];
    int nearest = FREE;
    double shortest = Double.POSITIVE_INFINITY;
    for (int column = 0; column < size; column++) {
      if (reached[column]) {
        continue;
      }
      double through = base - gains[column] - columnPotential[column];
      if (through < distance[column]) {
        distance[column] = through;
        rowBefore[column] = row;
      }
      if (distance[column] < shortest) {
        shortest = distance[column];
        nearest = column;
      }
    }
    return nearest;
  }

  private void updatePotentials(int row, double length) {
    rowPotential[row] += length;
    for (int column = 0; column < size; column++) {
      if (reached[column] && rowOfColumn[column] != FREE) {
        double slack = length - distance[column];
        rowPotential[rowOfColumn[column]] += slack;
        columnPotential[column] -= slack;
      }
    }
  }

  private void flip(int row, int last) {
    int column = last;
    int taker;
    do {
      taker = rowBefore[column];
      rowOfColumn[column] = taker;
      int given = columnOfRow[taker];
      columnOfRow[taker] = column;
      column = given;
    } while (taker != row);
  }

  /** The search minimises −gain, so its potentials have the other sign. */
  private static double[] negated(double[] values) {
    return Arrays.stream(values).map(value -> -value).toArray();
  }
}
