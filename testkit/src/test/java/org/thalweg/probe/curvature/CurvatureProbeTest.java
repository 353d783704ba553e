package org.thalweg.probe.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.linalg.EstimationOptions;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.QuadratureOptions;
import org.thalweg.linalg.TraceMethod;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.SampledObjective;
import org.thalweg.objective.SmoothFunction;
import org.thalweg.objective.SoftmaxRegression;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Definiteness;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.LayerCurvature;
import org.thalweg.result.Outcome;
import org.thalweg.result.SpectrumResult;
import org.thalweg.result.TraceEstimate;
import org.thalweg.testkit.DenseReference;

class CurvatureProbeTest {
  private static final double[][] MATRIX = matrix();
  private static final EstimationOptions EXACTLY = new EstimationOptions(1e-12, 20, 400, 1);

  @Test
  void onePassGivesAllThatWasAskedFor() {
    SpectrumResult result =
        new CurvatureProbe(
                CurvatureOptions.defaults()
                    .withTrace(EstimationOptions.defaults(), TraceMethod.HUTCH_PLUS_PLUS)
                    .withDensity(new QuadratureOptions(4, 12, 0))
                    .withEachLayer(EstimationOptions.defaults()))
            .measure(objective());
    DenseReference dense = DenseReference.of(MATRIX);
    assertThat(result.dimension()).isEqualTo(12);
    assertThat(result.block()).isEqualTo("all");
    assertThat(values(result.top())).containsExactly(dense.top(5), within(1e-6));
    assertThat(values(result.bottom())).containsExactly(dense.bottom(2), within(1e-6));
    assertThat(result.definiteness().kind()).isEqualTo(Definiteness.Kind.SADDLE);
    TraceEstimate trace = result.trace().orElseThrow();
    assertThat(trace.byTensor().keySet()).containsExactly("a.weight", "a.bias", "b.weight");
    assertThat(dense.trace()).isBetween(trace.trace().low(), trace.trace().high());
    assertThat(result.density().orElseThrow().quadratures()).hasSize(4);
    assertThat(result.layers()).extracting(LayerCurvature::layer).containsExactly("a", "b");
    assertThat(result.layers()).extracting(LayerCurvature::parameters).containsExactly(8, 4);
    assertThat(result.layers().get(0).top().value())
        .isCloseTo(DenseReference.of(block(0, 8)).top(1)[0], within(1e-6));
    assertThat(result.layers().get(1).top().value())
        .isCloseTo(DenseReference.of(block(8, 4)).top(1)[0], within(1e-6));
    assertThat(result.cost().hessianProducts()).isPositive();
  }

  @Test
  void aBlockIsASpectrumOfItsOwn() {
    SpectrumResult result =
        new CurvatureProbe(
                CurvatureOptions.of(LanczosOptions.of(2, 1))
                    .withBlock("b")
                    .withTrace(EXACTLY, TraceMethod.XTRACE)
                    .withFullSpectrum())
            .measure(objective());
    DenseReference dense = DenseReference.of(block(8, 4));
    assertThat(result.block()).isEqualTo("b");
    assertThat(result.dimension()).isEqualTo(4);
    assertThat(result.spectrum().toArray()).containsExactly(dense.spectrum(), within(1e-12));
    assertThat(values(result.top())).containsExactly(dense.top(2), within(1e-12));
    assertThat(values(result.bottom())).containsExactly(dense.bottom(1), within(1e-12));
    assertThat(result.definiteness().certain()).isTrue();
    // The sketch of four vectors is the whole space.
    assertThat(result.trace().orElseThrow().trace().value())
        .isCloseTo(dense.trace(), within(1e-10));
    assertThat(result.trace().orElseThrow().byTensor().keySet()).containsExactly("b.weight");
  }

  @ParameterizedTest
  @EnumSource(CurvatureMatrix.class)
  void everyMatrixOfASampledLossIsMeasured(CurvatureMatrix matrix) {
    SampledObjective objective = softmax();
    try (Vector theta = objective.parameters();
        LinearOperator operator = matrix.at(objective, theta)) {
      double[] expected = DenseReference.of(operator).top(3);
      SpectrumResult result =
          new CurvatureProbe(CurvatureOptions.of(LanczosOptions.of(3, 0)).withMatrix(matrix))
              .measure(objective);
      assertThat(result.matrix()).isEqualTo(matrix.text());
      assertThat(values(result.top())).containsExactly(expected, within(1e-6));
    }
    assertThat(CurvatureMatrix.named(matrix.text())).isEqualTo(matrix);
  }

