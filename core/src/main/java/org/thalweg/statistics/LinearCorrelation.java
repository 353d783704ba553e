package org.thalweg.statistics;

import org.hipparchus.stat.StatUtils;

/**
 * Pearson's coefficient from deviations. Hipparchus takes the root of 1 − SSE/SST, which loses the
 * digits of small coefficients.
 */
final class LinearCorrelation {
  private LinearCorrelation() {}

  /** Of two finite columns; NaN if one is constant or there are fewer than two rows. */
  static double of(double[] x, double[] y) {
    if (x.length < 2 || Spread.constant(x) || Spread.constant(y)) {
      return Double.NaN;
    }
    double[] u = deviations(x);
    double[] v = deviations(y);
    return Math.max(-1, Math.min(1, cosine(u, v)));
  }

  /** x − x̄, divided by a size so that squares neither vanish nor overflow. */
  static double[] deviations(double[] x) {
    double size = Spread.largest(x);
    double scale = size == 0 ? 1 : size;
    double[] u = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      u[i] = x[i] / scale;
    }
    double mean = StatUtils.mean(u);
    double[] deviations = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      deviations[i] = u[i] - mean;
    }
    double largest = Spread.largest(deviations);
    for (int i = 0; i < x.length && largest > 0; i++) {
      deviations[i] /= largest;
    }
    return deviations;
  }

  /** Of vectors whose largest entry is 1. */
  static double cosine(double[] u, double[] v) {
    return dot(u, v) / Math.sqrt(dot(u, u) * dot(v, v));
  }

  static double dot(double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += u[i] * v[i];
    }
    return sum;
  }
}
