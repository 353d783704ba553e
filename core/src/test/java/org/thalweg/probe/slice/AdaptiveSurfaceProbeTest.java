package org.thalweg.probe.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.direction.Direction;
import org.thalweg.direction.DirectionSource;
import org.thalweg.direction.Plane;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.InMemoryLedger;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.Objective;
import org.thalweg.result.AdaptiveSurfaceResult;
import org.thalweg.result.Grid;
import org.thalweg.result.Outcome;
import org.thalweg.result.SurfaceResult;

class AdaptiveSurfaceProbeTest {
  private static final Plane PLANE =
      new Plane(given("x", new double[] {1, 0}), given("y", new double[] {0, 1}));
  private static final Axis ALPHA = new Axis(-2, 2, 65);
  private static final Axis BETA = new Axis(-1, 1.5, 50);

  private static double bump(double[] p) {
    double square = Math.pow(p[0] - 0.5, 2) + Math.pow(p[1] - 0.3, 2);
    return Math.exp(-40 * square) + 0.1 * p[0] * p[0];
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.02, 0.004})
  void theErrorAskedForIsMet(double share) {
    for (ToDoubleFunction<double[]> f :
        java.util.List.<ToDoubleFunction<double[]>>of(
            AdaptiveSurfaceProbeTest::bump,
            p -> p[0] * p[0] + 3 * p[1] * p[1],
            p -> Math.sin(3 * p[0]) * p[1])) {
      AdaptiveSurfaceResult adaptive = run(f, share);
      Grid truth = full(f).loss();
      double range =
          truth.values().stream().max().orElseThrow() - truth.values().stream().min().orElseThrow();
      Grid filled = adaptive.filled();
      double worst = 0;
      for (int k = 0; k < truth.values().size(); k++) {
        worst = Math.max(worst, Math.abs(filled.values().get(k) - truth.values().get(k)));
      }
      assertThat(worst / range).isLessThanOrEqualTo(share);
      assertThat(adaptive.estimatedError()).isLessThanOrEqualTo(share);
      assertThat(adaptive.computedPoints()).isLessThan(65 * 50);
    }
  }

  @Test
  void aPlaneNeedsTheFirstLevelOnly() {
    AdaptiveSurfaceResult adaptive = run(p -> 2 * p[0] - p[1], 0.001);
    assertThat(adaptive.estimatedError()).isCloseTo(0, within(1e-13));
    // Corners and middles of 8-step cells: every 4th point and the last ones.
    assertThat(adaptive.computedPoints()).isLessThan(17 * 16);
    assertThat(adaptive.cost().forward()).isEqualTo(adaptive.computedPoints());
  }

  @Test
  void interpolatedValuesAreNeverAmongTheComputed() {
    AdaptiveSurfaceResult adaptive = run(AdaptiveSurfaceProbeTest::bump, 0.02);
    SurfaceResult truth = full(AdaptiveSurfaceProbeTest::bump);
    for (int i = 0; i < 65; i++) {
      for (int j = 0; j < 50; j++) {
        if (adaptive.isComputed(i, j)) {
          assertThat(adaptive.surface().loss().get(i, j)).isEqualTo(truth.loss().get(i, j));
          assertThat(adaptive.interpolated().get(i, j)).isNaN();
        } else {
          assertThat(adaptive.surface().loss().get(i, j)).isNaN();
          assertThat(adaptive.interpolated().get(i, j)).isFinite();
        }
      }
    }
    assertThat(adaptive.outcome()).isEqualTo(Outcome.CONVERGED);
  }

  @Test
  void pointsGatherWhereTheFunctionBends() {
    AdaptiveSurfaceResult adaptive = run(AdaptiveSurfaceProbeTest::bump, 0.01);
    int near = 0;
    int far = 0;
    for (int i = 0; i < 32; i++) {
      for (int j = 0; j < 50; j++) {
        near += adaptive.isComputed(i + 33, j) ? 1 : 0;
        far += adaptive.isComputed(i, j) ? 1 : 0;
      }
    }
    assertThat(near).isGreaterThan(2 * far);
  }

  @Test
  void notANumberIsResolvedToSingleSteps() {
    AdaptiveSurfaceResult adaptive = run(p -> p[0] > 1.01 ? Double.NaN : p[0] + p[1], 0.05);
    SurfaceResult truth = full(p -> p[0] > 1.01 ? Double.NaN : p[0] + p[1]);
    assertThat(adaptive.outcome()).isEqualTo(Outcome.NON_FINITE);
    for (int i = 0; i < 65; i++) {
      for (int j = 0; j < 50; j++) {
        if (Double.isNaN(truth.loss().get(i, j))) {
          assertThat(adaptive.filled().get(i, j)).isNaN();
        } else {
          assertThat(adaptive.filled().get(i, j)).isCloseTo(truth.loss().get(i, j), within(0.3));
        }
      }
    }
  }

  @Test
  void resumesFromAFullSurfaceAndFromAnInterruption() {
    InMemoryLedger ledger = new InMemoryLedger();
    Cancellation cancellation = new Cancellation();
    ExecutionOptions stopping =
        ExecutionOptions.defaults()
            .withCancellation(cancellation)
            .withListener(
                (activity, done, total) -> {
                  if (done > 200) {
                    cancellation.request();
                  }
                });
    AdaptiveSurfaceProbe probe = new AdaptiveSurfaceProbe(PLANE, ALPHA, BETA, 0.01);
    AdaptiveSurfaceResult cut =
        probe.run(
            objective(AdaptiveSurfaceProbeTest::bump), new LocalEvaluator(), ledger, stopping);
    assertThat(cut.outcome()).isEqualTo(Outcome.CANCELLED);
    AdaptiveSurfaceResult rest =
        probe.run(
            objective(AdaptiveSurfaceProbeTest::bump),
            new LocalEvaluator(),
            ledger,
            ExecutionOptions.defaults().withWorkers(3));
    AdaptiveSurfaceResult whole = run(AdaptiveSurfaceProbeTest::bump, 0.01);
    assertThat(rest.filled()).isEqualTo(whole.filled());
    assertThat(rest.computed()).isEqualTo(whole.computed());
    assertThat(cut.cost().forward() + rest.cost().forward()).isEqualTo(whole.cost().forward());
  }

  private static AdaptiveSurfaceResult run(ToDoubleFunction<double[]> f, double share) {
    return new AdaptiveSurfaceProbe(PLANE, ALPHA, BETA, share)
        .run(objective(f), ExecutionOptions.defaults());
  }

  private static SurfaceResult full(ToDoubleFunction<double[]> f) {
    return new SurfaceProbe(PLANE, ALPHA, BETA).run(objective(f), ExecutionOptions.defaults());
  }

  private static Objective objective(ToDoubleFunction<double[]> f) {
    return FunctionObjective.of(new double[] {0, 0}, f);
  }

  private static Direction given(String name, double[] values) {
    return Direction.of(new DirectionSource.Given(name), values);
  }
}
