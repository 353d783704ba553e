package org.thalweg.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.parameter.ParameterTensor;

class InitialWeightsTest {
  private final Network network =
      BuiltInNetwork.create(
          NetworkSpecification.parse("rescnn:16,16", Activation.RELU), List.of(1, 28, 28), 10);

  @Test
  void areUniformOnTheReciprocalRootOfTheFanIn() {
    Map<String, Double> bounds =
        Map.of("conv1", 1 / 3.0, "conv2", 1 / 12.0, "skip", 1 / 4.0, "fc", 1 / 28.0);
    double[] theta = network.initialize(7);

    for (ParameterTensor tensor : network.layout().tensors()) {
      String layer = tensor.name().substring(0, tensor.name().indexOf('.'));
      double bound = bounds.getOrDefault(layer, Double.NaN);
      double[] values = Arrays.copyOfRange(theta, tensor.offset(), tensor.offset() + tensor.size());
      double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
      double meanSquare = Arrays.stream(values).map(x -> x * x).average().orElseThrow();

      // n uniform magnitudes: their maximum is 1 − 1/(n + 1) of the bound on average, and their
      // mean square is bound²/3 with a standard deviation of 2/√45/√n of bound²
      assertThat(largest).as(tensor.name()).isBetween(bound * (1 - 8.0 / values.length), bound);
      assertThat(meanSquare / (bound * bound))
          .as(tensor.name())
          .isCloseTo(1 / 3.0, within(4 * 0.2982 / Math.sqrt(values.length)));
    }
  }

  @Test
  void arePointsOfBothPrecisions() {
    double[] theta = network.initialize(7);

    assertThat(Arrays.stream(theta).map(value -> (float) value).toArray()).isEqualTo(theta);
  }

  @Test
  void dependOnTheSeedAndOnNothingElse() {
    assertThat(network.initialize(7)).isEqualTo(network.initialize(7));
    assertThat(network.initialize(7)).isNotEqualTo(network.initialize(8));
  }

  @Test
  void ofDifferentTensorsAreIndependent() {
    Network wide =
        BuiltInNetwork.create(
            NetworkSpecification.parse("mlp:50,50,50", Activation.RELU), List.of(50), 50);
    double[] theta = wide.initialize(1);
    double[] first = Arrays.copyOfRange(theta, 0, 2500);
    double[] second = Arrays.copyOfRange(theta, 2550, 5050);

    double correlation = 0;
    for (int i = 0; i < 2500; i++) {
      correlation += first[i] * second[i] * 50 * 3 / 2500;
    }

    assertThat(correlation).isCloseTo(0, within(4 / Math.sqrt(2500)));
  }
}
