package org.thalweg.probe.sharpness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.thalweg.linalg.Vector;

/**
 * The highest loss that can be found in a neighbourhood: that of θ, of the draws of {@link
 * SampledMaximum}, and of ascents by {@link AutoProjectedGradient} from the point to which the
 * gradient leads and from the highest draws. So it is never below the sampled maximum of the same
 * neighbourhood and seed. A lower bound of the true maximum nevertheless.
 *
 * <p>Costs one forward pass for each draw and one more; for each of the 1 + restarts starts at most
 * 1 + iterations gradients; one gradient.
 */
record WorstCase(SharpnessOptions options) {
  /** The share of the draws in the work, roughly. */
  private static final double DRAWING = 0.1;

  HighestPoint find(SharpnessPoint point, Neighbourhood neighbourhood) {
    // Before anything is spent.
    point.differentiable();
    double[] drawn = SampledMaximum.losses(point, neighbourhood, options, DRAWING);
    int highest = PerturbedLosses.highest(drawn);
    List<AscentPoint> ascents = new ArrayList<>();
    try (AutoProjectedGradient ascent =
        new AutoProjectedGradient(
            point, neighbourhood, options.iterations(), options.tolerance())) {
      ascents.add(ascent.from(neighbourhood.steepest(ascent.centre().slope())));
      int[] order =
          IntStream.range(0, drawn.length)
              .boxed()
              .sorted(Comparator.comparingDouble(k -> -drawn[k]))
              .mapToInt(Integer::intValue)
              .limit(options.restarts())
              .toArray();
      double done = 1;
      for (int k : order) {
        point.progress(DRAWING + (1 - DRAWING) * done++ / (1 + order.length));
        ascents.add(ascent.from(neighbourhood.draw(options.seed(), k)));
      }
      return best(point, neighbourhood, drawn[highest], highest, ascents, ascent);
    }
  }

  private HighestPoint best(
      SharpnessPoint point,
      Neighbourhood neighbourhood,
      double sampled,
      int highest,
      List<AscentPoint> ascents,
      AutoProjectedGradient ascent) {
    AscentPoint top = ascents.get(0);
    for (AscentPoint other : ascents) {
      if (!(other.loss() <= top.loss())) {
        top = other;
      }
    }
    double fromGradient = ascents.get(0).loss();
    double climbed = loss(point, neighbourhood.displacement(), top.u());
    if (Double.isNaN(top.loss()) || Double.isNaN(sampled)) {
      climbed = Double.NaN;
    }
    if (!(climbed < Math.max(sampled, point.loss()))) {
      return new HighestPoint(
          climbed,
          top.u(),
          sampled,
          fromGradient,
          ascent.gap(top),
          ascent.isStationary(top),
          options.draws());
    }
    if (sampled >= point.loss()) {
      // Climbing from the highest draw led nowhere: only rounding tells the two apart.
      double[] u = neighbourhood.draw(options.seed(), highest);
      return new HighestPoint(
          sampled,
          u,
          sampled,
          fromGradient,
          ascent.gap(top),
          ascent.isStationary(top),
          options.draws());
    }
    AscentPoint centre = ascent.centre();
    return new HighestPoint(
        point.loss(),
        centre.u(),
        sampled,
        fromGradient,
        ascent.gap(centre),
        ascent.gap(centre) == 0,
        options.draws());
  }

  /** By an evaluation like that of the draws, so that equal points have equal values. */
  private static double loss(SharpnessPoint point, Displacement displacement, double[] u) {
    try (Displacement.Points points = displacement.points(point.theta(), List.of(u));
        Vector place = point.objective().space().zeros()) {
      points.place(0, place);
      return point.objective().evaluate(place).loss();
    }
  }
}
