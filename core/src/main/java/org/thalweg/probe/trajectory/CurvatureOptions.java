package org.thalweg.probe.trajectory;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.StabilityThreshold;

/**
 * How curvature is measured along a path.
 *
 * @param every at every so many snapshots, counted back from the last one, which is always measured
 * @param threshold with what λ₁ is to be compared; it follows from the optimizer
 * @param radius ρ of the sharpness L(θ + ρg/‖g‖) − L(θ)
 * @param tolerance relative residual of λ₁
 * @param randomDirections for the mean curvature at the end
 * @param seed of random directions and start vectors
 */
public record CurvatureOptions(
    int every,
    StabilityThreshold threshold,
    double radius,
    double tolerance,
    int randomDirections,
    long seed) {
  public CurvatureOptions {
    if (every < 1 || randomDirections < 2 || !(radius > 0)) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("every 1 or more snapshots, 2 or more random directions, a radius above 0")
          .found("every %d, %d directions, radius %s".formatted(every, randomDirections, radius))
          .next("change the options of the curvature along the path");
    }
  }

  /** Radius 0.05 as in Foret et al. (2021), tolerance 10⁻³, ten random directions, seed 0. */
  public static CurvatureOptions of(StabilityThreshold threshold) {
    return new CurvatureOptions(1, threshold, 0.05, 1e-3, 10, 0);
  }

  public CurvatureOptions withEvery(int value) {
    return new CurvatureOptions(value, threshold, radius, tolerance, randomDirections, seed);
  }

  public CurvatureOptions withSeed(long value) {
    return new CurvatureOptions(every, threshold, radius, tolerance, randomDirections, value);
  }
}
