package org.thalweg.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;
import org.thalweg.random.RandomStream;

class TensorVectorTest {
  @ParameterizedTest
  @EnumSource(Precision.class)
  void operationsChangeTheVectorInPlaceAndReturnIt(Precision precision) {
    TensorSpace space = new TensorSpace(3, precision);
    try (TensorVector x = space.of(new double[] {1, -2, 4});
        TensorVector y = space.of(new double[] {0.5, 8, 1})) {
      assertThat(x.axpy(-2, y)).isSameAs(x);
      assertThat(x.toArray()).containsExactly(0, -18, 2);
      assertThat(x.scale(0.5).toArray()).containsExactly(0, -9, 1);
      assertThat(y.toArray()).containsExactly(0.5, 8, 1);
      assertThat(y.set(x).toArray()).containsExactly(0, -9, 1);
      assertThat(y.set(new double[] {3, 4, 0}).norm()).isEqualTo(5);
      assertThat(x.toArray()).containsExactly(0, -9, 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "3", "4", "4095", "4096", "4097", "10001"})
  void dotAccumulatesInFloat64ForBothPrecisions(int dimension) {
    double[] a = rounded(RandomStream.of(1, "test-a").gaussians(dimension));
    double[] b = rounded(RandomStream.of(2, "test-b").gaussians(dimension));
    BigDecimal exact = BigDecimal.ZERO;
    double size = 0;
    for (int i = 0; i < dimension; i++) {
      exact = exact.add(new BigDecimal(a[i]).multiply(new BigDecimal(b[i])));
      size += Math.abs(a[i] * b[i]);
    }
    for (Precision precision : Precision.values()) {
      TensorSpace space = new TensorSpace(dimension, precision);
      try (TensorVector x = space.of(a);
          TensorVector y = space.of(b)) {
        assertThat(x.dot(y)).isCloseTo(exact.doubleValue(), within(1e-14 * size));
      }
    }
  }

  @Test
  void float32RoundsComponentsAndFloat64DoesNot() {
    double[] third = {1.0 / 3};
    try (TensorVector narrow = new TensorSpace(1, Precision.FLOAT32).of(third);
        TensorVector wide = new TensorSpace(1, Precision.FLOAT64).of(third)) {
      assertThat(narrow.toArray()).containsExactly((float) (1.0 / 3));
      assertThat(wide.toArray()).containsExactly(1.0 / 3);
      assertThat(wide.dot(narrow)).isEqualTo(1.0 / 3 * (float) (1.0 / 3));
      assertThat(narrow.dot(wide)).isEqualTo(wide.dot(narrow));
      assertThat(narrow.set(wide).toArray()).containsExactly((float) (1.0 / 3));
    }
  }

  @Test
  void aVectorOutlivesTheScopeItWasMadeInAndIsFreedByClose() {
    NativeMemory before = NativeMemory.now();
    TensorVector vector;
    TensorVector copy;
    try (PointerScope scope = new PointerScope()) {
      vector = new TensorSpace(5, Precision.FLOAT64).of(new double[] {1, 2, 3, 4, 5});
      copy = vector.copy();
    }
    assertThat(copy.axpy(1, vector).toArray()).containsExactly(2, 4, 6, 8, 10);
    assertThat(NativeMemory.now().minus(before).liveObjects()).isEqualTo(2);
    vector.close();
    copy.close();
    assertThat(NativeMemory.now().minus(before).liveObjects()).isZero();
  }

  @Test
  void operationsLeaveNoNativeObjectsBehind() {
    TensorSpace space = new TensorSpace(1000, Precision.FLOAT32);
    try (TensorVector x = space.zeros();
        TensorVector y = space.zeros()) {
      NativeMemory before = NativeMemory.now();
      for (int i = 0; i < 100; i++) {
        x.axpy(1, y).scale(2).set(y).set(new double[1000]);
        assertThat(x.dot(y) + x.toArray()[999]).isZero();
        x.copy().close();
      }
      assertThat(NativeMemory.now().minus(before).liveObjects()).isZero();
    }
  }

  @Test
  void useAfterCloseIsAnErrorAndClosingTwiceIsNot() {
    TensorVector vector = new TensorSpace(2, Precision.FLOAT64).zeros();
    vector.close();
    vector.close();
    assertThatThrownBy(vector::toArray)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> vector.dot(vector)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void vectorsOfOtherDimensionsAreRefused() {
    try (TensorVector two = new TensorSpace(2, Precision.FLOAT64).zeros();
        TensorVector one = new TensorSpace(1, Precision.FLOAT64).zeros()) {
      // A tensor of one element would otherwise be broadcast.
      assertThatThrownBy(() -> two.axpy(1, one)).satisfies(TensorVectorTest::isMismatch);
      assertThatThrownBy(() -> two.set(one)).satisfies(TensorVectorTest::isMismatch);
      assertThatThrownBy(() -> two.dot(one)).satisfies(TensorVectorTest::isMismatch);
      assertThatThrownBy(() -> two.set(new double[3])).satisfies(TensorVectorTest::isMismatch);
    }
  }

  private static void isMismatch(Throwable e) {
    assertThat(((ThalwegException) e).code()).isEqualTo(ErrorCode.DIMENSION_MISMATCH);
  }

  private static double[] rounded(double[] values) {
    double[] rounded = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }
}
