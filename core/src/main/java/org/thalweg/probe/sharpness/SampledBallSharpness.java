package org.thalweg.probe.sharpness;

import org.thalweg.result.SharpnessValue;

/**
 * The largest rise of the loss among n random points of a ball: max over k of L(θ + δₖ) − L(θ), δₖ
 * uniform in {‖δ‖₂ ≤ ε}.
 *
 * <p>In many dimensions nearly all of a ball lies next to its surface, so this is nearly sampling
 * the sphere. It is negative where every draw goes down. Costs n forward passes; values only.
 *
 * <p><b>When it misleads.</b> It estimates a maximum that it all but never meets: among d
 * directions the few sharp ones get a share of about 1/d of a random step, so the value is near
 * ε²·tr H/2d while the maximum is near ε²·λ₁/2 ({@link BallSharpness}). Changes under rescaling of
 * layers.
 *
 * <p>Source: report R1, "Loss Landscape Geometry &amp; Optimization Dynamics: A Rigorous
 * Framework", with 20 draws.
 *
 * @param radius ε
 */
public record SampledBallSharpness(double radius, SharpnessOptions options)
    implements SharpnessMeasure {
  @Override
  public String name() {
    return "ball-sampled";
  }

  @Override
  public SharpnessValue measure(SharpnessPoint point) {
    Neighbourhood ball =
        new Neighbourhood(ScaledCoordinates.plain(point.theta()), PerturbationNorm.L2, radius);
    return SampledMaximum.value(name(), point, ball, options, 1).withRadius(radius, "‖δ‖₂");
  }
}
