package org.thalweg.probe.sharpness;

import java.util.List;
import java.util.function.IntFunction;
import org.hipparchus.stat.StatUtils;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.SampledObjective;

/**
 * The standard error of a rise of the loss that comes from the finite number of samples: that of
 * the mean over samples of Σₖ wₖ(ℓₙ(θ + Tuₖ) − ℓₙ(θ)), the differences taken sample by sample, so
 * that what easy and hard samples have in common cancels.
 *
 * <p>Misleads where the perturbation was chosen by looking at the data, as a worst case is: with
 * other samples another one would have been chosen, and the value is too high by about that much.
 */
final class DataError {
  private DataError() {}

  /** NaN if the objective does not know its samples. Costs a forward pass for each point. */
  static double of(
      SharpnessPoint point, Displacement displacement, List<double[]> us, double[] weights) {
    return of(point, displacement, us.size(), us::get, weights);
  }

  /** As above, with the coordinates made one after another. */
  static double of(
      SharpnessPoint point,
      Displacement displacement,
      int count,
      IntFunction<double[]> coordinates,
      double[] weights) {
    if (!(point.objective() instanceof SampledObjective objective) || objective.samples() < 2) {
      return Double.NaN;
    }
    double[] before = point.sampleLosses();
    double[] rise = new double[before.length];
    try (Vector place = objective.space().zeros()) {
      for (int k = 0; k < count; k++) {
        point.requireNotCancelled();
        try (Displacement.Points points =
            displacement.points(point.theta(), List.of(coordinates.apply(k)))) {
          points.place(0, place);
        }
        double[] after = objective.sampleLosses(place);
        for (int n = 0; n < rise.length; n++) {
          rise[n] += weights[k] * (after[n] - before[n]);
        }
      }
    }
    return Math.sqrt(StatUtils.variance(rise) / rise.length);
  }
}
