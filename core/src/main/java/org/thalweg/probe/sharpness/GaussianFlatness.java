package org.thalweg.probe.sharpness;

import org.hipparchus.stat.StatUtils;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessValue;

/**
 * How much the loss changes, up or down, under small Gaussian noise on the parameters: the mean of
 * |L(θ + δ) − L(θ)|, δ ~ N(0, σ²I), over n draws.
 *
 * <p>With it come the mean of the change with its sign, which near a minimum is σ²·tr H/2, and its
 * standard error. Costs n forward passes, twice that if the objective knows its samples; values
 * only.
 *
 * <p><b>When it misleads.</b> Away from a stationary point it measures the gradient (σ‖∇L‖·√(2/π)),
 * not curvature. One σ for all parameters: changes under rescaling of layers, and the noise has
 * length σ√d, which grows with the size of the network.
 *
 * <p>Source: report R3.
 *
 * @param radius σ
 */
public record GaussianFlatness(double radius, SharpnessOptions options)
    implements SharpnessMeasure {
  @Override
  public String name() {
    return "gaussian";
  }

  @Override
  public SharpnessValue measure(SharpnessPoint point) {
    ScaledCoordinates plain = ScaledCoordinates.plain(point.theta());
    AverageNoise noise = AverageNoise.gaussian(radius, options.seed());
    double[] rises = noise.rises(point, plain, options.draws());
    double[] sizes = rises.clone();
    double[] weights = rises.clone();
    for (int k = 0; k < rises.length; k++) {
      sizes[k] = Math.abs(rises[k]);
      weights[k] = Math.signum(rises[k]) / rises.length;
    }
    double dataError = noise.dataError(point, plain, weights);
    return SharpnessValue.of(name(), StatUtils.mean(sizes))
        .withError(SharpnessError.overDraws(AverageNoise.standardError(sizes)).withData(dataError))
        .withRadius(radius, "σ of each δᵢ")
        .withDraws(rises.length)
        .withDetail("meanChange", StatUtils.mean(rises))
        .withDetail("meanChangeStderr", AverageNoise.standardError(rises))
        .withDetail("largestChange", StatUtils.max(sizes));
  }
}
