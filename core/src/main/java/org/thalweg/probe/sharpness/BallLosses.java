package org.thalweg.probe.sharpness;

/** Losses at points drawn uniformly in a ball around θ: those of {@link SampledBallSharpness}. */
final class BallLosses {
  private BallLosses() {}

  static double[] of(SharpnessPoint point, double radius, SharpnessOptions options) {
    ScaledCoordinates plain = ScaledCoordinates.plain(point.theta());
    Neighbourhood ball = new Neighbourhood(plain, PerturbationNorm.L2, radius);
    return SampledMaximum.losses(point, ball, options, 1);
  }
}
