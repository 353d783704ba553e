package org.thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.result.Outcome;
import org.thalweg.result.TraceEstimate;
import org.thalweg.testkit.TrackedSpace;

/** How estimates end when they do not simply succeed, and that they leave nothing behind. */
class EstimatorEndingsTest {
  private static final int D = 50;
  private static final EstimationOptions OPTIONS = new EstimationOptions(1e-9, 10, 30, 0);
  private static final Map<String, CoordinateRange> GROUPS =
      Map.of("all", new CoordinateRange(0, D));

  private final TrackedSpace space = new TrackedSpace(ArraySpace.of(D));
  private final List<Integer> heard = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "HUTCHINSON, 1", "HUTCHINSON, 15", "HUTCH_PLUS_PLUS, 5", "HUTCH_PLUS_PLUS, 15",
    "HUTCH_PLUS_PLUS, 25", "XTRACE, 1", "XTRACE, 16", "XTRACE, 17"
  })
  void notANumberEndsATrace(TraceMethod method, int from) {
    TraceEstimate found =
        TraceEstimator.estimate(broken(from), method, OPTIONS, GROUPS, this::hear, () -> false);
    assertThat(found.trace().outcome()).isEqualTo(Outcome.NON_FINITE);
    assertThat(found.frobeniusNorm().outcome()).isEqualTo(Outcome.NON_FINITE);
    assertThat(found.products()).isEqualTo(from);
    assertThat(space.open()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "HUTCHINSON, 0", "HUTCHINSON, 15", "HUTCH_PLUS_PLUS, 5", "HUTCH_PLUS_PLUS, 15",
    "HUTCH_PLUS_PLUS, 25", "XTRACE, 0", "XTRACE, 16", "XTRACE, 17"
  })
  void cancellationIsHeardBeforeTheNextProduct(TraceMethod method, int after) {
    TraceEstimate found =
        TraceEstimator.estimate(
            broken(1000), method, OPTIONS, GROUPS, this::hear, () -> heard.size() >= after);
    assertThat(found.trace().outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(found.products()).isEqualTo(after);
    assertThat(space.open()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"HUTCHINSON, 30", "HUTCH_PLUS_PLUS, 50", "XTRACE, 60"})
  void theBudgetIsKeptAndAnnounced(TraceMethod method, int most) {
    TraceEstimate found =
        TraceEstimator.estimate(broken(1000), method, OPTIONS, GROUPS, this::hear, () -> false);
    assertThat(found.products()).isEqualTo(most).isEqualTo(heard.size());
    assertThat(found.trace().outcome()).isEqualTo(Outcome.BUDGET_EXHAUSTED);
    assertThat(space.open()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15})
  void diagonalsEndTheSameWay(int product) {
    DiagonalEstimate broken =
        DiagonalEstimator.estimate(broken(product), OPTIONS, this::hear, () -> false);
    assertThat(broken.outcome()).isEqualTo(Outcome.NON_FINITE);
    assertThat(broken.probes()).isEqualTo(product - 1);
    heard.clear();
    DiagonalEstimate stopped =
        DiagonalEstimator.estimate(
            broken(1000), OPTIONS, this::hear, () -> heard.size() >= product);
    assertThat(stopped.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(stopped.probes()).isEqualTo(product);
    assertThat(space.open()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 35})
  void quadraturesKeepTheRulesThatWereFinished(int product) {
    QuadratureOptions options = new QuadratureOptions(3, 20, 0);
    QuadratureRules broken =
        LanczosQuadrature.of(broken(product), options, this::hear, () -> false);
    assertThat(broken.outcome()).isEqualTo(Outcome.NON_FINITE);
    assertThat(broken.rules()).hasSize((product - 1) / 20);
    heard.clear();
    QuadratureRules stopped =
        LanczosQuadrature.of(broken(1000), options, this::hear, () -> heard.size() >= product);
    assertThat(stopped.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(stopped.rules()).hasSize(product / 20);
    assertThat(space.open()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15})
  void powerIterationEndsTheSameWay(int product) {
    PowerOptions options = new PowerOptions(2, 1e-9, 1000, 0);
    try (Eigenpairs broken =
        PowerIteration.solve(broken(product), options, this::hear, () -> false)) {
      assertThat(broken.outcome()).isEqualTo(Outcome.NON_FINITE);
    }
    heard.clear();
    try (Eigenpairs stopped =
        PowerIteration.solve(broken(1000), options, this::hear, () -> heard.size() >= product)) {
      assertThat(stopped.outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(stopped.products()).isEqualTo(product);
    }
    assertThat(space.open()).isZero();
  }

  private void hear(int done, int most) {
    heard.add(done);
    assertThat(done).isLessThanOrEqualTo(most);
  }

  /** Finite up to this product. */
  private LinearOperator broken(int from) {
    double[] spectrum = Spectra.withBulk(D, 1, 6, 8, 7.9, 5, -4, -3);
    return new LinearOperator() {
      private final LinearOperator inner = new MixedOperator(spectrum, 2, space);
      private int products;

      @Override
      public VectorSpace space() {
        return space;
      }

      @Override
      public void apply(Vector x, Vector y) {
        inner.apply(x, y);
        if (++products >= from) {
          y.scale(Double.NaN);
        }
      }
    };
  }
}
