package org.thalweg.probe.sharpness;

import org.hipparchus.stat.StatUtils;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessValue;

/**
 * A PAC-Bayes bound on the gap between the expected error of the network with random weights Q =
 * N(θ, σ²I) on new data and the training error of θ:
 *
 * <p>gap ≤ √[(KL(Q‖P) + ln(2√m/δ)) / (2m)] + [E_Q err − err(θ)],
 *
 * <p>P = {@link GaussianPrior}, m training samples, with probability at least 1 − δ over the draw
 * of the data. The first term is the complexity, the second the sharpness term, estimated from n
 * draws; the standard error is that of its mean. Errors are shares of wrong answers; where there is
 * no accuracy, the loss is taken instead. {@code errorBound} is E_Q err plus the complexity, and
 * {@code vacuous} is 1 if it says no more than that an error is at most 1. Costs n forward passes.
 *
 * <p><b>When it misleads.</b> Nearly always vacuous unless θ is close to μ: then it is a number for
 * comparing runs and no guarantee. It is no guarantee either if the loss is not within [0, 1]
 * ({@code bounded} is 0), if σ or P were chosen by looking at the data, or if the samples measured
 * are not those the network was trained on. It speaks of random weights, not of θ. Changes under
 * rescaling of layers.
 *
 * <p>Source: McAllester (1999); the constant ln(2√m/δ) from Maurer (2004), through Pinsker's
 * inequality; m ≥ 8.
 *
 * @param sigma σ
 * @param delta δ
 */
public record PacBayesBound(
    double sigma, GaussianPrior prior, double delta, SharpnessOptions options)
    implements SharpnessMeasure {
  public PacBayesBound {
    if (!(delta > 0 && delta < 1)) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("a probability δ between 0 and 1")
          .found(Double.toString(delta))
          .next("give for example 0.05");
    }
  }

  @Override
  public String name() {
    return "pac-bayes-bound";
  }

  @Override
  public SharpnessValue measure(SharpnessPoint point) {
    SharpnessPoint.requirePositive("standard deviation σ", sigma);
    int m = samples(point);
    boolean classifies = !Double.isNaN(point.evaluation().accuracy());
    GibbsLoss gibbs = new GibbsLoss(classifies, AdaptiveScale.PLAIN, options);
    double[] rises = gibbs.rises(point, sigma);
    double sharpness = StatUtils.mean(rises);
    double divergence = prior.divergence(point.theta(), sigma);
    double confidence = Math.log(2 * Math.sqrt(m) / delta);
    double complexity = Math.sqrt((divergence + confidence) / (2 * m));
    double bound = gibbs.centre(point) + sharpness + complexity;
    return SharpnessValue.of(name(), complexity + sharpness)
        .withError(
            SharpnessError.overDraws(AverageNoise.standardError(rises))
                .withData(gibbs.dataError(point, sigma)))
        .withRadius(sigma, "σ of each δᵢ")
        .withDraws(rises.length)
        .withDetail("errorBound", bound)
        .withDetail("vacuous", bound < 1 ? 0 : 1)
        .withDetail("bounded", classifies ? 1 : 0)
        .withDetail("complexity", complexity)
        .withDetail("sharpnessTerm", sharpness)
        .withDetail("divergence", divergence)
        .withDetail("confidenceTerm", confidence)
        .withDetail("samples", m)
        .withDetail("delta", delta)
        .withDetail("priorSigma", prior.sigma());
  }

  /** m, or {@code NOT_APPLICABLE}. */
  static int samples(SharpnessPoint point) {
    int m = point.objective().samples();
    if (m < 1) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("a number of training samples")
          .found("an objective without samples")
          .next("use a measure of the rise of the loss");
    }
    return m;
  }
}
