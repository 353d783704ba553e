package org.thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.testkit.VectorContract;

class ArrayVectorTest {
  @Nested
  class Float64 extends VectorContract {
    @Override
    protected VectorSpace space() {
      return ArraySpace.of(1000);
    }
  }

  @Nested
  class Float32 extends VectorContract {
    @Override
    protected VectorSpace space() {
      return new ArraySpace(1000, Precision.FLOAT32);
    }
  }

  @Test
  void float32RoundsEveryOperationAndSumsInFloat64() {
    VectorSpace space = new ArraySpace(2, Precision.FLOAT32);
    Vector x = space.of(new double[] {0.1, 1});
    assertThat(x.toArray()[0]).isEqualTo((double) 0.1f);
    assertThat(x.axpy(1e-9, x).toArray()[1]).as("below half an ulp of float32").isEqualTo(1);
    assertThat(x.scale(1.0 / 3).toArray()[1]).isEqualTo((double) (float) (1.0 / 3));
    Vector y = space.of(new double[] {1e4, 1});
    assertThat(y.dot(y)).as("1e8 + 1 needs float64").isEqualTo(1e8 + 1);
  }

  @Test
  void vectorsOfDifferentDimensionDoNotMeet() {
    try (Vector x = ArraySpace.of(3).zeros();
        Vector y = ArraySpace.of(4).zeros()) {
      assertThatThrownBy(() -> x.dot(y))
          .isInstanceOfSatisfying(
              ThalwegException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.DIMENSION_MISMATCH);
                assertThat(e.expected()).contains("3");
                assertThat(e.found()).contains("4");
              });
      assertThatThrownBy(() -> x.axpy(1, y)).isInstanceOf(ThalwegException.class);
      assertThatThrownBy(() -> x.set(y)).isInstanceOf(ThalwegException.class);
    }
  }

  @Test
  void aSpaceHasADimension() {
    assertThatThrownBy(() -> ArraySpace.of(0)).isInstanceOf(ThalwegException.class);
  }
}
