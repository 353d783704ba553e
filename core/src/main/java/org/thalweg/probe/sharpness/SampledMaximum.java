package org.thalweg.probe.sharpness;

import java.util.Arrays;
import java.util.List;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessValue;

/**
 * The highest loss among random points of a neighbourhood.
 *
 * <p>The spread of such a maximum, had other points been drawn, is that of a Gumbel distribution
 * whose scale b is the mean height of the k = √n highest draws above the next one: π·b/√6 (Weissman
 * 1978). It assumes that the losses have a tail like an exponential one, as they nearly have in
 * many dimensions, and it says nothing about how far the maximum of the draws is below that of the
 * neighbourhood.
 */
final class SampledMaximum {
  static final String KIND = "spread of the maximum over draws";

  private SampledMaximum() {}

  /** L at each draw, which is this share of the measure. */
  static double[] losses(
      SharpnessPoint point, Neighbourhood neighbourhood, SharpnessOptions options, double share) {
    return PerturbedLosses.at(
        point,
        neighbourhood.displacement(),
        options.draws(),
        share,
        k -> neighbourhood.draw(options.seed(), k));
  }

  /** The value of a measure that scales the rise of the loss by a factor. */
  static SharpnessValue value(
      String name,
      SharpnessPoint point,
      Neighbourhood neighbourhood,
      SharpnessOptions options,
      double factor) {
    double[] losses = losses(point, neighbourhood, options, 1);
    int highest = PerturbedLosses.highest(losses);
    double[] u = neighbourhood.draw(options.seed(), highest);
    double mean = Arrays.stream(losses).average().orElse(Double.NaN);
    double dataError =
        DataError.of(point, neighbourhood.displacement(), List.of(u), new double[] {factor});
    return SharpnessValue.of(name, factor * (losses[highest] - point.loss()))
        .withError(new SharpnessError(Math.abs(factor) * spread(losses), KIND, dataError))
        .withDraws(losses.length)
        .withDetail("mean", factor * (mean - point.loss()));
  }

  /** How much the maximum of n such values varies; NaN for fewer than four. */
  static double spread(double[] values) {
    int n = values.length;
    if (n < 4) {
      return Double.NaN;
    }
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    int k = (int) Math.round(Math.sqrt(n));
    double sum = 0;
    for (int i = 0; i < k; i++) {
      sum += ascending[n - 1 - i] - ascending[n - 1 - k];
    }
    return Math.PI / Math.sqrt(6) * sum / k;
  }
}
