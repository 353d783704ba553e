package org.thalweg.probe.sharpness;

import java.util.Arrays;
import java.util.function.Function;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.PointEvaluations;
import org.thalweg.result.Values;

/**
 * The loss, or the share of wrong answers, of a network whose weights are drawn at random around θ:
 * δᵢ ~ N(0, σ²cᵢ²). The same standard normal variates serve every σ.
 *
 * @param ofError whether wrong answers are counted
 * @param scale c
 */
record GibbsLoss(boolean ofError, AdaptiveScale scale, SharpnessOptions options) {
  /** At θ itself; {@code NOT_APPLICABLE} if answers are asked for and cannot be right or wrong. */
  double centre(SharpnessPoint point) {
    if (!ofError) {
      return point.loss();
    }
    double accuracy = point.evaluation().accuracy();
    if (Double.isNaN(accuracy)) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("answers that are right or wrong")
          .found("an objective without an accuracy")
          .next("use the measure of the loss");
    }
    return 1 - accuracy;
  }

  /** What it rises by from θ to each draw. Costs a forward pass for each. */
  double[] rises(SharpnessPoint point, double sigma) {
    double centre = centre(point);
    Function<PointEvaluations, Values> reading =
        ofError ? PointEvaluations::accuracies : PointEvaluations::losses;
    AverageNoise noise = AverageNoise.gaussian(sigma, options.seed());
    int d = point.theta().dimension();
    double[] rises =
        PerturbedLosses.at(
            point, scale.at(point), options.draws(), 0, k -> noise.draw(d, k), reading);
    for (int k = 0; k < rises.length; k++) {
      rises[k] = (ofError ? 1 - rises[k] : rises[k]) - centre;
    }
    return rises;
  }

  /** The error over samples of the mean rise of the loss; NaN for wrong answers. */
  double dataError(SharpnessPoint point, double sigma) {
    if (ofError) {
      return Double.NaN;
    }
    double[] weights = new double[options.draws()];
    Arrays.fill(weights, 1.0 / weights.length);
    return AverageNoise.gaussian(sigma, options.seed()).dataError(point, scale.at(point), weights);
  }
}
