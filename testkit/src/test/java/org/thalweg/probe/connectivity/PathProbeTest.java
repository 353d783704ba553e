package org.thalweg.probe.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.InMemoryLedger;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.Objective;
import org.thalweg.objective.SampledObjective;
import org.thalweg.objective.SoftmaxRegression;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Barrier;
import org.thalweg.result.Outcome;
import org.thalweg.result.PathProfile;
import org.thalweg.testkit.TrackedSpace;

class PathProbeTest {
  @Test
  void theBarrierOfADoubleWell() {
    // (x² − 1)² from −1 to 1: 0 at both ends, 1 in the middle.
    Objective well = FunctionObjective.of(new double[] {-1}, x -> Math.pow(x[0] * x[0] - 1, 2));
    try (Vector a = well.space().of(new double[] {-1});
        Vector b = well.space().of(new double[] {1});
        Path line = Path.line(a, b)) {
      PathProbe.Measured measured =
          new PathProbe(5).run(well, line, "all", ExecutionOptions.defaults());
      PathProfile profile = measured.profile();
      assertThat(measured.outcome()).isEqualTo(Outcome.CONVERGED);
      assertThat(profile.loss().toArray())
          .containsExactly(new double[] {0, 0.5625, 1, 0.5625, 0}, within(1e-15));
      assertThat(profile.lossBarrier().height()).isEqualTo(1);
      assertThat(profile.lossBarrier().at()).isEqualTo(0.5);
      assertThat(profile.lossBarrier().relative()).isInfinite();
      assertThat(profile.lossBarrier().heightStandardError()).as("no samples").isNaN();
      assertThat(profile.errorBarrier()).as("no answers").isEqualTo(Barrier.MISSING);
    }
  }

  /** Against the mean and spread of the per-sample differences, written out. */
  @Test
  void standardErrorsPairThePointsSampleBySample() {
    try (SampledObjective objective = softmax();
        Vector a = objective.space().of(new double[] {3, 0, -3, 1});
        Vector b = objective.space().of(new double[] {-2, 1, 2, 0});
        Path line = Path.line(a, b);
        Vector point = objective.space().zeros()) {
      PathProfile profile =
          new PathProbe(11).run(objective, line, "all", ExecutionOptions.defaults()).profile();
      Barrier barrier = profile.lossBarrier();
      double t = barrier.at();
      // A convex loss has no barrier: everything is attained at the first end.
      assertThat(barrier.height()).isZero();
      assertThat(t).isZero();
      assertThat(barrier.heightStandardError()).as("nothing rises").isNaN();
      assertThat(barrier.aboveEndsStandardError()).as("nothing rises").isNaN();
      line.point(0, point);
      assertThat(profile.lossStandardError().get(0))
          .isCloseTo(standardError(objective.sampleLosses(point)), within(1e-14));
    }
  }

  /** Over a bent path even a convex loss rises. */
  @Test
  void standardErrorsOfARealBarrier() {
    try (SampledObjective objective = softmax();
        Vector a = objective.space().of(new double[] {1, 0, -1, 1});
        Vector far = objective.space().of(new double[] {9, -8, 7, 3});
        Vector b = objective.space().of(new double[] {-2, 1, 2, 0});
        Path path = new Path(CurveShape.POLYCHAIN, List.of(a.copy(), far.copy(), b.copy()));
        Vector point = objective.space().zeros()) {
      PathProfile profile =
          new PathProbe(9).run(objective, path, "all", ExecutionOptions.defaults()).profile();
      Barrier barrier = profile.lossBarrier();
      double t = barrier.at();
      assertThat(barrier.height()).isPositive();
      double[] first = objective.sampleLosses(a);
      double[] last = objective.sampleLosses(b);
      path.point(t, point);
      double[] peak = objective.sampleLosses(point);
      double[] rise = new double[peak.length];
      double[] ratio = new double[peak.length];
      double base = 0;
      for (int n = 0; n < rise.length; n++) {
        double between = (1 - t) * first[n] + t * last[n];
        rise[n] = peak[n] - between;
        ratio[n] = peak[n] - (1 + barrier.relative()) * between;
        base += between / rise.length;
      }
      assertThat(Arrays.stream(rise).average().orElseThrow())
          .isCloseTo(barrier.height(), within(1e-12));
      assertThat(barrier.heightStandardError()).isCloseTo(standardError(rise), within(1e-12));
      assertThat(barrier.relativeStandardError())
          .isCloseTo(standardError(ratio) / base, within(1e-12));
      assertThat(barrier.aboveEndsStandardError()).isPositive();
      assertThat(profile.errorBarrier().heightStandardError()).isPositive();
    }
  }

  @Test
  void aLedgerSavesEvaluationsAndWorkersChangeNothing() {
    try (SampledObjective objective = softmax();
        Vector a = objective.space().of(new double[] {3, 0, -3, 1});
        Vector b = objective.space().of(new double[] {-2, 1, 2, 0});
        Path line = Path.line(a, b)) {
      PathProbe probe = new PathProbe(7);
      InMemoryLedger ledger = new InMemoryLedger();
      PathProfile first =
          probe
              .run(
                  objective,
                  line,
                  "all",
                  new LocalEvaluator(),
                  ledger,
                  ExecutionOptions.defaults().withWorkers(3))
              .profile();
      assertThat(ledger.size()).isEqualTo(7);
      PathProfile again =
          probe
              .run(
                  objective, line, "all", new LocalEvaluator(), ledger, ExecutionOptions.defaults())
              .profile();
      assertThat(again).isEqualTo(first);
    }
  }

  @Test
  void aCancelledPathHasMissingPoints() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    TrackedSpace space = new TrackedSpace(softmax().space());
    try (SampledObjective objective = softmax();
        Vector a = space.of(new double[] {3, 0, -3, 1});
        Vector b = space.of(new double[] {-2, 1, 2, 0})) {
      try (Path line = Path.line(a, b)) {
        PathProbe.Measured measured =
            new PathProbe(5)
                .run(
                    objective,
                    line,
                    "all",
                    ExecutionOptions.defaults().withCancellation(cancellation));
        assertThat(measured.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(measured.profile().loss().stream()).allMatch(loss -> Double.isNaN(loss));
        assertThat(measured.profile().lossBarrier()).isEqualTo(Barrier.MISSING);
      }
      assertThat(space.open()).isEqualTo(2);
    }
  }

  @Test
  void fewerThanTwoPointsAreNoPath() {
    assertThatThrownBy(() -> new PathProbe(1)).isInstanceOf(ThalwegException.class);
  }

  private static SampledObjective softmax() {
    RandomStream stream = RandomStream.of(4, "path");
    double[][] x = new double[40][];
    int[] labels = new int[40];
    for (int n = 0; n < 40; n++) {
      x[n] = stream.gaussians(2);
      labels[n] = x[n][0] + 0.5 * stream.gaussian() > 0 ? 1 : 0;
    }
    return FunctionObjective.of(new SoftmaxRegression(x, labels, 2), new double[4]);
  }

  private static double standardError(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1) / values.length);
  }
}
