package org.thalweg.study.analysis;

import org.hipparchus.distribution.continuous.TDistribution;
import org.thalweg.statistics.Interval;
import org.thalweg.statistics.SampleSummary;

/**
 * The mean of one number per seed, with Student's interval and test against any value.
 *
 * <p>Pairs of trials are linked in a chain: the pair of the first and second seed shares a network
 * with the pair of the second and third. If all that varies comes from the networks, neighbours
 * correlate by ½: then the variance of the mean is (1 + (n − 1)/n)·σ²/n and the sample variance on
 * average (1 − 1/n)·σ². For chained values the standard error is widened by the root of the
 * quotient, and the degrees of freedom are those of a sample variance with such correlations
 * (Satterthwaite). That is the worst case; if the pairs are independent the interval is too wide.
 *
 * <p>Values that do not differ at all have an interval of width 0, and p = 0 against any other
 * value: five times the same number is the limit of ever smaller spread. Of a quantity that is
 * counted in coarse steps (epochs) that promises too much.
 *
 * @param mean NaN without values
 * @param standardError NaN for fewer than 2 values
 * @param degreesOfFreedom of Student's t
 * @param count values
 */
public record SeedMean(double mean, double standardError, double degreesOfFreedom, int count) {
  private static final double NEIGHBOURS = 0.5;

  /** Of independent values. */
  public static SeedMean of(double... values) {
    SampleSummary summary = SampleSummary.of(values);
    int n = summary.count();
    return new SeedMean(summary.mean().estimate(), summary.standardError(), n - 1.0, n);
  }

  /** Of values of which neighbours share a network. */
  public static SeedMean ofChain(double... values) {
    SeedMean independent = of(values);
    int n = independent.count;
    double widening = Math.sqrt((1 + (n - 1.0) / n) / (1 - 1.0 / n));
    return new SeedMean(independent.mean, independent.standardError * widening, chainFreedom(n), n);
  }

  /**
   * (tr A)²/tr A² with A = MΣM, Σ the correlations of a chain and M what takes the mean off: twice
   * the squared mean of the sample variance over its variance.
   */
  static double chainFreedom(int n) {
    double[][] sigma = new double[n][n];
    double[] rowMean = new double[n];
    double mean = 0;
    for (int i = 0; i < n; i++) {
      for (int j = Math.max(0, i - 1); j < Math.min(n, i + 2); j++) {
        sigma[i][j] = i == j ? 1 : NEIGHBOURS;
        rowMean[i] += sigma[i][j] / n;
      }
      mean += rowMean[i] / n;
    }
    double trace = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double centred = sigma[i][j] - rowMean[i] - rowMean[j] + mean;
        trace += i == j ? centred : 0;
        squares += centred * centred;
      }
    }
    return trace * trace / squares;
  }

  /** Mean ± t·standard error. */
  public Interval interval(double level) {
    if (count < 2) {
      return Interval.unknown(mean, level);
    }
    double reach = student().inverseCumulativeProbability((1 + level) / 2) * standardError;
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
    return 2 * student().cumulativeProbability(-t);
  }

  private TDistribution student() {
    return new TDistribution(degreesOfFreedom);
  }
}
