package org.thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.error.ThalwegException;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Estimate;
import org.thalweg.result.Outcome;
import org.thalweg.result.TraceEstimate;
import org.thalweg.testkit.GoldenCase;

class TraceEstimatorTest {
  private static final EstimationOptions OPTIONS = EstimationOptions.defaults();

  @ParameterizedTest
  @EnumSource(Precision.class)
  void signsSeeADiagonalMatrixExactly(Precision precision) {
    double[] diagonal = {4, -1, 2.5, 0, 8, 1, 1, 1, 1, 1, 1, 1};
    LinearOperator a = DiagonalOperator.of(diagonal, new ArraySpace(12, precision));
    TraceEstimate found = TraceEstimator.estimate(a, TraceMethod.HUTCHINSON, OPTIONS);
    assertThat(found.trace().value()).isEqualTo(20.5);
    assertThat(found.trace().standardError()).isZero();
    assertThat(found.frobeniusNorm().value())
        .isCloseTo(Math.sqrt(16 + 1 + 6.25 + 64 + 7), within(1e-6));
    assertThat(found.trace().probes()).isEqualTo(found.products()).isEqualTo(20);
  }

  /** The promise of the interval, kept: 95 of 100 expected, at least 93 demanded. */
  @ParameterizedTest
  @CsvSource({
    "mlp-digits, HUTCHINSON, 0.2",
    "mlp-digits, HUTCH_PLUS_PLUS, 0.05",
    "mlp-digits, XTRACE, 0.05",
    "mlp-regression, HUTCHINSON, 0.2",
    "mlp-regression, HUTCH_PLUS_PLUS, 0.05",
    "mlp-regression, XTRACE, 0.05",
  })
  void theIntervalHoldsWhatItPromises(String name, TraceMethod method, double relativeError) {
    GoldenCase golden = GoldenCase.load(name);
    double[] spectrum = golden.vector("hessian_eigenvalues");
    int trace = 0;
    int norm = 0;
    for (int seed = 0; seed < 100; seed++) {
      TraceEstimate found =
          TraceEstimator.estimate(
              new MixedOperator(spectrum, seed),
              method,
              OPTIONS.withRelativeError(relativeError).withSeed(seed));
      trace += contains(found.trace(), golden.number("trace"));
      norm += contains(found.frobeniusNorm(), golden.number("frobenius_norm"));
      double farthest =
          Math.max(
              found.trace().high() - found.trace().value(),
              found.trace().value() - found.trace().low());
      assertThat(farthest <= relativeError * found.trace().value())
          .isEqualTo(found.trace().outcome() == Outcome.CONVERGED);
    }
    assertThat(trace).as("intervals that contain the trace").isGreaterThanOrEqualTo(93);
    assertThat(norm).as("intervals that contain the norm").isGreaterThanOrEqualTo(93);
  }

  @ParameterizedTest
  @EnumSource(
      value = TraceMethod.class,
      names = {"HUTCH_PLUS_PLUS", "XTRACE"})
  void matricesOfLowRankNeedNoChance(TraceMethod method) {
    double[] spectrum = Arrays.copyOf(new double[] {9, -4, 3, 2, 1}, 200);
    TraceEstimate found = TraceEstimator.estimate(new MixedOperator(spectrum, 3), method, OPTIONS);
    assertThat(found.trace().value()).isCloseTo(11, within(1e-9));
    assertThat(found.trace().standardError()).isLessThan(1e-9);
    assertThat(found.trace().outcome()).isEqualTo(Outcome.CONVERGED);
  }

  @Test
  void sketchesBeatPlainMeansWhereFewEigenvaluesDominate() {
    double[] spectrum = new double[300];
    for (int i = 0; i < 300; i++) {
      spectrum[i] = Math.pow(i + 1, -2);
    }
    double exact = Arrays.stream(spectrum).sum();
    // 60 products each, whatever they show.
    double plain = rootMeanSquare(spectrum, exact, TraceMethod.HUTCHINSON, 60);
    double sketched = rootMeanSquare(spectrum, exact, TraceMethod.HUTCH_PLUS_PLUS, 40);
    double exchangeable = rootMeanSquare(spectrum, exact, TraceMethod.XTRACE, 30);
    assertThat(sketched).isLessThan(plain / 5);
    assertThat(exchangeable).isLessThan(sketched / 2);
  }

  private static double rootMeanSquare(
      double[] spectrum, double exact, TraceMethod method, int probes) {
    double squares = 0;
    EstimationOptions options = new EstimationOptions(1e-12, 20, probes, 0);
    for (int seed = 0; seed < 20; seed++) {
      TraceEstimate found =
          TraceEstimator.estimate(
              new MixedOperator(spectrum, seed), method, options.withSeed(seed));
      assertThat(found.products()).isEqualTo(60);
      assertThat(found.trace().outcome()).isEqualTo(Outcome.BUDGET_EXHAUSTED);
      squares += Math.pow(found.trace().value() - exact, 2) / 20;
    }
    return Math.sqrt(squares);
  }

