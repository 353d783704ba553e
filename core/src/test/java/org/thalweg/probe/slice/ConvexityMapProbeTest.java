package org.thalweg.probe.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.direction.Direction;
import org.thalweg.direction.DirectionSource;
import org.thalweg.direction.Plane;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.InMemoryLedger;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.result.ConvexityMapResult;
import org.thalweg.result.Outcome;

class ConvexityMapProbeTest {
  private static final Axis ALPHA = new Axis(-1, 1, 5);
  private static final Axis BETA = new Axis(0, 2, 3);
  private static final Plane PLANE = new Plane(unit(0), unit(1));

  /** L = x⁴ − y³ + z² + 2w²: H = diag(12x², −6y, 2, 4). */
  private static TwiceDifferentiableObjective objective() {
    return FunctionObjective.withHessian(
        new double[4],
        t -> Math.pow(t[0], 4) - Math.pow(t[1], 3) + t[2] * t[2] + 2 * t[3] * t[3],
        t -> new double[] {4 * Math.pow(t[0], 3), -3 * t[1] * t[1], 2 * t[2], 4 * t[3]},
        (t, v) -> new double[] {12 * t[0] * t[0] * v[0], -6 * t[1] * v[1], 2 * v[2], 4 * v[3]});
  }

  @Test
  void bothEndsAtEveryPoint() {
    ConvexityMapResult map = run(ExecutionOptions.defaults(), new InMemoryLedger());
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 3; j++) {
        double x = map.alpha().get(i);
        double y = map.beta().get(j);
        double largest = Math.max(12 * x * x, 4);
        double smallest = Math.min(12 * x * x, -6 * y);
        assertThat(map.largest().get(i, j)).isCloseTo(largest, within(1e-6 * largest));
        assertThat(map.smallest().get(i, j)).isCloseTo(smallest, within(1e-5));
        assertThat(map.converged(i, j)).isTrue();
        assertThat(map.ratio().get(i, j)).isCloseTo(Math.abs(smallest) / largest, within(1e-5));
      }
    }
    assertThat(map.outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(map.cost().hessianProducts()).isPositive();
    // −6y < 0 for y = 1 and 2: two of three columns.
    assertThat(map.measurements().get(2).value()).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void workersAndInterruptionsChangeNothing() {
    ConvexityMapResult whole = run(ExecutionOptions.defaults(), new InMemoryLedger());
    assertThat(run(ExecutionOptions.defaults().withWorkers(3), new InMemoryLedger()).smallest())
        .isEqualTo(whole.smallest());
    Cancellation cancellation = new Cancellation();
    InMemoryLedger ledger = new InMemoryLedger();
    ConvexityMapResult cut =
        run(
            ExecutionOptions.defaults()
                .withCancellation(cancellation)
                .withListener(
                    (activity, done, total) -> {
                      if (done == 6) {
                        cancellation.request();
                      }
                    }),
            ledger);
    assertThat(cut.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(cut.largest().values().stream().filter(Double::isFinite).count()).isEqualTo(6);
    ConvexityMapResult rest = run(ExecutionOptions.defaults(), ledger);
    assertThat(rest.largest()).isEqualTo(whole.largest());
    assertThat(rest.smallest()).isEqualTo(whole.smallest());
  }

  @Test
  void aPointWithoutFiniteHessianIsMissing() {
    TwiceDifferentiableObjective broken =
        FunctionObjective.withHessian(
            new double[2],
            t -> t[0],
            t -> new double[] {1, 0},
            (t, v) -> t[0] > 0.6 ? new double[] {Double.NaN, 0} : v.clone());
    ConvexityMapResult map =
        new ConvexityMapProbe(
                new Plane(
                    Direction.of(new DirectionSource.Given("x"), new double[] {1, 0}),
                    Direction.of(new DirectionSource.Given("y"), new double[] {0, 1})),
                ALPHA,
                BETA,
                1e-3,
                50,
                0)
            .run(broken, ExecutionOptions.defaults());
    assertThat(map.outcome()).isEqualTo(Outcome.NON_FINITE);
    assertThat(map.ratio().get(4, 1)).isNaN();
    assertThat(map.ratio().get(3, 1)).isCloseTo(1, within(1e-9));
  }

  @Test
  void anExhaustedBudgetIsMaskedAndSaid() {
    int d = 300;
    TwiceDifferentiableObjective hard =
        FunctionObjective.withHessian(
            new double[d],
            t -> 0,
            t -> new double[d],
            (t, v) -> {
              double[] image = v.clone();
              for (int i = 0; i < d; i++) {
                image[i] *= 1 + 1e-3 * i;
              }
              return image;
            });
    double[] x = new double[d];
    x[0] = 1;
    double[] y = new double[d];
    y[1] = 1;
    ConvexityMapResult map =
        new ConvexityMapProbe(
                new Plane(
                    Direction.of(new DirectionSource.Given("x"), x),
                    Direction.of(new DirectionSource.Given("y"), y)),
                new Axis(0, 1, 2),
                new Axis(0, 1, 2),
                1e-8,
                8,
                0)
            .run(hard, ExecutionOptions.defaults());
    assertThat(map.outcome()).isEqualTo(Outcome.BUDGET_EXHAUSTED);
    assertThat(map.converged(0, 0)).isFalse();
    assertThat(map.ratio().get(0, 0)).isNaN();
    assertThat(map.largest().get(0, 0)).isBetween(1.0, 1.3);
  }

  private static ConvexityMapResult run(ExecutionOptions options, InMemoryLedger ledger) {
    return new ConvexityMapProbe(PLANE, ALPHA, BETA, 1e-6, 100, 0)
        .run(objective(), ledger, options);
  }

  private static Direction unit(int k) {
    double[] values = new double[4];
    values[k] = 1;
    return Direction.of(new DirectionSource.Given("e" + k), values);
  }
}
