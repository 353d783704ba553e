package org.thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Outcome;

class DiagonalEstimatorTest {
  @Test
  void aDiagonalMatrixIsSeenExactly() {
    DiagonalEstimate found =
        estimate(
            DiagonalOperator.of(new double[] {3, -2, 0, 1}, ArraySpace.of(4)),
            EstimationOptions.defaults());
    assertThat(found.diagonal().toArray()).containsExactly(3, -2, 0, 1);
    assertThat(found.relativeError()).isZero();
    assertThat(found.probes()).isEqualTo(20);
  }

  @Test
  void standardErrorsAreThoseOfTheRows() {
    int d = 200;
    double[][] matrix = new double[d][d];
    RandomStream random = RandomStream.of(1, "matrix");
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = i == j ? 5 + i : random.gaussian();
        matrix[j][i] = matrix[i][j];
      }
    }
    DiagonalEstimate found =
        estimate(
            DenseOperator.of(matrix, ArraySpace.of(d)), new EstimationOptions(1e-9, 10, 400, 3));
    assertThat(found.outcome()).isEqualTo(Outcome.BUDGET_EXHAUSTED);
    int within2 = 0;
    double ratio = 0;
    for (int i = 0; i < d; i++) {
      double others = 0;
      for (int j = 0; j < d; j++) {
        others += i == j ? 0 : matrix[i][j] * matrix[i][j];
      }
      ratio += found.standardError().get(i) / Math.sqrt(others / 400) / d;
      double deviation = Math.abs(found.diagonal().get(i) - matrix[i][i]);
      within2 += deviation < 2 * found.standardError().get(i) ? 1 : 0;
    }
    assertThat(ratio).isBetween(0.97, 1.03);
    assertThat(within2).isBetween((int) (0.91 * d), (int) (0.99 * d));
  }

  @Test
  void itStopsWhenTheErrorIsSmallEnough() {
    MixedOperator a = new MixedOperator(Spectra.withBulk(300, 0.5, 4, 3, 2, 2), 1);
    LinearOperator shifted = Operators.shifted(a, 10);
    DiagonalEstimate found =
        estimate(shifted, EstimationOptions.defaults().withRelativeError(0.01));
    assertThat(found.outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(found.relativeError()).isLessThanOrEqualTo(0.01);
    assertThat(found.probes()).isLessThan(200);
  }

  private static DiagonalEstimate estimate(LinearOperator a, EstimationOptions options) {
    return DiagonalEstimator.estimate(a, options, ProductListener.silent(), () -> false);
  }
}
