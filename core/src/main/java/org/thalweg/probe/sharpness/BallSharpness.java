package org.thalweg.probe.sharpness;

import org.thalweg.result.SharpnessValue;

/**
 * The largest rise of the loss in a ball, as far as ascent finds it: S(θ, ε) = max L(θ + δ) − L(θ)
 * over ‖δ‖₂ ≤ ε.
 *
 * <p>What the definition of {@link SampledBallSharpness} means: the maximum by projected gradient
 * ascent with restarts, never below the sampled one at the same radius and seed. Equal to the
 * non-adaptive worst case with ℓ2 of Andriushchenko et al. (2023). Near a minimum about ε²λ₁/2. The
 * cost is that of {@link WorstCase}: with the usual options 21 forward passes and at most 64
 * gradients.
 *
 * <p><b>When it misleads.</b> A lower bound: ascent may miss the highest point. Changes under
 * rescaling of layers, so networks of different scale cannot be compared at one ε.
 *
 * <p>Source: report R1; Foret, Kleiner, Mobahi, Neyshabur (2021).
 *
 * @param radius ε
 */
public record BallSharpness(double radius, SharpnessOptions options) implements SharpnessMeasure {
  @Override
  public String name() {
    return "ball";
  }

  @Override
  public SharpnessValue measure(SharpnessPoint point) {
    ScaledCoordinates plain = ScaledCoordinates.plain(point.theta());
    return new WorstCase(options)
        .find(point, new Neighbourhood(plain, PerturbationNorm.L2, radius))
        .value(name(), point, plain, 1)
        .withRadius(radius, "‖δ‖₂");
  }
}
