package org.thalweg.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.linalg.Precision;
import org.thalweg.random.RandomStream;
import org.thalweg.testkit.GoldenCase;
import org.thalweg.testkit.RelativeError;

class NetworkOutputsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mlp-digits     | mlp:16       | RELU | 10",
        "mlp-regression | mlp:20       | TANH | 1",
        "cnn-mnist      | cnn:16,16    | RELU | 10",
        "rescnn-mnist   | rescnn:16,16 | RELU | 10"
      })
  void areThoseOfPyTorch(String name, String description, Activation activation, int outputs) {
    GoldenCase golden = GoldenCase.load(name);
    List<Integer> shape = golden.x().shape().subList(1, golden.x().shape().size());
    Network network =
        BuiltInNetwork.create(NetworkSpecification.parse(description, activation), shape, outputs);
    double[] theta = NamedWeights.join(network.layout(), golden.weights());
    double[] expected = golden.vector("outputs");

    double[] float64 =
        NetworkRunner.outputs(network, theta, golden.x().toDoubles(), Precision.FLOAT64);
    double[] float32 =
        NetworkRunner.outputs(network, theta, golden.x().toDoubles(), Precision.FLOAT32);

    assertThat(worst(float64, expected)).isLessThan(1e-10);
    RelativeError.atMost(1e-5, "float32 outputs", float32, expected);
  }

  @Test
  void ofATinyNetworkCanBeComputedByHand() {
    Network network = network("mlp:2", Activation.RELU, List.of(2), 1);
    double[] theta = {1, 2, 3, -4, 0.5, -0.5, 2, -3, 0.25};

    // h = relu(1+2+0.5, 3−4−0.5) = (3.5, 0); then h = relu(−1+1+0.5, −3−2−0.5) = (0.5, 0)
    // and for (2, −1): relu(2−2+0.5, 6+4−0.5) = (0.5, 9.5)
    assertThat(
            NetworkRunner.outputs(
                network, theta, new double[] {1, 1, -1, 0.5, 2, -1}, Precision.FLOAT64))
        .containsExactly(7.25, 1.25, 1 - 28.5 + 0.25);
  }

  @Test
  void withoutHiddenLayersAreLinear() {
    Network network = network("mlp", Activation.RELU, List.of(2), 2);

    assertThat(
            NetworkRunner.outputs(
                network,
                new double[] {1, 2, -3, 4, 10, 20},
                new double[] {5, 6},
                Precision.FLOAT32))
        .containsExactly(5 + 12 + 10, -15 + 24 + 20);
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void ofAResidualLayerWithoutWeightsAreItsInputs(Activation activation) {
    Network residual = network("resmlp:7,7", activation, List.of(3), 4);
    Network plain = network("mlp:7", activation, List.of(3), 4);
    double[] shallow = plain.initialize(3);
    int hidden = 7 * 3 + 7;
    double[] deep = new double[residual.layout().dimension()];
    System.arraycopy(shallow, 0, deep, 0, hidden);
    int head = shallow.length - hidden;
    System.arraycopy(shallow, hidden, deep, deep.length - head, head);
    double[] input = RandomStream.of(1, "input").gaussians(15);

    assertThat(NetworkRunner.outputs(residual, deep, input, Precision.FLOAT64))
        .isEqualTo(NetworkRunner.outputs(plain, shallow, input, Precision.FLOAT64));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mlp:5,4        | 3",
        "resmlp:5,5,3,4 | 3",
        "cnn:3,5        | 1 9 7",
        "cnn:3,5,2      | 2 8 9",
        "rescnn:3       | 1 4 4",
        "rescnn:3,5,4   | 1 9 11",
        "rescnn:3,3     | 3 4 5"
      })
  void followTheirFormula(String description, String input) {
    for (Activation activation : Activation.values()) {
      List<Integer> shape = Arrays.stream(input.split(" ")).map(Integer::valueOf).toList();
      Network network = network(description, activation, shape, 3);
      int size = shape.stream().reduce(1, Math::multiplyExact);
      double[] theta = RandomStream.of(5, "weights").gaussians(network.layout().dimension());
      double[] samples = RandomStream.of(6, "input").gaussians(4 * size);

      double[] actual = NetworkRunner.outputs(network, theta, samples, Precision.FLOAT64);

      PlainNetwork plain = new PlainNetwork(network, theta);
      for (int n = 0; n < 4; n++) {
        double[] expected = plain.outputs(Arrays.copyOfRange(samples, n * size, (n + 1) * size));
        RelativeError.atMost(
            1e-12,
            network + ", sample " + n,
            Arrays.copyOfRange(actual, 3 * n, 3 * n + 3),
            expected);
      }
    }
  }

  @Test
  void ofEqualWeightsAreEqualInFloat32UpToRounding() {
    Network network = network("rescnn:4,6", Activation.GELU, List.of(1, 12, 12), 5);
    double[] theta = network.initialize(11);
    double[] input = RandomStream.of(6, "input").gaussians(2 * 144);

    assertThat(NetworkRunner.outputs(network, theta, input, Precision.FLOAT32))
        .containsExactly(
            NetworkRunner.outputs(network, theta, input, Precision.FLOAT64), within(1e-5));
  }

  private static double worst(double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    double worst = 0;
    for (int i = 0; i < actual.length; i++) {
      worst = Math.max(worst, Math.abs(actual[i] - expected[i]));
    }
    return worst;
  }

  private static Network network(
      String description, Activation activation, List<Integer> inputShape, int outputs) {
    return BuiltInNetwork.create(
        NetworkSpecification.parse(description, activation), inputShape, outputs);
  }
}
