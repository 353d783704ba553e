package org.thalweg.probe.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.ArraySpace;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.result.Outcome;
import org.thalweg.result.PathProfile;

class CurveTrainingTest {
  private static final ArraySpace PLANE = ArraySpace.of(2);

  /** The loss along any curve from (1,0) to (0,1) reaches the saddle at least; the line 0.35. */
  @ParameterizedTest
  @EnumSource(CurveShape.class)
  void aTrainedCurveGoesAroundTheBarrierOfTheLine(CurveShape shape) {
    TwiceDifferentiableObjective ring = Landscapes.ring();
    try (Vector a = PLANE.of(new double[] {1, 0});
        Vector b = PLANE.of(new double[] {0, 1});
        FoundPath line = FoundPath.line(a, b);
        FoundPath curve = find(CurveTraining.of(shape, 3, 4000, 1), ring, a, b)) {
      PathProfile straight = measure(ring, line);
      PathProfile bent = measure(ring, curve);
      double saddle = Landscapes.RING_SADDLE;
      assertThat(straight.lossBarrier().height()).isCloseTo(0.25 + saddle, within(1e-12));
      assertThat(bent.lossBarrier().height()).isBetween(saddle - 1e-3, saddle + 0.06);
      assertThat(bent.loss().get(0)).isEqualTo(straight.loss().get(0));
      assertThat(bent.loss().get(60)).isEqualTo(straight.loss().get(60));
      assertThat(curve.curve()).isEqualTo(shape.text());
      assertThat(curve.search().outcome()).isEqualTo(Outcome.CONVERGED);
      assertThat(curve.search().values().size()).isEqualTo(200);
      assertThat(curve.search().step().get(199)).isEqualTo(4000);
      assertThat(curve.search().values().get(199)).isLessThan(curve.search().values().get(0));
    }
  }

  /** For L = ½‖w‖² the gradient of E L(φ) is linear: the best bend of a parabola is known. */
  @Test
  void theBendOfAParabolaFindsItsPlace() {
    // d/dw E[½‖(1−t)²A + 2t(1−t)w + t²B‖²] = 0 with A = (−1, 1), B = (1, 1):
    // E[2t(1−t)((1−t)² + t²)] = 1/5, E[4t²(1−t)²] = 2/15, so w = (0, −3/2).
    TwiceDifferentiableObjective bowl =
        FunctionObjective.withGradient(
            new double[] {0, 0}, p -> (p[0] * p[0] + p[1] * p[1]) / 2, double[]::clone);
    try (Vector a = PLANE.of(new double[] {-1, 1});
        Vector b = PLANE.of(new double[] {1, 1});
        FoundPath curve = find(CurveTraining.of(CurveShape.BEZIER, 1, 20_000, 7), bowl, a, b)) {
      double[] bend = curve.path().points().get(1).toArray();
      assertThat(bend).containsExactly(new double[] {0, -1.5}, within(0.03));
    }
  }

  @Test
  void theLearningRateFollowsThePaper() {
    CurveTraining training = CurveTraining.of(CurveShape.BEZIER, 1, 1000, 0).withLearningRate(2);
    assertThat(training.rate(0)).isEqualTo(2);
    assertThat(training.rate(500)).isEqualTo(2);
    assertThat(training.rate(700)).isCloseTo(2 * 0.505, within(1e-12));
    assertThat(training.rate(900)).isCloseTo(0.02, within(1e-12));
    assertThat(training.rate(999)).isCloseTo(0.02, within(1e-12));
  }

  @Test
  void theSameSeedGivesTheSameCurve() {
    double[] one = bend(5);
    assertThat(bend(5)).containsExactly(one);
    assertThat(bend(6)).isNotEqualTo(one);
  }

  private static double[] bend(long seed) {
    try (Vector a = PLANE.of(new double[] {1, 0});
        Vector b = PLANE.of(new double[] {0, 1});
        FoundPath curve =
            find(CurveTraining.of(CurveShape.BEZIER, 1, 20, seed), Landscapes.ring(), a, b)) {
      return curve.path().points().get(1).toArray();
    }
  }

  @Test
  void aRequestToStopIsHonouredAtTheNextStep() {
    Cancellation cancellation = new Cancellation();
    ProgressListener progress =
        (activity, done, total) -> {
          if (done == 3) {
            cancellation.request();
          }
        };
    try (Vector a = PLANE.of(new double[] {1, 0});
        Vector b = PLANE.of(new double[] {0, 1});
        FoundPath curve =
            CurveTraining.of(CurveShape.BEZIER, 1, 1000, 0)
                .find(Landscapes.ring(), a, b, progress, cancellation)) {
      assertThat(curve.search().outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(curve.search().values().size()).isEqualTo(1);
      assertThat(curve.search().step().get(0)).isEqualTo(3);
    }
  }

  @Test
  void aTrainingThatDivergesSaysSoAndKeepsFiniteBends() {
    try (Vector a = PLANE.of(new double[] {1, 0});
        Vector b = PLANE.of(new double[] {0, 1});
        FoundPath curve =
            find(
                CurveTraining.of(CurveShape.BEZIER, 1, 1000, 0).withLearningRate(1e6),
                Landscapes.ring(),
                a,
                b)) {
      assertThat(curve.search().outcome()).isEqualTo(Outcome.NON_FINITE);
      assertThat(curve.path().points().get(1).toArray()).doesNotContain(Double.NaN);
    }
  }

  @Test
  void optionsThatCannotBeMeantAreRefused() {
    assertThatThrownBy(() -> CurveTraining.of(CurveShape.BEZIER, 0, 10, 0))
        .isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> CurveTraining.of(CurveShape.BEZIER, 1, 0, 0))
        .isInstanceOf(ThalwegException.class);
    CurveTraining sound = CurveTraining.of(CurveShape.BEZIER, 1, 1, 0);
    assertThatThrownBy(() -> sound.withLearningRate(Double.NaN))
        .isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> sound.withBatch(0)).isInstanceOf(ThalwegException.class);
  }

  private static FoundPath find(
      CurveTraining training, TwiceDifferentiableObjective objective, Vector a, Vector b) {
    return training.find(objective, a, b, ProgressListener.silent(), new Cancellation());
  }

  private static PathProfile measure(TwiceDifferentiableObjective objective, FoundPath found) {
    return new PathProbe(61)
        .run(objective, found.path(), "all", ExecutionOptions.defaults())
        .profile();
  }
}
