package org.thalweg.study.analysis;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.thalweg.random.RandomStream;

/**
 * Weights of a score fitted on one half of a study and kept away from the other.
 *
 * <p>Divided are cells, so that no setting is on both sides, if there are at least {@link
 * #cellsNeeded} of them; otherwise trials. With an odd number the fitting half gets one more.
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
    List<Integer> labels =
        unit == Unit.CELLS ? table.cells() : IntStream.range(0, table.count()).boxed().toList();
    Set<Integer> first = half(labels.stream().distinct().toList(), seed);
    CellRows fitting = table.only(rows(labels, first, true));
    CellRows testing = table.only(rows(labels, first, false));
    return new HalfAndHalf(unit, fitting, testing, fit(fitting, weights));
  }

  private static Set<Integer> half(List<Integer> labels, long seed) {
    int[] order = RandomStream.of(seed, "fitting half").permutation(labels.size());
    return Arrays.stream(order)
        .limit((labels.size() + 1) / 2)
        .mapToObj(labels::get)
        .collect(Collectors.toSet());
  }

  private static List<Integer> rows(List<Integer> labels, Set<Integer> chosen, boolean inside) {
    return IntStream.range(0, labels.size())
        .filter(row -> chosen.contains(labels.get(row)) == inside)
        .boxed()
        .toList();
  }

  private static Optional<List<Double>> fit(CellRows rows, int weights) {
    if (rows.count() < weights + 2) {
      return Optional.empty();
    }
    double[][] x =
        rows.rows().stream()
            .map(row -> row.stream().limit(weights).mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.newSampleData(rows.column(weights), x);
    try {
      return Optional.of(Arrays.stream(regression.estimateRegressionParameters()).boxed().toList());
    } catch (MathRuntimeException e) {
      // A constant column, or one that is a sum of others.
      return Optional.empty();
    }
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
