package org.thalweg.statistics;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.special.Gamma;

/**
 * Student's t of data whose mean is not zero: T = (Z + δ)/S with Z standard normal and νS² of χ²
 * with ν degrees of freedom.
 *
 * <p>P(T ≤ t) is an integral over S or over Z; taken is the one whose integrand is the smoother, by
 * Gauss–Legendre quadrature on panels. Hipparchus has no noncentral t.
 */
final class NoncentralT {
  private static final int PANELS = 8;
  private static final GaussIntegrator PANEL = new GaussIntegratorFactory().legendre(16);

  /** Beyond so many standard deviations a normal variate does not matter. */
  private static final double REACH = 9;

  private final double degreesOfFreedom;
  private final double t;

  NoncentralT(double t, double degreesOfFreedom) {
    this.t = t;
    this.degreesOfFreedom = degreesOfFreedom;
  }

  /** P(T ≤ t) if the noncentrality is δ. */
  double probability(double delta) {
    if (t < 0) {
      return 1 - new NoncentralT(-t, degreesOfFreedom).probability(-delta);
    }
    return t * t < 2 * degreesOfFreedom ? overScale(delta) : overNormal(delta);
  }

  /** ∫ Φ(ts − δ) f(s) ds with f the density of S. */
  private double overScale(double delta) {
    double nu = degreesOfFreedom;
    double constant = Math.log(2) + nu / 2 * Math.log(nu / 2) - Gamma.logGamma(nu / 2);
    // S is 0 … about 1 + a few/√(2ν); for ν = 1 it is a half-normal variate.
    double reach = REACH / Math.sqrt(nu);
    return integral(
        s ->
            Math.exp(constant + (nu - 1) * Math.log(s) - nu * s * s / 2)
                * NullDistribution.normal(t * s - delta),
        Math.max(0, 1 - reach),
        1 + reach);
  }

  /** Φ(−δ) + ∫ φ(z) P(S ≥ (z + δ)/t) dz over z > −δ. */
  private double overNormal(double delta) {
    ChiSquaredDistribution chi = new ChiSquaredDistribution(degreesOfFreedom);
    double low = Math.max(-delta, -REACH);
    if (low >= REACH) {
      return 1;
    }
    return NullDistribution.normal(-delta)
        + integral(
            z -> {
              double s = (z + delta) / t;
              double greater = 1 - chi.cumulativeProbability(degreesOfFreedom * s * s);
              return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * greater;
            },
            low,
            REACH);
  }

  private static double integral(UnivariateFunction f, double low, double high) {
    double width = (high - low) / PANELS;
    double sum = 0;
    for (int i = 0; i < PANELS; i++) {
      double centre = low + (i + 0.5) * width;
      sum += PANEL.integrate(x -> f.value(centre + width / 2 * x)) * width / 2;
    }
    return sum;
  }

  /**
   * The noncentralities between which the observed t is not extreme: an exact confidence interval
   * of δ (G. Cumming and S. Finch, Educational and Psychological Measurement 61, 2001).
   */
  Interval interval(double level) {
    double low = noncentrality((1 + level) / 2);
    double high = noncentrality((1 - level) / 2);
    return new Interval(t, low, high, level);
  }

  /** δ with P(T ≤ t) = probability, which falls in δ. */
  private double noncentrality(double probability) {
    UnivariateFunction excess = delta -> probability(delta) - probability;
    // T − δ has about the deviation √(1 + δ²/2ν).
    double deviation = Math.hypot(1, t / Math.sqrt(2 * degreesOfFreedom));
    double guess = t - NullDistribution.normalInverse(probability) * deviation;
    double low = guess - deviation / 2;
    double high = guess + deviation / 2;
    while (excess.value(low) < 0) {
      low -= deviation;
    }
    while (excess.value(high) > 0) {
      high += deviation;
    }
    return new BracketingNthOrderBrentSolver(1e-12, 1e-12 * deviation, 1e-14, 5)
        .solve(1000, excess, low, high);
  }
}
