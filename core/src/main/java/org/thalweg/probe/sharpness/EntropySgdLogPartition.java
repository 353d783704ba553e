package org.thalweg.probe.sharpness;

import org.hipparchus.stat.StatUtils;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessValue;

/**
 * The local entropy of Entropy-SGD: F(θ, γ) = ln ∫ exp(−L(θ') − (γ/2)‖θ − θ'‖²) dθ'. The higher,
 * the lower and wider the valley.
 *
 * <p>F = (d/2) ln(2π/γ) + ln E exp(−L(θ + z/√γ)), z ~ N(0, I): importance sampling with the
 * Gaussian factor as proposal, n draws. {@code withoutConstant} is the second term, the only one
 * that depends on the loss, {@code rise} its difference from −L(θ), with the sign of a rise of the
 * loss. For L = c + gᵀδ + ½δᵀAδ, F = −c + ½gᵀ(A + γI)⁻¹g + (d/2) ln 2π − ½ ln det(A + γI). The
 * standard error is that of the logarithm of a mean, to first order. Costs n forward passes; values
 * only.
 *
 * <p><b>When it misleads.</b> The constant grows with d and is all one sees in a large network:
 * compare {@code rise}. L is the mean loss, so at temperature 1 curvature shows only where it is of
 * the order of γ. If L varies by more than about 1 between draws, a few draws carry the mean:
 * {@code effectiveDraws} is then small, and below a tenth of n the outcome says that the budget ran
 * out. Changes under rescaling of layers.
 *
 * <p>Source: Chaudhari, Choromanska, Soatto, LeCun, Baldassi, Borgs, Chayes, Sagun, Zecchina
 * (2017), with importance sampling in place of Langevin dynamics.
 *
 * @param radius 1/√γ, the standard deviation of the Gaussian factor
 */
public record EntropySgdLogPartition(double radius, SharpnessOptions options)
    implements SharpnessMeasure {
  private static final double LEAST_EFFECTIVE = 0.1;

  @Override
  public String name() {
    return "entropy-sgd";
  }

  @Override
  public SharpnessValue measure(SharpnessPoint point) {
    SharpnessPoint.requirePositive("width 1/√γ", radius);
    AverageNoise noise = AverageNoise.gaussian(radius, options.seed());
    double[] rises = noise.rises(point, ScaledCoordinates.plain(point.theta()), options.draws());
    double lowest = StatUtils.min(rises);
    double[] weights = new double[rises.length];
    double squares = 0;
    for (int k = 0; k < weights.length; k++) {
      weights[k] = Math.exp(lowest - rises[k]);
      squares += weights[k] * weights[k];
    }
    double mean = StatUtils.mean(weights);
    double rise = lowest - Math.log(mean);
    double effective = Math.pow(StatUtils.sum(weights), 2) / squares;
    double constant = point.theta().dimension() * Math.log(radius * Math.sqrt(2 * Math.PI));
    SharpnessValue value =
        SharpnessValue.of(name(), constant - point.loss() - rise)
            .withError(SharpnessError.overDraws(AverageNoise.standardError(weights) / mean))
            .withRadius(radius, "γ^(−1/2)")
            .withDraws(weights.length)
            .withDetail("rise", rise)
            .withDetail("withoutConstant", -point.loss() - rise)
            .withDetail("gamma", 1 / (radius * radius))
            .withDetail("effectiveDraws", effective);
    return effective < LEAST_EFFECTIVE * weights.length
        ? value.withOutcome(Outcome.BUDGET_EXHAUSTED)
        : value;
  }
}
