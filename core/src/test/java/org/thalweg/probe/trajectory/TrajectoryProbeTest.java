package org.thalweg.probe.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.InMemoryLedger;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.linalg.Precision;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.Quadratic;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Outcome;
import org.thalweg.result.PathCurvature;
import org.thalweg.result.StabilityThreshold;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.TrajectoryResult;
import org.thalweg.result.Values;

class TrajectoryProbeTest {
  private static final Offset<Double> TIGHT = within(1e-11);
  private static final double[] DIAGONAL = {8, 2, 0.5};

  /** ½ Σ aᵢθᵢ², a = (8, 2, 0.5). */
  private static TwiceDifferentiableObjective bowl() {
    return FunctionObjective.withHessian(
        new double[3],
        t -> (8 * t[0] * t[0] + 2 * t[1] * t[1] + 0.5 * t[2] * t[2]) / 2,
        t -> new double[] {8 * t[0], 2 * t[1], 0.5 * t[2]},
        (t, v) -> new double[] {8 * v[0], 2 * v[1], 0.5 * v[2]});
  }

  /** Gradient descent on the bowl: each coordinate shrinks by 1 − ηaᵢ. */
  private static GivenSnapshots descent(int steps, double rate) {
    List<double[]> path = new ArrayList<>();
    for (int t = 0; t < steps; t++) {
      double[] theta = new double[3];
      for (int i = 0; i < 3; i++) {
        theta[i] = Math.pow(1 - rate * DIAGONAL[i], t);
      }
      path.add(theta);
    }
    return new GivenSnapshots(path);
  }

  private static double bowlAt(double[] t) {
    return (8 * t[0] * t[0] + 2 * t[1] * t[1] + 0.5 * t[2] * t[2]) / 2;
  }

  private static TrajectoryResult run(Snapshots path, TrajectoryOptions options) {
    return new TrajectoryProbe(options).run(bowl(), path, ExecutionOptions.defaults());
  }

