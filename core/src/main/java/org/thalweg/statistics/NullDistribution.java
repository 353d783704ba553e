package org.thalweg.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** Where a p-value was read off. */
public enum NullDistribution {
  /** Every arrangement that is equally likely under the null hypothesis was counted. */
  EXACT,
  /** A seeded random sample of these arrangements was counted. */
  SIMULATED,
  /** Student's t. */
  STUDENT,
  /** The normal approximation, for many rows. */
  NORMAL,
  /** There is no p-value. */
  NONE;

  private static final NormalDistribution STANDARD = new NormalDistribution();

  /** Of quantiles; Hipparchus stops at 1e-9 unless told. */
  private static final double ACCURACY = 1e-14;

  /** P(T ≤ t) of Student's t; accurate in the lower tail. */
  static double student(double t, double degreesOfFreedom) {
    if (Double.isInfinite(t)) {
      return t > 0 ? 1 : 0;
    }
    return new TDistribution(degreesOfFreedom).cumulativeProbability(t);
  }

  static double studentPValue(double t, double degreesOfFreedom, Alternative alternative) {
    return alternative.pValue(student(t, degreesOfFreedom), student(-t, degreesOfFreedom));
  }

  /** The half-width of a two-sided interval in standard errors. */
  static double studentQuantile(double level, double degreesOfFreedom) {
    return new TDistribution(degreesOfFreedom, ACCURACY)
        .inverseCumulativeProbability((1 + level) / 2);
  }

  /** P(Z ≤ z) of the standard normal; accurate in the lower tail. */
  static double normal(double z) {
    return STANDARD.cumulativeProbability(z);
  }

  static double normalPValue(double z, Alternative alternative) {
    return alternative.pValue(normal(z), normal(-z));
  }

  static double normalQuantile(double level) {
    return STANDARD.inverseCumulativeProbability((1 + level) / 2);
  }

  /** z with P(Z ≤ z) = p. */
  static double normalInverse(double p) {
    return STANDARD.inverseCumulativeProbability(p);
  }
}
