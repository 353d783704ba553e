package org.thalweg.probe.sharpness;

import java.util.Optional;
import org.thalweg.linalg.Vector;

/**
 * The distribution N(μ, σ_p²I) of the parameters before data were seen, of which PAC-Bayes bounds
 * speak.
 *
 * @param sigma σ_p, chosen without looking at the data
 * @param mean μ, e.g. the initial parameters, which stays the caller's; empty for 0
 */
public record GaussianPrior(double sigma, Optional<Vector> mean) {
  public GaussianPrior {
    SharpnessOptions.requirePositive("standard deviation of the prior", sigma);
  }

  /** N(0, σ_p²I). */
  public static GaussianPrior centred(double sigma) {
    return new GaussianPrior(sigma, Optional.empty());
  }

  /** KL(N(θ, σ²I) ‖ N(μ, σ_p²I)) = ½ [d σ²/σ_p² + ‖θ − μ‖²/σ_p² − d − d ln(σ²/σ_p²)], in nats. */
  double divergence(Vector theta, double posteriorSigma) {
    double ratio = Math.pow(posteriorSigma / sigma, 2);
    double d = theta.dimension();
    double distance = distance(theta) / sigma;
    return (d * (ratio - 1 - Math.log(ratio)) + distance * distance) / 2;
  }

  private double distance(Vector theta) {
    if (mean.isEmpty()) {
      return theta.norm();
    }
    try (Vector difference = theta.copy()) {
      return difference.axpy(-1, mean.get()).norm();
    }
  }
}
