package org.thalweg.probe.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.direction.Direction;
import org.thalweg.direction.DirectionSource;
import org.thalweg.direction.Plane;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.FunctionObjective;
import org.thalweg.execution.InMemoryLedger;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.objective.Evaluation;
import org.thalweg.result.Outcome;
import org.thalweg.result.SurfaceResult;

class SurfaceProbeTest {
  private static final Axis ALPHA = new Axis(-1, 1, 5);
  private static final Axis BETA = new Axis(-2, 1, 7);
  private static final Plane PLANE = plane(new double[] {1, 0, 2}, new double[] {0, 1, -1});

  private final InMemoryLedger ledger = new InMemoryLedger();

  @Test
  void aQuadraticIsHalfItsForm() {
    // H = diag(2, 4, 6), θ = 0: ½(αd₁ + βd₂)ᵀH(αd₁ + βd₂) = 13α² + 5β² − 12αβ.
    SurfaceResult surface = run(quadratic(), ExecutionOptions.defaults());
    assertThat(surface.loss().rows()).isEqualTo(5);
    assertThat(surface.loss().columns()).isEqualTo(7);
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 7; j++) {
        double a = surface.alpha().get(i);
        double b = surface.beta().get(j);
        assertThat(surface.loss().get(i, j))
            .isCloseTo(13 * a * a + 5 * b * b - 12 * a * b, within(1e-13));
      }
    }
    assertThat(surface.outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(surface.cost().forward()).isEqualTo(35);
    assertThat(surface.cosine()).isCloseTo(-2 / Math.sqrt(10), within(1e-15));
    assertThat(surface.directions()).containsExactly("given (first)", "given (second)");
    assertThat(surface.shape().minimumAlpha()).isZero();
    assertThat(surface.shape().minimumBeta()).isZero();
  }

  @Test
  void theFirstIndexRunsAlongTheFirstDirection() {
    // L = x + 10y sees α along x and β along y; exact in binary.
    FunctionObjective plain = FunctionObjective.of(new double[] {0, 0, 0}, x -> x[0] + 10 * x[1]);
    SurfaceResult surface = run(plain, ExecutionOptions.defaults());
    assertThat(surface.loss().get(4, 0)).isEqualTo(1 - 20);
    assertThat(surface.loss().get(0, 6)).isEqualTo(-1 + 10);
    assertThat(surface.loss().get(3, 1)).isEqualTo(0.5 - 15);
  }

  @Test
  void pointsAreNumberedRowByRowInTheLedger() {
    ledger.record(2 * 7 + 3, new Evaluation(-77, 0, 0));
    FunctionObjective objective = quadratic();
    SurfaceResult surface = run(objective, ExecutionOptions.defaults());
    assertThat(surface.loss().get(2, 3)).isEqualTo(-77);
    assertThat(surface.cost().forward()).isEqualTo(34);
    assertThat(objective.evaluations()).isEqualTo(34);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void workersChangeNothing(int workers) {
    SurfaceResult one = run(quadratic(), ExecutionOptions.defaults());
    SurfaceResult many =
        new SurfaceProbe(PLANE, ALPHA, BETA)
            .run(
                quadratic(),
                new LocalEvaluator(3),
                new InMemoryLedger(),
                ExecutionOptions.defaults().withWorkers(workers));
    assertThat(many.loss()).isEqualTo(one.loss());
    assertThat(many.lossStandardError()).isEqualTo(one.lossStandardError());
    assertThat(many.accuracy()).isEqualTo(one.accuracy());
  }

  @Test
  void cancelledHalfWayAndResumedEqualsUninterrupted() {
    SurfaceResult uninterrupted =
        new SurfaceProbe(PLANE, ALPHA, BETA)
            .run(
                quadratic(),
                new LocalEvaluator(),
                new InMemoryLedger(),
                ExecutionOptions.defaults());
    FunctionObjective objective = quadratic();
    Cancellation cancellation = new Cancellation();
    SurfaceResult half =
        run(
            objective,
            ExecutionOptions.defaults()
                .withCancellation(cancellation)
                .withListener(
                    (activity, done, total) -> {
                      assertThat(activity).isEqualTo("surface");
                      if (done > 17) {
                        cancellation.request();
                      }
                    }));
    assertThat(half.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(half.loss().get(4, 6)).isNaN();
    assertThat(half.loss().get(0, 0)).isEqualTo(uninterrupted.loss().get(0, 0));
    long before = half.cost().forward();
    SurfaceResult resumed = run(objective, ExecutionOptions.defaults());
    assertThat(before + resumed.cost().forward()).isEqualTo(35);
    assertThat(objective.evaluations()).isEqualTo(35);
    assertThat(resumed.loss()).isEqualTo(uninterrupted.loss());
    assertThat(resumed.outcome()).isEqualTo(Outcome.CONVERGED);
  }

  @Test
  void tooManyPointsAreRejected() {
    Axis long1 = new Axis(-1, 1, 50_000);
    assertThatExceptionOfType(ThalwegException.class)
        .isThrownBy(() -> new SurfaceProbe(PLANE, long1, long1))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_OPTION))
        .withMessageContaining("2500000000");
  }

  private SurfaceResult run(FunctionObjective objective, ExecutionOptions options) {
    return new SurfaceProbe(PLANE, ALPHA, BETA)
        .run(objective, new LocalEvaluator(), ledger, options);
  }

  private static FunctionObjective quadratic() {
    return FunctionObjective.of(
        new double[] {0, 0, 0}, x -> x[0] * x[0] + 2 * x[1] * x[1] + 3 * x[2] * x[2]);
  }

  private static Plane plane(double[] first, double[] second) {
    return new Plane(
        Direction.of(new DirectionSource.Given("first"), first),
        Direction.of(new DirectionSource.Given("second"), second));
  }
}
