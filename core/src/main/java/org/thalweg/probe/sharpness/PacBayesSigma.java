package org.thalweg.probe.sharpness;

import org.hipparchus.stat.StatUtils;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessValue;

/**
 * The largest standard deviation σ of Gaussian noise on the parameters that the network bears: E
 * L(θ + σ c ⊙ z) − L(θ) ≤ t, z ~ N(0, I), or the same for the share of wrong answers. Flatness is
 * σ, and sharpness 1/σ², given beside it.
 *
 * <p>By bisection, with the same n draws of z for every σ. Near a minimum σ² = 2t / Σ cᵢ²Hᵢᵢ. The
 * standard errors are those of the mean rise at σ divided by its slope there. Costs about 15 n
 * forward passes, and n more if the objective knows its samples; values only. With c = |θ| it stays
 * under rescaling of layers.
 *
 * <p><b>When it misleads.</b> A σ for a target of the loss and one for a target of the accuracy are
 * different numbers. With c = 1 it shrinks as layers are rescaled against each other. Where the
 * rise saturates or falls again, there are several such σ, and one of them is found; where no σ up
 * to 10⁶ reaches the target, the value is a lower bound and the outcome says that the search ran
 * out.
 *
 * <p>Source: Neyshabur, Bhojanapalli, McAllester, Srebro (2017); Jiang, Neyshabur, Mobahi,
 * Krishnan, Bengio (2020), who stop at an accuracy 0.1 lower.
 *
 * @param target t
 * @param ofError whether wrong answers are counted instead of the loss
 * @param scale c
 */
public record PacBayesSigma(
    double target, boolean ofError, AdaptiveScale scale, SharpnessOptions options)
    implements SharpnessMeasure {
  private static final double STEP = 0.1;
  private static final int EXPECTED = 15;

  @Override
  public String name() {
    return scale.prefix() + "pac-bayes-sigma" + (ofError ? "-accuracy" : "");
  }

  @Override
  public SharpnessValue measure(SharpnessPoint point) {
    SharpnessPoint.requirePositive("target", target);
    GibbsLoss gibbs = new GibbsLoss(ofError, scale, options);
    if (!Double.isFinite(gibbs.centre(point))) {
      return described(SharpnessValue.of(name(), Double.NaN));
    }
    int[] tried = new int[1];
    SigmaSearch found =
        SigmaSearch.of(
            sigma -> {
              point.progress(Math.min(0.9, 0.9 * tried[0]++ / EXPECTED));
              return StatUtils.mean(gibbs.rises(point, sigma));
            },
            target);
    double sigma = found.low();
    if (sigma == 0 || Double.isInfinite(found.high())) {
      return described(SharpnessValue.of(name(), sigma)).withOutcome(Outcome.BUDGET_EXHAUSTED);
    }
    double[] rises = gibbs.rises(point, sigma);
    double slope = slope(gibbs, point, sigma);
    double error = AverageNoise.standardError(rises) / slope;
    return described(SharpnessValue.of(name(), sigma))
        .withError(SharpnessError.overDraws(error).withData(gibbs.dataError(point, sigma) / slope))
        .withDetail("inverseSquare", 1 / (sigma * sigma))
        .withDetail("inverseSquareStderr", 2 * error / Math.pow(sigma, 3))
        .withDetail("bracketEnd", found.high())
        .withDetail("meanRise", StatUtils.mean(rises));
  }

  /** Of the mean rise in σ, by a central difference; NaN where it does not rise. */
  private static double slope(GibbsLoss gibbs, SharpnessPoint point, double sigma) {
    double above = StatUtils.mean(gibbs.rises(point, sigma * (1 + STEP)));
    double below = StatUtils.mean(gibbs.rises(point, sigma * (1 - STEP)));
    double slope = (above - below) / (2 * STEP * sigma);
    return slope > 0 ? slope : Double.NaN;
  }

  private SharpnessValue described(SharpnessValue value) {
    return value
        .withRadius(target, ofError ? "target drop of accuracy" : "target rise of the loss")
        .withDraws(options.draws());
  }
}
