package org.thalweg.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.linalg.Precision;
import org.thalweg.random.RandomStream;
import org.thalweg.testkit.RelativeError;
import org.thalweg.torch.engine.NativeMemory;
import org.thalweg.torch.engine.TensorSpace;
import org.thalweg.torch.engine.TensorVector;

/** Against the recurrences as their papers and PyTorch's documentation write them. */
class OptimizerTest {
  private static final int DIMENSION = 7;
  private static final int STEPS = 25;

  @ParameterizedTest
  @CsvSource({
    "SGD, 0",
    "SGD, 0.1",
    "MOMENTUM, 0",
    "MOMENTUM, 0.1",
    "NESTEROV, 0",
    "NESTEROV, 0.1",
    "ADAM, 0",
    "ADAM, 0.1",
    "ADAMW, 0",
    "ADAMW, 0.1"
  })
  void followsItsRecurrence(OptimizerKind kind, double weightDecay) {
    OptimizerSpecification specification =
        OptimizerSpecification.of(kind, 0.05)
            .withMomentum(0.8)
            .withBetas(0.7, 0.95)
            .withEpsilon(1e-3)
            .withWeightDecay(weightDecay);
    double[] expected = recurrence(specification);

    RelativeError.atMost(1e-14, "float64", moved(specification, Precision.FLOAT64), expected);
    RelativeError.atMost(2e-6, "float32", moved(specification, Precision.FLOAT32), expected);
  }

  @Test
  void nesterovAndHeavyBallDifferAfterTheFirstStepOnly() {
    OptimizerSpecification plain = OptimizerSpecification.of(OptimizerKind.MOMENTUM, 0.1);

    // g = 1 twice, μ = 0.9: m = 1, then 1.9; heavy ball moves 0.1·(1 + 1.9),
    // Nesterov 0.1·((1 + 0.9) + (1 + 0.9·1.9))
    assertThat(constantGradient(plain, 2)).isCloseTo(-0.29, within(1e-15));
    assertThat(constantGradient(OptimizerSpecification.of(OptimizerKind.NESTEROV, 0.1), 2))
        .isCloseTo(-0.461, within(1e-15));
  }

  @Test
  void adamMovesByTheLearningRateAtFirst() {
    double moved = constantGradient(OptimizerSpecification.of(OptimizerKind.ADAM, 0.1), 1);

    assertThat(moved).isCloseTo(-0.1 / (1 + 1e-8), within(1e-15));
  }

  @Test
  void adamwDecaysByDefaultAndTheOthersDoNot() {
    for (OptimizerKind kind : OptimizerKind.values()) {
      assertThat(OptimizerSpecification.of(kind, 0.1).weightDecay())
          .isEqualTo(kind == OptimizerKind.ADAMW ? 0.01 : 0);
    }
  }

  @ParameterizedTest
  @EnumSource(OptimizerKind.class)
  void takesNoMemoryPerStep(OptimizerKind kind) {
    TensorSpace space = new TensorSpace(DIMENSION, Precision.FLOAT32);
    try (Optimizer optimizer =
            Optimizer.create(OptimizerSpecification.of(kind, 0.01).withWeightDecay(0.1), space);
        TensorVector theta = space.zeros();
        TensorVector gradient = space.zeros()) {
      optimizer.step(theta.tensor(), gradient.tensor(), 1);
      long before = NativeMemory.now().liveObjects();
      for (int step = 2; step < 500; step++) {
        optimizer.step(theta.tensor(), gradient.tensor(), step);
      }
      assertThat(NativeMemory.now().liveObjects()).isEqualTo(before);
    }
  }

  private static double constantGradient(OptimizerSpecification specification, int steps) {
    TensorSpace space = new TensorSpace(1, Precision.FLOAT64);
    try (Optimizer optimizer = Optimizer.create(specification, space);
        TensorVector theta = space.zeros();
        TensorVector gradient = space.zeros()) {
      for (int step = 1; step <= steps; step++) {
        gradient.set(new double[] {1});
        optimizer.step(theta.tensor(), gradient.tensor(), step);
      }
      return theta.toArray()[0];
    }
  }

  private static double[] moved(OptimizerSpecification specification, Precision precision) {
    TensorSpace space = new TensorSpace(DIMENSION, precision);
    try (Optimizer optimizer = Optimizer.create(specification, space);
        TensorVector theta = space.of(start());
        TensorVector gradient = space.zeros()) {
      for (int step = 1; step <= STEPS; step++) {
        gradient.set(gradient(step, theta.toArray()));
        optimizer.step(theta.tensor(), gradient.tensor(), step);
      }
      return theta.toArray();
    }
  }

  private static double[] recurrence(OptimizerSpecification s) {
    double[] theta = start();
    double[] momentum = new double[DIMENSION];
    double[] first = new double[DIMENSION];
    double[] second = new double[DIMENSION];
    double eta = s.learningRate();
    for (int t = 1; t <= STEPS; t++) {
      double[] gradient = gradient(t, theta);
      for (int i = 0; i < DIMENSION; i++) {
        double g = gradient[i];
        if (s.kind() == OptimizerKind.ADAMW) {
          theta[i] -= eta * s.weightDecay() * theta[i];
        } else {
          g += s.weightDecay() * theta[i];
        }
        momentum[i] = s.momentum() * momentum[i] + g;
        first[i] = s.beta1() * first[i] + (1 - s.beta1()) * g;
        second[i] = s.beta2() * second[i] + (1 - s.beta2()) * g * g;
        double firstUnbiased = first[i] / (1 - Math.pow(s.beta1(), t));
        double secondUnbiased = second[i] / (1 - Math.pow(s.beta2(), t));
        theta[i] -=
            eta
                * switch (s.kind()) {
                  case SGD -> g;
                  case MOMENTUM -> momentum[i];
                  case NESTEROV -> g + s.momentum() * momentum[i];
                  case ADAM, ADAMW -> firstUnbiased / (Math.sqrt(secondUnbiased) + s.epsilon());
                };
      }
    }
    return theta;
  }

  private static double[] start() {
    return new double[] {1, -2, 3, -0.5, 0.25, 0, 8};
  }

  /** Of a bowl, with noise that depends on the step. */
  private static double[] gradient(int step, double[] theta) {
    double[] noise = RandomStream.of(3, "gradient noise", step).gaussians(DIMENSION);
    double[] gradient = new double[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      gradient[i] = (i + 1) * 0.3 * theta[i] + noise[i];
    }
    return gradient;
  }
}
