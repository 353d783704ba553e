package org.thalweg.study.analysis;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thalweg.statistics.Halves;
import org.thalweg.statistics.LeastSquares;

/**
 * Weights of a score fitted on one half of a study and kept away from the other.
 *
 * <p>Divided are cells, so that no setting is on both sides, if there are at least {@link
 * #cellsNeeded} of them; otherwise the trials of every cell.
 *
 * @param unit what was divided
 * @param fitting rows on which weights are fitted; the last column is the outcome
 * @param testing rows on which they are judged
 * @param coefficients intercept first, then a weight for each column; empty if the fitting half
 *     does not determine them
 */
public record HalfAndHalf(
    Unit unit, CellRows fitting, CellRows testing, Optional<List<Double>> coefficients) {

  /** Twice the number of coefficients and 2 more, so that a half can both fit and be judged. */
  public static int cellsNeeded(int weights) {
    return 2 * (weights + 2);
  }

  /**
   * Divides and fits.
   *
   * @param table columns of quantities, the outcome last
   * @param weights how many quantities there are before the outcome
   * @param seed of the division
   */
  public static HalfAndHalf of(CellRows table, int weights, long seed) {
    Unit unit = table.cellCount() >= cellsNeeded(weights) ? Unit.CELLS : Unit.TRIALS;
    Halves halves =
        unit == Unit.CELLS
            ? Halves.clustered(table.cells(), seed)
            : Halves.stratified(table.cells(), seed);
    CellRows fitting = table.only(halves.fit());
    return new HalfAndHalf(unit, fitting, table.only(halves.test()), fit(fitting, weights));
  }

  private static Optional<List<Double>> fit(CellRows rows, int weights) {
    List<String> names = IntStream.range(0, weights).mapToObj(Integer::toString).toList();
    List<double[]> columns = IntStream.range(0, weights).mapToObj(rows::column).toList();
    LeastSquares fit = LeastSquares.fit(names, columns, rows.column(weights));
    return fit.fitted() && fit.degreesOfFreedom() > 0
        ? Optional.of(fit.terms().stream().map(term -> term.coefficient().estimate()).toList())
        : Optional.empty();
  }

  /** The fitted score of every row; NaN where there is no fit. */
  public double[] score(CellRows rows) {
    List<Double> fitted = coefficients.orElse(Collections.nCopies(1, Double.NaN));
    return score(rows, fitted.get(0), fitted.subList(1, fitted.size()));
  }

  /** A weighted sum of the first columns of every row. */
  public static double[] score(CellRows rows, double intercept, List<Double> weights) {
    return rows.rows().stream()
        .mapToDouble(
            row ->
                intercept
                    + IntStream.range(0, weights.size())
                        .mapToDouble(j -> weights.get(j) * row.get(j))
                        .sum())
        .toArray();
  }
}
