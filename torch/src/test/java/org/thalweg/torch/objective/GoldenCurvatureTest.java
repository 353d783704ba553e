package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.linalg.DenseOperator;
import org.thalweg.linalg.EstimationOptions;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.TraceEstimator;
import org.thalweg.linalg.TraceMethod;
import org.thalweg.linalg.Vector;
import org.thalweg.probe.curvature.CurvatureMatrix;
import org.thalweg.probe.curvature.CurvatureOptions;
import org.thalweg.probe.curvature.CurvatureProbe;
import org.thalweg.result.Estimate;
import org.thalweg.result.SpectrumResult;
import org.thalweg.result.TraceEstimate;
import org.thalweg.testkit.DenseReference;
import org.thalweg.testkit.GoldenCase;

/** Whole spectra, traces and norms of networks that PyTorch trained, against its dense matrices. */
class GoldenCurvatureTest {
  private static final ObjectiveOptions OPTIONS =
      ObjectiveOptions.defaults().withPrecision(Precision.FLOAT64).withWorkers(2);

  @ParameterizedTest
  @CsvSource({
    "mlp-regression, HESSIAN, hessian_eigenvalues",
    "mlp-digits, HESSIAN, hessian_eigenvalues",
    "mlp-digits, GAUSS_NEWTON, ggn_eigenvalues"
  })
  void wholeSpectra(String name, CurvatureMatrix matrix, String key) {
    GoldenCase golden = GoldenCase.load(name);
    double[] expected = golden.vector(key);
    Arrays.sort(expected);
    try (NetworkObjective objective = GoldenObjectives.objective(golden, OPTIONS)) {
      SpectrumResult result =
          new CurvatureProbe(CurvatureOptions.defaults().withMatrix(matrix).withFullSpectrum())
              .measure(objective);
      int d = expected.length;
      assertThat(result.spectrum().size()).isEqualTo(d);
      double largest = expected[d - 1];
      for (int i = 0; i < d; i++) {
        assertThat(Math.abs(result.spectrum().get(i) - expected[d - 1 - i]))
            .as("λ " + (i + 1))
            .isLessThan(1e-6 * largest);
      }
      assertThat(result.top().get(0).residual()).isLessThan(1e-9);
    }
  }

  /**
   * An interval of 95 % in many repetitions: of 100, chance alone may take one below 93, of 1,000
   * hardly one below 940.
   */
  @ParameterizedTest
  @ValueSource(strings = {"mlp-regression"})
  void intervalsOfRealHessiansHold(String name) {
    GoldenCase golden = GoldenCase.load(name);
    try (NetworkObjective objective = GoldenObjectives.objective(golden, OPTIONS);
        Vector theta = objective.parameters();
        LinearOperator hessian = objective.hessian(theta)) {
      // The matrix once, so that the repetitions cost no passes over the data.
      LinearOperator dense =
          DenseOperator.of(symmetric(DenseReference.of(hessian).matrix()), objective.space());
      int trace = 0;
      int norm = 0;
      for (int seed = 0; seed < 1000; seed++) {
        TraceEstimate found =
            TraceEstimator.estimate(
                dense, TraceMethod.HUTCH_PLUS_PLUS, EstimationOptions.defaults().withSeed(seed));
        trace += contains(found.trace(), golden.number("trace"));
        norm += contains(found.frobeniusNorm(), golden.number("frobenius_norm"));
      }
      assertThat(trace).as("intervals with the trace").isGreaterThanOrEqualTo(940);
      assertThat(norm).as("intervals with the norm").isGreaterThanOrEqualTo(940);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mlp-regression", "mlp-digits"})
  void thePartsOfTheTraceLieWhereTheyShould(String name) {
    GoldenCase golden = GoldenCase.load(name);
    try (NetworkObjective objective = GoldenObjectives.objective(golden, OPTIONS)) {
      TraceEstimate trace =
          new CurvatureProbe(
                  CurvatureOptions.defaults()
                      .withoutEigenvalues()
                      .withTrace(EstimationOptions.defaults(), TraceMethod.HUTCH_PLUS_PLUS))
              .measure(objective)
              .trace()
              .orElseThrow();
      assertThat(contains(trace.trace(), golden.number("trace"))).isOne();
      trace
          .byTensor()
          .forEach(
              (tensor, part) -> {
                double exact = golden.number("trace_by_tensor", golden(tensor, golden));
                assertThat(Math.abs(part.value() - exact))
                    .as(tensor)
                    .isLessThan(3.5 * part.standardError() + 1e-9);
              });
    }
  }

  /** Names of ours and of PyTorch differ; the order does not. */
  private static String golden(String tensor, GoldenCase golden) {
    int index =
        GoldenObjectives.network(golden).layout().tensors().stream()
            .map(each -> each.name())
            .toList()
            .indexOf(tensor);
    return golden.weights().keySet().stream().toList().get(index);
  }

  private static double[][] symmetric(double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  private static int contains(Estimate estimate, double truth) {
    return estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
  }
}
