package org.thalweg.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;
import org.thalweg.random.RandomStream;

class TensorArraysTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4095, 4096, 4097, 9000})
  void numbersGoAroundUnchanged(int size) {
    double[] values = RandomStream.of(1, "values").gaussians(size);
    float[] singles = new float[size];
    double[] rounded = new double[size];
    for (int i = 0; i < size; i++) {
      singles[i] = (float) values[i];
      rounded[i] = singles[i];
    }
    try (Tensor wide = TensorArrays.of(values, Precision.FLOAT64, size);
        Tensor narrow = TensorArrays.of(values, Precision.FLOAT32, size);
        Tensor single = TensorArrays.of(singles, size)) {
      assertThat(TensorArrays.toDoubles(wide)).containsExactly(values);
      assertThat(TensorArrays.toDoubles(narrow)).containsExactly(rounded);
      assertThat(TensorArrays.toDoubles(single)).containsExactly(rounded);
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void elementsComeRowMajorWhateverTheLayoutInMemory(Precision precision) {
    try (Tensor matrix = TensorArrays.of(new double[] {1, 2, 3, 4, 5, 6}, precision, 2, 3);
        Tensor transposed = matrix.t()) {
      assertThat(TensorArrays.toDoubles(transposed)).containsExactly(1, 4, 2, 5, 3, 6);
    }
  }

  @Test
  void labelsAreInt64() {
    try (Tensor labels = TensorArrays.of(3, -1, 1L << 40)) {
      assertThat(labels.scalar_type().intern()).isEqualTo(ScalarType.Long);
      assertThat(labels.data_ptr_long().get(2)).isEqualTo(1L << 40);
    }
  }

  @Test
  void copyingToATensorOfAnotherSizeIsRefused() {
    try (Tensor three = TensorArrays.of(new double[3], Precision.FLOAT64, 3)) {
      assertThatThrownBy(() -> TensorArrays.copy(new double[4], three))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void tooMuchMemoryIsAnErrorWithACode() {
    long huge = 1L << 46;
    Callable<Tensor> task = () -> torch.empty(huge);
    try (TensorWorkers workers = new TensorWorkers(2);
        PointerScope scope = new PointerScope()) {
      assertThatThrownBy(() -> TensorArrays.empty(ScalarType.Double, huge))
          .satisfies(TensorArraysTest::isOutOfMemory);
      assertThatThrownBy(() -> workers.run(List.of(task)))
          .satisfies(TensorArraysTest::isOutOfMemory);
    }
  }

  private static void isOutOfMemory(Throwable e) {
    assertThat(e).isInstanceOf(ThalwegException.class);
    assertThat(((ThalwegException) e).code()).isEqualTo(ErrorCode.OUT_OF_MEMORY);
  }
}
