package org.thalweg.probe.connectivity;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.execution.Cancellation;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.DifferentiableObjective;

/** The forces on the pivots of an elastic band, as {@link ElasticBand} defines them. */
final class BandForces implements AutoCloseable {
  private final DifferentiableObjective objective;
  private final List<Vector> points;
  private final double spring;
  private final List<Vector> forces = new ArrayList<>();
  private final Vector tangent;
  private final Vector backward;
  private final double[] losses;
  private double largestPerpendicular;

  BandForces(DifferentiableObjective objective, Path path, double spring) {
    this.objective = objective;
    this.points = path.points();
    this.spring = spring;
    this.losses = new double[points.size()];
    losses[0] = objective.evaluate(points.get(0)).loss();
    losses[losses.length - 1] = objective.evaluate(points.get(losses.length - 1)).loss();
    this.tangent = points.get(0).copy();
    this.backward = points.get(0).copy();
    for (int i = 1; i < points.size() - 1; i++) {
      forces.add(points.get(0).copy());
    }
  }

  /** One gradient for each pivot; false if cancelled before the last. */
  boolean compute(boolean climbing, Cancellation cancellation) {
    for (int i = 1; i < losses.length - 1; i++) {
      if (cancellation.requested()) {
        return false;
      }
      losses[i] = objective.gradient(points.get(i), forces.get(i - 1)).loss();
    }
    int highest = highest();
    largestPerpendicular = 0;
    for (int i = 1; i < losses.length - 1; i++) {
      double force = nudge(i, climbing && i == highest);
      // A NaN is kept.
      largestPerpendicular = Math.max(largestPerpendicular, force);
    }
    return true;
  }

  /** For each pivot, valid until the next computation. */
  List<Vector> forces() {
    return forces;
  }

  /** The largest norm of a gradient across the band; of a climbing pivot, of the whole gradient. */
  double largestPerpendicular() {
    return largestPerpendicular;
  }

  /** Gradient → force, in place; returns the norm that has to vanish. */
  private double nudge(int i, boolean climbing) {
    double imbalance = tangent(i);
    Vector force = forces.get(i - 1);
    double along = force.dot(tangent);
    double whole = force.norm();
    force.scale(-1);
    if (climbing) {
      force.axpy(2 * along, tangent);
      return whole;
    }
    force.axpy(along, tangent);
    double across = force.norm();
    force.axpy(spring * imbalance, tangent);
    return across;
  }

  /** The unit tangent at a pivot; returns how much farther the next pivot is than the last. */
  private double tangent(int i) {
    tangent.set(points.get(i + 1)).axpy(-1, points.get(i));
    backward.set(points.get(i)).axpy(-1, points.get(i - 1));
    double imbalance = tangent.norm() - backward.norm();
    double ahead = losses[i + 1] - losses[i];
    double behind = losses[i - 1] - losses[i];
    if (ahead > 0 && behind < 0) {
      // Uphill: towards the next pivot.
    } else if (ahead < 0 && behind > 0) {
      tangent.set(backward);
    } else {
      double more = Math.max(Math.abs(ahead), Math.abs(behind));
      double less = Math.min(Math.abs(ahead), Math.abs(behind));
      boolean nextIsHigher = losses[i + 1] > losses[i - 1];
      // On flat ground both would be 0; then both sides count alike.
      double forward = more == 0 ? 1 : nextIsHigher ? more : less;
      double back = more == 0 ? 1 : nextIsHigher ? less : more;
      tangent.scale(forward).axpy(back, backward);
    }
    double norm = tangent.norm();
    if (norm > 0) {
      tangent.scale(1 / norm);
    }
    return imbalance;
  }

  private int highest() {
    int highest = 1;
    for (int i = 2; i < losses.length - 1; i++) {
      highest = losses[i] > losses[highest] ? i : highest;
    }
    return highest;
  }

  @Override
  public void close() {
    tangent.close();
    backward.close();
    forces.forEach(Vector::close);
  }
}
