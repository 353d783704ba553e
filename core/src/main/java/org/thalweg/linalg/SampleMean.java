package org.thalweg.linalg;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.distribution.continuous.TDistribution;
import org.thalweg.result.Estimate;
import org.thalweg.result.Outcome;

/**
 * The mean of independent observations with a confidence interval that knows about skewness.
 *
 * <p>Quadratic forms of a matrix with few large eigenvalues are as skewed as χ² with few degrees of
 * freedom, and the symmetric t interval then misses on one side. Hall's transformation takes the
 * skewness out: with T = (x̄ − μ)/s·√n and b = γ/√n, the quantity ((1 + bT/3)³ − 1)/b + b/6 is
 * nearly t distributed, and it can be inverted exactly (P. Hall, On the removal of skewness by
 * transformation, 1992).
 */
final class SampleMean {
  /**
   * What the interval is wider than the theory of a fixed number of observations wants: the number
   * is chosen when the interval happens to be narrow.
   */
  static final double WIDENING = 1.1;

  private static final double NEGLIGIBLE_SKEWNESS = 1e-8;

  private double[] observations = new double[32];
  private int count;

  void add(double observation) {
    if (count == observations.length) {
      observations = Arrays.copyOf(observations, 2 * count);
    }
    observations[count++] = observation;
  }

  int count() {
    return count;
  }

  /** Mean, standard error and interval of {@code offset} + the observed quantity. */
  Estimate estimate(double offset, double relativeError) {
    return estimate(offset, relativeError, value -> value, value -> 1);
  }

  /** Of the root of {@code offset} + the observed quantity; the error by the delta method. */
  Estimate rootEstimate(double offset, double relativeError) {
    return estimate(
        offset,
        relativeError,
        value -> Math.sqrt(Math.max(0, value)),
        value -> value > 0 ? 0.5 / Math.sqrt(value) : 0);
  }

  private Estimate estimate(
      double offset, double relativeError, DoubleUnaryOperator f, DoubleUnaryOperator slope) {
    if (count < 2) {
      double only = count == 0 ? Double.NaN : f.applyAsDouble(offset + observations[0]);
      return new Estimate(
          only, Double.NaN, Double.NaN, Double.NaN, count, Outcome.BUDGET_EXHAUSTED);
    }
    double mean = Arrays.stream(observations, 0, count).sum() / count;
    double second = 0;
    double third = 0;
    for (int i = 0; i < count; i++) {
      double deviation = observations[i] - mean;
      second += deviation * deviation;
      third += deviation * deviation * deviation;
    }
    double variance = second / count;
    double skewness = variance > 0 ? third / count / Math.pow(variance, 1.5) : 0;
    double error = Math.sqrt(second / (count - 1) / count);
    double quantile = quantile(count);
    double center = offset + mean;
    double low = center - error * untransformed(quantile, skewness / Math.sqrt(count));
    double high = center - error * untransformed(-quantile, skewness / Math.sqrt(count));
    return of(
        f.applyAsDouble(center),
        slope.applyAsDouble(center) * error,
        f.applyAsDouble(low),
        f.applyAsDouble(high),
        count,
        relativeError);
  }

  /** An estimate that has converged if its interval is narrow enough. */
  static Estimate of(
      double value, double error, double low, double high, int probes, double relativeError) {
    double farthest = Math.max(high - value, value - low);
    Outcome outcome = Outcome.BUDGET_EXHAUSTED;
    if (!Double.isFinite(value) || !Double.isFinite(error)) {
      outcome = Outcome.NON_FINITE;
    } else if (farthest <= relativeError * Math.abs(value)) {
      outcome = Outcome.CONVERGED;
    }
    return new Estimate(value, error, low, high, probes, outcome);
  }

  /** How many standard errors of n observations the interval reaches, without skewness. */
  static double quantile(int n) {
    return WIDENING * new TDistribution(n - 1).inverseCumulativeProbability(0.975);
  }

  private static double untransformed(double x, double b) {
    return Math.abs(b) < NEGLIGIBLE_SKEWNESS ? x : 3 / b * (Math.cbrt(1 + b * (x - b / 6)) - 1);
  }
}