  @Test
  void otherMatricesNeedSingleSamples() {
    CurvatureProbe probe =
        new CurvatureProbe(CurvatureOptions.defaults().withMatrix(CurvatureMatrix.FISHER));
    assertThatThrownBy(() -> probe.measure(objective()))
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_APPLICABLE));
    assertThatThrownBy(() -> CurvatureMatrix.named("jacobian"))
        .hasMessageContaining("ggn, fisher, empirical-fisher");
  }

  @Test
  void powerIterationAgreesAndSaysWhatItWas() {
    SpectrumResult result =
        new CurvatureProbe(
                CurvatureOptions.of(
                        LanczosOptions.of(2, 0).withTolerance(1e-2).withMaxProducts(5000))
                    .withMethod(EigenvalueMethod.POWER))
            .measure(objective());
    double[] spectrum = DenseReference.of(MATRIX).spectrum();
    assertThat(result.method()).isEqualTo("power iteration with deflation");
    assertThat(result.top().size() + result.bottom().size()).isEqualTo(2);
    assertThat(result.top().get(0).value()).isCloseTo(spectrum[0], within(1e-3 * spectrum[0]));
  }

  @Test
  void cancellationIsSaid() {
    List<String> activities = new ArrayList<>();
    Cancellation cancellation = new Cancellation();
    TwiceDifferentiableObjective objective = objective();
    try (Vector theta = objective.parameters()) {
      SpectrumResult result =
          new CurvatureProbe(
                  CurvatureOptions.defaults()
                      .withTrace(EXACTLY, TraceMethod.HUTCHINSON)
                      .withDensity(QuadratureOptions.defaults()))
              .measure(
                  objective,
                  theta,
                  (activity, done, total) -> {
                    activities.add(activity);
                    if (activity.equals("trace") && done == 30) {
                      cancellation.request();
                    }
                  },
                  cancellation);
      assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(result.trace().orElseThrow().products()).isEqualTo(30);
      assertThat(activities).contains("hessian", "trace").doesNotContain("density");
    }
  }

  private static TwiceDifferentiableObjective objective() {
    return FunctionObjective.of(new LayeredQuadratic(), new double[12]);
  }

  private static SampledObjective softmax() {
    RandomStream random = RandomStream.of(2, "softmax");
    double[][] x = new double[40][];
    int[] labels = new int[40];
    for (int n = 0; n < 40; n++) {
      x[n] = random.gaussians(5);
      labels[n] = random.below(3);
    }
    return FunctionObjective.of(new SoftmaxRegression(x, labels, 3), random.gaussians(15));
  }

  private static double[] values(List<Eigenvalue> eigenvalues) {
    return eigenvalues.stream().mapToDouble(Eigenvalue::value).toArray();
  }

  private static double[][] matrix() {
    RandomStream random = RandomStream.of(1, "matrix");
    double[][] matrix = new double[12][12];
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = random.gaussian() + (i == j ? 2 : 0);
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  private static double[][] block(int offset, int size) {
    double[][] block = new double[size][size];
    for (int i = 0; i < size; i++) {
      System.arraycopy(MATRIX[offset + i], offset, block[i], 0, size);
    }
    return block;
  }

  /** ½θᵀAθ with θ divided into two layers. */
  private static final class LayeredQuadratic implements SmoothFunction {
    @Override
    public ParameterLayout layout() {
      return ParameterLayout.builder()
          .add("a.weight", ParameterKind.WEIGHT, 2, 3)
          .add("a.bias", ParameterKind.BIAS, 2)
          .add("b.weight", ParameterKind.WEIGHT, 4)
          .build();
    }

    @Override
    public Evaluation evaluate(double[] theta) {
      double sum = 0;
      double[] gradient = gradient(theta);
      for (int i = 0; i < theta.length; i++) {
        sum += theta[i] * gradient[i] / 2;
      }
      return Evaluation.exact(sum);
    }

    @Override
    public double[] gradient(double[] theta) {
      return hessianProduct(theta, theta);
    }

    @Override
    public double[] hessianProduct(double[] theta, double[] v) {
      double[] product = new double[v.length];
      for (int i = 0; i < v.length; i++) {
        for (int j = 0; j < v.length; j++) {
          product[i] += MATRIX[i][j] * v[j];
        }
      }
      return product;
    }
  }
}
