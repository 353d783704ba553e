package org.thalweg.statistics;

import java.util.Arrays;
import org.hipparchus.stat.StatUtils;

/**
 * What is usually said about repeated measurements of one quantity: how many, mean, spread, median
 * and Student's interval of the mean, x̄ ± t·s/√n with n − 1 degrees of freedom.
 *
 * <p>Misleads: the interval takes the values for independent draws of one distribution that is not
 * far from normal; of skewed ones with few values it covers less often than it says. A diverged
 * training is missing here, so that the mean is one over trainings that did not diverge: look at
 * {@code missing}.
 *
 * @param count finite values
 * @param missing values left out: NaN and ±∞
 * @param mean with its interval, which is NaN for fewer than 2 values and of width 0 if all are
 *     equal
 * @param standardDeviation with n − 1 in the denominator; NaN for fewer than 2 values
 * @param median middle value, or mean of the middle two
 * @param minimum smallest finite value
 * @param maximum largest finite value
 */
public record SampleSummary(
    int count,
    int missing,
    Interval mean,
    double standardDeviation,
    double median,
    double minimum,
    double maximum) {

  /** With the interval of level 95 %. */
  public static SampleSummary of(double... values) {
    return of(values, Interval.LEVEL);
  }

  /** With an interval of this level. */
  public static SampleSummary of(double[] values, double level) {
    CompleteRows rows = CompleteRows.finite(values);
    double[] x = rows.column(0);
    int n = x.length;
    if (n == 0) {
      double nan = Double.NaN;
      return new SampleSummary(0, rows.missing(), Interval.missing(level), nan, nan, nan, nan);
    }
    double low = Arrays.stream(x).min().orElseThrow();
    double high = Arrays.stream(x).max().orElseThrow();
    double mean = Moments.mean(x);
    double deviation = Moments.deviation(x);
    Interval interval = Interval.unknown(mean, level);
    if (n > 1) {
      double reach = NullDistribution.studentQuantile(level, n - 1) * deviation / Math.sqrt(n);
      interval = new Interval(mean, mean - reach, mean + reach, level);
    }
    return new SampleSummary(
        n, rows.missing(), interval, deviation, StatUtils.percentile(x, 50), low, high);
  }

  /** s/√n. */
  public double standardError() {
    return standardDeviation / Math.sqrt(count);
  }
}
