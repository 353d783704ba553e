package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.linalg.Precision;
import org.thalweg.torch.engine.NativeMemory;
import org.thalweg.torch.engine.TensorArrays;

class GraphSizeTest {
  @ParameterizedTest
  @EnumSource(Precision.class)
  void countsEveryResultOnceAlsoWhenItIsUsedTwice(Precision precision) {
    NativeMemory before = NativeMemory.now();
    try (PointerScope scope = new PointerScope()) {
      Tensor leaf = TensorArrays.of(new double[1000], precision, 100, 10);
      leaf.set_requires_grad(true);
      Tensor square = leaf.square();
      Tensor sum = square.sum();
      Tensor product = square.mul(square);
      TensorVector roots = new TensorVector(sum, product, new Tensor(), leaf.detach());

      // leaf, square and product of 1000 numbers, a sum of one
      long size = precision == Precision.FLOAT64 ? 8 : 4;
      assertThat(GraphSize.bytes(roots)).isEqualTo(3001 * size);
    }
    assertThat(NativeMemory.now().minus(before).liveObjects()).isZero();
  }
}