  @Test
  void losesNothingOfAPathInThreeDimensions() {
    GivenSnapshots path = descent(12, 0.1);
    TrajectoryResult found = run(path, TrajectoryOptions.defaults().withPoints(9));

    assertThat(found.outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(found.cost().forward()).isEqualTo(12 + 12 + 9 + 81);
    assertThat(found.projection().coordinates().columns()).as("components").isEqualTo(3);
    PrincipalComponents components = PrincipalComponents.of(path, Decomposition.CENTRED, 3);
    double[] last = new double[3];
    double[] row = new double[3];
    path.read(11, last);
    for (int t = 0; t < 12; t++) {
      path.read(t, row);
      assertThat(found.losses().loss().get(t)).isCloseTo(bowlAt(row), TIGHT);
      double[] shadow = last.clone();
      for (int k = 0; k < 2; k++) {
        for (int i = 0; i < 3; i++) {
          shadow[i] +=
              found.projection().coordinates().get(t, k) * components.direction(k + 1).get(i);
        }
      }
      assertThat(found.losses().projectedLoss().get(t)).isCloseTo(bowlAt(shadow), TIGHT);
      double off = 0;
      for (int i = 0; i < 3; i++) {
        off += (row[i] - shadow[i]) * (row[i] - shadow[i]);
      }
      assertThat(found.projection().offPlane().get(t)).isCloseTo(Math.sqrt(off), TIGHT);
    }
    assertThat(found.projection().offPlane().stream().max().orElseThrow()).isGreaterThan(1e-3);
    assertThat(found.losses().largestDifference()).isPositive();
  }

  @Test
  void thePlaneContainsThePathAndAgreesWithTheLine() {
    TrajectoryResult found = run(descent(12, 0.1), TrajectoryOptions.defaults().withPoints(9));
    SurfaceResult plane = found.plane().orElseThrow();
    for (int t = 0; t < 12; t++) {
      assertThat(found.projection().along(0).get(t))
          .isStrictlyBetween(plane.alpha().get(0), plane.alpha().get(8));
      assertThat(found.projection().along(1).get(t))
          .isStrictlyBetween(plane.beta().get(0), plane.beta().get(8));
    }
    assertThat(found.line().alpha()).isEqualTo(plane.alpha());
    assertThat(found.line().shape().parabola().rSquared()).as("a quadratic").isCloseTo(1, TIGHT);
    assertThat(found.variationAlongFirst())
        .isCloseTo(
            found.line().loss().stream().max().orElseThrow()
                - found.line().loss().stream().min().orElseThrow(),
            TIGHT);
    assertThat(plane.directions().get(0)).startsWith("principal component 1 of 12");
  }

  @Test
  void twoSnapshotsMakeALineAndNoPlane() {
    TrajectoryResult found =
        run(
            GivenSnapshots.of(new double[] {1, 0, 0}, new double[3]),
            TrajectoryOptions.defaults().withPoints(3));
    assertThat(found.plane()).isEmpty();
    assertThat(found.projection().offPlane().stream().max().orElseThrow()).isZero();
    assertThat(found.projection().along(0)).isEqualTo(Values.of(1, 0));
    assertThat(found.losses().projectedLoss().get(0)).isCloseTo(4, TIGHT);
    assertThat(found.line().alpha()).isEqualTo(Values.linspace(-0.15, 1.15, 3));
    assertThat(found.measurements()).isNotEmpty();
  }

  @Test
  void aSnapshotThatIsNotFiniteIsLeftOutAndNamed() {
    TrajectoryResult found =
        run(
            GivenSnapshots.of(
                new double[] {1, 0, 0}, new double[] {Double.NaN, 0, 0}, new double[3]),
            TrajectoryOptions.defaults().withPoints(3));
    assertThat(found.step()).isEqualTo(Values.of(0, 2));
    assertThat(found.omitted()).isEqualTo(Values.of(1));
    assertThat(found.measurements()).anyMatch(m -> m.name().contains("left out") && m.value() == 1);
  }

  @Test
  void goesOnFromItsLedger() {
    InMemoryLedger ledger = new InMemoryLedger();
    TrajectoryProbe probe = new TrajectoryProbe(TrajectoryOptions.defaults().withPoints(5));
    Cancellation stop = new Cancellation();
    ExecutionOptions stopping =
        ExecutionOptions.defaults()
            .withCancellation(stop)
            .withListener(
                (activity, done, total) -> {
                  if (activity.startsWith("plane") && done >= 7) {
                    stop.request();
                  }
                });
    TrajectoryResult stopped =
        probe.run(bowl(), descent(6, 0.1), new LocalEvaluator(1), ledger, stopping);
    assertThat(stopped.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(stopped.cost().forward()).isLessThan(6 + 6 + 5 + 25);

    TrajectoryResult rest =
        probe.run(
            bowl(), descent(6, 0.1), new LocalEvaluator(1), ledger, ExecutionOptions.defaults());
    assertThat(rest.outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(stopped.cost().forward() + rest.cost().forward()).isEqualTo(6 + 6 + 5 + 25);
    TrajectoryResult whole = run(descent(6, 0.1), TrajectoryOptions.defaults().withPoints(5));
    assertThat(rest.plane().orElseThrow().loss()).isEqualTo(whole.plane().orElseThrow().loss());
    assertThat(rest.losses()).isEqualTo(whole.losses());
    assertThat(rest.line().loss()).isEqualTo(whole.line().loss());
  }

  @Test
  void workersDoNotChangeTheValues() {
    TrajectoryResult one = run(descent(6, 0.1), TrajectoryOptions.defaults().withPoints(7));
    TrajectoryResult two =
        new TrajectoryProbe(TrajectoryOptions.defaults().withPoints(7))
            .run(bowl(), descent(6, 0.1), ExecutionOptions.defaults().withWorkers(2));
    assertThat(two.plane().orElseThrow().loss()).isEqualTo(one.plane().orElseThrow().loss());
    assertThat(two.losses()).isEqualTo(one.losses());
  }

  @Test
  void curvatureOfABowlIsKnown() {
    GivenSnapshots path = descent(4, 0.1);
    CurvatureOptions curvature =
        CurvatureOptions.of(StabilityThresholds.gradientDescent(0.1, 0)).withEvery(2);
    TrajectoryResult found =
        new TrajectoryProbe(TrajectoryOptions.defaults().withPoints(2), Optional.of(curvature))
            .run(bowl(), path, ExecutionOptions.defaults());
    PathCurvature along = found.curvature().orElseThrow();
    assertThat(along.points()).extracting(PathCurvature.Point::snapshot).containsExactly(1, 3);
    PathCurvature.Point point = along.points().get(0);
    assertThat(point.largest().value()).isCloseTo(8, within(1e-6));
    double[] theta = new double[3];
    double[] next = new double[3];
    path.read(1, theta);
    path.read(2, next);
    double[] g = {8 * theta[0], 2 * theta[1], 0.5 * theta[2]};
    double norm = Math.sqrt(g[0] * g[0] + g[1] * g[1] + g[2] * g[2]);
    assertThat(point.gradientNorm()).isCloseTo(norm, TIGHT);
    double[] moved = theta.clone();
    double length = 0;
    for (int i = 0; i < 3; i++) {
      moved[i] += 0.05 * g[i] / norm;
      length += (next[i] - theta[i]) * (next[i] - theta[i]);
    }
    assertThat(point.sharpness()).isCloseTo(bowlAt(moved) - bowlAt(theta), TIGHT);
    assertThat(point.alignment())
        .isCloseTo(Math.abs(next[0] - theta[0]) / Math.sqrt(length), within(1e-6));
    assertThat(along.points().get(1).alignment()).as("no step leaves the last one").isNaN();
    PrincipalComponents components = PrincipalComponents.of(path, Decomposition.CENTRED, 3);
    for (int k = 0; k < 3; k++) {
      double[] v = components.direction(k + 1).toArray();
      assertThat(along.componentCurvature().get(k))
          .isCloseTo(8 * v[0] * v[0] + 2 * v[1] * v[1] + 0.5 * v[2] * v[2], TIGHT);
    }
    assertThat(found.measurements())
        .anyMatch(m -> m.name().contains("2/lr") && Math.abs(m.value() - 0.4) < 1e-6)
        .anyMatch(m -> m.name().startsWith("largest λ₁") && Math.abs(m.value() - 8) < 1e-6)
        // Only the first of the two points has a step.
        .anyMatch(m -> m.name().startsWith("mean |cosine|") && m.value() == point.alignment());
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void meanCurvatureIsTheTraceOverTheDimension(Precision precision) {
    int d = 400;
    double[] spectrum = RandomStream.of(5, "spectrum").gaussians(d);
    spectrum[0] = 50;
    double trace = 0;
    for (double value : spectrum) {
      trace += value;
    }
    TwiceDifferentiableObjective objective =
        FunctionObjective.of(Quadratic.withSpectrum(spectrum, 1), new double[d], precision);
    GivenSnapshots path =
        GivenSnapshots.of(RandomStream.of(6, "point").gaussians(d), new double[d]);
    CurvatureOptions options = CurvatureOptions.of(StabilityThreshold.none("no optimizer"));
    TrajectoryResult found =
        new TrajectoryProbe(TrajectoryOptions.defaults().withPoints(2), Optional.of(options))
            .run(objective, path, ExecutionOptions.defaults());
    PathCurvature along = found.curvature().orElseThrow();
    assertThat(along.meanCurvatureStandardError()).isBetween(0.01, 0.3);
    assertThat(along.meanCurvature())
        .isCloseTo(trace / d, within(4 * along.meanCurvatureStandardError()));
    for (PathCurvature.Point point : along.points()) {
      assertThat(point.largest().value()).isCloseTo(50, within(1e-3 * 50));
      assertThat(point.largest().converged()).isTrue();
    }
    assertThat(along.points().get(1).gradientNorm()).as("at the minimum").isZero();
    assertThat(along.points().get(1).sharpness()).as("no direction to go").isNaN();
  }

  @Test
  void aLossThatIsNotFiniteIsSaidToBe() {
    TwiceDifferentiableObjective cliff =
        FunctionObjective.withGradient(
            new double[1],
            t -> t[0] > 0.5 ? Double.NaN : t[0] * t[0],
            t -> new double[] {t[0] > 0.5 ? Double.NaN : 2 * t[0]});
    TrajectoryResult found =
        new TrajectoryProbe(
                TrajectoryOptions.defaults().withPoints(3),
                Optional.of(CurvatureOptions.of(StabilityThreshold.none("none"))))
            .run(
                cliff,
                GivenSnapshots.of(new double[] {1}, new double[] {0}),
                ExecutionOptions.defaults());
    assertThat(found.outcome()).isEqualTo(Outcome.NON_FINITE);
    assertThat(found.losses().loss().get(0)).isNaN();
    assertThat(found.losses().loss().get(1)).isZero();
    assertThat(found.curvature().orElseThrow().points().get(1).largest().value())
        .isCloseTo(2, within(1e-6));
  }
}
