package org.thalweg.study.analysis;

import org.hipparchus.distribution.continuous.TDistribution;
import org.thalweg.statistics.Interval;
import org.thalweg.statistics.SampleSummary;

/**
 * The mean of one number per seed, with Student's interval and test against any value.
 *
 * <p>Pairs of trials are linked in a chain: the pair of the first and second seed shares a network
 * with the pair of the second and third. If all that varies comes from the networks, neighbours
 * correlate by ½, so the variance of the mean is up to 1 + (n − 1)/n times σ²/n, while the sample
 * variance is on average 1 − 1/n times σ². For chained values the standard error is widened by the
 * root of the quotient, which is the worst case.
 *
 * <p>Values that do not differ at all have an interval of width 0, and p = 0 against any other
 * value: five times the same number is the limit of ever smaller spread. Of a quantity that is
 * counted in coarse steps (epochs) that promises too much.
 *
 * @param mean NaN without values
 * @param standardError NaN for fewer than 2 values
 * @param count values
 */
public record SeedMean(double mean, double standardError, int count) {
  /** Of independent values. */
  public static SeedMean of(double... values) {
    SampleSummary summary = SampleSummary.of(values);
    return new SeedMean(summary.mean().estimate(), summary.standardError(), summary.count());
  }

  /** Of values of which neighbours share a network. */
  public static SeedMean ofChain(double... values) {
    SeedMean independent = of(values);
    double n = independent.count;
    double widening = Math.sqrt((1 + (n - 1) / n) / (1 - 1 / n));
    return new SeedMean(independent.mean, independent.standardError * widening, independent.count);
  }

  /** Mean ± t·standard error, with n − 1 degrees of freedom. */
  public Interval interval(double level) {
    if (count < 2) {
      return Interval.unknown(mean, level);
    }
    double reach =
        new TDistribution(count - 1).inverseCumulativeProbability((1 + level) / 2) * standardError;
    return new Interval(mean, mean - reach, mean + reach, level);
  }

  /** Two-sided p-value of the hypothesis that the true mean is {@code value}. */
  public double pValue(double value) {
    if (count < 2 || Double.isNaN(mean)) {
      return Double.NaN;
    }
    if (standardError == 0) {
      return mean == value ? 1 : 0;
    }
    double t = Math.abs(mean - value) / standardError;
    return 2 * new TDistribution(count - 1).cumulativeProbability(-t);
  }
}
