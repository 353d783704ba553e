package org.thalweg.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.linalg.ArraySpace;
import org.thalweg.linalg.DenseOperator;
import org.thalweg.linalg.DiagonalOperator;

class DenseReferenceTest {
  @Test
  void columnsAreImagesOfUnitVectors() {
    double[][] matrix = {{2, -1, 0.5}, {-1, 2, 3}, {0.5, 3, -7}};
    DenseReference dense = DenseReference.of(DenseOperator.of(matrix, ArraySpace.of(3)));
    assertThat(dense.matrix()).isDeepEqualTo(matrix);
    assertThat(dense.trace()).isEqualTo(-3);
    assertThat(dense.asymmetry()).isZero();
  }

  @Test
  void theSpectrumIsAlgebraicAndDescending() {
    double[] diagonal = {-9.5, 10, 0, 5, 5};
    DenseReference dense = DenseReference.of(DiagonalOperator.of(diagonal, ArraySpace.of(5)));
    assertThat(dense.spectrum()).containsExactly(new double[] {10, 5, 5, 0, -9.5}, within(1e-13));
    assertThat(dense.top(2)).containsExactly(new double[] {10, 5}, within(1e-13));
    assertThat(dense.bottom(2)).containsExactly(new double[] {-9.5, 0}, within(1e-13));
  }

  @Test
  void asymmetryIsNoticed() {
    assertThat(DenseReference.of(new double[][] {{1, 4}, {3, 1}}).asymmetry()).isEqualTo(0.25);
  }
}
