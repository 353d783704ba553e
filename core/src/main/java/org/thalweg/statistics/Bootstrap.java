package org.thalweg.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.random.RandomStream;

/**
 * Intervals of any statistic from resampled data.
 *
 * <p>The statistic is computed on {@code resamples} data sets drawn with replacement. PERCENTILE
 * takes the quantiles of these values at (1 ± level)/2. BCA shifts the two quantiles for bias, z₀ =
 * Φ⁻¹(share of values below the estimate, ties half), and for a standard error that changes with
 * the value, a = ⅙Σl³/(Σl²)^{3/2} with the jackknife influences l of the units left out one by one.
 *
 * <p>Misleads with few units: with 5 seeds the intervals cover about 85 %, not 95 %, because
 * resampling cannot show values that were not seen. The Student interval of a mean is better there.
 *
 * <p>Degenerate: if the statistic has one value in all resamples, the interval has width 0. If it
 * is NaN for the data, or in more than a tenth of the resamples, or if every stratum has a single
 * unit, the interval is NaN. Resamples in which the statistic is NaN are counted as undefined and
 * left out. BCA is NaN if every resample lies on one side of the estimate.
 *
 * <p>B. Efron, Journal of the American Statistical Association 82 (1987); for strata, A. C. Davison
 * and D. V. Hinkley, Bootstrap Methods and their Application (1997).
 *
 * @param resamples how many, at least 100
 * @param seed of the draws
 * @param level of the interval
 * @param method how the interval is read off
 */
public record Bootstrap(int resamples, long seed, double level, Method method) {
  /** Enough that the ends of a 95 % interval move by about a fiftieth of its width. */
  public static final int RESAMPLES = 2000;

  private static final int FEWEST = 100;
  private static final double MOST_UNDEFINED = 0.1;

  /** How the interval is read off the resampled values. */
  public enum Method {
    /** Their quantiles. */
    PERCENTILE,
    /** Their quantiles, corrected for bias and acceleration. */
    BCA
  }

  /**
   * Refuses too few resamples.
   *
   * @throws ThalwegException INVALID_OPTION
   */
  public Bootstrap {
    if (resamples < FEWEST) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("at least " + FEWEST + " resamples")
          .found(Integer.toString(resamples))
          .next("leave it at " + RESAMPLES);
    }
    Interval.missing(level);
  }

  /** 2000 resamples, 95 %, BCA. */
  public static Bootstrap of(long seed) {
    return new Bootstrap(RESAMPLES, seed, Interval.LEVEL, Method.BCA);
  }

  /**
   * The interval of a statistic.
   *
   * @param resampling what is drawn
   * @param statistic of the rows with these numbers, which may repeat; NaN if it does not exist.
   *     Called {@code resamples} times, once for the data, and with BCA once per unit
   */
  public Bootstrapped interval(Resampling resampling, ToDoubleFunction<int[]> statistic) {
    double estimate =
        resampling.size() == 0 ? Double.NaN : statistic.applyAsDouble(resampling.all());
    if (Double.isNaN(estimate)) {
      return without(estimate, 0, Double.NaN, "the statistic does not exist for the data");
    }
    if (!resampling.varies()) {
      return without(estimate, 0, Double.NaN, "there is only one of everything to draw from");
    }
    RandomStream random = RandomStream.of(seed, "bootstrap");
    double[] values = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      values[i] = statistic.applyAsDouble(resampling.draw(random));
    }
    double[] defined = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    int undefined = resamples - defined.length;
    if (undefined > MOST_UNDEFINED * resamples) {
      return without(
          estimate, undefined, Double.NaN, "the statistic does not exist for many resamples");
    }
    double acceleration = method == Method.BCA ? Acceleration.of(resampling, statistic) : 0;
    return from(estimate, defined, acceleration, undefined);
  }

  /** From values that are there already. */
  Bootstrapped from(double estimate, double[] values, double acceleration, int undefined) {
    double error = Moments.deviation(values);
    if (Spread.constant(values, Math.max(Math.abs(estimate), Spread.largest(values)))) {
      Interval point = new Interval(estimate, estimate, estimate, level);
      return new Bootstrapped(
          point, 0, this, undefined, "the statistic is the same in all resamples");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double low = (1 - level) / 2;
    double high = (1 + level) / 2;
    if (method == Method.BCA) {
      double bias = NullDistribution.normalInverse(shareBelow(sorted, estimate));
      if (Double.isInfinite(bias)) {
        return without(estimate, undefined, error, "all resamples lie on one side of the estimate");
      }
      low = corrected(low, bias, acceleration);
      high = corrected(high, bias, acceleration);
    }
    Interval interval =
        new Interval(estimate, quantile(sorted, low), quantile(sorted, high), level);
    return new Bootstrapped(interval, error, this, undefined, "");
  }

  private Bootstrapped without(double estimate, int undefined, double error, String why) {
    return new Bootstrapped(Interval.unknown(estimate, level), error, this, undefined, why);
  }

  private static double corrected(double share, double bias, double acceleration) {
    double z = bias + NullDistribution.normalInverse(share);
    return NullDistribution.normal(bias + z / (1 - acceleration * z));
  }

  private static double shareBelow(double[] values, double estimate) {
    double below = Arrays.stream(values).filter(value -> value < estimate).count();
    double equal = Arrays.stream(values).filter(value -> value == estimate).count();
    return (below + equal / 2) / values.length;
  }

  /** Linear between the order statistics at shares i/(n − 1) (type 7 of Hyndman and Fan 1996). */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int i = (int) Math.min(sorted.length - 2, Math.floor(place));
    return sorted[i] + (place - i) * (sorted[i + 1] - sorted[i]);
  }
}
