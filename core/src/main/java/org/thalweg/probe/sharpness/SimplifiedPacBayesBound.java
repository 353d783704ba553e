package org.thalweg.probe.sharpness;

import org.hipparchus.stat.StatUtils;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessValue;

/**
 * The simplified form of the PAC-Bayes bound in report R1: √(KL(Q‖P)/(2m)) + [E_Q L − L(θ)], Q =
 * N(θ, σ²I), P = {@link GaussianPrior}, m samples, in units of the loss.
 *
 * <p>It lacks the term ln(2√m/δ), so that there is no probability with which it holds. The standard
 * error is that of the sharpness term over n draws. Costs n forward passes, twice that if the
 * objective knows its samples.
 *
 * <p><b>When it misleads.</b> It is not a bound: without the probability, and with a loss that may
 * exceed 1, it promises nothing about new data. {@link PacBayesBound} is one. Changes under
 * rescaling of layers.
 *
 * <p>Source: report R1.
 *
 * @param sigma σ
 */
public record SimplifiedPacBayesBound(double sigma, GaussianPrior prior, SharpnessOptions options)
    implements SharpnessMeasure {
  @Override
  public String name() {
    return "pac-bayes-bound-simplified";
  }

  @Override
  public SharpnessValue measure(SharpnessPoint point) {
    SharpnessPoint.requirePositive("standard deviation σ", sigma);
    int m = PacBayesBound.samples(point);
    GibbsLoss gibbs = new GibbsLoss(false, AdaptiveScale.PLAIN, options);
    double[] rises = gibbs.rises(point, sigma);
    double sharpness = StatUtils.mean(rises);
    double divergence = prior.divergence(point.theta(), sigma);
    double complexity = Math.sqrt(divergence / (2 * m));
    return SharpnessValue.of(name(), complexity + sharpness)
        .withError(
            SharpnessError.overDraws(AverageNoise.standardError(rises))
                .withData(gibbs.dataError(point, sigma)))
        .withRadius(sigma, "σ of each δᵢ")
        .withDraws(rises.length)
        .withDetail("complexity", complexity)
        .withDetail("sharpnessTerm", sharpness)
        .withDetail("divergence", divergence)
        .withDetail("samples", m)
        .withDetail("priorSigma", prior.sigma());
  }
}
