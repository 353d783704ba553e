package org.thalweg.probe.connectivity;

import org.thalweg.linalg.Vector;

/**
 * Moves one pivot of a band as a mass that is stopped whenever it runs against its force: v ← (1 −
 * α) v + α ‖v‖ F/‖F‖ while v·F &gt; 0, with growing time steps; otherwise half a step back, v ← 0
 * and half the time step. Each pivot has time steps of its own, because the curvature of a loss
 * differs along a path by orders of magnitude.
 *
 * <p>Source: Bitzek, Koskinen, Gähler, Moseler, Gumbsch (2006); the step back: Guénolé et al.
 * (2020). The constants are theirs but for the longest time step, which keeps pivots from being
 * thrown beyond the ends of the band by stiff valleys.
 */
final class FastInertialRelaxation implements AutoCloseable {
  private static final double FIRST_STEP = 0.1;
  private static final double LONGEST_STEP = 0.3;
  private static final double MIXING = 0.25;
  private static final int PATIENCE = 20;

  private final Vector velocity;
  private double timeStep = FIRST_STEP;
  private double mixing = MIXING;
  private int downhill;

  FastInertialRelaxation(Vector point) {
    this.velocity = point.copy().scale(0);
  }

  /**
   * Moves a point.
   *
   * @param farthest the longest way it may go in one step
   */
  void move(Vector point, Vector force, double farthest) {
    double power = force.dot(velocity);
    if (power > 0) {
      downhill++;
      if (downhill > PATIENCE) {
        timeStep = Math.min(1.1 * timeStep, LONGEST_STEP);
        mixing *= 0.99;
      }
    } else {
      point.axpy(-0.5 * timeStep, velocity);
      timeStep *= downhill > 0 ? 0.5 : 1;
      velocity.scale(0);
      mixing = MIXING;
      downhill = 0;
    }
    velocity.axpy(timeStep, force);
    double norm = force.norm();
    if (norm > 0) {
      double speed = velocity.norm();
      velocity.scale(1 - mixing).axpy(mixing * speed / norm, force);
    }
    double length = timeStep * velocity.norm();
    if (length > farthest) {
      velocity.scale(farthest / length);
    }
    point.axpy(timeStep, velocity);
  }

  @Override
  public void close() {
    velocity.close();
  }
}
