package org.thalweg.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.thalweg.array.Elements;
import org.thalweg.array.NumericArray;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;
import org.thalweg.parameter.ParameterLayout;

class NamedWeightsTest {
  private final ParameterLayout layout =
      BuiltInNetwork.create(NetworkSpecification.parse("mlp:2", Activation.RELU), List.of(3), 1)
          .layout();
  private final double[] theta = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0.1};

  @Test
  void splitsThetaRowMajor() {
    Map<String, NumericArray> weights = NamedWeights.split(layout, theta, Precision.FLOAT64);

    assertThat(weights.keySet())
        .containsExactly("net.0.weight", "net.0.bias", "net.2.weight", "net.2.bias");
    assertThat(tensor(weights, "net.0.weight").shape()).containsExactly(2, 3);
    assertThat(tensor(weights, "net.0.weight").toDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(tensor(weights, "net.2.bias").toDoubles()).containsExactly(0.1);
  }

  @Test
  void joinsInAnyOrder() {
    Map<String, NumericArray> shuffled =
        new TreeMap<>(NamedWeights.split(layout, theta, Precision.FLOAT64)).descendingMap();

    assertThat(NamedWeights.join(layout, shuffled)).isEqualTo(theta);
  }

  @Test
  void writesFloat32WhenThatIsThePrecision() {
    Map<String, NumericArray> weights = NamedWeights.split(layout, theta, Precision.FLOAT32);

    assertThat(tensor(weights, "net.2.bias").values()).isInstanceOf(Elements.Float32.class);
    assertThat(NamedWeights.join(layout, weights)[10]).isEqualTo((float) 0.1);
  }

  @Test
  void namesEverythingThatDoesNotFit() {
    Map<String, NumericArray> weights =
        new LinkedHashMap<>(NamedWeights.split(layout, theta, Precision.FLOAT64));
    weights.remove("net.0.bias");
    weights.put("net.0.weight", NumericArray.of(new double[6], 3, 2));
    weights.put("conv1.weight", NumericArray.of(new double[1], 1));

    ThalwegException error =
        catchThrowableOfType(ThalwegException.class, () -> NamedWeights.join(layout, weights));

    assertThat(error.code()).isEqualTo(ErrorCode.WEIGHTS_MISMATCH);
    assertThat(error.found())
        .isEqualTo(
            "net.0.weight has shape [3, 2] instead of [2, 3]; net.0.bias is missing; conv1.weight"
                + " is unknown to the network");
  }

  @Test
  void refusesWeightsThatAreNotFinite() {
    double[] broken = theta.clone();
    broken[3] = Double.NaN;
    broken[4] = Double.POSITIVE_INFINITY;
    broken[10] = Double.NEGATIVE_INFINITY;

    ThalwegException error =
        catchThrowableOfType(
            ThalwegException.class,
            () -> NamedWeights.join(layout, NamedWeights.split(layout, broken, Precision.FLOAT64)));

    assertThat(error.code()).isEqualTo(ErrorCode.WEIGHTS_NOT_FINITE);
    assertThat(error.found()).contains("net.0.weight has 2 of 6", "net.2.bias has 1 of 1");
  }

  @Test
  void refusesThetaOfAnotherNetwork() {
    ThalwegException error =
        catchThrowableOfType(
            ThalwegException.class,
            () -> NamedWeights.split(layout, new double[3], Precision.FLOAT64));

    assertThat(error.code()).isEqualTo(ErrorCode.DIMENSION_MISMATCH);
  }

  private static NumericArray tensor(Map<String, NumericArray> weights, String name) {
    return Objects.requireNonNull(weights.get(name), name);
  }
}
