package org.thalweg.probe.sharpness;

import java.util.Arrays;
import org.hipparchus.stat.StatUtils;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessValue;

/**
 * Average-case sharpness, adaptive or not: the mean of L(θ + δ) − L(θ) over n draws, δᵢ ~ N(0,
 * ρ²cᵢ²), or δᵢ uniform on (−ρcᵢ, ρcᵢ).
 *
 * <p>Near a minimum ρ²/2 · Σ cᵢ²Hᵢᵢ for the normal and a third of it for the uniform distribution.
 * Negative where noise lowers the loss. Costs n forward passes, twice that if the objective knows
 * its samples; values only.
 *
 * <p><b>When it misleads.</b> A mean over d directions: a few very sharp ones hardly show, and the
 * draws scatter widely when the curvature is concentrated in them; look at the standard error. With
 * c = 1 it changes under rescaling of layers.
 *
 * <p>Source: Kwon, Kim, Park, Choi (2021); Andriushchenko, Croce, Müller, Hein, Flammarion (2023).
 *
 * @param radius ρ
 * @param box whether uniform
 * @param scale c
 */
public record AverageCaseSharpness(
    double radius, boolean box, AdaptiveScale scale, SharpnessOptions options)
    implements SharpnessMeasure {
  @Override
  public String name() {
    return scale.prefix() + (box ? "average-linf" : "average-l2");
  }

  @Override
  public SharpnessValue measure(SharpnessPoint point) {
    ScaledCoordinates displacement = scale.at(point);
    AverageNoise noise =
        box
            ? AverageNoise.box(radius, options.seed())
            : AverageNoise.gaussian(radius, options.seed());
    double[] rises = noise.rises(point, displacement, options.draws());
    double[] weights = new double[rises.length];
    Arrays.fill(weights, 1.0 / rises.length);
    double dataError = noise.dataError(point, displacement, weights);
    return SharpnessValue.of(name(), StatUtils.mean(rises))
        .withError(SharpnessError.overDraws(AverageNoise.standardError(rises)).withData(dataError))
        .withRadius(radius, unit())
        .withDraws(rises.length)
        .withDetail("largest", StatUtils.max(rises));
  }

  private String unit() {
    if (box) {
      return scale.box();
    }
    return scale == AdaptiveScale.PLAIN ? "σ of each δᵢ" : "σ of each δᵢ/|θᵢ|";
  }
}
