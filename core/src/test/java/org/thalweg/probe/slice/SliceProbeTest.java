package org.thalweg.probe.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.direction.Direction;
import org.thalweg.direction.DirectionSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.FunctionObjective;
import org.thalweg.execution.InMemoryLedger;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.linalg.ArraySpace;
import org.thalweg.linalg.Precision;
import org.thalweg.objective.Evaluation;
import org.thalweg.result.Outcome;
import org.thalweg.result.SliceResult;
import org.thalweg.result.Values;

class SliceProbeTest {
  private final InMemoryLedger ledger = new InMemoryLedger();

  @Test
  void aQuadraticIsAParabola() {
    // L = ½(2x² + 6y²) at θ = (1, 1) along d = (1, −2): L(α) = 4 − 10α + 13α².
    FunctionObjective quadratic =
        FunctionObjective.of(new double[] {1, 1}, x -> x[0] * x[0] + 3 * x[1] * x[1]);
    SliceResult slice = run(probe(new Axis(-1, 1, 11), 1, -2), quadratic);
    for (int i = 0; i < 11; i++) {
      double a = slice.alpha().get(i);
      assertThat(slice.loss().get(i)).isCloseTo(4 - 10 * a + 13 * a * a, within(1e-13));
    }
    assertThat(slice.loss().get(5)).as("θ itself").isEqualTo(4);
    assertThat(slice.shape().parabola().curvature()).as("dᵀHd").isCloseTo(26, within(1e-12));
    assertThat(slice.shape().parabola().slope()).as("gᵀd").isCloseTo(-10, within(1e-12));
    assertThat(slice.shape().parabola().minimum()).isCloseTo(5.0 / 13, within(1e-13));
    assertThat(slice.shape().minimumAlpha()).isEqualTo(0.4);
    assertThat(slice.outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(slice.cost().forward()).isEqualTo(11);
    assertThat(slice.direction()).isEqualTo("given (test)");
  }

  @Test
  void rosenbrockAtKnownPoints() {
    FunctionObjective rosenbrock =
        FunctionObjective.of(new double[] {0, 0}, SliceProbeTest::rosenbrock);
    // Through the origin along (1, 1): f(t, t) = (1 − t)² + 100(t − t²)².
    SliceResult slice = run(probe(new Axis(-1, 2, 4), 1, 1), rosenbrock);
    assertThat(slice.alpha()).isEqualTo(Values.of(-1, 0, 1, 2));
    assertThat(slice.loss()).isEqualTo(Values.of(404, 1, 0, 401));
    assertThat(slice.shape().minimumAlpha()).isEqualTo(1);
  }

  @Test
  void stepsNeedNotBeSymmetricAndFloat32IsRoundedOnlyInThePoints() {
    FunctionObjective single =
        new FunctionObjective(
            new ArraySpace(2, Precision.FLOAT32),
            new double[] {0.1, 0.2},
            SliceProbeTest::rosenbrock);
    SliceResult slice = run(probe(new Axis(0, 0.5, 6), 1, 1), single);
    for (int i = 0; i < 6; i++) {
      double a = slice.alpha().get(i);
      assertThat(slice.loss().get(i))
          .isCloseTo(rosenbrock(new double[] {0.1 + a, 0.2 + a}), within(1e-4));
    }
    assertThat(slice.loss().get(0)).isEqualTo(rosenbrock(new double[] {0.1f, 0.2f}));
  }

  @Test
  void resumedPointsCostNothing() {
    FunctionObjective objective =
        FunctionObjective.of(new double[] {0, 0}, SliceProbeTest::rosenbrock);
    ledger.record(2, new Evaluation(-5, 0.25, 0.75));
    SliceResult slice = run(probe(new Axis(-1, 2, 4), 1, 1), objective);
    assertThat(slice.loss()).isEqualTo(Values.of(404, 1, -5, 401));
    assertThat(slice.lossStandardError().get(2)).isEqualTo(0.25);
    assertThat(slice.accuracy().get(2)).isEqualTo(0.75);
    assertThat(slice.cost().forward()).isEqualTo(3);
    SliceResult again = run(probe(new Axis(-1, 2, 4), 1, 1), objective);
    assertThat(again.cost().forward()).isZero();
    assertThat(again.loss()).isEqualTo(slice.loss());
    assertThat(objective.evaluations()).isEqualTo(3);
  }

  @Test
  void rangesAreChecked() {
    double nan = Double.NaN;
    for (double[] range :
        new double[][] {
          {1, 1}, {1, -1}, {nan, 1}, {-1, nan}, {Double.NEGATIVE_INFINITY, 1}, {0, 1.0 / 0}
        }) {
      assertInvalid(() -> new Axis(range[0], range[1], 11));
    }
    assertInvalid(() -> new Axis(-1, 1, 1));
    assertInvalid(() -> new Axis(-1, 1, -5));
    assertInvalid(() -> new Axis(-1, 1, Integer.MAX_VALUE));
  }

  @Test
  void aDirectionThatLeadsNowhereIsRejected() {
    assertInvalid(() -> probe(new Axis(-1, 1, 3), 0, 0));
  }

  @Test
  void aDirectionOfAnotherNetworkIsRejected() {
    FunctionObjective objective = FunctionObjective.of(new double[] {0, 0, 0}, x -> 0);
    assertThatExceptionOfType(ThalwegException.class)
        .isThrownBy(() -> run(probe(new Axis(-1, 1, 3), 1, 1), objective))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DIMENSION_MISMATCH));
    assertThat(objective.evaluations()).isZero();
  }

  private SliceResult run(SliceProbe probe, FunctionObjective objective) {
    return probe.run(objective, new LocalEvaluator(), ledger, ExecutionOptions.defaults());
  }

  private static SliceProbe probe(Axis alpha, double... direction) {
    return new SliceProbe(Direction.of(new DirectionSource.Given("test"), direction), alpha);
  }

  static double rosenbrock(double[] x) {
    double valley = x[1] - x[0] * x[0];
    return (1 - x[0]) * (1 - x[0]) + 100 * valley * valley;
  }

  private static void assertInvalid(Runnable action) {
    assertThatExceptionOfType(ThalwegException.class)
        .isThrownBy(action::run)
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_OPTION));
  }
}
