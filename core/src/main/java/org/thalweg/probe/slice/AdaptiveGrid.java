package org.thalweg.probe.slice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thalweg.result.Grid;
import org.thalweg.result.Values;

/** Which points of a grid are known, which cells are still in question, and what lies between. */
final class AdaptiveGrid {
  private final Values rows;
  private final Values columns;
  private final double share;
  private final double[] loss;
  private final boolean[] known;
  private final List<GridCell> settled = new ArrayList<>();
  private List<GridCell> open;
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;
  private double worst;

  AdaptiveGrid(Values rows, Values columns, double share, int stride) {
    this.rows = rows;
    this.columns = columns;
    this.share = share;
    this.loss = new double[rows.size() * columns.size()];
    this.known = new boolean[loss.length];
    Arrays.fill(loss, Double.NaN);
    this.open = firstCells(rows.size() - 1, columns.size() - 1, stride);
  }

  boolean isFinished() {
    return open.isEmpty();
  }

  /** Points that must be known before the open cells can be judged, ascending. */
  int[] wanted() {
    return open.stream()
        .flatMapToInt(
            cell ->
                cell.parts().stream()
                    .flatMapToInt(
                        part ->
                            java.util.stream.IntStream.of(
                                number(part.top(), part.left()),
                                number(part.top(), part.right()),
                                number(part.bottom(), part.left()),
                                number(part.bottom(), part.right()))))
        .filter(point -> !known[point])
        .distinct()
        .sorted()
        .toArray();
  }

  void learn(int point, double value) {
    known[point] = true;
    loss[point] = value;
    if (Double.isFinite(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }

  /** Divides the open cells whose middle cannot be interpolated; settles the others. */
  void judge() {
    List<GridCell> next = new ArrayList<>();
    double range = high > low ? high - low : 0;
    for (GridCell cell : open) {
      double error = error(cell);
      if (error <= share * range) {
        worst = Math.max(worst, error);
        settled.addAll(cell.parts());
      } else {
        cell.parts().stream().filter(GridCell::isDivisible).forEach(next::add);
      }
    }
    open = next;
  }

  /** The largest error in a settled cell as a share of the range. */
  double worstShare() {
    return worst == 0 ? 0 : worst / (high - low);
  }

  Grid mask() {
    double[] mask = new double[known.length];
    for (int k = 0; k < mask.length; k++) {
      mask[k] = known[k] ? 1 : 0;
    }
    return new Grid(rows.size(), columns.size(), Values.of(mask));
  }

  /** Values between the corners of settled cells; NaN at known points and wherever unsettled. */
  Grid interpolated() {
    double[] between = new double[known.length];
    Arrays.fill(between, Double.NaN);
    for (GridCell cell : settled) {
      for (int i = cell.top(); i <= cell.bottom(); i++) {
        for (int j = cell.left(); j <= cell.right(); j++) {
          if (!known[number(i, j)]) {
            between[number(i, j)] = at(cell, i, j);
          }
        }
      }
    }
    return new Grid(rows.size(), columns.size(), Values.of(between));
  }

  /** The largest deviation of the middle points from the corners' bilinear function. */
  private double error(GridCell cell) {
    double error = 0;
    for (GridCell part : cell.parts()) {
      for (int i : new int[] {part.top(), part.bottom()}) {
        for (int j : new int[] {part.left(), part.right()}) {
          double deviation = Math.abs(loss[number(i, j)] - at(cell, i, j));
          if (!(deviation < Double.POSITIVE_INFINITY)) {
            return Double.POSITIVE_INFINITY;
          }
          error = Math.max(error, deviation);
        }
      }
    }
    return error;
  }

  private double at(GridCell cell, int i, int j) {
    double u = fraction(rows, cell.top(), cell.bottom(), i);
    double v = fraction(columns, cell.left(), cell.right(), j);
    double above =
        blend(loss[number(cell.top(), cell.left())], loss[number(cell.top(), cell.right())], v);
    double below =
        blend(
            loss[number(cell.bottom(), cell.left())], loss[number(cell.bottom(), cell.right())], v);
    return blend(above, below, u);
  }

  /** Exact at both ends. */
  private static double blend(double from, double to, double share) {
    return share == 0 ? from : share == 1 ? to : (1 - share) * from + share * to;
  }

  private static double fraction(Values values, int from, int to, int at) {
    return (values.get(at) - values.get(from)) / (values.get(to) - values.get(from));
  }

  private int number(int i, int j) {
    return i * columns.size() + j;
  }

  private static List<GridCell> firstCells(int lastRow, int lastColumn, int stride) {
    List<GridCell> cells = new ArrayList<>();
    for (int i = 0; i < lastRow; i += stride) {
      for (int j = 0; j < lastColumn; j += stride) {
        cells.add(
            new GridCell(i, Math.min(i + stride, lastRow), j, Math.min(j + stride, lastColumn)));
      }
    }
    return cells;
  }
}
