package org.thalweg.direction;

import org.thalweg.linalg.Vector;
import org.thalweg.objective.DifferentiableObjective;

/** The gradient at the point under study, uphill and with its own length. */
public final class GradientDirection {
  private GradientDirection() {}

  /** ∇L at {@link DifferentiableObjective#parameters}. Costs one gradient pass. */
  public static Direction of(DifferentiableObjective objective) {
    try (Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros()) {
      objective.gradient(theta, gradient);
      return Direction.of(new DirectionSource.Gradient(), gradient);
    }
  }
}
