package org.thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;
import org.thalweg.testkit.DenseReference;
import org.thalweg.testkit.LinearOperatorContract;

class OperatorsTest {
  private static final ArraySpace SPACE = ArraySpace.of(3);
  private static final double[][] MATRIX = {{2, -1, 0.5}, {-1, 2, 3}, {0.5, 3, -7}};

  private static LinearOperator dense() {
    return DenseOperator.of(MATRIX, SPACE);
  }

  @Nested
  class Dense extends LinearOperatorContract {
    @Override
    protected LinearOperator operator() {
      return dense();
    }
  }

  @Nested
  class DenseInFloat32 extends LinearOperatorContract {
    @Override
    protected LinearOperator operator() {
      return DenseOperator.of(MATRIX, new ArraySpace(3, Precision.FLOAT32));
    }
  }

  @Nested
  class Derived extends LinearOperatorContract {
    @Override
    protected LinearOperator operator() {
      Vector first = SPACE.of(new double[] {0.6, 0.8, 0});
      LinearOperator diagonal = DiagonalOperator.of(new double[] {1, 2, 3}, SPACE);
      return Operators.projected(
          Operators.shifted(Operators.scaled(Operators.sum(dense(), diagonal), -2), 5),
          List.of(first));
    }
  }

  @Test
  void shiftedIsAPlusSigmaI() {
    double[][] expected = {{5, -1, 0.5}, {-1, 5, 3}, {0.5, 3, -4}};
    assertThat(DenseReference.of(Operators.shifted(dense(), 3)).matrix()).isDeepEqualTo(expected);
  }

  @Test
  void scaledIsCTimesA() {
    double[][] expected = {{-4, 2, -1}, {2, -4, -6}, {-1, -6, 14}};
    assertThat(DenseReference.of(Operators.scaled(dense(), -2)).matrix()).isDeepEqualTo(expected);
  }

  @Test
  void sumIsAPlusB() {
    LinearOperator diagonal = DiagonalOperator.of(new double[] {1, 10, 100}, SPACE);
    double[][] expected = {{3, -1, 0.5}, {-1, 12, 3}, {0.5, 3, 93}};
    assertThat(DenseReference.of(Operators.sum(dense(), diagonal)).matrix())
        .isDeepEqualTo(expected);
  }

  @Test
  void deflationTurnsKnownEigenvaluesIntoZero() {
    LinearOperator diagonal = DiagonalOperator.of(new double[] {4, -3, 2}, SPACE);
    Vector known = SPACE.of(new double[] {1, 0, 0});
    assertThat(DenseReference.of(Operators.projected(diagonal, List.of(known))).spectrum())
        .containsExactly(new double[] {2, 0, -3}, within(1e-14));
  }

  @Test
  void matricesMustBeSquareAndSymmetricAndFit() {
    assertThatThrownBy(() -> DenseOperator.of(new double[][] {{1, 2}, {3, 4}}, ArraySpace.of(2)))
        .isInstanceOf(ThalwegException.class)
        .hasMessageContaining("symmetric");
    assertThatThrownBy(() -> DenseOperator.of(new double[][] {{1, 2}, {3}}, ArraySpace.of(2)))
        .isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> DenseOperator.of(MATRIX, ArraySpace.of(2)))
        .isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> DiagonalOperator.of(new double[2], SPACE))
        .isInstanceOf(ThalwegException.class);
    LinearOperator small = DiagonalOperator.of(new double[2], ArraySpace.of(2));
    assertThatThrownBy(() -> Operators.sum(dense(), small)).isInstanceOf(ThalwegException.class);
    try (Vector x = ArraySpace.of(2).zeros()) {
      assertThatThrownBy(() -> dense().apply(x)).isInstanceOf(ThalwegException.class);
      assertThatThrownBy(() -> Operators.shifted(dense(), 1).apply(x))
          .isInstanceOf(ThalwegException.class);
    }
  }
}