  /** All three are unbiased, so their means over many seeds agree with the truth. */
  @ParameterizedTest
  @EnumSource(TraceMethod.class)
  void meansOverSeedsApproachTheTruth(TraceMethod method) {
    double[] spectrum = Spectra.withBulk(60, 1, 5, 6, -5, 4, 3);
    double exact = Arrays.stream(spectrum).sum();
    EstimationOptions options = new EstimationOptions(1e-12, 10, 12, 0);
    int repetitions = 400;
    double mean = 0;
    double second = 0;
    MixedOperator a = new MixedOperator(spectrum, 1);
    for (int seed = 0; seed < repetitions; seed++) {
      double found =
          TraceEstimator.estimate(a, method, options.withSeed(seed)).trace().value() - exact;
      mean += found / repetitions;
      second += found * found / repetitions;
    }
    assertThat(Math.abs(mean)).isLessThan(3.5 * Math.sqrt(second / repetitions));
  }

  @ParameterizedTest
  @EnumSource(TraceMethod.class)
  void partsOnGroupsAreTheDiagonalThere(TraceMethod method) {
    int d = 24;
    double[][] matrix = dense(d);
    LinearOperator a = DenseOperator.of(matrix, ArraySpace.of(d));
    Map<String, CoordinateRange> groups = new LinkedHashMap<>();
    groups.put("first", new CoordinateRange(0, 7));
    groups.put("second", new CoordinateRange(7, 17));
    int inside = 0;
    for (int seed = 0; seed < 100; seed++) {
      TraceEstimate found =
          TraceEstimator.estimate(
              a, method, OPTIONS.withSeed(seed), groups, ProductListener.silent(), () -> false);
      double first = 0;
      for (int i = 0; i < 7; i++) {
        first += matrix[i][i];
      }
      assertThat(found.byTensor().keySet()).containsExactly("first", "second");
      Estimate part = found.byTensor().values().iterator().next();
      inside += contains(part, first);
      if (method != TraceMethod.XTRACE) {
        double sum = found.byTensor().values().stream().mapToDouble(Estimate::value).sum();
        assertThat(sum).isCloseTo(found.trace().value(), within(1e-9));
      }
    }
    assertThat(inside).isGreaterThanOrEqualTo(93);
  }

  @ParameterizedTest
  @EnumSource(TraceMethod.class)
  void seedsDecideEverything(TraceMethod method) {
    double[] spectrum = Spectra.withBulk(80, 1, 5, 6, -5, 4, 3);
    LinearOperator a = new MixedOperator(spectrum, 1);
    EstimationOptions options = OPTIONS.withRelativeError(0.5);
    TraceEstimate once = TraceEstimator.estimate(a, method, options.withSeed(7));
    assertThat(TraceEstimator.estimate(a, method, options.withSeed(7))).isEqualTo(once);
    assertThat(TraceEstimator.estimate(a, method, options.withSeed(8)).trace().value())
        .isNotEqualTo(once.trace().value());
  }

  @ParameterizedTest
  @EnumSource(TraceMethod.class)
  void float32ChangesLittle(TraceMethod method) {
    double[] spectrum = GoldenCase.load("mlp-regression").vector("hessian_eigenvalues");
    EstimationOptions options = OPTIONS.withRelativeError(0.1);
    TraceEstimate exact = TraceEstimator.estimate(new MixedOperator(spectrum, 2), method, options);
    TraceEstimate rounded =
        TraceEstimator.estimate(
            new MixedOperator(spectrum, 2, new ArraySpace(spectrum.length, Precision.FLOAT32)),
            method,
            options);
    assertThat(rounded.trace().value())
        .isCloseTo(exact.trace().value(), within(1e-4 * exact.trace().value()));
    assertThat(rounded.trace().probes()).isEqualTo(exact.trace().probes());
  }

  @Test
  void aFewProbesThatAgreeEndNothing() {
    assertThatThrownBy(() -> new EstimationOptions(0.1, 3, 100, 0))
        .isInstanceOf(ThalwegException.class)
        .hasMessageContaining("at least 10 probes");
    LinearOperator identity = DiagonalOperator.of(new double[] {1, 1, 1, 1}, ArraySpace.of(4));
    assertThat(TraceEstimator.estimate(identity, TraceMethod.HUTCHINSON, OPTIONS).trace().probes())
        .isEqualTo(20);
  }

  private static double[][] dense(int d) {
    RandomStream random = RandomStream.of(4, "dense matrix");
    double[][] matrix = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = random.gaussian() + (i == j ? 3 : 0);
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  private static int contains(Estimate estimate, double truth) {
    return estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
  }
}
