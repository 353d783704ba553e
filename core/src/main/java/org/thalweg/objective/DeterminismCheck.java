package org.thalweg.objective;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Vector;

/**
 * Distrusts an objective before it is measured: two passes at the same point must agree.
 *
 * <p>The losses must be the same to the last bit, the gradients to 16 units of roundoff in the
 * 2-norm. Cost: two forward passes and, if there is a gradient, two gradients.
 */
public final class DeterminismCheck {
  private static final double ROUNDOFFS = 16;

  private DeterminismCheck() {}

  /**
   * Checks at θ; returns the loss there.
   *
   * @throws ThalwegException {@code NOT_DETERMINISTIC} if two passes disagree
   */
  public static Evaluation require(Objective objective, Vector theta) {
    Evaluation first = objective.evaluate(theta);
    Evaluation second = objective.evaluate(theta);
    if (Double.compare(first.loss(), second.loss()) != 0) {
      throw disagreement("loss", "%s, then %s".formatted(first.loss(), second.loss()));
    }
    if (objective instanceof DifferentiableObjective differentiable) {
      requireGradient(differentiable, theta);
    }
    return first;
  }

  private static void requireGradient(DifferentiableObjective objective, Vector theta) {
    try (Vector first = objective.space().zeros();
        Vector second = objective.space().zeros()) {
      objective.gradient(theta, first);
      objective.gradient(theta, second);
      double size = first.norm();
      double difference = second.axpy(-1, first).norm();
      // A gradient that is not finite is not this check's business: the probe says so.
      if (difference > ROUNDOFFS * objective.space().precision().unitRoundoff() * size) {
        throw disagreement(
            "gradient",
            "a difference of %.3g in a gradient of norm %.3g".formatted(difference, size));
      }
    }
  }

  private static ThalwegException disagreement(String what, String found) {
    return ThalwegException.of(ErrorCode.NOT_DETERMINISTIC)
        .expected("the same " + what + " in two passes over the same data at the same point")
        .found(found)
        .next(
            "put the network in evaluation mode (dropout off, batch norm with running statistics)"
                + " and take shuffling and random augmentation out of the data");
  }
}
