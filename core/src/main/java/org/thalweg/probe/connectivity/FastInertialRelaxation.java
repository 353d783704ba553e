package org.thalweg.probe.connectivity;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.linalg.Vector;

/**
 * Moves the pivots of a band downhill as masses that are stopped whenever they run uphill: v ← (1 −
 * α) v + α ‖v‖ F/‖F‖ while v·F &gt; 0, with growing time steps; v ← 0 and half the time step
 * otherwise. No pivot moves farther in a step than a fifth of the mean distance between pivots.
 *
 * <p>Source: Bitzek, Koskinen, Gähler, Moseler, Gumbsch (2006), FIRE with its usual constants.
 */
final class FastInertialRelaxation implements AutoCloseable {
  private static final double FIRST_STEP = 0.1;
  private static final double LONGEST_STEP = 1;
  private static final double MIXING = 0.1;
  private static final int PATIENCE = 5;

  private final Path path;
  private final List<Vector> velocities = new ArrayList<>();
  private double timeStep = FIRST_STEP;
  private double mixing = MIXING;
  private int downhill;

  FastInertialRelaxation(Path path) {
    this.path = path;
    for (int i = 0; i < path.bends(); i++) {
      velocities.add(path.points().get(0).copy().scale(0));
    }
  }

  void move(List<Vector> forces) {
    double power = 0;
    for (int i = 0; i < forces.size(); i++) {
      power += forces.get(i).dot(velocities.get(i));
    }
    if (power > 0) {
      accelerate(forces);
    } else {
      velocities.forEach(velocity -> velocity.scale(0));
      timeStep *= downhill == 0 ? 1 : 0.5;
      mixing = MIXING;
      downhill = 0;
    }
    for (int i = 0; i < forces.size(); i++) {
      velocities.get(i).axpy(timeStep, forces.get(i));
    }
    step();
  }

  private void accelerate(List<Vector> forces) {
    double ratio = norm(velocities) / norm(forces);
    for (int i = 0; i < forces.size(); i++) {
      velocities.get(i).scale(1 - mixing).axpy(mixing * ratio, forces.get(i));
    }
    downhill++;
    if (downhill > PATIENCE) {
      timeStep = Math.min(1.1 * timeStep, LONGEST_STEP);
      mixing *= 0.99;
    }
  }

  private void step() {
    double limit = 0.2 * meanDistance();
    for (int i = 0; i < velocities.size(); i++) {
      double length = timeStep * velocities.get(i).norm();
      double factor = length > limit ? limit / length : 1;
      path.points().get(i + 1).axpy(timeStep * factor, velocities.get(i));
    }
  }

  private double meanDistance() {
    List<Vector> points = path.points();
    double sum = 0;
    try (Vector difference = points.get(0).copy()) {
      for (int i = 1; i < points.size(); i++) {
        sum += difference.set(points.get(i)).axpy(-1, points.get(i - 1)).norm();
      }
    }
    return sum / (points.size() - 1);
  }

  private static double norm(List<Vector> vectors) {
    double sum = 0;
    for (Vector vector : vectors) {
      sum += vector.dot(vector);
    }
    return Math.sqrt(sum);
  }

  @Override
  public void close() {
    velocities.forEach(Vector::close);
  }
}
