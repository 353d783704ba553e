package org.thalweg.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.random.RandomStream;
import org.thalweg.testkit.DenseReference;
import org.thalweg.testkit.RelativeError;

/** Closed forms: by hand, and Fisher matrices by their definition. */
class SampledFunctionTest {
  private static final double[][] POINTS = {{1, 2}, {3, -1}, {0, 1}};

  @Test
  void leastSquaresSampleBySample() {
    // Residuals at w = (1, 1): 2, 0, −3; ∇ℓ = 2·residual·x.
    LinearRegression function = new LinearRegression(POINTS, new double[] {1, 2, 4});
    double[] w = {1, 1};
    assertThat(function.sampleLosses(w)).containsExactly(4, 0, 9);
    assertThat(function.sampleSquaredGradientNorms(w)).containsExactly(16 * 5, 0, 36);
    assertThat(function.sampleSlopes(w, new double[] {1, 0})).containsExactly(4, 0, 0);
    assertThat(function.sampleSlopes(w, new double[] {0, 1})).containsExactly(8, 0, -6);
    double[][] second = {{16.0 / 3, 32.0 / 3}, {32.0 / 3, (64 + 36) / 3.0}};
    assertThat(empirical(function, w).entries())
        .containsExactly(DenseReference.of(second).entries(), within(1e-14));
    assertThat(function.subset(new int[] {2, 2, 0}).evaluate(w).loss())
        .isCloseTo(22.0 / 3, within(1e-15));
  }

  /** E over y ~ p of (p − e_y)(p − e_y)ᵀ ⊗ xxᵀ, the sum over the classes written out. */
  @Test
  void theFisherMatrixOfSoftmaxRegressionIsAnExpectationOverItsOwnAnswers() {
    double[][] x = AnalyticObjectiveTest.inputs(4, 20, 3);
    int classes = 4;
    double[] w = RandomStream.of(4, "w").gaussians(12);
    double[][] expected = new double[12][12];
    for (double[] row : x) {
      double[] p = probabilities(row, w, classes);
      for (int y = 0; y < classes; y++) {
        double[] gradient = new double[12];
        for (int c = 0; c < classes; c++) {
          for (int j = 0; j < 3; j++) {
            gradient[3 * c + j] = (p[c] - (c == y ? 1 : 0)) * row[j];
          }
        }
        addOuter(expected, p[y] / x.length, gradient);
      }
    }
    SoftmaxRegression function =
        new SoftmaxRegression(x, AnalyticObjectiveTest.labels(4, 20, classes), classes);
    SampledObjective objective = FunctionObjective.of(function, w);
    try (Vector theta = objective.parameters();
        LinearOperator fisher = objective.fisher(theta);
        LinearOperator gaussNewton = objective.gaussNewton(theta);
        LinearOperator hessian = objective.hessian(theta)) {
      double[] entries = DenseReference.of(expected).entries();
      RelativeError.atMost(1e-12, "F", DenseReference.of(fisher).entries(), entries);
      RelativeError.atMost(1e-12, "G", DenseReference.of(gaussNewton).entries(), entries);
      RelativeError.atMost(1e-12, "H", DenseReference.of(hessian).entries(), entries);
    }
  }

  /** Squared errors are −log of a normal density of variance ½: E(2e)² = 2. */
  @Test
  void theFisherMatrixOfLeastSquares() {
    SampledObjective objective =
        FunctionObjective.of(new LinearRegression(POINTS, new double[3]), new double[2]);
    double[][] expected = new double[2][2];
    for (double[] row : POINTS) {
      addOuter(expected, 4 * 0.5 / 3, row);
    }
    try (Vector theta = objective.parameters();
        LinearOperator fisher = objective.fisher(theta)) {
      assertThat(DenseReference.of(fisher).entries())
          .containsExactly(DenseReference.of(expected).entries(), within(1e-14));
    }
  }

  @Test
  void thePrecisionAndTheKindOfFunctionDecideTheTier() {
    SmoothFunction sampled = new LinearRegression(POINTS, new double[3]);
    assertThat(FunctionObjective.of(sampled, new double[2])).isInstanceOf(SampledObjective.class);
    assertThat(FunctionObjective.of(sampled, new double[2]).samples()).isEqualTo(3);
    assertThat(FunctionObjective.of(new Rosenbrock(2), new double[2]))
        .isNotInstanceOf(SampledObjective.class);
  }

  private static DenseReference empirical(SampledFunction function, double[] w) {
    SampledObjective objective = FunctionObjective.of(function, w);
    try (Vector theta = objective.parameters();
        LinearOperator fisher = objective.empiricalFisher(theta)) {
      return DenseReference.of(fisher);
    }
  }

  private static double[] probabilities(double[] row, double[] w, int classes) {
    double[] p = new double[classes];
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      double z = 0;
      for (int j = 0; j < row.length; j++) {
        z += row[j] * w[c * row.length + j];
      }
      p[c] = Math.exp(z);
      sum += p[c];
    }
    for (int c = 0; c < classes; c++) {
      p[c] /= sum;
    }
    return p;
  }

  private static void addOuter(double[][] target, double a, double[] x) {
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        target[i][j] += a * x[i] * x[j];
      }
    }
  }
}
