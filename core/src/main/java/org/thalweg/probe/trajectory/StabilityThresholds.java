package org.thalweg.probe.trajectory;

import org.thalweg.result.StabilityThreshold;

/**
 * The largest curvature at which full-batch training with a fixed step is stable on a quadratic;
 * the edge of stability, where λ₁ is often found (Cohen, Kaur, Li, Kolter, Talwalkar 2021).
 *
 * <p><b>When it misleads.</b> It is a statement about the whole batch: with small batches λ₁ stays
 * below it, the further the smaller they are. A penalty (weight decay w) adds w to every curvature,
 * so λ₁ of the loss alone is compared with the threshold less w.
 */
public final class StabilityThresholds {
  private StabilityThresholds() {}

  /** Gradient descent: 2/η. */
  public static StabilityThreshold gradientDescent(double learningRate, double weightDecay) {
    return of("2/lr", 2 / learningRate, weightDecay);
  }

  /** Momentum β in the form m ← βm + g, θ ← θ − ηm (Polyak): (2 + 2β)/η. */
  public static StabilityThreshold momentum(
      double learningRate, double momentum, double weightDecay) {
    return of("(2 + 2β)/lr", (2 + 2 * momentum) / learningRate, weightDecay);
  }

  /** Nesterov's momentum β: (2 + 2β)/(η(1 + 2β)). */
  public static StabilityThreshold nesterov(
      double learningRate, double momentum, double weightDecay) {
    return of(
        "(2 + 2β)/(lr(1 + 2β))",
        (2 + 2 * momentum) / (learningRate * (1 + 2 * momentum)),
        weightDecay);
  }

  /**
   * Adam and its kin: none, because it is the Hessian scaled by the optimizer's own second moments
   * whose largest eigenvalue meets a threshold, (2 + 2β₁)/((1 − β₁)η) (Cohen et al. 2022).
   */
  public static StabilityThreshold adaptive() {
    return StabilityThreshold.none(
        "none: with adaptive steps it is the preconditioned Hessian that meets a threshold");
  }

  private static StabilityThreshold of(String rule, double value, double weightDecay) {
    return new StabilityThreshold(
        weightDecay == 0 ? rule : rule + " − weight decay", value - weightDecay);
  }
}
