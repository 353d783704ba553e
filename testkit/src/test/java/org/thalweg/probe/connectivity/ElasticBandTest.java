package org.thalweg.probe.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.ArraySpace;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.result.Outcome;
import org.thalweg.result.PathSearch;
import org.thalweg.testkit.TrackedSpace;

class ElasticBandTest {
  @Test
  void findsTheSaddleOfTheRing() {
    TwiceDifferentiableObjective ring = Landscapes.ring();
    try (FoundPath found = find(ElasticBand.of(7, 2000, 1e-4), ring, 1, 0, 0, 1)) {
      assertThat(found.search().outcome()).isEqualTo(Outcome.CONVERGED);
      Vector highest = highest(ring, found.path());
      assertThat(ring.evaluate(highest).loss()).isCloseTo(Landscapes.RING_SADDLE, within(1e-6));
      double half = Math.sqrt(0.5);
      assertThat(highest.toArray()).containsExactly(new double[] {half, half}, within(1e-3));
      for (Vector pivot : found.path().points()) {
        assertThat(pivot.norm()).as("on the circle").isCloseTo(1, within(5e-3));
      }
    }
  }

  /** Through a curved valley with an intermediate minimum; the saddle is known to 7 digits. */
  @Test
  void findsTheSaddleOfMullerAndBrown() {
    TwiceDifferentiableObjective potential = Landscapes.mullerBrown();
    double[] a = Landscapes.MULLER_BROWN_A;
    double[] b = Landscapes.MULLER_BROWN_B;
    try (FoundPath found =
        find(ElasticBand.of(15, 5000, 1e-4), potential, a[0], a[1], b[0], b[1])) {
      assertThat(found.search().outcome()).isEqualTo(Outcome.CONVERGED);
      Vector highest = highest(potential, found.path());
      assertThat(potential.evaluate(highest).loss())
          .isCloseTo(Landscapes.MULLER_BROWN_SADDLE, within(1e-6));
      assertThat(highest.toArray())
          .containsExactly(Landscapes.MULLER_BROWN_SADDLE_AT, within(1e-3));
    }
  }

  @Test
  void springsKeepPivotsApart() {
    try (FoundPath found = find(ElasticBand.of(9, 3000, 1e-5), Landscapes.ring(), 1, 0, 0, 1);
        Vector difference = ArraySpace.of(2).zeros()) {
      double chord = 2 * Math.sin(Math.PI / 40);
      for (int i = 1; i < found.path().points().size(); i++) {
        difference.set(found.path().points().get(i)).axpy(-1, found.path().points().get(i - 1));
        assertThat(difference.norm()).isBetween(0.7 * chord, 1.3 * chord);
      }
    }
  }

  @Test
  void anExhaustedBudgetIsSaidToBe() {
    try (FoundPath found = find(ElasticBand.of(7, 5, 1e-9), Landscapes.ring(), 1, 0, 0, 1)) {
      PathSearch search = found.search();
      assertThat(search.outcome()).isEqualTo(Outcome.BUDGET_EXHAUSTED);
      assertThat(search.values().size()).isEqualTo(5);
      assertThat(search.quantity()).isEqualTo("largest perpendicular force");
    }
  }

  @Test
  void aRequestToStopIsHonouredWithinAnIteration() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    try (Vector a = ArraySpace.of(2).of(new double[] {1, 0});
        Vector b = ArraySpace.of(2).of(new double[] {0, 1});
        FoundPath found =
            ElasticBand.of(3, 100, 1e-3)
                .find(Landscapes.ring(), a, b, ProgressListener.silent(), cancellation)) {
      assertThat(found.search().outcome()).isEqualTo(Outcome.CANCELLED);
    }
  }

  @Test
  void forcesThatAreNotFiniteEndTheSearch() {
    TwiceDifferentiableObjective broken =
        FunctionObjective.withGradient(
            new double[] {0, 0}, p -> Double.NaN, p -> new double[] {Double.NaN, 0});
    try (FoundPath found = find(ElasticBand.of(3, 100, 1e-3), broken, 1, 0, 0, 1)) {
      assertThat(found.search().outcome()).isEqualTo(Outcome.NON_FINITE);
    }
  }

  @Test
  void worksInSinglePrecision() {
    ArraySpace space = new ArraySpace(2, Precision.FLOAT32);
    try (Vector a = space.of(new double[] {1, 0});
        Vector b = space.of(new double[] {0, 1});
        FoundPath found =
            ElasticBand.of(7, 2000, 1e-3)
                .find(Landscapes.ring(), a, b, ProgressListener.silent(), new Cancellation())) {
      assertThat(found.search().outcome()).isEqualTo(Outcome.CONVERGED);
      assertThat(Landscapes.ring().evaluate(highest(Landscapes.ring(), found.path())).loss())
          .isCloseTo(Landscapes.RING_SADDLE, within(1e-5));
    }
  }

  @Test
  void closesEveryVector() {
    TrackedSpace space = new TrackedSpace(ArraySpace.of(2));
    try (Vector a = space.of(new double[] {1, 0});
        Vector b = space.of(new double[] {0, 1})) {
      ElasticBand.of(5, 20, 1e-3)
          .find(Landscapes.ring(), a, b, ProgressListener.silent(), new Cancellation())
          .close();
      CurveTraining.of(CurveShape.BEZIER, 2, 20, 0)
          .find(Landscapes.ring(), a, b, ProgressListener.silent(), new Cancellation())
          .close();
      assertThat(space.open()).isEqualTo(2);
    }
  }

  @Test
  void optionsThatCannotBeMeantAreRefused() {
    assertThatThrownBy(() -> ElasticBand.of(0, 10, 1e-3)).isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> ElasticBand.of(3, 10, 0)).isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> ElasticBand.of(3, 0, 1)).isInstanceOf(ThalwegException.class);
  }

  private static FoundPath find(
      ElasticBand band,
      TwiceDifferentiableObjective objective,
      double ax,
      double ay,
      double bx,
      double by) {
    try (Vector a = ArraySpace.of(2).of(new double[] {ax, ay});
        Vector b = ArraySpace.of(2).of(new double[] {bx, by})) {
      return band.find(objective, a, b, ProgressListener.silent(), new Cancellation());
    }
  }

  private static Vector highest(TwiceDifferentiableObjective objective, Path path) {
    return path.points().stream()
        .max(Comparator.comparingDouble(point -> objective.evaluate(point).loss()))
        .orElseThrow();
  }
}
