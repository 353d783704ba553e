package org.thalweg.result;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The loss along many lines through one point: how much a slice depends on its direction.
 *
 * @param directions what all directions have in common and how many there are, in words
 * @param alpha the steps α, in units of each direction
 * @param loss {@code loss.get(k, i)} along direction k at α_i; NaN where it was not computed
 * @param lossStandardError standard error of each mean over the samples
 * @param accuracy share of right answers; NaN where the task has none
 * @param outcome cancelled if a point is missing, non-finite if some loss is NaN or infinite
 * @param cost of the points computed, not of those resumed
 */
public record SliceBandResult(
    String directions,
    Values alpha,
    Grid loss,
    Grid lossStandardError,
    Grid accuracy,
    Outcome outcome,
    Cost cost)
    implements ProbeResult {
  private static final String OVER_DIRECTIONS = "standard error over directions";

  public SliceBandResult {
    for (Grid grid : List.of(loss, lossStandardError, accuracy)) {
      if (grid.columns() != alpha.size() || grid.rows() != loss.rows()) {
        throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
            .expected(loss.rows() + " × " + alpha.size() + " values, one row for each direction")
            .found(grid.rows() + " × " + grid.columns() + " values")
            .next("give one row for every direction and one column for every step");
      }
    }
  }

  @Override
  public String probe() {
    return "slice-band";
  }

  /** Number of directions. */
  public int count() {
    return loss.rows();
  }

  /** Mean over directions at each step; NaN where one of them is missing or not finite. */
  public Values mean() {
    return acrossDirections(loss, column -> statistics(column).getMean());
  }

  /** Standard deviation over directions / √(number of directions), at each step. */
  public Values standardError() {
    return acrossDirections(
        loss, column -> statistics(column).getStandardDeviation() / Math.sqrt(count()));
  }

  /**
   * The p-quantile over directions at each step, linear between order statistics (definition 7 of
   * Hyndman and Fan 1996).
   *
   * @param p above 0 and below 1
   */
  public Values quantile(double p) {
    return quantile(loss, p);
  }

  /** The same of the accuracy. */
  public Values accuracyQuantile(double p) {
    return quantile(accuracy, p);
  }

  /** The slice along direction {@code k}. */
  public SliceResult slice(int k) {
    return new SliceResult(
        directions + ": number " + (k + 1),
        alpha,
        row(loss, k),
        row(lossStandardError, k),
        row(accuracy, k),
        outcome,
        Cost.NONE);
  }

  @Override
  public List<Measurement> measurements() {
    List<Measurement> all = new ArrayList<>();
    all.add(
        over("mean curvature of the nearest parabolas", one -> one.shape().parabola().curvature()));
    all.add(over("mean R² of the nearest parabolas", one -> one.shape().parabola().rSquared()));
    all.add(
        over(
            "mean |asymmetry| around θ", one -> Math.abs(Asymmetry.of(alpha, one.loss()).value())));
    all.add(
        over(
            "mean basin width in α where the loss is at most L(θ) + 0.1",
            one -> {
              double centre = PolygonalCurve.around(alpha, one.loss()).at(0);
              return BasinWidth.of(alpha, one.loss(), centre + LineMeasurements.RISE).width();
            }));
    all.add(
        over(
            "mean deviation from the nearest parabola, share of the range",
            one -> Roughness.of(alpha, one.loss()).residual()));
    all.add(Measurement.exact("directions", count(), outcome));
    all.addAll(LossSummary.of("on all lines", loss.values(), lossStandardError.values(), outcome));
    return all;
  }

  private Measurement over(String name, ToDoubleFunction<SliceResult> number) {
    StreamingStatistics all = new StreamingStatistics();
    IntStream.range(0, count())
        .mapToDouble(k -> number.applyAsDouble(slice(k)))
        .forEach(all::addValue);
    return new Measurement(
        name,
        all.getMean(),
        count() < 2 ? Double.NaN : all.getStandardDeviation() / Math.sqrt(count()),
        OVER_DIRECTIONS,
        outcome);
  }

  private Values quantile(Grid grid, double p) {
    Percentile percentile =
        new Percentile(100 * p)
            .withEstimationType(Percentile.EstimationType.R_7)
            .withNaNStrategy(org.hipparchus.stat.ranking.NaNStrategy.FIXED);
    return acrossDirections(
        grid,
        column ->
            IntStream.range(0, column.length).allMatch(k -> Double.isFinite(column[k]))
                ? percentile.evaluate(column)
                : Double.NaN);
  }

  private Values acrossDirections(Grid grid, ToDoubleFunction<double[]> number) {
    double[] values = new double[alpha.size()];
    for (int i = 0; i < values.length; i++) {
      int step = i;
      double[] column = IntStream.range(0, count()).mapToDouble(k -> grid.get(k, step)).toArray();
      values[i] = count() == 0 ? Double.NaN : number.applyAsDouble(column);
    }
    return Values.of(values);
  }

  private static StreamingStatistics statistics(double[] values) {
    StreamingStatistics statistics = new StreamingStatistics();
    for (double value : values) {
      statistics.addValue(value);
    }
    return statistics;
  }

  private static Values row(Grid grid, int k) {
    return Values.of(IntStream.range(0, grid.columns()).mapToDouble(i -> grid.get(k, i)).toArray());
  }
}
