package org.thalweg.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.parameter.ParameterKind;

class GoldenCaseTest {
  @ParameterizedTest
  @MethodSource("org.thalweg.testkit.GoldenCase#names")
  void vectorsFitTheReferenceNumbers(String name) {
    GoldenCase golden = GoldenCase.load(name);
    int d = golden.reference().path("model").path("d").asInt();
    assertThat(golden.parameters()).hasSize(d);
    assertThat(golden.layout().dimension()).isEqualTo(d);
    assertThat(golden.x().shape().get(0)).isEqualTo(golden.y().shape().get(0));
    double[] zero = new double[d];
    RelativeError.atMost(
        1e-12, "‖∇L‖", distance(golden.vector("grad"), zero), golden.number("grad_norm"));
    RelativeError.atMost(
        1e-12, "‖Hv‖", distance(golden.vector("Hv"), zero), golden.number("Hv_norm"));
    RelativeError.atMost(
        1e-12, "‖v‖", distance(golden.direction("v"), zero), golden.number("v_norm"));
  }

  @Test
  void tensorsKeepTheOrderOfTheFlatVector() {
    GoldenCase golden = GoldenCase.load("cnn-mnist");
    assertThat(golden.weights().keySet())
        .containsExactly(
            "conv1.weight", "conv1.bias", "conv2.weight", "conv2.bias", "fc.weight", "fc.bias");
    assertThat(golden.layout().tensors().get(2).offset()).isEqualTo(160);
    assertThat(golden.layout().tensors().get(2).shape()).containsExactly(16, 16, 3, 3);
    assertThat(golden.layout().tensors().get(5).kind()).isEqualTo(ParameterKind.BIAS);
    assertThat(golden.parameters()[160]).isEqualTo(golden.weight("conv2.weight").toDoubles()[0]);
  }

  @Test
  void theFirstIndexOfASurfaceRunsAlongTheFirstDirection() {
    GoldenCase golden = GoldenCase.load("cnn-mnist");
    double[][] surface = golden.table("surface_2d", "loss");
    double[] alpha = golden.numbers("slice_1d", "alpha");
    double[] slice = golden.numbers("slice_1d", "d1_filter", "loss");
    assertThat(surface).hasDimensions(7, 7);
    // α = −1 and β = 0 is a point of both.
    assertThat(alpha[0]).isEqualTo(-1);
    RelativeError.atMost(1e-12, "L(θ − d₁)", surface[0][3], slice[0]);
  }

  @Test
  void whatIsMissingIsSaid() {
    GoldenCase golden = GoldenCase.load("mlp-regression");
    assertThatThrownBy(() -> golden.number("hessian_top10", "nothing"))
        .hasMessageContaining("hessian_top10.nothing");
    assertThatThrownBy(() -> golden.vector("Hw")).hasMessageContaining("Hw");
    assertThatThrownBy(() -> GoldenCase.load("nothing")).hasMessageContaining("nothing");
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }
}
