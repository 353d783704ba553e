package org.thalweg.probe.sharpness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.LinearRegression;
import org.thalweg.objective.Objective;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessValue;
import org.thalweg.testkit.RelativeError;

class LocalLearningCoefficientTest {
  private static final int SAMPLES = 1000;
  private static final double BETA = SAMPLES / Math.log(SAMPLES);
  private static final LangevinOptions CHAINS =
      LangevinOptions.defaults().withChains(8).withSteps(500, 4000).withBatch(0);

  private static SharpnessValue measured(Objective objective, LangevinOptions chains) {
    return Measured.by(new LocalLearningCoefficient(SAMPLES, chains, 5), objective);
  }

  /**
   * Of a quadratic: a step w ← (1 − εP/2)w + √ε·ξ with P = nβa + γ has the stationary variance
   * 1/(P(1 − εP/4)).
   */
  private static double expected(double[] spectrum, double gamma, double step) {
    double sum = 0;
    for (double a : spectrum) {
      double precision = BETA * a + gamma;
      sum += BETA * a / 2 / (precision * (1 - step * precision / 4));
    }
    return sum;
  }

  @Test
  void ofARegularQuadraticItIsHalfTheDimension() {
    double[] spectrum = {4, 3, 2, 2, 1};
    for (Precision precision : Precision.values()) {
      Objective objective = LocalQuadratic.random(spectrum, 0, 2).objective(precision);
      SharpnessValue value = measured(objective, CHAINS);
      double error = value.error().standardError();
      assertThat(error).isBetween(0.001, 0.15);
      RelativeError.atMost(1e-12, "nβ", value.detail("inverseTemperature"), BETA);
      double step = value.detail("stepSize");
      RelativeError.atMost(0.06, "step", step, 0.2 / (4 * BETA + 1));
      assertThat(value.value()).isCloseTo(expected(spectrum, 1, step), within(4 * error));
      assertThat(value.value()).isCloseTo(2.5, within(4 * error + 0.15));
      assertThat(value.detail("halfDimension")).isEqualTo(2.5);
      assertThat(value.outcome()).isEqualTo(Outcome.CONVERGED);
      assertThat(value.detail("negativeChains")).isZero();
    }
  }

  @Test
  void flatDirectionsDoNotCount() {
    double[] spectrum = {4, 0, 2, 0, 0, 1};
    Objective objective = LocalQuadratic.random(spectrum, 0, 2).objective();
    SharpnessValue value = measured(objective, CHAINS);
    double error = value.error().standardError();
    assertThat(value.value())
        .isCloseTo(expected(spectrum, 1, value.detail("stepSize")), within(4 * error));
    assertThat(value.value()).isLessThan(2);
  }

  @Test
  void aSingularValleyCountsLess() {
    Objective cross =
        FunctionObjective.withGradient(
            new double[2],
            t -> t[0] * t[0] * t[1] * t[1],
            t -> new double[] {2 * t[0] * t[1] * t[1], 2 * t[0] * t[0] * t[1]});
    LangevinOptions chains = CHAINS.withStepSize(2e-3).withSteps(2000, 40000);
    SharpnessValue value = measured(cross, chains);
    double exact = cross(1);
    assertThat(exact).isBetween(0.2, 0.5);
    assertThat(value.value()).isCloseTo(exact, within(4 * value.error().standardError() + 0.02));
    assertThat(value.detail("halfDimension")).isEqualTo(1);
  }

