package org.thalweg.probe.sharpness;

import org.thalweg.result.SharpnessValue;

/**
 * The largest relative rise of the loss in a ball whose radius is a fraction of the length of θ:
 * max [L(θ + δ) − L(θ)] / (1 + L(θ)) over ‖δ‖₂ ≤ ε‖θ‖₂.
 *
 * <p>Either by ascent, at the cost of {@link BallSharpness}, or the highest of n uniform draws, at
 * that of {@link SampledBallSharpness}. The standard error over samples takes the denominator as
 * known.
 *
 * <p><b>When it misleads.</b> It does not move when <em>all</em> parameters of a homogeneous
 * network are rescaled together with the loss left as it is, but it does move under the rescaling
 * of one layer against another (Dinh et al. 2017), contrary to what the report says.
 *
 * <p>Source: report R1.
 *
 * @param radius ε, relative to ‖θ‖₂
 * @param sampled whether to draw instead of climbing
 */
public record NormalizedSharpness(double radius, boolean sampled, SharpnessOptions options)
    implements SharpnessMeasure {
  @Override
  public String name() {
    return sampled ? "normalized-sampled" : "normalized";
  }

  @Override
  public SharpnessValue measure(SharpnessPoint point) {
    double length = point.theta().norm();
    ScaledCoordinates plain = ScaledCoordinates.plain(point.theta());
    Neighbourhood ball = new Neighbourhood(plain, PerturbationNorm.L2, radius * length);
    double factor = 1 / point.onePlusLoss();
    SharpnessValue value =
        sampled
            ? SampledMaximum.value(name(), point, ball, options, factor)
            : new WorstCase(options).find(point, ball).value(name(), point, plain, factor);
    return value.withRadius(radius, "‖δ‖₂/‖θ‖₂").withDetail("absoluteRadius", radius * length);
  }
}
