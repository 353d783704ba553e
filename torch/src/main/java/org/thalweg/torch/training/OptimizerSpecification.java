package org.thalweg.torch.training;

/**
 * An update rule and its numbers. {@link #of} gives PyTorch's defaults; numbers that a rule does
 * not use are kept and ignored.
 *
 * <p>The rules, step by step as in PyTorch, with gradient g, learning rate η, weight decay λ, and
 * buffers that start at zero:
 *
 * <ul>
 *   <li>all but AdamW: g ← g + λθ (L2 regularisation, ½λ‖θ‖² added to the loss)
 *   <li>SGD: θ ← θ − ηg
 *   <li>momentum: m ← μm + g, θ ← θ − ηm
 *   <li>Nesterov: m ← μm + g, θ ← θ − η(g + μm)
 *   <li>Adam: m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², θ ← θ − η/(1−β₁ᵗ) · m / (√v/√(1−β₂ᵗ) + ε)
 *   <li>AdamW: θ ← (1 − ηλ)θ, then Adam
 * </ul>
 *
 * @param learningRate η, greater than 0
 * @param momentum μ in [0, 1); Nesterov needs it greater than 0
 * @param beta1 β₁ in [0, 1)
 * @param beta2 β₂ in [0, 1)
 * @param epsilon ε, greater than 0
 * @param weightDecay λ, not negative
 */
public record OptimizerSpecification(
    OptimizerKind kind,
    double learningRate,
    double momentum,
    double beta1,
    double beta2,
    double epsilon,
    double weightDecay) {
  public OptimizerSpecification {
    Option.require(
        learningRate > 0 && Double.isFinite(learningRate),
        "learning rate",
        "a positive number",
        learningRate);
    Option.require(momentum >= 0 && momentum < 1, "momentum", "at least 0, below 1", momentum);
    Option.require(
        kind != OptimizerKind.NESTEROV || momentum > 0,
        "momentum",
        "above 0 for nesterov",
        momentum);
    Option.require(beta1 >= 0 && beta1 < 1, "beta1", "at least 0, below 1", beta1);
    Option.require(beta2 >= 0 && beta2 < 1, "beta2", "at least 0, below 1", beta2);
    Option.require(
        epsilon > 0 && Double.isFinite(epsilon), "epsilon", "a positive number", epsilon);
    Option.require(
        weightDecay >= 0 && Double.isFinite(weightDecay),
        "weight decay",
        "a number that is not negative",
        weightDecay);
  }

  /**
   * PyTorch's defaults: μ = 0.9 for the two rules that use it (PyTorch has no default there), β =
   * (0.9, 0.999), ε = 1e-8; λ = 0.01 for AdamW, which without it would be Adam, and 0 otherwise.
   */
  public static OptimizerSpecification of(OptimizerKind kind, double learningRate) {
    return new OptimizerSpecification(
        kind, learningRate, 0.9, 0.9, 0.999, 1e-8, kind == OptimizerKind.ADAMW ? 0.01 : 0);
  }

  public OptimizerSpecification withMomentum(double value) {
    return new OptimizerSpecification(
        kind, learningRate, value, beta1, beta2, epsilon, weightDecay);
  }

  public OptimizerSpecification withWeightDecay(double value) {
    return new OptimizerSpecification(kind, learningRate, momentum, beta1, beta2, epsilon, value);
  }

  public OptimizerSpecification withBetas(double first, double second) {
    return new OptimizerSpecification(
        kind, learningRate, momentum, first, second, epsilon, weightDecay);
  }

  public OptimizerSpecification withEpsilon(double value) {
    return new OptimizerSpecification(
        kind, learningRate, momentum, beta1, beta2, value, weightDecay);
  }
}