  /** nβ E[x²y²] under exp(−nβx²y² − γ(x² + y²)/2), by the midpoint rule. */
  private static double cross(double gamma) {
    double above = 0;
    double below = 0;
    int n = 2000;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double x = 6 * (i + 0.5) / n;
        double y = 6 * (j + 0.5) / n;
        double loss = BETA * x * x * y * y;
        double weight = Math.exp(-loss - gamma * (x * x + y * y) / 2);
        above += loss * weight;
        below += weight;
      }
    }
    return above / below;
  }

  @Test
  void miniBatchesOfAFittedModel() {
    double[][] x = new double[SAMPLES][];
    double[] y = new double[SAMPLES];
    double[] w = {1, -2, 0.5};
    for (int n = 0; n < SAMPLES; n++) {
      x[n] = RandomStream.of(1, "features", n).gaussians(3);
      y[n] = x[n][0] - 2 * x[n][1] + x[n][2] / 2;
    }
    Objective objective = FunctionObjective.of(new LinearRegression(x, y), w);
    LangevinOptions chains = CHAINS.withBatch(50).withSteps(200, 1500);
    SharpnessValue value = Measured.by(new LocalLearningCoefficient(0, chains, 5), objective);
    // Every sample has its minimum here, so that batches add little noise: a few percent.
    assertThat(value.value()).isCloseTo(1.5, within(4 * value.error().standardError() + 0.25));
    // 8 × 1700 gradients of a twentieth of the data.
    assertThat(value.cost().gradient()).isBetween(670L, 700L);
    assertThat(Measured.by(new LocalLearningCoefficient(0, chains, 5), objective).value())
        .isEqualTo(value.value());
  }

  @Test
  void awayFromAMinimumItIsMarked() {
    Objective slope = LocalQuadratic.random(new double[] {1, 1, 1}, 3, 1).objective();
    SharpnessValue value = measured(slope, CHAINS);
    assertThat(value.value()).isNegative();
    assertThat(value.outcome()).isEqualTo(Outcome.BUDGET_EXHAUSTED);
    assertThat(value.detail("negativeChains")).isEqualTo(8);
  }

  @Test
  void chainsThatAreTooShortOrDivergeAreMarked() {
    Objective objective = LocalQuadratic.random(new double[] {4, 3, 2, 1}, 0, 2).objective();
    SharpnessValue climbing =
        measured(objective, CHAINS.withStepSize(1e-6).withSteps(0, 400).withChains(40));
    assertThat(climbing.detail("drift")).isPositive();
    assertThat(climbing.outcome()).isEqualTo(Outcome.BUDGET_EXHAUSTED);
    SharpnessValue diverging = measured(objective, CHAINS.withStepSize(10));
    assertThat(diverging.value()).isNaN();
    assertThat(diverging.outcome()).isEqualTo(Outcome.NON_FINITE);
    assertThat(diverging.detail("divergentChains")).isEqualTo(8);
    // A step just short of divergence: more than half the dimension.
    SharpnessValue wild = measured(objective, CHAINS.withStepSize(3.9 / (4 * BETA + 1)));
    assertThat(wild.value()).isGreaterThan(2);
    assertThat(wild.outcome()).isEqualTo(Outcome.BUDGET_EXHAUSTED);
  }

  @Test
  void whatIsMissingIsNamed() {
    Objective quadratic = LocalQuadratic.random(new double[] {4, 3}, 0, 2).objective();
    SharpnessValue unsampled =
        Measured.by("learning-coefficient", quadratic, SharpnessOptions.defaults());
    assertThat(unsampled.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
    assertThat(unsampled.reason()).contains("samples");
    Objective values = FunctionObjective.of(new double[] {1}, t -> t[0]);
    assertThat(measured(values, CHAINS).reason()).contains("gradient");
    assertThatThrownBy(() -> CHAINS.withStepSize(0))
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_OPTION));
  }

  @Test
  void vectorsAreClosedAndAStopIsHonoured() {
    TrackedObjective objective =
        new TrackedObjective(LocalQuadratic.random(new double[] {4, 3}, 0, 2).objective());
    LangevinOptions chains = CHAINS.withStepSize(1e-4).withSteps(5, 20);
    Cancellation cancellation = new Cancellation();
    int[] steps = new int[1];
    ExecutionOptions options =
        new ExecutionOptions(
            1,
            (activity, done, total) -> {
              if (steps[0]++ == 30) {
                cancellation.request();
              }
            },
            cancellation);
    try (Vector theta = objective.parameters()) {
      assertThatThrownBy(
              () ->
                  new LocalLearningCoefficient(SAMPLES, chains, 5)
                      .measure(new SharpnessPoint(objective, theta, options)))
          .isInstanceOfSatisfying(
              ThalwegException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
      assertThat(objective.cost().gradient()).isEqualTo(31);
    }
    assertThat(objective.space().open()).isZero();
  }
}
