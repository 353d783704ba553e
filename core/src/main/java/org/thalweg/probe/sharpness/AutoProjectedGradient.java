package org.thalweg.probe.sharpness;

import java.util.List;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.DifferentiableObjective;

/**
 * Projected gradient ascent whose step size needs no tuning: auto-PGD (Croce and Hein 2020).
 *
 * <p>From u₀, with steps η starting at twice the radius and z = P(uₖ + η·s(∇)), s the steepest unit
 * vector of the norm: uₖ₊₁ = P(uₖ + ¾(z − uₖ) + ¼(uₖ − uₖ₋₁)), the first step without momentum. At
 * the checkpoints ⌈pⱼn⌉, p₀ = 0, p₁ = 0.22, pⱼ₊₁ = pⱼ + max(pⱼ − pⱼ₋₁ − 0.03, 0.06), the step is
 * halved and the ascent goes on from the best point seen, without momentum, if fewer than ¾ of the
 * steps since the last checkpoint went up, or if neither step nor best value changed since then.
 *
 * <p>Unlike the original it ends early at a stationary point. One gradient for each step and one at
 * the start. Not thread-safe.
 */
final class AutoProjectedGradient implements AutoCloseable {
  private static final double MOMENTUM = 0.25;
  private static final double RISING = 0.75;

  private final SharpnessPoint point;
  private final DifferentiableObjective objective;
  private final Neighbourhood neighbourhood;
  private final int iterations;
  private final double tolerance;
  private final Vector place;
  private final Vector gradient;

  AutoProjectedGradient(
      SharpnessPoint point, Neighbourhood neighbourhood, int iterations, double tolerance) {
    this.point = point;
    this.objective = point.differentiable();
    this.neighbourhood = neighbourhood;
    this.iterations = iterations;
    this.tolerance = tolerance;
    this.place = objective.space().zeros();
    this.gradient = objective.space().zeros();
  }

  /** θ itself. Costs one gradient. */
  AscentPoint centre() {
    return at(new double[neighbourhood.displacement().dimension()]);
  }

  /** The best point seen while climbing from one of the neighbourhood; its loss NaN if one was. */
  AscentPoint from(double[] start) {
    AscentPoint current = at(start.clone());
    AscentPoint best = current;
    double[] previous = current.u();
    double step = 2 * neighbourhood.radius();
    Checkpoints checkpoints = new Checkpoints(iterations);
    boolean halvedLast = true;
    double bestAtCheckpoint = Double.NaN;
    int rises = 0;
    int window = 0;
    for (int k = 0; k < iterations; k++) {
      if (Double.isNaN(best.loss()) || isStationary(best)) {
        break;
      }
      AscentPoint next = at(move(current, previous, step, k == 0 || previous == current.u()));
      rises += next.loss() > current.loss() ? 1 : 0;
      window++;
      previous = current.u();
      current = next;
      if (!(current.loss() <= best.loss())) {
        best = current;
      }
      if (checkpoints.reached(k + 1)) {
        boolean stuck = !halvedLast && best.loss() == bestAtCheckpoint;
        halvedLast = rises < RISING * window || stuck;
        if (halvedLast) {
          step /= 2;
          current = best;
          previous = best.u();
        }
        bestAtCheckpoint = best.loss();
        rises = 0;
        window = 0;
      }
    }
    return best;
  }

  private double[] move(AscentPoint from, double[] previous, double step, boolean first) {
    double[] direction = neighbourhood.norm().steepest(from.slope());
    double[] u = from.u();
    double[] z = new double[u.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = u[i] + step * direction[i];
    }
    neighbourhood.project(z);
    if (first) {
      return z;
    }
    for (int i = 0; i < z.length; i++) {
      z[i] = u[i] + (1 - MOMENTUM) * (z[i] - u[i]) + MOMENTUM * (u[i] - previous[i]);
    }
    neighbourhood.project(z);
    return z;
  }

  private AscentPoint at(double[] u) {
    point.requireNotCancelled();
    Displacement displacement = neighbourhood.displacement();
    try (Displacement.Points points = displacement.points(point.theta(), List.of(u))) {
      points.place(0, place);
    }
    double loss = objective.gradient(place, gradient).loss();
    return new AscentPoint(u, loss, displacement.pullBack(gradient));
  }

  /** What a linear model of the loss still promises there. */
  double gap(AscentPoint step) {
    return neighbourhood.gap(step.u(), step.slope());
  }

  /** Whether that is little. */
  boolean isStationary(AscentPoint step) {
    return gap(step) <= tolerance * Math.abs(step.loss() - point.loss());
  }

  @Override
  public void close() {
    place.close();
    gradient.close();
  }
}
