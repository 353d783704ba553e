package org.thalweg.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.linalg.Precision;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;

class FlatParametersTest {
  private static final ParameterLayout LAYOUT =
      ParameterLayout.builder()
          .add("w", ParameterKind.WEIGHT, 2, 3)
          .add("b", ParameterKind.BIAS, 2)
          .add("scalar", ParameterKind.NORM)
          .build();
  private static final double[] VALUES = {1, 2, 3, 4, 5, 6, 7, 8, 9};

  @ParameterizedTest
  @EnumSource(Precision.class)
  void theFlatVectorAndItsViewsAreTheSameMemory(Precision precision) {
    try (FlatParameters parameters = new FlatParameters(LAYOUT, precision);
        Scalar ten = new Scalar(10.0)) {
      parameters.set(VALUES);
      List<Tensor> views = parameters.views();
      assertThat(views.get(0).sizes().vec().get()).containsExactly(2, 3);
      assertThat(TensorArrays.toDoubles(views.get(0))).containsExactly(1, 2, 3, 4, 5, 6);
      assertThat(TensorArrays.toDoubles(views.get(1))).containsExactly(7, 8);
      assertThat(views.get(2).dim()).isZero();

      views.get(1).mul_(ten);
      assertThat(parameters.flat().toArray()).containsExactly(1, 2, 3, 4, 5, 6, 70, 80, 9);
      parameters.zero();
      assertThat(TensorArrays.toDoubles(views.get(2))).containsExactly(0);
    }
  }

  @Test
  void leavesFollowTheParametersAndAskForGradientsOnTheirOwn() {
    try (FlatParameters parameters = new FlatParameters(LAYOUT, Precision.FLOAT64);
        PointerScope scope = new PointerScope()) {
      List<Tensor> leaves = parameters.leaves();
      parameters.set(VALUES);
      assertThat(TensorArrays.toDoubles(leaves.get(1))).containsExactly(7, 8);
      assertThat(leaves).allMatch(leaf -> leaf.requires_grad() && leaf.is_leaf());
      assertThat(parameters.views()).noneMatch(Tensor::requires_grad);
    }
  }

  @Test
  void sumsTakeTensorsOfEitherPrecisionAndUndefinedOnes() {
    try (FlatParameters sum = new FlatParameters(LAYOUT, Precision.FLOAT64);
        FlatParameters single = new FlatParameters(LAYOUT, Precision.FLOAT32);
        PointerScope scope = new PointerScope()) {
      sum.set(VALUES);
      single.set(new double[] {0.1, 0, 0, 0, 0, 0, 0, 0, 1});
      Tensor transposed = single.views().get(0).t().contiguous().t();
      Tensor undefined = new Tensor();
      sum.add(new org.bytedeco.pytorch.TensorVector(transposed, undefined, single.views().get(2)));
      assertThat(sum.flat().toArray()).containsExactly(1 + (double) 0.1f, 2, 3, 4, 5, 6, 7, 8, 10);
    }
  }

  @Test
  void closingFreesEverythingAlsoInsideAScope() {
    new FlatParameters(LAYOUT, Precision.FLOAT32).close();
    NativeMemory before = NativeMemory.now();
    FlatParameters outlives;
    try (PointerScope scope = new PointerScope()) {
      outlives = new FlatParameters(LAYOUT, Precision.FLOAT64);
    }
    outlives.set(VALUES);
    assertThat(TensorArrays.toDoubles(outlives.views().get(1))).containsExactly(7, 8);
    outlives.close();
    outlives.close();
    assertThat(NativeMemory.now().minus(before).liveObjects()).isZero();
  }
}
