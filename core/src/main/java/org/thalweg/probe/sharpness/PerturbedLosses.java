package org.thalweg.probe.sharpness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.InMemoryLedger;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.execution.PointEvaluations;
import org.thalweg.execution.PointPlan;
import org.thalweg.result.Values;

/** L(θ + Tu) at many points, by as many workers as there are. */
final class PerturbedLosses {
  private PerturbedLosses() {}

  /**
   * The losses at n points in blocks that fit in memory; the values do not depend on the blocks.
   *
   * @param share which part of the measure this is
   * @param coordinates u by number, called once for each in ascending order
   */
  static double[] at(
      SharpnessPoint point,
      Displacement displacement,
      int n,
      double share,
      IntFunction<double[]> coordinates) {
    return at(point, displacement, n, share, coordinates, PointEvaluations::losses);
  }

  /** As above, with something else than the loss read from the evaluations. */
  static double[] at(
      SharpnessPoint point,
      Displacement displacement,
      int n,
      double share,
      IntFunction<double[]> coordinates,
      Function<PointEvaluations, Values> reading) {
    double[] losses = new double[n];
    int block = displacement.block(point.objective().space());
    for (int start = 0; start < n; start += block) {
      point.requireNotCancelled();
      int end = block > n - start ? n : start + block;
      int first = start;
      List<double[]> us = new ArrayList<>(end - start);
      for (int k = start; k < end; k++) {
        us.add(coordinates.apply(k));
      }
      Values found =
          evaluate(
              point, displacement, us, done -> point.progress(share * (done + first) / n), reading);
      System.arraycopy(found.toArray(), 0, losses, start, end - start);
    }
    return losses;
  }

  private static Values evaluate(
      SharpnessPoint point,
      Displacement displacement,
      List<double[]> us,
      LongConsumer progress,
      Function<PointEvaluations, Values> reading) {
    ExecutionOptions execution = point.execution();
    ExecutionOptions shifted =
        execution.withListener((activity, done, total) -> progress.accept(done));
    try (Displacement.Points points = displacement.points(point.theta(), us)) {
      PointEvaluations evaluations =
          new LocalEvaluator()
              .evaluate(
                  point.objective(),
                  new PointPlan("perturbations", points.subspace(), points.coefficients()),
                  new InMemoryLedger(),
                  shifted);
      point.requireNotCancelled();
      return reading.apply(evaluations);
    }
  }

  /** The number of the highest; of the first NaN if there is one. */
  static int highest(double[] losses) {
    int highest = 0;
    for (int k = 0; k < losses.length; k++) {
      if (Double.isNaN(losses[k])) {
        return k;
      }
      if (losses[k] > losses[highest]) {
        highest = k;
      }
    }
    return highest;
  }
}
