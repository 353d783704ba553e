package org.thalweg.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

class NumericArrayTest {
  private static void assertMismatch(double[] values, Integer... shape) {
    assertThatThrownBy(() -> NumericArray.of(values, shape))
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.DIMENSION_MISMATCH));
  }

  @Test
  void shapeAndValuesMustFit() {
    assertMismatch(new double[] {1, 2, 3}, 2);
    assertMismatch(new double[] {1, 2}, -1, -2);
    // 65536 · 65536 is 0 in 32 bits
    assertMismatch(new double[0], 65536, 65536);
    assertThat(NumericArray.of(new double[0], 65536, 65536, 0).size()).isZero();
    assertThat(NumericArray.of(new double[] {7}).shape()).isEmpty();
  }

  @Test
  void theCallersArrayMayChangeAfterwards() {
    double[] values = {1, 2};
    NumericArray array = NumericArray.of(values, 2);
    values[0] = 9;
    assertThat(array.toDoubles()).containsExactly(1, 2);
  }
}
