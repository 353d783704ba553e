package org.thalweg.app.request;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The optimizer of a training.
 *
 * @param method the rule
 * @param learningRate step size, greater than 0; empty: 0.1 for sgd, 0.01 for momentum and
 *     nesterov, 0.001 for adam and adamw
 * @param momentum of momentum and nesterov, in [0, 1); empty: 0.9
 * @param weightDecay coefficient, at least 0; coupled to the gradient except in adamw
 */
public record OptimizerChoice(
    Method method, OptionalDouble learningRate, OptionalDouble momentum, double weightDecay) {
  public static final OptimizerChoice DEFAULT =
      new OptimizerChoice(Method.MOMENTUM, OptionalDouble.empty(), OptionalDouble.empty(), 0);

  public OptimizerChoice {
    learningRate.ifPresent(rate -> Checks.positive("--lr", rate));
    momentum.ifPresent(
        value ->
            Checks.require(
                value >= 0 && value < 1,
                "--momentum",
                "a number from 0 to less than 1",
                Double.toString(value)));
    Checks.require(
        weightDecay >= 0 && weightDecay <= Checks.LARGEST,
        "--weight-decay",
        "a number of at least 0 and at most 1e30",
        Double.toString(weightDecay));
    Checks.require(
        momentum.isEmpty() || method.hasMomentum(),
        "--momentum",
        "only with --optimizer momentum or nesterov",
        method.toString());
  }

  /** The learning rate that will be used. */
  public double effectiveLearningRate() {
    return learningRate.orElse(method.learningRate);
  }

  /** The momentum that will be used; empty where the method has none. */
  public Optional<Double> effectiveMomentum() {
    return method.hasMomentum() ? Optional.of(momentum.orElse(0.9)) : Optional.empty();
  }

  /** The update rules on offer. */
  public enum Method {
    SGD(0.1),
    MOMENTUM(0.01),
    NESTEROV(0.01),
    ADAM(0.001),
    ADAMW(0.001);

    private final double learningRate;

    Method(double learningRate) {
      this.learningRate = learningRate;
    }

    /** As on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean hasMomentum() {
      return this == MOMENTUM || this == NESTEROV;
    }
  }
}
