package org.thalweg.statistics;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two cells of a study compared seed by seed: first minus second.
 *
 * <p>Pairing takes out what a seed does to both cells (data split, initialisation); it helps if the
 * cells of one seed are alike and costs a little otherwise.
 *
 * @param first name of the first cell
 * @param second name of the second
 * @param difference mean of first − second with Student's interval
 * @param effect Cohen's d_z of the differences
 * @param test the test that gives the p-value
 * @param adjustedPValue corrected for the other comparisons made with it; the p-value itself if
 *     there are none
 */
public record PairedComparison(
    String first,
    String second,
    Interval difference,
    EffectSize effect,
    TestResult test,
    double adjustedPValue) {

  /** Row by row, with Student's t, two-sided, 95 %. */
  public static PairedComparison of(String first, double[] x, String second, double[] y) {
    return of(first, x, second, y, PairedTest.STUDENT, Alternative.TWO_SIDED, Interval.LEVEL);
  }

  /** Row by row. A row in which one value is missing or not finite is missing. */
  public static PairedComparison of(
      String first,
      double[] x,
      String second,
      double[] y,
      PairedTest test,
      Alternative alternative,
      double level) {
    CompleteRows rows = CompleteRows.finite(x, y);
    double[] differences = rows.differences(0, 1);
    double size = Spread.largest(rows.column(0), rows.column(1));
    TestResult result = test.apply(x, y, alternative);
    return new PairedComparison(
        first,
        second,
        SampleSummary.of(differences, level).mean(),
        EffectSize.cohenDz(differences, size, rows.missing(), level),
        result,
        result.pValue());
  }

  /** Seed by seed; a seed that one cell has and the other has not is missing. */
  static PairedComparison of(
      String first,
      Map<Long, Double> x,
      String second,
      Map<Long, Double> y,
      PairedTest test,
      Alternative alternative,
      double level) {
    Set<Long> seeds = new TreeSet<>(x.keySet());
    seeds.addAll(y.keySet());
    return of(first, values(x, seeds), second, values(y, seeds), test, alternative, level);
  }

  private static double[] values(Map<Long, Double> cell, Set<Long> seeds) {
    return seeds.stream().mapToDouble(seed -> cell.getOrDefault(seed, Double.NaN)).toArray();
  }

  /** Pairs compared. */
  public int count() {
    return effect.count();
  }

  /** Pairs left out. */
  public int missing() {
    return effect.missing();
  }

  /** Before correction. */
  public double pValue() {
    return test.pValue();
  }

  PairedComparison adjusted(double value) {
    return new PairedComparison(first, second, difference, effect, test, value);
  }
}
